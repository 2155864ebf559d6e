import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Database } from '../../../src/main/storage';
import { tempFolder } from '../../support/temp-folder';

const migrations = [{ name: 'first', sql: 'CREATE TABLE notes (text TEXT NOT NULL) STRICT' }];
const open = (folder: string, path = join(folder, 'a.db'), steps = migrations) =>
  Database.open(path, steps, join(folder, 'backups'));
const texts = (db: Database) => db.all<{ text: string }>('SELECT text FROM notes').map((row) => row.text);

/** The files of a database that was ended without being closed: the write is only in its log. */
function killedAfter(text: string): string {
  const folder = tempFolder();
  const db = open(folder);
  db.run('INSERT INTO notes VALUES (:text)', { text });
  const killed = tempFolder();
  for (const name of ['a.db', 'a.db-wal']) copyFileSync(join(folder, name), join(killed, name));
  db.close();
  return killed;
}

function quarantined(folder: string): string[] {
  if (!existsSync(join(folder, 'quarantine'))) return [];
  return readdirSync(join(folder, 'quarantine'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

it('a log is replayed into the database it belongs to', () => {
  const folder = killedAfter('kept');
  const db = open(folder);
  onTestFinished(() => db.close());
  expect([texts(db), quarantined(folder)]).toEqual([['kept'], []]);
});

it('a log of another database is set aside, not replayed', () => {
  const [folder, other] = [killedAfter('of the first'), killedAfter('of the second')];
  open(other).close();
  copyFileSync(join(other, 'a.db'), join(folder, 'a.db'));
  const db = open(folder);
  onTestFinished(() => db.close());
  expect([texts(db), db.integrity(), quarantined(folder)]).toEqual([['of the second'], 'ok', ['a.db-wal']]);
});

it('so is one of a later time, when an older copy of the database was put back', () => {
  const folder = tempFolder();
  const first = open(folder);
  first.run("INSERT INTO notes VALUES ('old')");
  first.close();
  const old = readFileSync(join(folder, 'a.db'));
  const second = open(folder);
  second.run("INSERT INTO notes VALUES ('new')");
  const log = readFileSync(join(folder, 'a.db-wal'));
  second.close();
  writeFileSync(join(folder, 'a.db'), old);
  writeFileSync(join(folder, 'a.db-wal'), log);
  const db = open(folder);
  onTestFinished(() => db.close());
  expect([texts(db), db.integrity(), quarantined(folder)]).toEqual([['old'], 'ok', ['a.db-wal']]);
});

it('a log without its database is kept, and a new database begun', () => {
  const folder = killedAfter('only in the log');
  rmSync(join(folder, 'a.db'));
  const db = open(folder);
  onTestFinished(() => db.close());
  expect([texts(db), quarantined(folder)]).toEqual([[], ['a.db-wal']]);
});

it('a log fits its database wherever in a long life it is cut off', () => {
  const folder = tempFolder();
  const db = open(folder);
  onTestFinished(() => db.close());
  for (let n = 1; n <= 30; n += 1) {
    // Half a megabyte each, so that the log is brought into the file on the way.
    db.run('INSERT INTO notes VALUES (:text)', { text: 'x'.repeat(500_000) });
    const killed = tempFolder();
    for (const name of ['a.db', 'a.db-wal']) copyFileSync(join(folder, name), join(killed, name));
    const again = open(killed);
    expect([texts(again).length, quarantined(killed)]).toEqual([n, []]);
    again.close();
  }
});

it('refuses data of a newer version that was ended without being closed, and changes nothing', () => {
  const folder = tempFolder();
  const second = { name: 'second', sql: 'ALTER TABLE notes ADD COLUMN at INTEGER' };
  const db = open(folder, join(folder, 'a.db'), [...migrations, second]);
  const killed = tempFolder();
  for (const name of ['a.db', 'a.db-wal']) copyFileSync(join(folder, name), join(killed, name));
  db.close();
  const contents = () => readdirSync(killed).map((name) => [name, readFileSync(join(killed, name), 'base64')]);
  const before = contents();
  expect(() => open(killed)).toThrow(expect.objectContaining({ code: 'data_newer' }));
  expect(contents()).toEqual(before);
});
