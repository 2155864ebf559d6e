import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Database, type Migration, SearchIndex } from '../../../src/main/storage';
import { tempFolder } from '../../support/temp-folder';

const CREATE = `CREATE VIRTUAL TABLE found USING fts5 (body, prefix = '2 3')`;
const migrations: Migration[] = [
  { name: 'notes', sql: 'CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT' },
  { name: 'their index', sql: `${CREATE}; CREATE TABLE found_queue (id INTEGER PRIMARY KEY) STRICT` },
];
const WORD = 'quokkasanctuary';

function openNotes() {
  const folder = tempFolder();
  const db = Database.open(join(folder, 'a.db'), migrations, join(folder, 'backups'));
  const index = new SearchIndex(db, {
    table: 'found',
    create: CREATE,
    columns: ['body'],
    ids: 'SELECT id FROM note',
    columnsOf: (id) => db.get<{ body: string }>('SELECT body FROM note WHERE id = :id', { id }) ?? null,
    onFault: (error) => {
      throw error;
    },
  });
  onTestFinished(() => {
    index.close();
    db.close();
  });
  const holding = () =>
    readdirSync(folder).filter((name) => name.startsWith('a.db') && readFileSync(join(folder, name)).includes(WORD));
  const write = (id: number, body: string) =>
    db.transaction(() => {
      db.run('INSERT INTO note (id, body) VALUES (:id, :body)', { id, body });
      index.changed(id, { body });
    });
  const remove = (id: number) =>
    db.transaction(() => {
      db.run('DELETE FROM note WHERE id = :id', { id });
      index.changed(id);
    });
  return { db, index, holding, write, remove };
}

it('leaves nothing of deleted rows in the file, its log and its index once it is scrubbed', async () => {
  const { db, index, holding, write, remove } = openNotes();
  for (let id = 1; id <= 90; id += 1)
    write(id, `${id % 3 === 0 ? WORD : 'wombat'} ${'and more of it '.repeat(4 * id)}`);
  for (let id = 3; id <= 90; id += 3) remove(id);
  await index.settled();
  expect(holding()).not.toEqual([]);
  await db.scrub({ whole: false });
  expect(holding()).toEqual([]);
  expect(db.integrity()).toBe('ok');
  expect(db.all(`SELECT rowid FROM found WHERE found MATCH 'wombat'`)).toHaveLength(60);
  expect(db.all(`SELECT rowid FROM found WHERE found MATCH '${WORD}'`)).toEqual([]);
});

it('scrubs also what was deleted before rows were overwritten as they went', async () => {
  const { db, index, holding, write, remove } = openNotes();
  db.all('PRAGMA secure_delete=OFF');
  for (let id = 1; id <= 20; id += 1) write(id, `${WORD} ${'and more of it '.repeat(300)}`);
  for (let id = 1; id <= 20; id += 1) remove(id);
  await index.settled();
  await db.scrub({ whole: false });
  expect(holding()).not.toEqual([]);
  await db.scrub({ whole: true });
  expect(holding()).toEqual([]);
  expect(db.integrity()).toBe('ok');
});
