import { expect, it, onTestFinished } from 'vitest';
import type { AnswererId, ThreadId } from '../../src/preload/contract';
import { type RunningApp, startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';
import { listeningUpstream } from '../support/upstream';

const text = 'The answer to a long question, which takes its time.';

const answersIn = async ({ api }: RunningApp, threadId: ThreadId) =>
  (await api.threads.messages({ threadId, limit: 9 })).messages
    .filter(({ role }) => role === 'assistant')
    .map(({ id, parts }) => ({ id, text: parts.map((part) => (part.type === 'text' ? part.text : '')).join('') }));

it('an answer in the background survives that the app is killed: the same message goes on, and nothing is asked twice', {
  timeout: 120_000,
}, async () => {
  const { upstream, baseUrl } = await listeningUpstream();
  const data = tempFolder();
  const first = await startApp(data);
  onTestFinished(() => first.kill());
  const { id } = await first.api.connections.create({ name: 'Here', api: 'responses', baseUrl });
  await first.api.connections.verify({ connectionId: id });
  const { id: assistantId } = await first.api.assistants.create({ name: 'Slow', background: true });
  upstream.script({ reasoning: 'Hm.', text, stallAfterEvents: 12 });
  const answerer = `${id}/scripted` as AnswererId;
  const { run } = await first.api.runs.start({ threadId: null, prompt: 'Why?', answerer, assistantId });
  const { threadId } = run;
  await expect.poll(async () => (await answersIn(first, threadId))[0]?.text ?? '', { timeout: 20_000 }).toMatch(/^The/);
  const [half] = await answersIn(first, threadId);
  await first.kill();

  const second = await startApp(data);
  onTestFinished(() => second.stop());
  await expect.poll(async () => (await second.api.threads.get({ threadId })).busy, { timeout: 20_000 }).toBe(false);
  expect((await second.api.runs.ofThread({ threadId })).map(({ status }) => status)).toEqual(['completed']);
  expect(await answersIn(second, threadId)).toEqual([{ id: half!.id, text }]);
  await expect.poll(() => upstream.deleted.length).toBe(1);
  expect([upstream.turns.length, upstream.cancelled.length]).toEqual([1, 0]);
});
