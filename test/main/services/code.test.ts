import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../src/main/compose';
import { stillPrinting } from '../../../src/main/services/runs/still-printing';
import type { Call, ThreadId } from '../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../support/app';
import { needs, WHOLE } from '../../support/needs';
import { DENO } from '../../support/python';
import { EVERYTHING, fenced } from '../../support/python-cells';
import { tempFolder, tempFolderForAll } from '../../support/temp-folder';

async function open(folder: string, withEngine = true): Promise<App> {
  const app = await openTestApp(folder, { withEngine });
  onTestFinished(() => app.close());
  return app;
}

const callsOf = (app: App, threadId: ThreadId): Call[] =>
  app.services.runs
    .ofThread({ threadId })
    .flatMap((run) => run.steps.flatMap((step) => step.calls))
    .filter((call) => call.type === 'code_interpreter');

const partsOf = (app: App, threadId: ThreadId) =>
  app.services.threads.messages({ threadId, limit: 10 }).messages.at(-1)?.parts ?? [];

describe('what code shows', needs(DENO), () => {
  it('is on this machine when the run has ended, and stays with the engine off', async () => {
    const folder = tempFolder();
    const app = await openTestApp(folder);
    const { thread_id } = await ask(app, `Draw it.\n\n${fenced(EVERYTHING)}`);
    const threadId = thread_id as ThreadId;
    await app.close();

    const offline = await open(folder, false);
    const [call] = callsOf(offline, threadId);
    const [before, picture, after] = call?.outputs ?? [];
    expect(call).toMatchObject({ name: 'code_interpreter', status: 'completed', code: { language: 'python' } });
    expect(call?.ms).toBeGreaterThan(0);
    expect(before).toEqual({ type: 'logs', text: 'red words\n' });
    expect(after).toEqual({ type: 'logs', text: 'written\n' });
    if (picture?.type !== 'image') throw new Error('there is no picture');
    const png = readFileSync(offline.services.files.location(picture.fileId).path);
    expect(png.subarray(1, 4).toString()).toBe('PNG');

    const parts = partsOf(offline, threadId);
    expect(parts).toContainEqual(picture);
    const file = parts.find((part) => part.type === 'file');
    expect(file).toMatchObject({ name: 'regions.csv', path: 'regions.csv', bytes: 34 });
    const text = parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
    expect(text).toContain('sandbox:/mnt/data/regions.csv');
    expect(text).toContain('red words');
    expect(text).not.toContain('\u001b');
    expect(
      readFileSync(offline.services.files.location(file?.type === 'file' ? file.fileId : picture.fileId).path, 'utf8'),
    ).toContain('West,12.5');
    expect(offline.services.threads.search({ query: 'regions', limit: 5 })).not.toEqual([]);
  });

  /** One app, and one thread with its Python, for code that may come after other code. */
  let shared: { app: App; threadId: ThreadId | null };
  beforeAll(async () => {
    shared = { app: await openTestApp(tempFolderForAll()), threadId: null };
    return () => shared.app.close();
  });
  async function lastCallOf(code: string): Promise<Call | undefined> {
    const { thread_id } = await ask(shared.app, fenced(code), { threadId: shared.threadId });
    shared.threadId = thread_id as ThreadId;
    return callsOf(shared.app, shared.threadId).at(-1);
  }

  it.each([
    ['print("before")\n1 / 0', 'ZeroDivisionError: division by zero'],
    ['x = = 1', 'SyntaxError: invalid syntax'],
    ['import pandas', "ModuleNotFoundError: No module named 'pandas'"],
  ])('is marked as failed when %j ends in an error', async (code, failure) => {
    const call = await lastCallOf(code);
    const last = call?.outputs.at(-1);
    expect(call?.status).toBe('failed');
    expect(last).toMatchObject({ type: 'logs', text: expect.stringContaining(failure) });
  });

  it('is not marked for a traceback that the code printed itself', async () => {
    const code =
      'import traceback\nprint("trying")\ntry:\n    1 / 0\nexcept ZeroDivisionError:\n    traceback.print_exc()\nprint("went on")';
    expect(await lastCallOf(code)).toMatchObject({ status: 'completed', code: { text: code } });
  });

  it('is made from the data of the thread, which code finds by its name, again too', needs(WHOLE), async () => {
    const folder = tempFolder();
    const app = await openTestApp(folder);
    const data = await addData(app, 'sales.csv', 'region,amount\nWest,12.50\nEast,7\n');
    const code =
      'import csv\nrows = list(csv.DictReader(open("/mnt/data/sales.csv")))\nsum(float(r["amount"]) for r in rows)';
    const first = await ask(app, 'total amount', { datasetIds: [data.id] });
    const threadId = first.thread_id as ThreadId;
    const { answer } = await ask(app, fenced(code), { threadId });
    expect(answer).toContain('19.5');
    await ask(app, fenced('rows[0]["region"]'), { threadId });
    await app.close();

    const later = await open(folder);
    const [call] = callsOf(later, threadId);
    if (!call) throw new Error('no code was run');
    const local = await later.services.runs.local.finished(later.services.runs.runCode({ callId: call.id, code }).id);
    expect(local.outputs).toEqual([{ type: 'logs', text: '19.5\n' }]);
  });

  it('can be asked about as data', async () => {
    const app = await open(tempFolder());
    const { thread_id } = await ask(app, fenced(EVERYTHING));
    const file = partsOf(app, thread_id as ThreadId).find((part) => part.type === 'file');
    const made = await app.dispatch('datasets.add', { fileId: file?.type === 'file' ? file.fileId : '' });
    const id = made.ok
      ? (made.value as { id: Parameters<typeof app.services.datasets.settled>[0] }[])[0]?.id
      : undefined;
    if (!id) throw new Error('no dataset was added');
    await app.services.datasets.settled(id);
    const { answer } = await ask(app, 'total amount', { threadId: thread_id as ThreadId, datasetIds: [id] });
    expect(answer).toContain('19.5');
  });
});

describe('code that still prints', () => {
  it('shows the end of a long text, from the beginning of a line', () => {
    expect(stillPrinting('')).toEqual([]);
    expect(stillPrinting('\u001b[1ma\u001b[0m\n')).toEqual([{ type: 'logs', text: 'a\n' }]);
    const [shown] = stillPrinting(Array.from({ length: 9_000 }, (_, n) => `line ${n}\n`).join(''));
    const text = shown?.type === 'logs' ? shown.text : '';
    expect(text).toMatch(/^\[…\]\nline \d+\n/);
    expect(text.endsWith('line 8999\n')).toBe(true);
    expect(text.length).toBeLessThan(16_100);
    expect(stillPrinting('x'.repeat(50_000))).toEqual([{ type: 'logs', text: `[…]\n${'x'.repeat(16_000)}` }]);
  });

  it('is shown and then replaced by all it printed', needs(DENO), async () => {
    const app = await open(tempFolder());
    const { promise: shown, resolve: show } = Promise.withResolvers<{ threadId: ThreadId; text: string }>();
    app.subscribe((event) => {
      if (event.name !== 'steps.changed') return;
      const { threadId, calls } = event.data;
      for (const { status, outputs } of calls)
        for (const output of outputs)
          if (status === 'running' && output.type === 'logs' && output.text.endsWith('line 4999\n'))
            show({ threadId, text: output.text });
    });
    const code = 'import time\nfor n in range(5000): print("line", n)\ntime.sleep(60)';
    const asked = ask(app, fenced(code));
    const { threadId, text } = await shown;
    expect(text).toMatch(/^\[…\]\nline [1-9]/);
    for (const run of app.services.runs.ofThread({ threadId })) await app.services.runs.cancel({ runId: run.id });
    await asked;
    const all = Array.from({ length: 5_000 }, (_, n) => `line ${n}\n`).join('');
    expect(callsOf(app, threadId)[0]?.outputs).toEqual([{ type: 'logs', text: all }]);
  });
});
