import { expect, test } from 'vitest';
import { type ModelEvent, ModelFailure, type ModelUsage } from '../../../src/main/engine/ports';
import { asked, openEngine, tool } from '../../support/engine';
import { calls, done, Gate, type Script, says } from '../../support/scripted-model';

const spent: ModelUsage = { promptTokens: 100, completionTokens: 20, cachedTokens: 60, reasoningTokens: 8 };
const wire = {
  prompt_tokens: 100,
  completion_tokens: 20,
  total_tokens: 120,
  prompt_token_details: { cached_tokens: 60 },
  completion_tokens_details: { reasoning_tokens: 8 },
};

async function ran(script: Script) {
  const { client } = await openEngine({ scripts: [script] });
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const { data: steps } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId });
  return { run, steps };
}

test('cached and reasoning tokens reach the run and its step', async () => {
  const { run, steps } = await ran(() => [{ type: 'text', delta: 'Hi.' }, done('stop', spent)]);
  expect(run.usage).toEqual(wire);
  expect(steps[0]?.usage).toEqual(wire);
});

test('tokens that were counted here, as the server did not tell, say so', async () => {
  const { run, steps } = await ran(() => [{ type: 'text', delta: 'Hi.' }, done('stop', { ...spent, estimated: true })]);
  expect(run.usage).toEqual({ ...wire, estimated: true });
  expect(steps[0]?.usage).toEqual({ ...wire, estimated: true });
});

test('what a failed call has cost is counted, on the run and on the step it broke off in', async () => {
  const { run, steps } = await ran(async function* (): AsyncGenerator<ModelEvent> {
    yield { type: 'text', delta: 'Half' };
    throw new ModelFailure('cut_off', 'Gone.', { usage: spent });
  });
  expect(run).toMatchObject({ status: 'failed', usage: wire });
  expect(steps[0]).toMatchObject({ status: 'failed', usage: wire });
});

test('a turn that stops without saying that it is done costs what was told of it last', async () => {
  const { run } = await ran(() => [
    { type: 'usage', usage: { ...spent, completionTokens: 1 } },
    { type: 'text', delta: 'Half' },
    { type: 'usage', usage: spent },
  ]);
  expect(run).toMatchObject({ status: 'failed', usage: wire });
});

test('a run that is cancelled in the middle of an answer has cost what was told until then', async () => {
  const gate = new Gate();
  const { client } = await openEngine({
    scripts: [
      async function* (): AsyncGenerator<ModelEvent> {
        yield { type: 'text', delta: 'Half' };
        yield { type: 'usage', usage: spent };
        await gate.pass();
      },
    ],
  });
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.create(threadId, { assistant_id });
  await gate.reached;
  await client.beta.threads.runs.cancel(run.id, { thread_id: threadId });
  const ended = await client.beta.threads.runs.poll(run.id, { thread_id: threadId });
  expect(ended).toMatchObject({ status: 'cancelled', usage: wire });
});

test('a call that fails after others adds to what they have cost', async () => {
  const fails: Script = () => {
    throw new ModelFailure('rate_limit', 'Later.', { usage: spent });
  };
  const { client } = await openEngine({ scripts: [calls(['f', '{}']), fails, says('Never.')] });
  const { assistant_id, threadId } = await asked(client, { tools: [tool('f')] });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const [call] = run.required_action!.submit_tool_outputs.tool_calls;
  const tool_outputs = [{ tool_call_id: call!.id, output: '1' }];
  const body = { thread_id: threadId, tool_outputs };
  const ended = await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, body);
  expect(ended).toMatchObject({ status: 'failed', usage: { prompt_tokens: 110, completion_tokens: 25 } });
});
