import type OpenAI from 'openai';
import { expect, test } from 'vitest';
import { openEngine } from '../../support/engine';
import { upload } from '../../support/engine-files';
import { type Script, says, searches } from '../../support/scripted-model';
import { until } from '../../support/until';

type Body = Record<string, unknown> & { id: string };

/** A script of early 2024: it says which version it speaks, and knows no other shapes. */
async function oldScript(...scripts: Script[]) {
  const opened = await openEngine(scripts.length > 0 ? { scripts } : {});
  const ask = async (method: string, path: string, body?: unknown): Promise<Body> => {
    const response = await opened.engine.fetch(`http://engine/v1${path}`, {
      method,
      headers: { 'openai-beta': 'assistants=v1', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return JSON.parse(await response.text());
  };
  const finished = async (threadId: string, runId: string): Promise<Body> => {
    return until('the run to end', async () => {
      const run = await ask('GET', `/threads/${threadId}/runs/${runId}`);
      return run.status === 'queued' || run.status === 'in_progress' ? null : run;
    });
  };
  return { ...opened, ask, finished };
}

const keys = (body: object) => Object.keys(body).toSorted();

test('an assistant with retrieval and files is translated both ways', async () => {
  const { client, ask } = await oldScript();
  const [one, two] = [await upload(client, 'one.md', 'One.'), await upload(client, 'two.md', 'Two.')];
  const tools = [{ type: 'retrieval' }, { type: 'code_interpreter' }];
  const made = await ask('POST', '/assistants', { model: 'gpt-4-1106-preview', tools, file_ids: [one.id] });
  expect(made).toMatchObject({ object: 'assistant', tools, file_ids: [one.id] });
  expect(made).not.toHaveProperty('tool_resources');
  const now = await client.beta.assistants.retrieve(made.id);
  expect(now.tools.map((tool) => tool.type)).toEqual(['file_search', 'code_interpreter']);
  expect(now.tool_resources?.code_interpreter?.file_ids).toEqual([one.id]);
  const [storeId] = now.tool_resources?.file_search?.vector_store_ids ?? [];
  const searched = async () => (await client.vectorStores.files.list(storeId!)).data.map((file) => file.id);
  expect(await searched()).toEqual([one.id]);
  expect(await ask('POST', `/assistants/${made.id}`, { file_ids: [two.id] })).toMatchObject({ file_ids: [two.id] });
  expect(await searched()).toEqual([two.id]);
  expect(await ask('GET', '/assistants')).toMatchObject({ data: [{ tools, file_ids: [two.id] }] });
});

test('the files of an assistant are listed, added, read and taken away', async () => {
  const { client, ask } = await oldScript();
  const file = await upload(client, 'a.csv', 'a\n1\n');
  const { id } = await ask('POST', '/assistants', { model: 'gpt-4', tools: [{ type: 'code_interpreter' }] });
  const added = await ask('POST', `/assistants/${id}/files`, { file_id: file.id });
  expect(added).toEqual({
    id: file.id,
    object: 'assistant.file',
    created_at: expect.any(Number),
    assistant_id: id,
  });
  expect(await ask('GET', `/assistants/${id}/files`)).toEqual({
    object: 'list',
    data: [added],
    first_id: file.id,
    last_id: file.id,
    has_more: false,
  });
  expect(await ask('GET', `/assistants/${id}/files/${file.id}`)).toEqual(added);
  expect(await ask('DELETE', `/assistants/${id}/files/${file.id}`)).toEqual({
    id: file.id,
    object: 'assistant.file.deleted',
    deleted: true,
  });
  expect(await ask('GET', `/assistants/${id}/files`)).toMatchObject({ data: [], first_id: null });
  expect(await ask('GET', `/assistants/${id}/files/${file.id}`)).toMatchObject({ error: { code: null } });
  expect(await client.files.retrieve(file.id)).toMatchObject({ id: file.id });
});

test('a message with files, a run and its steps look as they did, quotes included', async () => {
  const { client, ask, finished, model } = await oldScript(searches('llamas'), says('Three【0:0†source】.'));
  const file = await upload(client, 'zoo.md', 'There are three llamas.');
  const assistant = await ask('POST', '/assistants', { model: 'gpt-4', tools: [{ type: 'retrieval' }] });
  const thread = await ask('POST', '/threads', {});
  expect(keys(thread)).toEqual(['created_at', 'id', 'metadata', 'object']);
  const message = await ask('POST', `/threads/${thread.id}/messages`, {
    role: 'user',
    content: 'How many?',
    file_ids: [file.id],
  });
  expect(message).toMatchObject({ file_ids: [file.id] });
  expect(message).not.toHaveProperty('attachments');
  const own = { id: file.id, object: 'thread.message.file', message_id: message.id };
  expect(await ask('GET', `/threads/${thread.id}/messages/${message.id}/files`)).toMatchObject({ data: [own] });
  expect(await ask('GET', `/threads/${thread.id}/messages/${message.id}/files/${file.id}`)).toMatchObject(own);

  const { id } = await ask('POST', `/threads/${thread.id}/runs`, { assistant_id: assistant.id });
  expect(await finished(thread.id, id)).toMatchObject({
    status: 'completed',
    tools: [{ type: 'retrieval' }],
    file_ids: [],
  });
  expect(model.turns[1]?.items.at(-1)).toMatchObject({ passages: [{ fileId: file.id }] });
  const steps = await ask('GET', `/threads/${thread.id}/runs/${id}/steps?order=asc`);
  expect(steps).toMatchObject({ data: [{ step_details: { tool_calls: [{ type: 'retrieval', retrieval: {} }] } }, {}] });
  expect(await ask('GET', `/threads/${thread.id}/messages`)).toMatchObject({
    data: [
      {
        file_ids: [],
        content: [
          { text: { annotations: [{ file_citation: { file_id: file.id, quote: 'There are three llamas.' } }] } },
        ],
      },
      { file_ids: [file.id] },
    ],
  });
});

test('a stream speaks the old version too', async () => {
  const { engine, ask } = await oldScript(searches('x'), says('Hm.'));
  const assistant = await ask('POST', '/assistants', { model: 'gpt-4', tools: [{ type: 'retrieval' }] });
  const response = await engine.fetch('http://engine/v1/threads/runs', {
    method: 'POST',
    headers: { 'openai-beta': 'assistants=v1', 'content-type': 'application/json' },
    body: JSON.stringify({ assistant_id: assistant.id, stream: true, tool_choice: { type: 'retrieval' } }),
  });
  const text = await response.text();
  expect(text).toContain('"type":"retrieval","retrieval":{}');
  expect(text).toContain('"file_ids":[]');
  expect(text).not.toMatch(/tool_resources|"attachments"|"tool_calls":\[\{[^}]*"file_search"/);
});

test('what version one called things is understood from newer SDKs as well, and answered in their shapes', async () => {
  const { client } = await openEngine();
  const file = await upload(client, 'a.md', 'A.');
  const old = { tools: [{ type: 'retrieval' }], file_ids: [file.id] } as object as OpenAI.Beta.AssistantCreateParams;
  const assistant = await client.beta.assistants.create({ ...old, model: 'm' });
  expect(assistant.tools).toMatchObject([{ type: 'file_search' }]);
  expect(assistant).not.toHaveProperty('file_ids');
});

test('flags and numbers in metadata are kept as version one kept them, and refused in version two', async () => {
  const { ask, client } = await oldScript();
  const thread = await ask('POST', '/threads', { metadata: { modified: true, draft: false, pages: 3, by: 'me' } });
  expect(thread.metadata).toEqual({ modified: 'True', draft: 'False', pages: '3', by: 'me' });
  const metadata = { modified: true } as object as Record<string, string>;
  await expect(client.beta.threads.create({ metadata })).rejects.toMatchObject({ status: 400, code: 'invalid_type' });
});

test('the files of an assistant and of a message come page by page until there are none left', async () => {
  const { client, ask } = await oldScript();
  const ids: string[] = [];
  for (const name of ['a', 'b', 'c']) ids.push((await upload(client, `${name}.csv`, name)).id);
  const tools = [{ type: 'code_interpreter' }];
  const assistant = await ask('POST', '/assistants', { model: 'gpt-4', tools, file_ids: ids });
  const thread = await ask('POST', '/threads', {});
  const path = `/threads/${thread.id}/messages`;
  const message = await ask('POST', path, { role: 'user', content: 'Hi', file_ids: ids });
  for (const list of [`/assistants/${assistant.id}/files`, `${path}/${message.id}/files`]) {
    const page = async (query: string) => {
      const { data, has_more } = await ask('GET', `${list}?${query}`);
      return [(data as { id: string }[]).map((one) => ids.indexOf(one.id)), has_more];
    };
    expect(await page('')).toEqual([[2, 1, 0], false]);
    expect(await page('order=asc&limit=2')).toEqual([[0, 1], true]);
    expect(await page(`order=asc&after=${ids[1]}`)).toEqual([[2], false]);
    expect(await page(`order=asc&after=${ids[2]}`)).toEqual([[], false]);
    expect(await page(`limit=1&before=${ids[0]}`)).toEqual([[1], true]);
    expect(await ask('GET', `${list}?after=file-x`)).toMatchObject({ error: { param: 'after' } });
  }
});

test.each([
  ['2024-02-15-preview', {}, ['retrieval'], true],
  ['2024-05-01-preview', {}, ['file_search'], false],
  ['2025-01-01-preview', {}, ['file_search'], false],
  ['preview', {}, ['file_search'], false],
  ['2024-02-15-preview', { 'openai-beta': 'assistants=v2' }, ['file_search'], false],
])('Azure at %s, with the header %o, is answered as it was', async (version, header, tools, files) => {
  const { client, engine } = await openEngine();
  await client.beta.assistants.create({ model: 'm', tools: [{ type: 'file_search' }] });
  const response = await engine.fetch(`http://engine/openai/assistants?api-version=${version}`, { headers: header });
  const { data } = JSON.parse(await response.text());
  expect(data[0].tools.map((tool: { type: string }) => tool.type)).toEqual(tools);
  expect('file_ids' in data[0]).toBe(files);
});
