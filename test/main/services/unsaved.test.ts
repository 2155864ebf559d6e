import { Readable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../src/main/compose';
import { Library } from '../../../src/main/library';
import { silentLog } from '../../../src/main/log';
import { RunRecorder } from '../../../src/main/services/runs/run-recorder';
import { ShownTables } from '../../../src/main/services/runs/shown-tables';
import type { AppEvent, ThreadId } from '../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../support/app';
import { openedDatabases } from '../../support/opened-databases';
import { message, run, thread } from '../../support/rows';
import { tempFolder } from '../../support/temp-folder';

const opened = openedDatabases();

/** The library takes no such rows any more, as on a full disk, until the returned function is called. */
function refuseRows(table: string, condition: string): () => void {
  const db = opened('library.db');
  for (const deed of ['INSERT', 'UPDATE'])
    db.run(`CREATE TEMP TRIGGER refuse_${deed} BEFORE ${deed} ON ${table} WHEN ${condition}
      BEGIN SELECT RAISE(ABORT, 'no room for this row'); END`);
  return () => {
    for (const deed of ['INSERT', 'UPDATE']) db.run(`DROP TRIGGER refuse_${deed}`);
  };
}

async function openApp(): Promise<{ app: App; events: AppEvent[] }> {
  const app = await openTestApp(tempFolder());
  onTestFinished(() => app.close());
  const events: AppEvent[] = [];
  app.subscribe((event) => events.push(event));
  return { app, events };
}

it('a file whose end cannot be saved is told as failed, and the app goes on', async () => {
  const { app, events } = await openApp();
  const makeRoom = refuseRows('datasets', `NEW.status IN ('ready', 'failed')`);
  await addData(app, 'sales.csv', 'region,amount\nWest,1\n');
  const told = events.findLast((event) => event.name === 'datasets.changed')?.data;
  expect(told).toMatchObject({ status: 'failed', progress: null, error: { message: expect.any(String) } });
  makeRoom();
  expect(await addData(app, 'sales.csv', 'region,amount\nWest,1\n')).toMatchObject({ status: 'ready' });
});

it('so is a document', async () => {
  const { app, events } = await openApp();
  const makeRoom = refuseRows('documents', `NEW.status IN ('ready', 'failed')`);
  const file = await app.services.files.add('notes.md', Readable.from([Buffer.from('Storks nest here.')]));
  const { id } = app.services.documents.add({ fileId: file.id });
  await app.services.documents.settled(id);
  const told = events.findLast((event) => event.name === 'documents.changed')?.data;
  expect(told).toMatchObject({ status: 'failed', error: { message: expect.any(String) } });
  makeRoom();
});

it('so is code that was run again', async () => {
  const { app, events } = await openApp();
  const dataset = await addData(app, 'sales.csv', 'region,amount\nWest,1\nEast,2\n');
  const { thread_id } = await ask(app, 'total amount by region', { datasetIds: [dataset.id] });
  const [asked] = app.services.runs.ofThread({ threadId: thread_id as ThreadId });
  const query = asked?.steps.flatMap((step) => step.calls).find((call) => call.name === 'analyze');
  if (!query) throw new Error('nothing was queried');
  const makeRoom = refuseRows('calls', `NEW.local_of IS NOT NULL AND NEW.status <> 'running'`);
  const { id } = app.services.runs.runCode({ callId: query.id, code: 'SELECT 1' });
  await app.services.runs.local.finished(id);
  const told = events.findLast((event) => event.name === 'steps.changed')?.data;
  expect(told?.calls.find((call) => call.id === id)).toMatchObject({ status: 'failed' });
  makeRoom();
});

it('a run that cannot be saved is not listened to for nothing', async () => {
  const { app } = await openApp();
  const { engine } = app;
  if (!engine) throw new Error('the engine is not there');
  const whole = engine.fetch.bind(engine);
  let listening: AbortSignal | null = null;
  engine.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === 'POST' && new URL(request.url).pathname.endsWith('/runs')) listening = request.signal;
    return whole(request);
  };
  const makeRoom = refuseRows('runs', '1');
  expect(await app.dispatch('runs.start', { threadId: null, prompt: 'What is here?' })).toMatchObject({ ok: false });
  expect(listening).toMatchObject({ aborted: true });
  makeRoom();
});

/** The record of a run under way, on a library of its own. */
function openRecord() {
  const library = Library.open(tempFolder());
  onTestFinished(() => library.close());
  const started = run('a', { status: 'in_progress' });
  library.threads.add({ ...thread('a'), at: 1 });
  library.runs.save(started);
  const warned: unknown[] = [];
  const record = new RunRecorder(started, {
    shown: new ShownTables(),
    library,
    emit: () => undefined,
    log: { ...silentLog, warn: (...said: unknown[]) => warned.push(said) },
    now: Date.now,
    connectionName: () => null,
    keepPicture: async () => ({ type: 'gone', path: null, reason: 'not_found' }),
    keepMade: async () => ({ type: 'text', text: '' }),
  });
  return { record, library, started, warned };
}

it('text of an answer that cannot be saved as it comes is saved with the whole answer', async () => {
  const { record, library, started, warned } = openRecord();
  const { id, threadId } = message('a');
  const news = { id, threadId, runId: started.id, role: 'assistant' as const, facts: [], key: null };
  await record.apply({ type: 'message', message: { ...news, status: 'in_progress', parts: [] } });
  const makeRoom = refuseRows('messages', '1');
  await record.apply({ type: 'text_grew', messageId: id, part: 0, text: 'Half an ' });
  await expect.poll(() => warned).toHaveLength(1);
  makeRoom();
  const whole = { type: 'text' as const, text: 'Half an answer.', files: [], cited: [] };
  await record.apply({ type: 'message', message: { ...news, status: 'completed', parts: [whole] } });
  expect(library.messages.get(id)?.parts).toEqual([{ type: 'text', text: 'Half an answer.' }]);
});

it('the end of a run that could not be saved is saved when it is told again', async () => {
  const { record, library, started } = openRecord();
  const ended = { ...started, origin: {}, status: 'completed' as const, pending: [] };
  const makeRoom = refuseRows('runs', '1');
  await expect(record.apply({ type: 'run', run: ended })).rejects.toThrow('no room');
  makeRoom();
  await record.apply({ type: 'run', run: ended });
  expect(library.runs.openOfThread(started.threadId)).toBeUndefined();
});
