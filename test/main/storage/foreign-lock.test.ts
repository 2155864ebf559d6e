import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Database, retryWhileLocked } from '../../../src/main/storage';
import { tempFolder } from '../../support/temp-folder';

const migrations = [{ name: 'first', sql: 'CREATE TABLE notes (text TEXT NOT NULL) STRICT' }];
const open = (folder: string) => Database.open(join(folder, 'a.db'), migrations, join(folder, 'backups'));

/** Another program that takes the database's write lock, as a backup tool or a browser of databases does, and keeps it. */
async function lockFrom(folder: string, statement: string): Promise<{ answer: string; end(): Promise<void> }> {
  const script = `
    const { DatabaseSync } = require('node:sqlite');
    const db = new DatabaseSync(process.argv[1], { timeout: 100 });
    try { db.exec(process.argv[2]); process.stdout.write('locked'); } catch { process.stdout.write('refused'); }
    setInterval(() => undefined, 1000);
  `;
  const child = spawn(process.execPath, ['-e', script, join(folder, 'a.db'), statement]);
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  onTestFinished(end);
  const [said] = await once(child.stdout, 'data');
  return { answer: String(said), end };
}

it.each(['BEGIN IMMEDIATE', 'BEGIN EXCLUSIVE', 'SELECT * FROM notes'])(
  'no other program can make a write wait by %s while the database is open',
  async (statement) => {
    const folder = tempFolder();
    const db = open(folder);
    onTestFinished(() => db.close());
    const { answer } = await lockFrom(folder, statement);
    db.run('INSERT INTO notes VALUES (:text)', { text: 'kept' });
    expect([answer, db.all('SELECT text FROM notes')]).toEqual(['refused', [{ text: 'kept' }]]);
  },
);

it('a database that another program holds is opened once that lets go, and nothing stands still meanwhile', async () => {
  const folder = tempFolder();
  open(folder).close();
  const other = await lockFrom(folder, 'BEGIN EXCLUSIVE');
  let turns = 0;
  const opening = retryWhileLocked(() => open(folder));
  const counting = setInterval(() => {
    turns += 1;
    if (turns === 5) void other.end();
  }, 20);
  onTestFinished(() => clearInterval(counting));
  const db = await opening;
  onTestFinished(() => db.close());
  expect([other.answer, turns]).toEqual(['locked', expect.toSatisfy((n: number) => n >= 5)]);
});

it('says which program to look for when a database stays locked', async () => {
  const folder = tempFolder();
  open(folder).close();
  await lockFrom(folder, 'BEGIN EXCLUSIVE');
  await expect(retryWhileLocked(() => open(folder), 200)).rejects.toMatchObject({
    code: 'data_in_use',
    message: expect.stringContaining('a.db'),
  });
});
