import { describe, expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../../src/main/compose';
import { addData, openTestApp } from '../../../support/app';
import { tempFolder } from '../../../support/temp-folder';

/** An app whose server does what it is asked to by such a request, of which the answer is then lost, once `loseNext` is called. */
async function appThatLoses(request: RegExp): Promise<{ app: App; lost(): number; loseNext(): void }> {
  const app = await openTestApp(tempFolder());
  onTestFinished(() => app.close());
  const { engine } = app;
  if (!engine) throw new Error('the engine is not there');
  const whole = engine.fetch.bind(engine);
  let lost = 0;
  let losing = false;
  engine.fetch = async (input, init) => {
    const asked = new Request(input, init);
    const line = `${asked.method} ${new URL(asked.url).pathname}`;
    const answer = await whole(asked);
    if (!losing || !request.test(line)) return answer;
    lost += 1;
    losing = false;
    throw new TypeError('fetch failed', { cause: new Error('ECONNRESET') });
  };
  const loseNext = () => {
    losing = true;
  };
  return { app, lost: () => lost, loseNext };
}

/** What the server has of a thread. */
async function onServer(app: App, threadId: string) {
  const read = async (path: string): Promise<{ data: { role?: string; status?: string }[] }> => {
    const response = await app.engine?.fetch(`http://engine/v1/threads/${threadId}/${path}?order=asc`);
    return response?.json() as Promise<{ data: { role?: string; status?: string }[] }>;
  };
  const [messages, runs] = [await read('messages'), await read('runs')];
  return {
    questions: messages.data.filter(({ role }) => role === 'user').length,
    runs: runs.data.map(({ status }) => status),
  };
}

describe('a question of which an answer of the server is lost on the way', () => {
  it.each([
    ['the thread', /^POST .*\/threads$/],
    ['the message', /^POST .*\/messages$/],
    ['the run', /^POST .*\/runs$/],
    ['the outputs of its tools', /^POST .*\/submit_tool_outputs$/],
  ])('is asked once and answered: the one to %s', async (_what, request) => {
    const { app, lost, loseNext } = await appThatLoses(request);
    const { id } = await addData(app, 'sales.csv', 'region,amount\nWest,1\nEast,2\n');
    const prompt = 'total amount by region';
    loseNext();
    const { run } = await app.services.runs.start({ threadId: null, prompt, datasetIds: [id], documentIds: [] });
    const ended = await app.services.runs.finished(run.id);
    expect(lost()).toBe(1);
    expect(ended.status).toBe('completed');
    expect(await onServer(app, run.threadId)).toEqual({ questions: 1, runs: ['completed'] });
    const { messages } = app.services.threads.messages({ threadId: run.threadId, limit: 50 });
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant']);
  });

  it('is not run twice when it is asked for again and that answer is lost', async () => {
    const { app, lost, loseNext } = await appThatLoses(/^POST .*\/runs$/);
    const { runs } = app.services;
    const first = await runs.start({ threadId: null, prompt: 'What is here?', datasetIds: [], documentIds: [] });
    await runs.finished(first.run.id);
    loseNext();
    const again = await runs.retry({ threadId: first.run.threadId });
    expect((await runs.finished(again.id)).status).toBe('completed');
    expect(lost()).toBe(1);
    expect(await onServer(app, first.run.threadId)).toEqual({ questions: 1, runs: ['completed', 'completed'] });
  });

  it('is refused where the server never got it, and its words stay with whoever asks', async () => {
    const { app } = await appThatLoses(/^nothing/);
    const { engine } = app;
    if (!engine) throw new Error('the engine is not there');
    await app.services.threads.saveDraft({ threadId: null, text: 'What is here?', datasetIds: [], documentIds: [] });
    const whole = engine.fetch.bind(engine);
    engine.fetch = async () => {
      throw new TypeError('fetch failed');
    };
    const refused = await app.dispatch('runs.start', { threadId: null, prompt: 'What is here?' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    engine.fetch = whole;
    expect(app.services.threads.draft({ threadId: null }).text).toBe('What is here?');
  });
});
