import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Library } from '../../src/main/library';
import type { Message, MessageId, ThreadId } from '../../src/preload/contract';
import { randomFrom } from '../support/random';
import { firstLine, type RunningApp, startApp } from '../support/running-app';
import { tempFolderForAll } from '../support/temp-folder';
import { pairs, tell } from './pairs';

const PER_THREAD = 10;
/** So many at a time that the clock can tell them apart. */
const ROUND = 50;
const COMMON = 'amount';
const WORDS = Array.from({ length: 4_000 }, (_, n) => `word${n.toString(36)}`);

const threadId = (n: number) => `thread_${n}` as ThreadId;

function message(thread: number, n: number, random: ReturnType<typeof randomFrom>): Message {
  const words = Array.from({ length: 30 }, () => WORDS[Math.floor(WORDS.length * (random.below(1_000) / 1_000) ** 3)]);
  return {
    id: `message_${thread}_${n}` as MessageId,
    threadId: threadId(thread),
    runId: null,
    role: n % 2 === 0 ? 'user' : 'assistant',
    status: 'completed',
    facts: [],
    parts: [{ type: 'text', text: `${COMMON} ${words.join(' ')}` }],
    attachments: [],
    numbers: [],
    citations: [],
    createdAt: 1_700_000_000_000 + thread * 1_000 + n,
  };
}

async function fill(folder: string, threads: number): Promise<void> {
  const library = Library.open(folder);
  const random = randomFrom(5);
  library.transaction(() => {
    for (let thread = 0; thread < threads; thread += 1) {
      const at = 1_700_000_000_000 + thread * 1_000;
      library.threads.add({ id: threadId(thread), title: `Question ${thread}`, at });
      for (let n = 0; n < PER_THREAD; n += 1) library.messages.save(message(thread, n, random));
    }
  });
  await library.indexed(300_000);
  library.close();
}

/** The same rows for others to read: the app keeps its own file to itself. */
function copyOf(folder: string): string {
  const copy = join(tempFolderForAll(), 'library.db');
  copyFileSync(join(folder, 'library.db'), copy);
  return copy;
}

/** The same rows by HTTP, with nothing between the request and SQLite. */
const BARE = `
  const { createServer } = require('node:http');
  const { DatabaseSync } = require('node:sqlite');
  const db = new DatabaseSync(process.argv[1], { readOnly: true });
  const thread = db.prepare('SELECT * FROM threads WHERE id = ?');
  const messages = db.prepare('SELECT * FROM messages WHERE thread_id = ? ORDER BY seq DESC LIMIT 31');
  const threads = db.prepare(\`SELECT t.*, EXISTS (SELECT 1 FROM runs r WHERE r.thread_id = t.id AND r.finished_at IS NULL) AS busy
    FROM threads t WHERE deleted_at IS NULL AND archived = 0 ORDER BY pinned DESC, activity DESC LIMIT 51\`);
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (bytes) => { body += bytes; });
    request.on('end', () => {
      const { threadId } = JSON.parse(body);
      const rows = threadId ? [thread.get(threadId), ...messages.all(threadId)] : threads.all();
      response.end(JSON.stringify(rows));
    });
  });
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port));`;

interface World {
  app: RunningApp;
  bare(input: { threadId?: ThreadId }): Promise<{ id: string }[]>;
  threads: number;
}

/** Fills a library and serves it twice: as the app does, and bare. */
async function world(threads: number): Promise<World> {
  const folder = tempFolderForAll();
  await fill(folder, threads);
  const copy = copyOf(folder);
  const app = await startApp(folder, ['--no-engine']);
  const server = spawn(process.execPath, ['-e', BARE, copy]);
  ends.push(async () => {
    server.kill();
    await app.stop();
  });
  const url = await firstLine(server);
  const bare: World['bare'] = async (input) =>
    (await (await fetch(url, { method: 'POST', body: JSON.stringify(input) })).json()) as { id: string }[];
  return { app, bare, threads };
}

const ends: (() => Promise<void>)[] = [];
let large: World;
let small: World;
beforeAll(async () => {
  large = await world(10_000);
  small = await world(100);
});
afterAll(async () => {
  for (const end of ends) await end();
});

/** Each of `ROUND` calls with a number of its own, the same ones every time. */
function round(below: number, work: (n: number) => unknown): () => Promise<void> {
  const random = randomFrom(9);
  const numbers = Array.from({ length: ROUND }, () => random.below(below));
  return async () => {
    for (const n of numbers) await work(n);
  };
}

const open = ({ app, threads }: World) =>
  round(threads, (n) => app.api.threads.messages({ threadId: threadId(n), limit: 30 }));
const list = ({ app }: World) => round(1, () => app.api.threads.list({ archived: false, limit: 50 }));

it('opens a thread', async () => {
  const { messages } = await large.app.api.threads.messages({ threadId: threadId(7), limit: 30 });
  const [, ...rows] = await large.bare({ threadId: threadId(7) });
  expect(messages.map((one) => one.id).reverse()).toEqual(rows.map((row) => row.id));
  const bare = round(large.threads, (n) => large.bare({ threadId: threadId(n) }));
  tell(`${ROUND} threads opened, against a bare server on SQLite`, '≤ 2×', await pairs(open(large), bare));
  tell('The same with 100,000 messages kept, against 1,000', '≤ 1.2×', await pairs(open(large), open(small)));
});

it('lists threads', async () => {
  const { threads } = await large.app.api.threads.list({ archived: false, limit: 50 });
  expect(threads.map((one) => one.id)).toEqual((await large.bare({})).slice(0, 50).map((row) => row.id));
  const bare = round(1, () => large.bare({}));
  tell(`50 threads listed, ${ROUND} times, against a bare server on SQLite`, '≤ 2×', await pairs(list(large), bare));
  tell('The same with 10,000 threads, against 100', '≤ 1.2×', await pairs(list(large), list(small)));
});

it('searches', async () => {
  const folder = tempFolderForAll();
  await fill(folder, 10_000);
  const raw = new DatabaseSync(copyOf(folder), { readOnly: true });
  const library = Library.open(folder);
  const bm25 = raw.prepare(
    `SELECT message_id, snippet(search, 0, '', '', '…', 16) AS excerpt FROM search
     WHERE search MATCH ? ORDER BY bm25(search) LIMIT 20`,
  );
  const rare = (n: number) => WORDS[3_000 + n] ?? '';
  const found = library.search(rare(3), 20).map((hit) => hit.messageId);
  expect(found).toEqual(bm25.all(`"${rare(3)}"*`).map((row) => row.message_id));
  tell(
    `${ROUND} searches for words that are not common, against FTS5 with bm25`,
    '≤ 1.3×',
    await pairs(
      round(900, (n) => library.search(rare(n), 20)),
      round(900, (n) => bm25.all(`"${rare(n)}"*`)),
    ),
  );
  tell(
    'The commonest word of 100,000 messages, against FTS5 with bm25',
    '≤ 0.1×',
    await pairs(
      async () => library.search(COMMON, 20),
      async () => bm25.all(`"${COMMON}"*`),
    ),
  );
  raw.close();
  library.close();
});

it('saves a message', async () => {
  const folder = tempFolderForAll();
  const library = Library.open(folder);
  const raw = new DatabaseSync(join(tempFolderForAll(), 'raw.db'));
  raw.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE messages (seq INTEGER PRIMARY KEY, body TEXT)',
  );
  const insert = raw.prepare('INSERT INTO messages (body) VALUES (?)');
  library.threads.add({ id: threadId(0), title: 'Question', at: 0 });
  const random = randomFrom(3);
  const fresh = Array.from({ length: 1_000 }, (_, n) => message(0, n, random)).values();
  const text = JSON.stringify(message(0, 0, random).parts);
  tell(
    `${ROUND} messages saved, against as many commits of SQLite with synchronous=FULL`,
    '≤ 2×',
    await pairs(
      round(1, () => library.messages.save(fresh.next().value ?? message(0, 0, random))),
      round(1, () => insert.run(text)),
    ),
  );
  raw.close();
  library.close();
});
