import { Readable } from 'node:stream';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { App } from '../../../../src/main/compose';
import type { AppEvent, Run } from '../../../../src/preload/contract';
import { openTestApp } from '../../../support/app';
import { tempFolder } from '../../../support/temp-folder';

/** An app whose way to the server is lost for requests that fit, after the server has done them. */
async function openLosing(fits: (method: string, path: string) => boolean): Promise<{ app: App; events: AppEvent[] }> {
  const app = await openTestApp(tempFolder());
  onTestFinished(() => app.close());
  const { engine } = app;
  if (!engine) throw new Error('the engine is not there');
  const whole = engine.fetch.bind(engine);
  engine.fetch = async (input, init) => {
    const request = new Request(input, init);
    const answer = await whole(request);
    if (!fits(request.method, new URL(request.url).pathname)) return answer;
    await answer.body?.cancel();
    throw new TypeError('the connection was lost');
  };
  const events: AppEvent[] = [];
  app.subscribe((event) => events.push(event));
  return { app, events };
}

it('a question whose run began unheard is said, followed, and leaves its thread free', async () => {
  let lost = 0;
  const { app, events } = await openLosing((method, path) => {
    const fits = method === 'POST' && path.endsWith('/runs') && lost === 0;
    if (fits) lost += 1;
    return fits;
  });
  const started = await app.dispatch('runs.start', { threadId: null, prompt: 'What is here?' });
  expect(started).toMatchObject({ ok: true });
  const message = events.find((event) => event.name === 'messages.changed')?.data;
  const run = events.find((event) => event.name === 'runs.changed')?.data;
  expect(message).toMatchObject({ role: 'user', parts: [{ text: 'What is here?' }] });
  expect(events.some((event) => event.name === 'threads.changed')).toBe(true);
  if (!run) throw new Error('the run was not said');
  await app.services.runs.finished(run.id);
  const again = await app.dispatch('runs.start', { threadId: run.threadId, prompt: 'And now?' });
  expect(again).toMatchObject({ ok: true });
});

it('a question about documents is answered also where their store cannot be kept for longer', async () => {
  const { app } = await openLosing((method, path) => method === 'POST' && /\/vector_stores\/[^/]+$/.test(path));
  const file = await app.services.files.add('notes.md', Readable.from([Buffer.from('Storks nest on the lighthouse.')]));
  const { id } = app.services.documents.add({ fileId: file.id });
  await app.services.documents.settled(id);
  const started = await app.dispatch('runs.start', {
    threadId: null,
    prompt: 'Where do storks nest?',
    documentIds: [id],
  });
  expect(started).toMatchObject({ ok: true });
});

it.each([
  ['forward', 1],
  ['back', -1],
])('a run takes as long as it took, though the clock was set %s by a day meanwhile', async (_, way) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const app = await openTestApp(tempFolder());
  onTestFinished(() => app.close());
  let set = false;
  app.subscribe((event) => {
    if (set || event.name !== 'runs.changed' || event.data.startedAt === null) return;
    set = true;
    vi.setSystemTime(Date.now() + way * 24 * 3_600_000);
  });
  const { runs } = app.services;
  const started = await runs.start({ threadId: null, prompt: 'What is here?', datasetIds: [], documentIds: [] });
  await runs.finished(started.run.id);
  const [run] = runs.ofThread({ threadId: started.thread.id });
  expect(run).toMatchObject({ status: 'completed', startedAt: expect.any(Number), finishedAt: expect.any(Number) });
  const took = Number(run?.finishedAt) - Number(run?.startedAt);
  expect(took).toBeGreaterThanOrEqual(0);
  expect(took).toBeLessThan(3_600_000);
});

it('an assistant is made once and is not written to again by the questions that follow', async () => {
  const app = await openTestApp(tempFolder());
  onTestFinished(() => app.close());
  const { engine } = app;
  if (!engine) throw new Error('the engine is not there');
  const whole = engine.fetch.bind(engine);
  const written: string[] = [];
  engine.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (request.method === 'POST' && /\/assistants(\/|$)/.test(pathname)) written.push(pathname);
    return whole(request);
  };
  const asked = async (threadId: Run['threadId'] | null, prompt: string) => {
    const { run } = await app.services.runs.start({ threadId, prompt, datasetIds: [], documentIds: [] });
    await app.services.runs.finished(run.id);
    return run.threadId;
  };
  const threadId = await asked(null, 'What is here?');
  await asked(threadId, 'And now?');
  await asked(null, 'And elsewhere?');
  expect(written).toEqual(['/v1/assistants']);
});
