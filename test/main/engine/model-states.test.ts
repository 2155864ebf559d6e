import type OpenAI from 'openai';
import { expect, test } from 'vitest';
import type { ModelEvent, ModelItem, Models } from '../../../src/main/engine/ports';
import { asked, openEngine, tool } from '../../support/engine';
import { FakeCodeRunner, printed } from '../../support/engine-code';
import { calls, done, type Script, ScriptedModel, says } from '../../support/scripted-model';

const state = (name: string): ModelEvent => ({ type: 'state', state: { name } });
const call = (index: number): ModelEvent[] => [
  { type: 'call', index, name: 'f' },
  { type: 'call_arguments', index, delta: '{}' },
];

/** Each item in a word: its kind, or the name of a state. */
const kinds = (items: readonly ModelItem[] | undefined) =>
  items?.map((item) => (item.type === 'state' ? JSON.stringify(item.state) : item.type));
const named = (name: string) => JSON.stringify({ name });

const submission = (run: OpenAI.Beta.Threads.Run, thread_id: string) => ({
  thread_id,
  tool_outputs: (run.required_action?.submit_tool_outputs.tool_calls ?? []).map(({ id }) => ({
    tool_call_id: id,
    output: 'ok',
  })),
});

async function opened(...scripts: Script[]) {
  const engine = await openEngine({ scripts, codeRunner: new FakeCodeRunner(() => printed('42\n')) });
  const tools = [tool('f'), { type: 'code_interpreter' as const }];
  return { ...engine, ...(await asked(engine.client, { tools })) };
}

test('states come back in their places, before and behind the calls and messages they stood at', async () => {
  const { client, model, threadId, assistant_id } = await opened(
    () => [
      state('before text'),
      { type: 'text', delta: 'Hm.' },
      state('before first'),
      ...call(0),
      state('before second'),
      ...call(1),
      state('behind'),
      done('calls'),
    ],
    says('Done.'),
  );
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, submission(run, threadId));
  expect(kinds(model.turns[1]?.items)).toEqual([
    'message',
    named('before text'),
    'message',
    named('before first'),
    'function_call',
    named('before second'),
    'function_call',
    named('behind'),
    'function_output',
    'function_output',
  ]);
});

test('the state before code comes back with it, and those of all turns of the run', async () => {
  const { client, model, threadId, assistant_id } = await opened(
    () => [state('one'), { type: 'code', index: 0, delta: 'print(42)' }, done('calls')],
    () => [state('two'), ...call(0), done('calls')],
    says('Done.'),
  );
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, submission(run, threadId));
  expect(kinds(model.turns[2]?.items)).toEqual([
    'message',
    named('one'),
    'code_result',
    named('two'),
    'function_call',
    'function_output',
  ]);
});

test('the state of what was said behind a function comes back with the message that it became', async () => {
  const { client, model, threadId, assistant_id } = await opened(
    () => [...call(0), state('of the text'), { type: 'text', delta: 'Hm.' }, done('calls')],
    says('Done.'),
  );
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, submission(run, threadId));
  expect(kinds(model.turns[1]?.items)).toEqual([
    'message',
    'function_call',
    'function_output',
    named('of the text'),
    'message',
  ]);
});

test('states survive a restart, and are no part of later runs', async () => {
  const script: Script = () => [state('kept'), ...call(0), done('calls')];
  const first = await opened(script);
  const { threadId, assistant_id, folder } = first;
  const run = await first.client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  await first.engine.close();
  const { client, model } = await openEngine({ folder, scripts: [says('Done.')] });
  await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, submission(run, threadId));
  expect(kinds(model.turns[0]?.items)).toContain(named('kept'));
  await client.beta.threads.messages.create(threadId, { role: 'user', content: 'And now?' });
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(kinds(model.turns[1]?.items)).toEqual(['message', 'function_call', 'function_output', 'message', 'message']);
});

test('a state never goes to another answerer', async () => {
  const script: Script = () => [state('mine'), ...call(0), done('calls')];
  const [first, second] = [new ScriptedModel([script], 'first'), new ScriptedModel([says('Done.')], 'second')];
  let configured = first;
  const models: Models = { resolve: () => configured, answerer: () => configured, list: async () => [] };
  const { client, database } = await openEngine({ models });
  const { threadId, assistant_id } = await asked(client, { tools: [tool('f')] });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  configured = second;
  // As it is with runs of a version that did not keep who answers.
  database.run(`UPDATE run SET settings = json_remove(settings, '$.answerer')`, {});
  await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, submission(run, threadId));
  expect(kinds(second.turns[0]?.items)).toEqual(['message', 'function_call', 'function_output']);
});

test('states go with their thread', async () => {
  const { client, database, threadId, assistant_id } = await opened(
    () => [state('kept'), ...call(0), done('calls')],
    calls(['f', '{}']),
  );
  await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const count = () => database.get<{ n: number }>('SELECT count(*) AS n FROM model_state', {})?.n;
  expect(count()).toBe(1);
  await client.beta.threads.delete(threadId);
  expect(count()).toBe(0);
});
