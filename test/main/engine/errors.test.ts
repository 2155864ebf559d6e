import type OpenAI from 'openai';
import { expect, test } from 'vitest';
import { asker } from '../../support/asker';
import { openEngine } from '../../support/engine';
import { done, Gate } from '../../support/scripted-model';

/** Method, path, status, message. */
const missing: [string, string, number, string][] = [
  ['GET', '/assistants/asst_x', 404, "No assistant found with id 'asst_x'."],
  ['DELETE', '/assistants/asst_x', 404, "No assistant found with id 'asst_x'."],
  ['GET', '/threads/thread_x', 404, "No thread found with id 'thread_x'."],
  ['DELETE', '/threads/thread_x', 404, "No thread found with id 'thread_x'."],
  ['GET', '/threads/thread_x/messages', 404, "No thread found with id 'thread_x'."],
  ['GET', '/threads/T/messages/msg_x', 404, "No message found with id 'msg_x'."],
  ['DELETE', '/threads/T/messages/msg_x', 404, "No message found with id 'msg_x'."],
  ['GET', '/threads/T/runs/run_x', 404, "No run found with id 'run_x'."],
  ['POST', '/threads/T/runs/run_x/cancel', 404, "No run found with id 'run_x'."],
  ['GET', '/threads/T/runs/run_x/steps', 404, "No run found with id 'run_x'."],
  ['GET', '/threads/undefined', 400, "Invalid 'thread_id': 'undefined'. Expected an ID that begins with 'thread'."],
  ['GET', '/threads/T/messages/null', 400, "Invalid 'message_id': 'null'. Expected an ID that begins with 'msg'."],
  ['GET', '/files/file-x', 404, 'No such File object: file-x'],
  ['GET', '/files/file-x/content', 404, 'No such File object: file-x'],
  ['GET', '/models/gpt-x', 404, "The model 'gpt-x' does not exist"],
  ['GET', '/_stainless_unknown_path', 404, 'Invalid URL (GET /v1/_stainless_unknown_path)'],
  ['GET', '/threads/T/messages/msg_x/files', 404, "No message found with id 'msg_x'."],
  ['GET', '/assistants/asst_x/files', 404, "No assistant found with id 'asst_x'."],
];

test.each(missing)('%s %s answers %i', async (method, path, status, message) => {
  const { ask, client } = await asker();
  const { id } = await client.beta.threads.create();
  const answer = await ask(method, path.replace('/T/', `/${id}/`));
  expect(answer.status).toBe(status);
  expect(answer.body.error).toMatchObject({
    message: message.replace('/T/', `/${id}/`),
    type: 'invalid_request_error',
  });
});

test('a message of another thread is not found in this one', async () => {
  const { client } = await asker();
  const here = await client.beta.threads.create();
  const there = await client.beta.threads.create();
  const message = await client.beta.threads.messages.create(there.id, { role: 'user', content: 'Hi' });
  await expect(client.beta.threads.messages.retrieve(message.id, { thread_id: here.id })).rejects.toMatchObject({
    status: 404,
  });
});

test('a method that a path does not know is refused with the ones it knows', async () => {
  const { ask } = await asker();
  const answer = await ask('PUT', '/assistants');
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toContain('POST');
  expect(answer.body.error).toMatchObject({
    message: 'Not allowed to PUT on /v1/assistants. (HINT: Perhaps you meant to use a different HTTP method?)',
    code: 'method_not_supported',
  });
});

test.each<[string, (client: OpenAI) => Promise<unknown>]>([
  ['chat completions', (client) => client.chat.completions.create({ model: 'm', messages: [] })],
  ['embeddings', (client) => client.embeddings.create({ model: 'm', input: 'x' })],
  ['batches', (client) => client.batches.list()],
  ['audio', (client) => client.audio.speech.create({ model: 'm', input: 'x', voice: 'alloy' })],
  ['responses', (client) => client.responses.create({ model: 'm', input: 'x' })],
  ['images', (client) => client.images.generate({ prompt: 'x' })],
  ['moderations', (client) => client.moderations.create({ input: 'x' })],
  ['fine-tuning', (client) => client.fineTuning.jobs.list()],
  ['the deletion of models', (client) => client.models.delete('built-in')],
])('a call for %s learns that it needs a client of its own', async (what, call) => {
  const { client } = await openEngine();
  const refused = call(client);
  await expect(refused).rejects.toMatchObject({ status: 404, code: 'not_served', type: 'invalid_request_error' });
  await expect(refused).rejects.toThrow(`Assay does not serve ${what} (`);
  await expect(refused).rejects.toThrow('a client of their own');
});

test("calls of Azure's clients for deployments learn it, too", async () => {
  const { engine } = await openEngine();
  const url = 'http://engine/openai/deployments/d/chat/completions?api-version=2024-10-21';
  const answer = await engine.fetch(url, { method: 'POST', body: '{}' });
  expect([answer.status, JSON.parse(await answer.text()).error.code]).toEqual([404, 'not_served']);
});

test('a body that is not JSON, or not said to be, is refused', async () => {
  const { ask } = await asker();
  const broken = await ask('POST', '/assistants', '{"model":');
  expect(broken.status).toBe(400);
  expect(broken.body.error.message).toMatch(/^We could not parse the JSON body of your request\./);
  const plain = await ask('POST', '/assistants', '{"model":"m"}', { 'content-type': 'text/plain' });
  expect(plain).toMatchObject({ status: 400, body: { error: { code: 'unsupported_content_type' } } });
});

test('every answer says its id, its time and its version', async () => {
  const { ask } = await asker();
  const { headers } = await ask('GET', '/assistants/asst_x');
  expect(headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
  expect(headers.get('openai-version')).toBe('2020-10-01');
  expect(Number(headers.get('openai-processing-ms'))).toBeGreaterThanOrEqual(0);
});

test('a thread with an active run takes no messages and no second run', async () => {
  const gate = new Gate();
  const { client } = await openEngine({
    scripts: [
      async function* () {
        await gate.pass();
        yield { type: 'call', index: 0, name: 'f' };
        yield done('calls');
      },
    ],
  });
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'm' });
  const { id } = await client.beta.threads.create();
  const run = await client.beta.threads.runs.create(id, { assistant_id });
  const addMessage = () => client.beta.threads.messages.create(id, { role: 'user', content: 'x' });
  const addRun = () => client.beta.threads.runs.create(id, { assistant_id });
  const locked = async () => {
    const said = { status: 400, type: 'invalid_request_error', param: null, code: null };
    await expect(addMessage()).rejects.toMatchObject({
      ...said,
      error: { message: `Can't add messages to ${id} while a run ${run.id} is active.` },
    });
    await expect(addRun()).rejects.toMatchObject({
      ...said,
      error: { message: `Thread ${id} already has an active run ${run.id}.` },
    });
  };
  await locked();
  gate.open();
  await client.beta.threads.runs.poll(run.id, { thread_id: id });
  await locked();
  await client.beta.threads.runs.cancel(run.id, { thread_id: id });
  await client.beta.threads.runs.poll(run.id, { thread_id: id });
  await addMessage();
});
