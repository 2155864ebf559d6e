import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { Database, type Migration } from '../../../src/main/storage';
import { tempFolder } from '../../support/temp-folder';

const first: Migration = { name: 'first', sql: 'CREATE TABLE notes (text TEXT NOT NULL) STRICT' };
const second: Migration = { name: 'second', sql: 'ALTER TABLE notes ADD COLUMN at INTEGER' };
const broken: Migration = { name: 'broken', sql: 'CREATE TABLE half (a TEXT); SELECT no_such_function()' };

function open(folder: string, migrations: Migration[]): Database {
  return Database.open(join(folder, 'a.db'), migrations, join(folder, 'backups'));
}

describe('a database', () => {
  it('keeps what was written when it is opened again', () => {
    const folder = tempFolder();
    const db = open(folder, [first]);
    db.run('INSERT INTO notes VALUES (:text)', { text: 'kept' });
    db.close();
    expect(open(folder, [first]).all('SELECT text FROM notes')).toEqual([{ text: 'kept' }]);
  });

  it('undoes everything in a transaction that fails', () => {
    const db = open(tempFolder(), [first]);
    const failing = () =>
      db.transaction(() => {
        db.run('INSERT INTO notes VALUES (:text)', { text: 'gone' });
        throw new Error('stop');
      });
    expect(failing).toThrow('stop');
    expect(db.all('SELECT * FROM notes')).toEqual([]);
  });

  it('waits for the disk again after a write that did not', () => {
    const db = open(tempFolder(), [first]);
    db.relaxedTransaction(() => db.run('INSERT INTO notes VALUES (:text)', { text: 'soon' }));
    expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    expect(db.all('SELECT text FROM notes')).toEqual([{ text: 'soon' }]);
  });

  it('is copied before it is brought to a new schema', () => {
    const folder = tempFolder();
    open(folder, [first]).close();
    open(folder, [first, second]).close();
    expect(readdirSync(join(folder, 'backups'))).toEqual(['a-v1.db']);
  });

  it('keeps the old schema and the first backup when a step fails three times', () => {
    const folder = tempFolder();
    const db = open(folder, [first]);
    db.run('INSERT INTO notes VALUES (:text)', { text: 'old' });
    db.close();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(() => open(folder, [first, broken])).toThrow(expect.objectContaining({ code: 'data_damaged' }));
    }
    const backup = new DatabaseSync(join(folder, 'backups', 'a-v1.db'), { readOnly: true });
    expect(
      backup
        .prepare('SELECT text FROM notes')
        .all()
        .map((row) => row.text),
    ).toEqual(['old']);
    backup.close();
    const reopened = open(folder, [first]);
    expect(reopened.all(`SELECT name FROM sqlite_master WHERE name = 'half'`)).toEqual([]);
    expect(reopened.all('SELECT text FROM notes')).toEqual([{ text: 'old' }]);
  });

  it('says that the disk is full where there is no room for a new schema, and is as it was', () => {
    const folder = tempFolder();
    open(folder, [first]).close();
    const large = { name: 'large', sql: 'PRAGMA max_page_count = 1; CREATE TABLE large (a TEXT, b TEXT UNIQUE)' };
    expect(() => open(folder, [first, large])).toThrow(expect.objectContaining({ code: 'no_space' }));
    expect(open(folder, [first]).all('SELECT * FROM notes')).toEqual([]);
  });

  it('leaves nothing of a copy that could not be made', () => {
    const folder = tempFolder();
    const db = open(folder, [first]);
    db.transaction(() => {
      for (let n = 0; n < 2_000; n += 1) db.run('INSERT INTO notes VALUES (:text)', { text: `note ${n} `.repeat(10) });
    });
    db.close();
    const path = join(folder, 'a.db');
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, bytes.length - 8_192, bytes.length - 4_096));
    expect(() => open(folder, [first, second])).toThrow(expect.objectContaining({ code: 'data_damaged' }));
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  });

  it('refuses a file of a newer version and leaves it untouched', () => {
    const folder = tempFolder();
    open(folder, [first, second]).close();
    const before = readFileSync(join(folder, 'a.db'));
    expect(() => open(folder, [first])).toThrow(expect.objectContaining({ code: 'data_newer' }));
    expect(readFileSync(join(folder, 'a.db')).equals(before)).toBe(true);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  it('says that a file which is no database is damaged', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.db'), 'this is not a database, but long enough to be looked at as one'.repeat(100));
    expect(() => open(folder, [first])).toThrow(expect.objectContaining({ code: 'data_damaged' }));
  });

  it('reports flipped bytes instead of answering from them', () => {
    const folder = tempFolder();
    const db = open(folder, [first]);
    db.transaction(() => {
      for (let n = 0; n < 2_000; n += 1) db.run('INSERT INTO notes VALUES (:text)', { text: `note ${n} `.repeat(10) });
    });
    db.run('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    const path = join(folder, 'a.db');
    const bytes = readFileSync(path);
    bytes.fill(0xff, 8_192, 8_192 + 512);
    copyFileSync(path, join(folder, 'copy.db'));
    writeFileSync(path, bytes);
    expect(() => {
      const damaged = open(folder, [first]);
      if (damaged.integrity() !== 'ok') throw Object.assign(new Error('found'), { code: 'data_damaged' });
    }).toThrow(expect.objectContaining({ code: 'data_damaged' }));
  });
});
