import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { DocumentReader, type DocumentReaderOptions } from '../../../../src/main/engine/retrieval/reader';
import { silentLog } from '../../../../src/main/log';
import { forkProcess } from '../../../../src/main/processes';
import { buildEntry } from '../../../support/build-entry';
import { contentBomb, hostilePdfs } from '../../../support/documents/hostile-pdfs';
import { pdf, xlsx } from '../../../support/documents/make';
import { openEngine } from '../../../support/engine';
import { upload } from '../../../support/engine-files';
import { fakeElectron } from '../../../support/fake-electron';
import { sweep } from '../../../support/sweep';
import { tempFolder, tempFolderForAll } from '../../../support/temp-folder';

vi.mock('electron', () => ({ ...fakeElectron, default: fakeElectron }));
const { forkUtility } = await import('../../../../src/main/shells/electron/fork-utility');

const CHUNKING = { maxTokens: 800, overlapTokens: 400 };
const PROCESS = 'src/main/engine/retrieval/reader/document-process.ts';
const MB = 1024 ** 2;
/** Seconds and megabytes that are plenty for small documents, and little for those that would take all there is. */
const LIMITS = { timeMs: 20_000, heapMb: 300, memoryMb: 500 };

function readerOf(options: Partial<DocumentReaderOptions> & { entry: string }) {
  const children: { pid: number | undefined }[] = [];
  const reader = new DocumentReader({
    fork: (given) => {
      const child = forkProcess(given);
      children.push(child);
      return child;
    },
    tempFolder: tempFolder(),
    log: silentLog,
    limits: LIMITS,
    ...options,
  });
  onTestFinished(() => reader.close());
  const read = (filename: string, bytes: Uint8Array, signal?: AbortSignal) => textOf(reader, filename, bytes, signal);
  return { read, children };
}
async function textOf(reader: DocumentReader, filename: string, bytes: Uint8Array, signal?: AbortSignal) {
  const pieces = Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]);
  return (await reader.read({ filename, size: bytes.length, bytes: pieces, chunking: CHUNKING }, signal)).text.trim();
}
const realReader = async (options: Partial<DocumentReaderOptions> = {}) =>
  readerOf({ entry: await buildEntry(PROCESS), ...options });

/** An entry that answers each document with `read`, and does something else besides. */
function scripted(onDocument: string): string {
  const path = join(tempFolder(), 'reader.mjs');
  writeFileSync(
    path,
    `const say = (...all) => { for (const one of all) process.send(one); };
     process.on('disconnect', () => process.exit());
     let filename = '';
     process.on('message', ({ op, ...more }) => {
       filename = more.filename ?? filename;
       if (op !== 'read') return say({ say: 'taken' });
       ${onDocument}
       say({ say: 'text', text: 'read' }, { say: 'sections', sections: [] }, { say: 'done', rssBytes: 0 });
     });`,
  );
  return path;
}

const letter = pdf(['Storks nest here.']);

describe('the process that reads documents', () => {
  test.each<[string, Partial<DocumentReaderOptions>]>([
    ['watched from outside', {}],
    ['watching itself, where the system does not let others look', { watch: () => () => undefined }],
  ])('is ended when a PDF of a few KB takes memory without end: %s', async (_, options) => {
    const { read, children } = await realReader({ limits: { ...LIMITS, memoryMb: 300 }, ...options });
    const bomb = contentBomb(128);
    expect(bomb.length).toBeLessThan(4_000);
    await expect(read('bomb.pdf', bomb)).rejects.toThrow(/more memory than there is/);
    expect(await read('letter.pdf', letter)).toBe('Storks nest here.');
    expect(children).toHaveLength(2);
  });

  test('is ended where JavaScript’s own memory is full, and says so too', async () => {
    const { read } = await realReader({ limits: { ...LIMITS, heapMb: 30, memoryMb: 4_000 } });
    const rows = Array.from({ length: 60_000 }, (_, n) => [n, n + 0.5, `cell ${n}`]);
    await expect(read('cells.xlsx', xlsx({ Cells: rows }))).rejects.toThrow(/more memory than there is/);
  });

  test('is ended when a document takes too long', async () => {
    const limits = { timeMs: 800 };
    const { read } = readerOf({ entry: scripted('while (filename === "slow.txt");'), limits });
    await expect(read('slow.txt', letter)).rejects.toThrow(/longer than 0.8 s/);
    limits.timeMs = 40_000;
    expect(await read('quick.txt', letter)).toBe('read');
  });

  test('is ended when nobody wants the document any more', async () => {
    const { read } = readerOf({ entry: scripted('while (filename === "slow.txt");') });
    const stop = new AbortController();
    const reading = read('slow.txt', letter, stop.signal);
    stop.abort(new Error('dropped'));
    await expect(reading).rejects.toThrow('dropped');
    expect(await read('quick.txt', letter)).toBe('read');
  });

  test('may end between two documents, which costs neither the app nor the next document', async () => {
    const { read, children } = readerOf({ entry: scripted('setImmediate(() => process.exit(1));') });
    expect(await read('a.txt', letter)).toBe('read');
    await expect.poll(() => isRunning(children[0]?.pid)).toBe(false);
    expect(await read('a.txt', letter)).toBe('read');
  });

  test('is a new one after a document that left it large', async () => {
    const large = scripted(`return say({ say: 'text', text: 'large' }, { say: 'done', rssBytes: ${500 * MB} });`);
    const { read, children } = readerOf({ entry: large });
    for (let document = 0; document < 3; document += 1) await read('a.txt', letter);
    expect(new Set(children.map(({ pid }) => pid)).size).toBe(3);
  });

  test('reads in Electron too, on a stand-in for its program', async () => {
    await fakeElectron.app.whenReady();
    const { read } = await realReader({ fork: forkUtility });
    expect(await read('letter.pdf', letter)).toBe('Storks nest here.');
  });

  test('keeps nothing of the app’s environment', async () => {
    const secret = 'sk-secret';
    process.env.ASSAY_TEST_SECRET = secret;
    onTestFinished(() => void delete process.env.ASSAY_TEST_SECRET);
    const told = scripted(
      `return say({ say: 'text', text: JSON.stringify(process.env) }, { say: 'done', rssBytes: 0 });`,
    );
    expect(await readerOf({ entry: told }).read('a.txt', letter)).not.toContain(secret);
  });
});

function isRunning(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a hostile PDF', () => {
  const limits = { ...LIMITS };
  let reader: DocumentReader;
  beforeAll(async () => {
    const entry = await buildEntry(PROCESS);
    reader = new DocumentReader({ fork: forkProcess, entry, tempFolder: tempFolderForAll(), log: silentLog, limits });
  });
  afterAll(() => reader.close());
  const read = (filename: string, bytes: Uint8Array) => textOf(reader, filename, bytes);

  test.each(sweep(Object.entries(hostilePdfs), 2))(
    'with a %s is read or refused in words, and the next document is read',
    async (_, make) => {
      // Of what it waits for, a new process is a part, however busy the machine is.
      limits.timeMs = 40_000;
      await read('letter.pdf', letter);
      limits.timeMs = 1_000;
      const outcome = await read('hostile.pdf', make()).catch((error: unknown) => error);
      expect(outcome instanceof Error ? outcome.name : typeof outcome).toMatch(/^(DocumentError|string)$/);
      limits.timeMs = 40_000;
      expect(await read('letter.pdf', letter)).toBe('Storks nest here.');
    },
  );
});

test('a PDF cut off at any place is read as far as it goes, or refused in words', async () => {
  const { read } = await realReader();
  for (let share = 1; share < 20; share += 1) {
    const cut = letter.subarray(0, Math.floor((letter.length * share) / 20));
    const outcome = await read('cut.pdf', cut).catch((error: unknown) => error);
    const told = outcome instanceof Error ? outcome.message : outcome;
    expect(told).toMatch(outcome instanceof Error ? /cut off|no PDF|scanner/ : /^Storks nest here\.$/);
  }
});

describe('a document that ends its reader', () => {
  async function given(client: Awaited<ReturnType<typeof openEngine>>['client'], name: string) {
    const file = await upload(client, name, `${name} says something`);
    const store = await client.vectorStores.create({});
    await client.vectorStores.files.create(store.id, { file_id: file.id });
    return { store: store.id, file: file.id };
  }

  test('is tried twice and then failed, while others are read', async () => {
    const { client, database } = await openEngine({
      readerEntry: scripted('if (filename === "deadly.txt") process.exit(1);'),
    });
    const deadly = await given(client, 'deadly.txt');
    const other = await given(client, 'other.txt');
    const failed = await client.vectorStores.files.poll(deadly.store, deadly.file, { pollIntervalMs: 20 });
    expect(failed.last_error).toMatchObject({
      code: 'invalid_file',
      message: expect.stringMatching(/ended the reader twice/),
    });
    expect((await client.vectorStores.files.poll(other.store, other.file, { pollIntervalMs: 20 })).status).toBe(
      'completed',
    );
    expect(database.all('SELECT count FROM reading_attempt')).toEqual([{ count: 2 }]);
  });

  test('is not taken up for ever when the app ends with it', async () => {
    const stuck = scripted('return;');
    const begun = (count: number) =>
      expect.poll(() => opened.database.all('SELECT count FROM reading_attempt')).toEqual([{ count }]);
    let opened = await openEngine({ readerEntry: stuck });
    const { store, file } = await given(opened.client, 'deadly.txt');
    await begun(1);
    for (const count of [2, 2]) {
      // What a power cut leaves, as the engine goes on on the original.
      const folder = tempFolder();
      cpSync(opened.folder, folder, { recursive: true });
      opened = await openEngine({ readerEntry: stuck, folder });
      await begun(count);
    }
    const failed = await opened.client.vectorStores.files.poll(store, file, { pollIntervalMs: 20 });
    expect(failed.last_error?.message).toMatch(/ended the reader twice/);
  });

  test('costs no attempt where the app is closed while it is read', async () => {
    const stuck = scripted('return;');
    const { client, folder, engine, database } = await openEngine({ readerEntry: stuck });
    const { store, file } = await given(client, 'slow.txt');
    await expect.poll(() => database.all('SELECT count FROM reading_attempt')).toEqual([{ count: 1 }]);
    await engine.close();
    const next = await openEngine({ folder });
    expect((await next.client.vectorStores.files.poll(store, file, { pollIntervalMs: 20 })).status).toBe('completed');
    expect(next.database.all('SELECT count FROM reading_attempt')).toEqual([]);
  });
});
