import { chmodSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../../../src/main/log';
import { DailyBackups, Database, listBackups } from '../../../src/main/storage';
import { damagePage } from '../../support/damage';
import { tempFolder } from '../../support/temp-folder';

const DAY_MS = 24 * 3_600_000;
const NOON = Date.UTC(2026, 10, 29, 12);
const migrations = [{ name: 'first', sql: 'CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT' }];

function world(texts: readonly string[] = ['kept']) {
  const folder = tempFolder();
  const backups = join(folder, 'backups');
  const path = join(folder, 'library.db');
  const open = () => {
    const db = Database.open(path, migrations, backups);
    onTestFinished(() => db.close());
    return db;
  };
  const db = open();
  for (const text of texts) db.run('INSERT INTO notes (text) VALUES (:text)', { text });
  const clock = { now: NOON };
  const daily = (databases = [db]) => {
    const made = new DailyBackups({
      folder: backups,
      databases: () => databases,
      log: silentLog,
      now: () => clock.now,
    });
    onTestFinished(() => made.close());
    return made;
  };
  return { folder, backups, path, db, open, daily, clock };
}

const textsIn = (path: string) => {
  const db = new DatabaseSync(path, { readOnly: true });
  const rows = db.prepare('SELECT text FROM notes').all();
  db.close();
  return rows.map(({ text }) => text);
};

describe('the backups of a database', () => {
  it('are there from the first day, whole files that can be opened by themselves', async () => {
    const { backups, daily } = world();
    await daily().close();
    expect(readdirSync(backups)).toEqual(['library-2026-11-29.db']);
    expect(textsIn(join(backups, 'library-2026-11-29.db'))).toEqual(['kept']);
    if (process.platform !== 'win32') expect(statSync(join(backups, 'library-2026-11-29.db')).mode & 0o077).toBe(0);
  });

  it('are one a day, and those of the last seven days are kept', async () => {
    const { backups, daily, clock } = world();
    const backing = daily();
    for (let day = 0; day < 10; day += 1) {
      clock.now = NOON + day * DAY_MS;
      await backing.run();
      await backing.run();
      const made = readdirSync(backups).toSorted().at(-1) ?? '';
      utimesSync(join(backups, made), clock.now / 1_000, clock.now / 1_000);
    }
    expect(listBackups(backups, 'library').map(({ name }) => name)).toEqual(
      [8, 7, 6, 5, 4, 3, 2].map((day) => `library-2026-12-0${day}.db`),
    );
  });

  it('are made anew on the same day when there is more to lose', async () => {
    const { backups, db, daily, clock } = world(['morning']);
    const backing = daily();
    await backing.run();
    const path = join(backups, 'library-2026-11-29.db');
    utimesSync(path, NOON / 1_000, NOON / 1_000);
    db.run("INSERT INTO notes (text) VALUES ('afternoon')");
    clock.now = NOON + 60_000;
    await backing.run();
    expect(textsIn(path)).toEqual(['morning']);
    clock.now = NOON + 3_600_000;
    await backing.run();
    expect(textsIn(path)).toEqual(['morning', 'afternoon']);
  });

  it('never replace a good one by one that is damaged, and the damage is told', async () => {
    const texts = Array.from({ length: 300 }, (_, n) => `note ${n} `.repeat(50));
    const { backups, path, db, open, daily, clock } = world(texts);
    await daily().run();
    db.close();
    damagePage(path, 'notes');
    const damaged = open();
    const told: string[] = [];
    damaged.onDamage(({ code }) => void told.push(code));
    clock.now = NOON + DAY_MS;
    await daily([damaged]).run();
    expect([told, readdirSync(backups)]).toEqual([['data_damaged'], ['library-2026-11-29.db']]);
  });

  it('leave copies from before a change of the schema alone, and what a kill left half made is removed', async () => {
    const { backups, daily } = world();
    await daily().run();
    writeFileSync(join(backups, 'library-v3.db'), '');
    writeFileSync(join(backups, 'library-2026-11-28.db.partial'), 'half');
    chmodSync(join(backups, 'library-v3.db'), 0o644);
    daily();
    expect(readdirSync(backups).toSorted()).toEqual(['library-2026-11-29.db', 'library-v3.db']);
    expect(listBackups(backups, 'library').map(({ name }) => name)).toContain('library-v3.db');
    if (process.platform !== 'win32') expect(statSync(join(backups, 'library-v3.db')).mode & 0o077).toBe(0);
  });

  it('begin also in the middle of a save, and hold what it saved', async () => {
    const { folder, db } = world();
    const path = join(folder, 'copy.db');
    writeFileSync(path, '');
    let copying: Promise<void> | null = null;
    db.transaction(() => {
      copying = db.copyTo(path, new AbortController().signal);
      // Long enough for the thread that copies to begin.
      for (let note = 0; note < 20_000; note += 1) db.run("INSERT INTO notes (text) VALUES ('meanwhile')");
    });
    await copying;
    expect(textsIn(path)).toHaveLength(20_001);
  });

  it('are made while everything else goes on, of a database that is written to', async () => {
    const { backups, db, daily } = world(Array.from({ length: 200 }, () => 'x'.repeat(50_000)));
    let written = 0;
    let over = false;
    const making = daily()
      .run()
      .finally(() => {
        over = true;
      });
    while (!over) {
      db.relaxedTransaction(() => db.run("INSERT INTO notes (text) VALUES ('meanwhile')"));
      written += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await making;
    const kept = textsIn(join(backups, 'library-2026-11-29.db'));
    expect(written).toBeGreaterThan(3);
    expect(kept.filter((text) => text !== 'meanwhile')).toHaveLength(200);
  });
});
