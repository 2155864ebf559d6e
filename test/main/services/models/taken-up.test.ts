import { describe, expect, it } from 'vitest';
import type { DatasetId, RunId, ThreadId } from '../../../../src/preload/contract';
import { addData } from '../../../support/app';
import { type HostedApp, openHostedApp } from '../../../support/hosted-app';
import { needs, WHOLE } from '../../../support/needs';

const text = 'The answer to a long question, which takes its time.';
const speech = { reasoning: 'A long thought.', text, usage: { input: 900, cached: 0, output: 100, reasoning: 30 } };

/** Asks, and does not wait for the answer. */
async function begun(hosted: HostedApp, datasetIds: DatasetId[] = []) {
  const { answerer, assistantId } = hosted;
  const order = { threadId: null, prompt: 'Why?', datasetIds, documentIds: [], answerer, assistantId };
  const { run } = await hosted.app().services.runs.start(order);
  return { runId: run.id, threadId: run.threadId };
}

const textsOf = (hosted: HostedApp, threadId: ThreadId) =>
  hosted
    .app()
    .services.threads.messages({ threadId, limit: 9 })
    .messages.filter(({ role }) => role === 'assistant')
    .map(({ id, status, parts }) => ({
      ...{ id, status },
      text: parts.map((part) => (part.type === 'text' ? part.text : part.type)).join(''),
    }));

const stepsOf = (hosted: HostedApp, threadId: ThreadId) =>
  hosted
    .app()
    .services.runs.ofThread({ threadId })
    .flatMap(({ steps }) => steps);

const finished = (hosted: HostedApp, runId: RunId) => hosted.app().services.runs.finished(runId);

/** An answer of which some has been written when the app ends. */
async function leftHalf(over: object = {}, create: object = {}) {
  const hosted = await openHostedApp({ background: true, ...create }, { hostedCode: true });
  hosted.upstream.script({ ...speech, stallAfterEvents: 12, ...over });
  const asked = await begun(hosted);
  await expect.poll(() => textsOf(hosted, asked.threadId)[0]?.text ?? '').toMatch(/^The answer/);
  const [half] = textsOf(hosted, asked.threadId);
  return { hosted, ...asked, half: half! };
}

describe('an answer that goes on at the server while the app is closed', () => {
  it('is taken up again: the same message goes on to its end, and is asked and paid for once', async () => {
    const { hosted, runId, threadId, half } = await leftHalf();
    expect(half.text.length).toBeLessThan(text.length);
    const app = await hosted.restart();
    expect(await finished(hosted, runId)).toMatchObject({ status: 'completed', ending: null });
    expect(textsOf(hosted, threadId)).toEqual([{ id: half.id, status: 'completed', text }]);
    expect(stepsOf(hosted, threadId).map(({ type, status }) => [type, status])).toEqual([
      ['message_creation', 'completed'],
    ]);
    expect(hosted.upstream.turns).toHaveLength(1);
    expect(hosted.upstream.asked.map(({ path }) => path)).toContainEqual(
      expect.stringMatching(/^\/responses\/resp_\d+\?stream=true&starting_after=0$/),
    );
    await expect.poll(() => hosted.upstream.deleted.length).toBe(1);
    expect(hosted.upstream.cancelled).toEqual([]);
    const { total } = app.services.usage.report({ by: 'call', threadId });
    expect(total).toMatchObject({ promptTokens: 900, completionTokens: 100, reasoningTokens: 30 });
  });

  it('calls a tool once, however often the app ended while the call was written', async () => {
    const hosted = await openHostedApp({ background: true }, {});
    const { id } = await addData(hosted.app(), 'sales.csv', 'region,amount\nWest,3\nEast,4\n');
    const call = { name: 'query_data', arguments: { sql: 'SELECT sum(amount) AS total FROM sales' } };
    hosted.upstream.script({ calls: [call], stallAfterEvents: 6 }, { text: 'It is 7.' });
    hosted.upstream.resumptions.push({ stallAfterEvents: 5 });
    const { runId, threadId } = await begun(hosted, [id]);
    const calls = () => stepsOf(hosted, threadId).flatMap((step) => step.calls);
    await expect.poll(() => calls().length).toBe(1);
    const [half] = calls();
    await hosted.restart();
    await expect.poll(() => hosted.upstream.resumptions).toEqual([]);
    await hosted.restart();
    expect(await finished(hosted, runId)).toMatchObject({ status: 'completed' });
    expect(calls().map((made) => [made.id, made.status])).toEqual([[half!.id, 'completed']]);
    expect(textsOf(hosted, threadId).map((message) => message.text)).toEqual(['It is 7.']);
    const outputs = hosted.upstream.turns[1]!.json.input.filter(
      ({ type }: { type: string }) => type === 'function_call_output',
    );
    expect([hosted.upstream.turns.length, outputs.length]).toEqual([2, 1]);
  });

  it('keeps code that ran at the server, and each file of it, once', async () => {
    const code = { code: 'make()', logs: 'made\n', files: [{ name: 'out.csv', bytes: Buffer.from('a\n1\n') }] };
    const { hosted, runId, threadId, half } = await leftHalf(
      { reasoning: undefined, code, stallAfterEvents: 17 },
      { code: 'hosted' },
    );
    const kept = () => stepsOf(hosted, threadId).filter(({ type }) => type === 'tool_calls');
    const before = kept();
    expect(before).toMatchObject([{ status: 'completed', calls: [{ outputs: expect.anything() }] }]);
    await hosted.restart();
    expect(await finished(hosted, runId)).toMatchObject({ status: 'completed' });
    expect(textsOf(hosted, threadId)).toMatchObject([{ id: half.id, text }]);
    expect(kept()).toEqual(before);
  });

  it('ends with the reason where the server does not keep it any more, and what had come stays', async () => {
    const { hosted, runId, threadId, half } = await leftHalf();
    hosted.upstream.forgetAnswers();
    await hosted.restart();
    const run = await finished(hosted, runId);
    expect(run).toMatchObject({ status: 'failed', ending: { code: 'cut_off', gone: 'deleted' } });
    expect(textsOf(hosted, threadId)).toMatchObject([{ id: half.id, status: 'incomplete' }]);
    expect(text.startsWith(textsOf(hosted, threadId)[0]!.text)).toBe(true);
  });

  it('ends with the reason where it was cancelled at the server', needs(WHOLE), async () => {
    const { hosted, runId } = await leftHalf();
    hosted.upstream.standing = 'cancelled';
    await hosted.restart();
    expect(await finished(hosted, runId)).toMatchObject({
      status: 'failed',
      ending: { code: 'cut_off', gone: 'cancelled' },
    });
  });

  it('ends with the reason where it failed at the server', async () => {
    const { hosted, runId } = await leftHalf({ end: { failed: { code: 'server_error', message: 'It broke.' } } });
    await hosted.restart();
    expect(await finished(hosted, runId)).toMatchObject({ status: 'failed', ending: { code: 'server_error' } });
  });

  it('is cancelled at the server as well where the analyst stops it after the restart', async () => {
    const { hosted, runId, threadId, half } = await leftHalf();
    hosted.upstream.resumptions.push({ stallAfterEvents: 3 });
    const app = await hosted.restart();
    await expect.poll(() => hosted.upstream.resumptions).toEqual([]);
    await app.services.runs.cancel({ runId });
    expect(await finished(hosted, runId)).toMatchObject({ status: 'cancelled' });
    await expect.poll(() => [hosted.upstream.cancelled.length, hosted.upstream.deleted.length]).toEqual([1, 1]);
    expect(textsOf(hosted, threadId)).toMatchObject([{ id: half.id, status: 'incomplete' }]);
    expect(textsOf(hosted, threadId)[0]!.text).toMatch(/^The answer/);
  });

  it('is no matter for any other run: that has ended at the start, as ever', async () => {
    const hosted = await openHostedApp({}, {});
    hosted.upstream.script({ ...speech, stallAfterEvents: 12 });
    const { runId, threadId } = await begun(hosted);
    await expect.poll(() => textsOf(hosted, threadId).length).toBe(1);
    await hosted.restart();
    expect(await finished(hosted, runId)).toMatchObject({ status: 'failed', ending: { code: 'interrupted' } });
    expect(hosted.upstream.turns).toHaveLength(1);
  });
});
