import type OpenAI from 'openai';
import { expect, test } from 'vitest';
import type { ModelEvent } from '../../../src/main/engine/ports';
import { asked, openEngine, tool } from '../../support/engine';
import { FakeCodeRunner, printed } from '../../support/engine-code';
import { calls, done, Gate, type Script, says } from '../../support/scripted-model';

const name = (index: number, name: string): ModelEvent => ({ type: 'call', index, name });
const args = (index: number, delta: string): ModelEvent => ({ type: 'call_arguments', index, delta });
type Outputs = OpenAI.Beta.Threads.Runs.RunSubmitToolOutputsParams.ToolOutput[];

const answers = (run: OpenAI.Beta.Threads.Run, output = 'ok'): Outputs =>
  (run.required_action?.submit_tool_outputs.tool_calls ?? []).map((call) => ({ tool_call_id: call.id, output }));

async function opened(...scripts: Script[]) {
  const codeRunner = new FakeCodeRunner(() => printed('42\n'));
  const engine = await openEngine({ scripts, codeRunner });
  const tools = [tool('f'), tool('g'), { type: 'code_interpreter' as const }];
  return { ...engine, codeRunner, ...(await asked(engine.client, { tools })) };
}

/** What an SDK tells of the calls of a stream. */
async function told(...events: ModelEvent[]) {
  const { client, threadId, assistant_id } = await opened(() => [...events, done('calls')]);
  const fired: string[] = [];
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  stream
    .on('toolCallCreated', (call) => fired.push(`created ${call.type === 'function' ? call.function.name : call.type}`))
    .on('toolCallDelta', (delta) => {
      if (delta.type === 'function' && delta.function?.arguments) fired.push(delta.function.arguments);
    })
    .on('toolCallDone', (call) => fired.push(`done ${call.type === 'function' ? call.function.arguments : call.type}`));
  await stream.done();
  return fired;
}

test('arguments are told while the model still writes them', async () => {
  const gate = new Gate();
  const { client, threadId, assistant_id } = await opened(async function* () {
    yield name(0, 'f');
    yield args(0, '{"city":');
    await gate.pass();
    yield args(0, '"Oslo"}');
    yield done('calls');
  });
  const seen: string[] = [];
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  stream.on('toolCallDelta', (delta) => {
    if (delta.type !== 'function' || !delta.function?.arguments) return;
    seen.push(delta.function.arguments);
    if (seen.length === 1) gate.open();
  });
  // It would wait for ever if the first half came with the second.
  expect((await stream.finalRun()).status).toBe('requires_action');
  expect(seen).toEqual(['{"city":', '"Oslo"}']);
});

test('of calls that come one after the other each is done when the next begins', async () => {
  const fired = await told(name(0, 'f'), args(0, '{"a":'), args(0, '1}'), name(1, 'g'), args(1, '{}'));
  expect(fired).toEqual(['created f', '{"a":', '1}', 'done {"a":1}', 'created g', '{}', 'done {}']);
});

test('of calls that are written all at once each is told whole, though their pieces are mixed', async () => {
  const fired = await told(
    name(0, 'f'),
    name(1, 'g'),
    args(1, '{"b":'),
    args(0, '{"a":'),
    args(1, '2}'),
    args(0, '1}'),
  );
  expect(fired).toEqual(['created f', '{"a":', '1}', 'done {"a":1}', 'created g', '{"b":2}', 'done {"b":2}']);
});

test('calls without arguments, and with broken ones, are told too', async () => {
  const fired = await told(name(0, 'f'), name(1, 'g'), args(1, '{"b": moon'));
  expect(fired).toEqual(['created f', 'done ', 'created g', '{"b": moon', 'done {"b": moon']);
});

test('code that is asked for behind a function runs in the same step before the function is waited for', async () => {
  const { client, model, threadId, assistant_id, codeRunner } = await opened(
    () => [name(0, 'f'), args(0, '{}'), { type: 'code', index: 1, delta: 'print(42)' }, done('calls')],
    says('Done.'),
  );
  const stream = client.beta.threads.runs.stream(threadId, { assistant_id });
  const run = await stream.finalRun();
  expect(run.status).toBe('requires_action');
  expect(codeRunner.ran.map(({ code }) => code)).toEqual(['print(42)']);
  const ended = await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, {
    thread_id: threadId,
    tool_outputs: answers(run),
  });
  expect(ended.status).toBe('completed');
  const [step] = (await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId, order: 'asc' })).data;
  expect(step).toMatchObject({
    status: 'completed',
    step_details: {
      tool_calls: [
        { type: 'function', function: { name: 'f', output: 'ok' } },
        { type: 'code_interpreter', code_interpreter: { outputs: [{ logs: '42\n' }] } },
      ],
    },
  });
  expect(model.turns[1]?.items.slice(1).map((item) => item.type)).toEqual([
    'function_call',
    'code_result',
    'function_output',
  ]);
});

test('what was said behind a function is not lost when the app is closed before its output comes', async () => {
  const script: Script = () => [name(0, 'f'), args(0, '{}'), { type: 'text', delta: 'Let me see.' }, done('calls')];
  const first = await opened(script);
  const { client, threadId, assistant_id, folder, engine } = first;
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  await engine.close();
  const later = await openEngine({ folder, scripts: [says('It is so.')] });
  const body = { thread_id: threadId, tool_outputs: answers(run) };
  const ended = await later.client.beta.threads.runs.submitToolOutputsAndPoll(run.id, body);
  expect(ended.status).toBe('completed');
  const { data } = await later.client.beta.threads.messages.list(threadId, { order: 'asc' });
  expect(data.map(({ content: [part] }) => part?.type === 'text' && part.text.value)).toEqual([
    'What is 1 + 1?',
    'Let me see.',
    'It is so.',
  ]);
  expect(later.model.turns[0]?.items.map((item) => item.type)).toEqual([
    'message',
    'function_call',
    'function_output',
    'message',
  ]);
});

test('what was said behind a function stays in the thread when the run is cancelled instead', async () => {
  const { client, threadId, assistant_id } = await opened(() => [
    name(0, 'f'),
    args(0, '{}'),
    { type: 'text', delta: 'Let me see.' },
    done('calls'),
  ]);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  await client.beta.threads.runs.cancel(run.id, { thread_id: threadId });
  await client.beta.threads.runs.poll(run.id, { thread_id: threadId });
  const [message] = (await client.beta.threads.messages.list(threadId)).data;
  expect(message).toMatchObject({
    status: 'incomplete',
    incomplete_details: { reason: 'run_cancelled' },
    content: [{ text: { value: 'Let me see.' } }],
  });
});

test('a model that fails in the middle of arguments leaves a failed step with what had come', async () => {
  const { client, threadId, assistant_id } = await opened(() => [name(0, 'f'), args(0, '{"a":')]);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run.status).toBe('failed');
  const [step] = (await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId })).data;
  expect(step).toMatchObject({
    status: 'failed',
    step_details: { tool_calls: [{ function: { arguments: '{"a":' } }] },
  });
  expect((await client.beta.threads.runs.createAndPoll(threadId, { assistant_id })).status).toBe('failed');
});

test('calls that a filter cut off are not waited for', async () => {
  const { client, threadId, assistant_id } = await opened(() => [
    name(0, 'f'),
    args(0, '{"a":'),
    done('content_filter'),
  ]);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run).toMatchObject({ status: 'incomplete', required_action: null });
  const [step] = (await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId })).data;
  expect(step?.status).toBe('cancelled');
});

test('a run that is taken up by its outputs twice in a row goes on each time', async () => {
  const { client, threadId, assistant_id } = await opened(calls(['f', '{}']), calls(['g', '{}']), says('Done.'));
  const body = (run: OpenAI.Beta.Threads.Run) => ({ thread_id: threadId, tool_outputs: answers(run) });
  let run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  run = await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, body(run));
  expect(run.status).toBe('requires_action');
  run = await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, body(run));
  expect(run.status).toBe('completed');
});
