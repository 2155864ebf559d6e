import { expect, test } from 'vitest';
import { chatModel } from '../../../src/main/engine/models/chat';
import { responsesModel } from '../../../src/main/engine/models/responses';
import { type ModelEvent, unknownAbilities } from '../../../src/main/engine/ports';
import { asked, openEngine, tool } from '../../support/engine';
import { chatWith } from '../../support/models/chats';
import { calls, done, Gate, says } from '../../support/scripted-model';
import { TestClock } from '../../support/test-clock';

const MINUTES = 60_000;

/** Says a little, then waits at the gate, deaf to every signal. */
function stuck(gate: Gate) {
  return async function* (): AsyncGenerator<ModelEvent> {
    yield { type: 'text', delta: 'The answer' };
    await gate.pass();
    yield { type: 'text', delta: ' never comes.' };
    yield done();
  };
}

async function following(clock?: TestClock) {
  const gate = new Gate();
  const opened = await openEngine({ scripts: [stuck(gate), says('Next.')], ...(clock ? { clock } : {}) });
  const { assistant_id, threadId } = await asked(opened.client);
  const stream = opened.client.beta.threads.runs.stream(threadId, { assistant_id });
  const events: string[] = [];
  stream.on('event', ({ event }) => events.push(event));
  await gate.reached;
  const { id } = (await opened.client.beta.threads.runs.list(threadId)).data[0]!;
  return { ...opened, gate, assistant_id, threadId, stream, events, runId: id };
}

test('cancelling a run in progress stops it at once, whatever the model does', async () => {
  const { client, threadId, runId, stream, events } = await following();
  const answer = await client.beta.threads.runs.cancel(runId, { thread_id: threadId });
  expect(answer).toMatchObject({ status: 'cancelling', cancelled_at: null });
  expect(await stream.finalRun()).toMatchObject({ status: 'cancelled', cancelled_at: expect.any(Number) });
  expect(events.slice(-4)).toEqual([
    'thread.run.cancelling',
    'thread.message.incomplete',
    'thread.run.step.cancelled',
    'thread.run.cancelled',
  ]);
  const { data } = await client.beta.threads.messages.list(threadId, { run_id: runId });
  expect(data).toMatchObject([
    {
      status: 'incomplete',
      incomplete_details: { reason: 'run_cancelled' },
      content: [{ text: { value: 'The answer' } }],
    },
  ]);
});

test('a cancelled run frees its thread', async () => {
  const { client, threadId, runId, assistant_id } = await following();
  await client.beta.threads.runs.cancel(runId, { thread_id: threadId });
  await client.beta.threads.runs.poll(runId, { thread_id: threadId });
  await client.beta.threads.messages.create(threadId, { role: 'user', content: 'Again' });
  expect((await client.beta.threads.runs.createAndPoll(threadId, { assistant_id })).status).toBe('completed');
});

test('a queued run can be cancelled before the model is asked', async () => {
  const { client, model } = await openEngine();
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.create(threadId, { assistant_id });
  const cancel = client.beta.threads.runs.cancel(run.id, { thread_id: threadId });
  expect((await cancel).status).toBe('cancelling');
  const ended = await client.beta.threads.runs.poll(run.id, { thread_id: threadId });
  expect(ended.status).toBe('cancelled');
  expect(model.turns.length).toBeLessThanOrEqual(1);
});

test('a run that waits for tool outputs can be cancelled, its step with it', async () => {
  const { client } = await openEngine({ scripts: [calls(['f', '{}'])] });
  const { assistant_id, threadId } = await asked(client, { tools: [tool('f')] });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const cancelling = await client.beta.threads.runs.cancel(run.id, { thread_id: threadId });
  expect(cancelling.status).toBe('cancelling');
  const ended = await client.beta.threads.runs.poll(run.id, { thread_id: threadId });
  expect(ended).toMatchObject({ status: 'cancelled', required_action: null });
  const { data } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId });
  expect(data).toMatchObject([{ status: 'cancelled', cancelled_at: expect.any(Number) }]);
});

test('a run that has ended cannot be cancelled', async () => {
  const { client } = await openEngine();
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  await expect(client.beta.threads.runs.cancel(run.id, { thread_id: threadId })).rejects.toMatchObject({
    status: 400,
    error: { message: "Cannot cancel run with status 'completed'.", param: null, code: null },
  });
});

test('a run that is being cancelled cannot be cancelled again', async () => {
  const { client, threadId, runId } = await following();
  const both = [1, 2].map(() => client.beta.threads.runs.cancel(runId, { thread_id: threadId }));
  const [first, second] = await Promise.allSettled(both);
  expect(first).toMatchObject({ status: 'fulfilled', value: { status: 'cancelling' } });
  expect(second).toMatchObject({
    status: 'rejected',
    reason: { status: 400, message: expect.stringMatching(/Cannot cancel run with status 'cancell(ing|ed)'\./) },
  });
});

test('after ten minutes a run in progress expires', async () => {
  const clock = new TestClock();
  const { client, threadId, runId, stream, events } = await following(clock);
  clock.advance(10 * MINUTES);
  expect(await stream.finalRun()).toMatchObject({ id: runId, status: 'expired', usage: { total_tokens: 0 } });
  expect(events.slice(-3)).toEqual(['thread.message.incomplete', 'thread.run.step.expired', 'thread.run.expired']);
  const { data } = await client.beta.threads.messages.list(threadId, { run_id: runId });
  expect(data).toMatchObject([{ status: 'incomplete', incomplete_details: { reason: 'run_expired' } }]);
});

test.each([
  { where: 'on this computer', baseUrl: 'http://127.0.0.1:9/v1', app: 120, script: 10 },
  { where: 'elsewhere', baseUrl: 'https://models.example/v1', app: 10, script: 10 },
])(
  'a model $where has $app minutes for a run of the app, and $script for a script’s',
  async ({ baseUrl, ...minutes }) => {
    const scripts = Array.from({ length: 4 }, () => ({ calls: [{ name: 'f', arguments: {} }] }));
    const { options } = chatWith(scripts);
    const upstream = { ...options.upstream, baseUrl };
    for (const provider of [chatModel, responsesModel]) {
      const { client } = await openEngine({ models: () => provider({ ...options, upstream }) });
      const { assistant_id, threadId } = await asked(client, { tools: [tool('f')] });
      for (const [metadata, expected] of [
        [{ assay_boundary: 'results' }, minutes.app],
        [{}, minutes.script],
      ] as const) {
        const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id, metadata });
        expect([run.status, (run.expires_at! - run.created_at) * 1_000]).toEqual([
          'requires_action',
          expected * MINUTES,
        ]);
        await client.beta.threads.runs.cancel(run.id, { thread_id: threadId });
      }
    }
  },
);

test('after ten minutes a run that waits for outputs expires and takes none', async () => {
  const clock = new TestClock();
  const { client } = await openEngine({ scripts: [calls(['f', '{}'])], clock });
  const { assistant_id, threadId } = await asked(client, { tools: [tool('f')] });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  clock.advance(10 * MINUTES - 1000);
  expect((await client.beta.threads.runs.retrieve(run.id, { thread_id: threadId })).status).toBe('requires_action');
  clock.advance(1000);
  const [call] = run.required_action!.submit_tool_outputs.tool_calls;
  await expect(
    client.beta.threads.runs.submitToolOutputs(run.id, {
      thread_id: threadId,
      tool_outputs: [{ tool_call_id: call!.id, output: '' }],
    }),
  ).rejects.toThrow('Runs in status "expired" do not accept tool outputs.');
  const { data } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId });
  expect(data).toMatchObject([{ status: 'expired', expired_at: expect.any(Number) }]);
});

test('a run that expired while the machine slept is expired when it is next looked at', async () => {
  const clock = new TestClock();
  const { client } = await openEngine({ scripts: [calls(['f', '{}'])], clock });
  const { assistant_id, threadId } = await asked(client, { tools: [tool('f')] });
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  clock.sleep(60 * MINUTES);
  const { data } = await client.beta.threads.runs.list(threadId);
  expect(data).toMatchObject([{ id: run.id, status: 'expired' }]);
  await client.beta.threads.messages.create(threadId, { role: 'user', content: 'Still there?' });
});

test.each([
  ['a day forward', 24 * 60 * MINUTES],
  ['a day back', -24 * 60 * MINUTES],
])('a clock that is set %s changes nothing for a run in progress', async (_, by) => {
  const clock = new TestClock();
  const { client, gate, threadId, runId, stream } = await following(clock);
  clock.set(by);
  expect((await client.beta.threads.runs.retrieve(runId, { thread_id: threadId })).status).toBe('in_progress');
  clock.advance(9 * MINUTES);
  gate.open();
  const run = await stream.finalRun();
  expect(run).toMatchObject({ status: 'completed' });
  const { data: steps } = await client.beta.threads.runs.steps.list(runId, { thread_id: threadId });
  const { data: messages } = await client.beta.threads.messages.list(threadId, { run_id: runId });
  expect([steps.length, messages.length]).toEqual([1, 1]);
  for (const { created_at, completed_at } of [run, ...steps, ...messages])
    expect((completed_at ?? 0) - created_at).toBe(9 * 60);
});

test('a clock that is set back gives a run that waits for outputs no more time, and its steps no negative one', async () => {
  const clock = new TestClock();
  const { client } = await openEngine({ scripts: [calls(['f', '{}']), calls(['f', '{}'])], clock });
  const { assistant_id, threadId } = await asked(client, { tools: [tool('f')] });
  const ids = { thread_id: threadId };
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  clock.set(-24 * 60 * MINUTES);
  const [call] = run.required_action!.submit_tool_outputs.tool_calls;
  const tool_outputs = [{ tool_call_id: call!.id, output: '' }];
  await client.beta.threads.runs.submitToolOutputsAndPoll(run.id, { ...ids, tool_outputs });
  clock.advance(10 * MINUTES);
  expect((await client.beta.threads.runs.retrieve(run.id, ids)).status).toBe('expired');
  const { data } = await client.beta.threads.runs.steps.list(run.id, { ...ids, order: 'asc' });
  expect(data.map((step) => step.status)).toEqual(['completed', 'expired']);
  for (const { created_at, completed_at, expired_at } of data)
    expect((completed_at ?? expired_at ?? 0) - created_at).toBeGreaterThanOrEqual(0);
});

test('deleting a thread cancels its run and leaves nothing behind', async () => {
  const { client, threadId, runId, stream } = await following();
  await client.beta.threads.delete(threadId);
  expect((await stream.finalRun()).status).toBe('cancelled');
  await expect(client.beta.threads.runs.retrieve(runId, { thread_id: threadId })).rejects.toMatchObject({
    status: 404,
  });
});

test('a client that goes away does not disturb the run', async () => {
  const { client, gate, threadId, runId, stream } = await following();
  const gone = stream.done().catch((error: Error) => error.constructor.name);
  stream.abort();
  expect(await gone).toBe('APIUserAbortError');
  gate.open();
  const ended = await client.beta.threads.runs.poll(runId, { thread_id: threadId });
  expect(ended.status).toBe('completed');
  const { data } = await client.beta.threads.messages.list(threadId, { run_id: runId });
  expect(data[0]?.content).toMatchObject([{ text: { value: 'The answer never comes.' } }]);
});

test('a run cancelled while it searches does not ask for outputs of what it called besides', async () => {
  const gate = new Gate();
  const embed = async (texts: readonly string[]) => {
    await gate.pass();
    return texts.map(() => new Float32Array([1]));
  };
  const { client } = await openEngine({
    embedder: { model: 'one', embed },
    scripts: [
      () => [
        { type: 'file_search', index: 0, queries: ['leave'] },
        { type: 'call', index: 1, name: 'f' },
        done('calls'),
      ],
    ],
  });
  const { id: storeId } = await client.vectorStores.create({});
  const { assistant_id, threadId } = await asked(client, {
    tools: [{ type: 'file_search' }, tool('f')],
    tool_resources: { file_search: { vector_store_ids: [storeId] } },
  });
  const run = await client.beta.threads.runs.create(threadId, { assistant_id });
  await gate.reached;
  await client.beta.threads.runs.cancel(run.id, { thread_id: threadId });
  gate.open();
  const ended = await client.beta.threads.runs.poll(run.id, { thread_id: threadId });
  expect(ended).toMatchObject({ status: 'cancelled', required_action: null });
});

test('a thread that could not be deleted goes on with its run', async () => {
  const gate = new Gate();
  const { client, database } = await openEngine({ scripts: [stuck(gate)] });
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.create(threadId, { assistant_id });
  await gate.reached;
  database.run(`CREATE TEMP TRIGGER kept BEFORE DELETE ON thread BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
  await expect(client.beta.threads.delete(threadId)).rejects.toMatchObject({ status: 500 });
  gate.open();
  expect((await client.beta.threads.runs.poll(run.id, { thread_id: threadId })).status).toBe('completed');
});

test('a run that has completed stays so, whatever its model does when it is left', async () => {
  const events: ModelEvent[] = [{ type: 'text', delta: 'Hello' }, done()];
  const rude = {
    next: async () => ({ done: false as const, value: events.shift() ?? done() }),
    return: () => {
      throw new Error('not like this');
    },
  };
  const { client } = await openEngine({
    models: () => ({
      answerer: 'rude',
      id: 'rude',
      abilities: unknownAbilities,
      respond: () => ({ [Symbol.asyncIterator]: () => rude }),
    }),
  });
  const { assistant_id, threadId } = await asked(client);
  const run = await client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  expect(run).toMatchObject({ status: 'completed', last_error: null });
});
