import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { ModelEvent } from '../../../src/main/engine/ports';
import { asked, openEngine, type TestEngine, tool } from '../../support/engine';
import { calls, Gate, says } from '../../support/scripted-model';
import { tempFolder } from '../../support/temp-folder';
import { TestClock } from '../../support/test-clock';

/** The database as a killed process would leave it: a copy taken in the middle of things. */
function crashed({ folder }: TestEngine): string {
  const copy = tempFolder();
  mkdirSync(copy, { recursive: true });
  for (const name of ['engine.db', 'engine.db-wal']) copyFileSync(join(folder, name), join(copy, name));
  return copy;
}

function talksUntil(gate: Gate) {
  return async function* (): AsyncGenerator<ModelEvent> {
    yield { type: 'text', delta: 'Half an' };
    await gate.pass();
  };
}

test('a run that was queued when the engine died is picked up by the next', async () => {
  const before = await openEngine();
  const { assistant_id, threadId } = await asked(before.client);
  const answer = await before.engine.fetch(`http://engine/v1/threads/${threadId}/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ assistant_id }),
  });
  // Work begins only after the answer is out, so the run is still queued here.
  const folder = crashed(before);
  const { id } = z.object({ id: z.string() }).parse(await answer.json());
  const { client } = await openEngine({ folder });
  const ended = await client.beta.threads.runs.poll(id, { thread_id: threadId });
  expect(ended.status).toBe('completed');
});

test('a run that was in progress when the engine died has failed, and the thread is free', async () => {
  const gate = new Gate();
  const before = await openEngine({ scripts: [talksUntil(gate)] });
  const { assistant_id, threadId } = await asked(before.client);
  const run = await before.client.beta.threads.runs.create(threadId, { assistant_id });
  await gate.reached;
  const { client } = await openEngine({ folder: crashed(before) });
  const after = await client.beta.threads.runs.retrieve(run.id, { thread_id: threadId });
  expect(after).toMatchObject({
    status: 'failed',
    last_error: { code: 'server_error' },
    failed_at: expect.any(Number),
  });
  const { data: steps } = await client.beta.threads.runs.steps.list(run.id, { thread_id: threadId });
  const { data: messages } = await client.beta.threads.messages.list(threadId, { run_id: run.id });
  expect(steps).toMatchObject([{ status: 'failed', last_error: { code: 'server_error' } }]);
  expect(messages).toMatchObject([{ status: 'incomplete', incomplete_details: { reason: 'run_failed' } }]);
  expect((await client.beta.threads.runs.createAndPoll(threadId, { assistant_id })).status).toBe('completed');
});

test('a run that was being cancelled when the engine died is cancelled', async () => {
  const before = await openEngine({ scripts: [calls(['f', '{}'])] });
  const { assistant_id, threadId } = await asked(before.client, { tools: [tool('f')] });
  const run = await before.client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const url = `http://engine/v1/threads/${threadId}/runs/${run.id}/cancel`;
  await before.engine.fetch(url, { method: 'POST' });
  const { client } = await openEngine({ folder: crashed(before) });
  const after = await client.beta.threads.runs.retrieve(run.id, { thread_id: threadId });
  expect(after).toMatchObject({ status: 'cancelled', cancelled_at: expect.any(Number) });
});

test('a run that waits for outputs still waits after a crash, for the rest of its time', async () => {
  const clock = new TestClock();
  const before = await openEngine({ scripts: [calls(['f', '{}'])], clock });
  const { assistant_id, threadId } = await asked(before.client, { tools: [tool('f')] });
  const ids = { thread_id: threadId };
  const run = await before.client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  const folders = [crashed(before), crashed(before)];
  clock.sleep(9 * 60_000);

  const answered = await openEngine({ folder: folders[0]!, clock, scripts: [says('Thanks.')] });
  const [call] = run.required_action!.submit_tool_outputs.tool_calls;
  const tool_outputs = [{ tool_call_id: call!.id, output: '42' }];
  const ended = await answered.client.beta.threads.runs.submitToolOutputsAndPoll(run.id, { ...ids, tool_outputs });
  expect(ended.status).toBe('completed');
  expect(answered.model.turns[0]?.items.at(-1)).toEqual({ type: 'function_output', callId: call!.id, output: '42' });

  const late = await openEngine({ folder: folders[1]!, clock });
  clock.advance(60_000);
  expect((await late.client.beta.threads.runs.retrieve(run.id, ids)).status).toBe('expired');
});

test('a run whose time ran out while the engine was off is expired at the next start', async () => {
  const clock = new TestClock();
  const before = await openEngine({ scripts: [calls(['f', '{}'])], clock });
  const { assistant_id, threadId } = await asked(before.client, { tools: [tool('f')] });
  const run = await before.client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  await before.engine.close();
  clock.sleep(3_600_000);
  const { client } = await openEngine({ folder: before.folder, clock });
  expect((await client.beta.threads.runs.retrieve(run.id, { thread_id: threadId })).status).toBe('expired');
});

test('a run made while the clock was ahead has its ten minutes at the next start, and no more', async () => {
  const clock = new TestClock();
  const before = await openEngine({ scripts: [calls(['f', '{}'])], clock });
  const { assistant_id, threadId } = await asked(before.client, { tools: [tool('f')] });
  const run = await before.client.beta.threads.runs.createAndPoll(threadId, { assistant_id });
  await before.engine.close();
  clock.set(-24 * 3_600_000);
  const { client } = await openEngine({ folder: before.folder, clock });
  clock.advance(599_000);
  expect((await client.beta.threads.runs.retrieve(run.id, { thread_id: threadId })).status).toBe('requires_action');
  clock.advance(1_000);
  expect((await client.beta.threads.runs.retrieve(run.id, { thread_id: threadId })).status).toBe('expired');
});

test('closing the engine ends what is in progress, keeps what was said, and refuses further requests', async () => {
  const gate = new Gate();
  const before = await openEngine({ scripts: [talksUntil(gate)] });
  const { assistant_id, threadId } = await asked(before.client);
  const stream = before.client.beta.threads.runs.stream(threadId, { assistant_id });
  const ended = stream.finalRun();
  await gate.reached;
  await before.engine.close();
  const run = await ended;
  expect(run).toMatchObject({ status: 'failed', last_error: { code: 'server_error' } });
  await expect(before.client.beta.threads.retrieve(threadId)).rejects.toMatchObject({ status: 503 });
  const { client } = await openEngine({ folder: before.folder });
  const { data } = await client.beta.threads.messages.list(threadId, { run_id: run.id });
  expect(data).toMatchObject([{ status: 'incomplete', content: [{ text: { value: 'Half an' } }] }]);
});
