import { AzureOpenAI } from 'openai';
import { AzureOpenAI as AzureOpenAI4, toFile } from 'openai-v4';
import { AzureOpenAI as AzureOpenAI6 } from 'openai-v6';
import { expect, test } from 'vitest';
import { openEngine } from '../../support/engine';
import { calls, says } from '../../support/scripted-model';

test('a script written for the old SDK works from the first assistant to the last delete', async () => {
  const { client4: client } = await openEngine({ scripts: [calls(['add', '{"a":1,"b":1}']), says('It is ', '2.')] });
  const file = await client.files.create({ file: await toFile(Buffer.from('a,b\n'), 'a.csv'), purpose: 'assistants' });
  const assistant = await client.beta.assistants.create({
    model: 'gpt-4o',
    tools: [{ type: 'code_interpreter' }, { type: 'function', function: { name: 'add' } }],
    tool_resources: { code_interpreter: { file_ids: [file.id] } },
  });
  const thread = await client.beta.threads.create();
  await client.beta.threads.messages.create(thread.id, { role: 'user', content: '1 + 1?' });
  const waiting = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id });
  expect(waiting.status).toBe('requires_action');
  const tool_outputs = waiting.required_action!.submit_tool_outputs.tool_calls.map((call) => ({
    tool_call_id: call.id,
    output: '2',
  }));
  const run = await client.beta.threads.runs.submitToolOutputsAndPoll(thread.id, waiting.id, { tool_outputs });
  expect(run.status).toBe('completed');
  const steps = await client.beta.threads.runs.steps.list(thread.id, run.id);
  expect(steps.data.map((step) => step.type)).toEqual(['message_creation', 'tool_calls']);
  const [answer] = (await client.beta.threads.messages.list(thread.id)).data;
  expect(answer?.content).toEqual([{ type: 'text', text: { value: 'It is 2.', annotations: [] } }]);
  expect((await client.beta.threads.messages.del(thread.id, answer!.id)).deleted).toBe(true);
  expect((await client.beta.threads.del(thread.id)).deleted).toBe(true);
  expect((await client.beta.assistants.del(assistant.id)).deleted).toBe(true);
  expect((await client.files.del(file.id)).deleted).toBe(true);
});

test.each([
  ['4', AzureOpenAI4],
  ['6', AzureOpenAI6],
  ['7', AzureOpenAI],
] as const)('a script written for Azure works with SDK %s', async (_, Azure) => {
  const { engine } = await openEngine();
  const fetch = (...request: Parameters<typeof engine.fetch>) => engine.fetch(...request);
  const azure = { endpoint: 'http://engine', apiKey: 'x', apiVersion: '2024-05-01-preview', maxRetries: 0, fetch };
  const { beta } = new Azure(azure) as AzureOpenAI;
  const { id: assistant_id } = await beta.assistants.create({ model: 'my-deployment' });
  const thread = await beta.threads.create({ messages: [{ role: 'user', content: 'Hi' }] });
  const run = await beta.threads.runs.createAndPoll(thread.id, { assistant_id });
  expect(run.status).toBe('completed');
});

test.each(['/v1/assistants/', '/openai/assistants', '/openai/v1/assistants?api-version=preview'])(
  '%s is the list of assistants, too',
  async (path) => {
    const { engine } = await openEngine();
    expect(await (await engine.fetch(`http://engine${path}`)).json()).toMatchObject({ object: 'list' });
  },
);

test('poll helpers are told to ask again soon', async () => {
  const { client } = await openEngine();
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'm' });
  const { data: run, response } = await client.beta.threads.createAndRun({ assistant_id }).withResponse();
  const wait = Number(response.headers.get('openai-poll-after-ms'));
  expect(wait).toBeGreaterThanOrEqual(50);
  expect(wait).toBeLessThanOrEqual(250);
  expect(run.status).toBe('queued');
});

test('a body without anything in it may be an empty list, as PHP writes it', async () => {
  const { client, engine } = await openEngine({ scripts: [calls(['look', '{}'])] });
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'm' });
  const run = await client.beta.threads.createAndRunPoll({ assistant_id });
  const post = async (path: string, body: string) => {
    const headers = { 'content-type': 'application/json' };
    return (await engine.fetch(`http://engine/v1${path}`, { method: 'POST', headers, body })).status;
  };
  expect(await post('/threads', '[]')).toBe(200);
  expect(await post(`/threads/${run.thread_id}/runs/${run.id}/cancel`, '[]')).toBe(200);
});
