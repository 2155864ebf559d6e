import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test } from 'vitest';
import { Database } from '../../../src/main/storage';
import { buildEntry } from '../../support/build-entry';
import { migrations } from '../../support/migrating-process';
import { randomFrom } from '../../support/random';
import { tempFolder } from '../../support/temp-folder';

const KILLS = 8;

let entry = '';
beforeAll(async () => {
  entry = await buildEntry('test/support/migrating-process.ts');
});

/** Kills a process that brings the database to its newest schema, `ms` after it has begun. Returns whether it had come to its end. */
async function killedAfter(ms: number, folder: string): Promise<boolean> {
  const child = spawn(process.execPath, [entry, join(folder, 'a.db'), join(folder, 'backups')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (text === '') setTimeout(() => child.kill('SIGKILL'), ms);
    text += chunk;
  });
  await once(child, 'close');
  return text.includes('done');
}

/** The schema as it lies on the disk, the log of what was committed read along. */
function schemaOf(folder: string): { version: number; tables: string[]; text: string } {
  const db = new DatabaseSync(join(folder, 'a.db'));
  try {
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all();
    const note = db.prepare('SELECT text FROM note').get() as { text: string };
    return { version, tables: tables.map(({ name }) => String(name)), text: note.text };
  } finally {
    db.close();
  }
}

test('an app that is killed while it changes a schema leaves the old one or the new one, and goes on from there', async () => {
  const random = randomFrom(11).next;
  let within = 0;
  let longest = 300;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const folder = tempFolder();
    const before = Database.open(join(folder, 'a.db'), migrations.slice(0, 1), join(folder, 'backups'));
    before.run(`INSERT INTO note (text) VALUES ('kept')`);
    before.close();
    const done = await killedAfter(random() * longest, folder);
    // The machine decides how long a step takes: the kills move to where it is under way.
    if (done) longest /= 2;
    const { version, tables, text } = schemaOf(folder);
    expect(text).toBe('kept');
    expect([
      [1, ['note']],
      [2, ['copy', 'finished', 'note']],
    ]).toContainEqual([version, tables]);
    if (version === 1) within += 1;
    const after = Database.open(join(folder, 'a.db'), migrations, join(folder, 'backups'));
    expect(after.get('SELECT at FROM note')).toEqual({ at: 20_000 });
    after.close();
  }
  expect(within).toBeGreaterThan(0);
});
