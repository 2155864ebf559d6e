import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AssistantsClient } from '../../../../src/main/api';
import { Library } from '../../../../src/main/library';
import { silentLog } from '../../../../src/main/log';
import { RunFollower, type RunFollowerOptions } from '../../../../src/main/services/runs/run-follower';
import { RunRecorder } from '../../../../src/main/services/runs/run-recorder';
import { ShownTables } from '../../../../src/main/services/runs/shown-tables';
import type { Run } from '../../../../src/preload/contract';
import { ask, openTestApp } from '../../../support/app';
import { openEngine } from '../../../support/engine';
import { done, Gate, type Script, says } from '../../../support/scripted-model';
import { sweep } from '../../../support/sweep';
import { tempFolder } from '../../../support/temp-folder';

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A run followed over a way to its server that the test makes. */
async function followed(script: Script, way: (fetch: Fetch) => Fetch) {
  const { engine } = await openEngine({ scripts: [script] });
  const library = Library.open(join(tempFolder(), 'library'));
  onTestFinished(() => library.close());
  const client = new AssistantsClient({
    baseUrl: 'http://engine/v1',
    apiKey: 'x',
    fetch: way((input, init) => engine.fetch(new Request(input, init))),
  });
  const definition = { name: 'a', model: 'm', instructions: '', tools: [], codeInterpreter: false, fileSearch: false };
  const assistantId = await client.ensureAssistant(undefined, definition);
  const threadId = await client.createThread('key');
  library.threads.add({ id: threadId, title: 'A', at: 1 });
  const updates = client.startRun(threadId, assistantId, new AbortController().signal);
  const { value: first } = await updates.next();
  if (first?.type !== 'run') throw new Error('the run did not start');
  const { pending: _, ...server } = first.run;
  const run: Run = { ...server, createdAt: 1, startedAt: null, finishedAt: null };
  library.runs.save(run);
  const now = Date.now;
  const record = new RunRecorder(run, {
    shown: new ShownTables(),
    ...{ library, now, emit: () => undefined, log: silentLog, connectionName: () => null },
    keepPicture: async () => ({ type: 'gone', path: null, reason: 'not_found' }),
    keepMade: async () => ({ type: 'text', text: '' }),
  });
  const tools = {} as RunFollowerOptions['tools'];
  await new RunFollower(record, { library, client: async () => client, tools, log: silentLog, now }).follow(updates);
  return { run: library.runs.get(run.id), messages: library.messages.page(threadId, { limit: 9 }) };
}

/** Lets the first event stream through up to `bytes`, and then does with it what the test says. */
const cutAfter =
  (bytes: number, then: (controller: ReadableStreamDefaultController<Uint8Array>) => void) =>
  (fetch: Fetch): Fetch =>
  async (input, init) => {
    const response = await fetch(input, init);
    if (!response.headers.get('content-type')?.includes('event-stream') || !response.body) return response;
    const reader = response.body.getReader();
    let left = bytes;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (left <= 0) return then(controller);
        const { value, done: over } = await reader.read();
        if (over) return controller.close();
        const passed = value.subarray(0, left);
        left -= passed.length;
        controller.enqueue(passed);
      },
    });
    return new Response(body, { status: response.status, headers: response.headers });
  };

describe('a run whose stream is lost', () => {
  const words = says('It ', 'is ', '4.');

  it.each<[string, ReturnType<typeof cutAfter>]>([
    ['breaks off', cutAfter(1_500, (controller) => controller.error(new Error('connection reset')))],
    ['ends too early', cutAfter(1_500, (controller) => controller.close())],
  ])('is asked for where its stream %s', async (_name, way) => {
    const { run, messages } = await followed(words, way);
    expect(run).toMatchObject({ status: 'completed', ending: null });
    expect(messages).toMatchObject([{ status: 'completed', parts: [{ type: 'text', text: 'It is 4.' }] }]);
  });

  it('is told whole and once, wherever its stream is cut', async () => {
    // The first update must come through, or the run has not begun.
    const begun = 1_500;
    const places = Array.from({ length: 74 }, (_, index) => begun + index * 61);
    for (const bytes of sweep(places, 9)) {
      const cut = cutAfter(bytes, (controller) => controller.error(new Error('connection reset')));
      const { run, messages } = await followed(words, cut);
      expect([bytes, run?.status]).toEqual([bytes, 'completed']);
      expect(messages).toMatchObject([{ status: 'completed', parts: [{ type: 'text', text: 'It is 4.' }] }]);
    }
  });

  it('is over when the server no longer knows it', async () => {
    const gate = new Gate();
    const waits: Script = async function* () {
      await gate.pass();
      yield done();
    };
    const forgets = (fetch: Fetch): Fetch => {
      const cut = cutAfter(1_000, (controller) => controller.close())(fetch);
      return async (input, init) =>
        /\/runs\/run_\w+/.test(String(input instanceof Request ? input.url : input))
          ? Response.json({ error: { message: 'No run found', type: 'invalid_request_error' } }, { status: 404 })
          : cut(input, init);
    };
    expect((await followed(waits, forgets)).run).toMatchObject({ status: 'failed', ending: { code: 'lost' } });
    gate.open();
  });
});

describe("the app's assistant", () => {
  it('is brought to its definition once, and not before every run', async () => {
    const app = await openTestApp(tempFolder());
    onTestFinished(() => app.close());
    const { engine } = app;
    if (!engine) throw new Error('the engine is not there');
    const whole = engine.fetch.bind(engine);
    const asked: string[] = [];
    engine.fetch = async (input, init) => {
      const request = new Request(input, init);
      asked.push(`${request.method} ${new URL(request.url).pathname.replaceAll(/_\w+/g, '_')}`);
      return whole(request);
    };
    for (const question of ['Hello', 'Hello again', 'And again'])
      expect((await ask(app, question)).status).toBe('completed');
    expect(asked.filter((one) => one.startsWith('POST /v1/assistants'))).toHaveLength(1);
  });
});
