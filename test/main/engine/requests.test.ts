import type OpenAI from 'openai';
import { expect, test } from 'vitest';
import { asker } from '../../support/asker';
import { upload } from '../../support/engine-files';

test('a body that is not UTF-8 is refused, whether its length is said or not', async () => {
  const { engine, client } = await asker();
  const { id } = await client.beta.threads.create();
  const sent = (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
    engine.fetch(`http://engine/v1/threads/${id}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  const bytes = Buffer.from('{"role":"user","content":"Zo\xeb"}', 'latin1');
  const streamed = ReadableStream.from([bytes.subarray(0, 20), bytes.subarray(20)]);
  for (const answer of [await sent(bytes, { 'content-length': String(bytes.length) }), await sent(streamed)])
    expect([answer.status, JSON.parse(await answer.text()).error?.message]).toEqual([
      400,
      'We could not parse the JSON body of your request: it is not valid UTF-8.',
    ]);
  const cut = Buffer.from('{"role":"user","content":"Zo\u00eb 🙂"}');
  expect((await sent(ReadableStream.from([cut.subarray(0, 28), cut.subarray(28, 31), cut.subarray(31)]))).status).toBe(
    200,
  );
  const { data } = await client.beta.threads.messages.list(id);
  expect(data.map((message) => message.content)).toMatchObject([[{ text: { value: 'Zo\u00eb 🙂' } }]]);
});

test.each([
  ['notes.txt', '.txt'],
  ['plain', 'none'],
  ['drawing.svg', '.svg'],
])('the file %s is no picture for a message', async (name, extension) => {
  const { client } = await asker();
  const { id: file_id } = await upload(client, name, 'x');
  const content = [{ type: 'image_file' as const, image_file: { file_id } }];
  const message = `Invalid message content: Expected file type to be a supported format: .jpeg, .jpg, .png, .gif, .webp but got ${extension}.`;
  await expect(client.beta.threads.create({ messages: [{ role: 'user', content }] })).rejects.toMatchObject({
    status: 400,
    error: { message },
  });
  const picture = await upload(client, 'Photo.JPG', 'x');
  const shown = [{ type: 'image_file' as const, image_file: { file_id: picture.id } }];
  await client.beta.threads.create({ messages: [{ role: 'user', content: shown }] });
});

test('a tool choice that the run cannot make is refused, and no thread is left of it', async () => {
  const { client, database } = await asker();
  const f = { type: 'function' as const, function: { name: 'f' } };
  const none = await client.beta.assistants.create({ model: 'm' });
  const one = await client.beta.assistants.create({ model: 'm', tools: [f] });
  const run = (assistant_id: string, tool_choice: OpenAI.Beta.AssistantToolChoiceOption, tools?: [typeof f]) =>
    client.beta.threads.createAndRun({ assistant_id, tool_choice, thread: {}, ...(tools ? { tools } : {}) });
  const choice = (name: string) => ({ type: 'function' as const, function: { name } });
  const cases: [Promise<unknown>, string][] = [
    [run(one.id, choice('g')), "Tool choice 'g' not found in 'tools' parameter."],
    [run(one.id, choice('file_search')), "Tool choice 'file_search' not found in 'tools' parameter."],
    [run(one.id, { type: 'code_interpreter' }), "Tool choice 'code_interpreter' not found in 'tools' parameter."],
    [
      run(none.id, 'required'),
      "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.",
    ],
  ];
  for (const [refused, message] of cases)
    await expect(refused).rejects.toMatchObject({ status: 400, param: 'tool_choice', error: { message } });
  expect(database.all('SELECT id FROM thread')).toEqual([]);
  expect((await run(none.id, choice('f'), [f])).tool_choice).toEqual(choice('f'));
  expect((await run(none.id, 'none')).tool_choice).toBe('none');
});

test.each<[string, string, unknown, string]>([
  ['messages', '/threads', { messages: Array(100_001).fill({ role: 'user' }) }, 'messages'],
  [
    'parts of a message',
    '/threads',
    { messages: [{ role: 'user', content: Array(10_001).fill({}) }] },
    'messages[0].content',
  ],
  [
    'attachments',
    '/threads',
    { messages: [{ role: 'user', content: 'x', attachments: Array(10_001).fill({}) }] },
    'messages[0].attachments',
  ],
])('more %s than can be read in one go are refused for their number, unread', async (_, path, body, param) => {
  const { ask } = await asker();
  expect(await ask('POST', path, body)).toMatchObject({
    status: 400,
    body: { error: { param, code: 'array_above_max_length' } },
  });
});

test('a query longer than any question is refused', async () => {
  const { ask, client } = await asker();
  const { id } = await client.vectorStores.create({});
  const search = (query: unknown) => ask('POST', `/vector_stores/${id}/search`, { query });
  const refusal = { status: 400, body: { error: { code: 'string_above_max_length' } } };
  expect(await search('x'.repeat(32_001))).toMatchObject(refusal);
  expect(await search(['x', 'x'.repeat(32_001)])).toMatchObject(refusal);
  expect((await search('llamas '.repeat(4_000))).status).toBe(200);
});

test('a run takes no files and stores that are not there', async () => {
  const { client } = await asker();
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'm' });
  const run = (tool_resources: OpenAI.Beta.ThreadCreateAndRunParams['tool_resources'] & object) =>
    client.beta.threads.createAndRun({ assistant_id, thread: {}, tool_resources });
  await expect(run({ code_interpreter: { file_ids: ['file-never'] } })).rejects.toMatchObject({ status: 404 });
  await expect(run({ file_search: { vector_store_ids: ['vs_never'] } })).rejects.toMatchObject({ status: 404 });
});
