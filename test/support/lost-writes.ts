import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Acknowledged } from './random-kills';

/**
 * What of all that was acknowledged the files of an app that was killed do not have, and what is wrong with its databases.
 * It looks into copies, so that the app finds everything as it was left.
 */
export function lostWrites(data: string, known: Acknowledged): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'assay-copy-'));
  try {
    for (const name of ['library.db', 'library.db-wal', 'engine.db', 'engine.db-wal'])
      if (existsSync(join(data, name))) copyFileSync(join(data, name), join(folder, name));
    return [
      ...inDatabase(join(folder, 'library.db'), (db) => lostInLibrary(db, data, known)),
      ...inDatabase(join(folder, 'engine.db'), (db) => lostInEngine(db, known)),
      ...lostSettings(data, known),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inDatabase(path: string, look: (db: DatabaseSync) => string[]): string[] {
  const db = new DatabaseSync(path);
  const integrity = String(db.prepare('PRAGMA integrity_check').get()?.integrity_check);
  const lost = integrity === 'ok' ? look(db) : [`${path}: ${integrity}`];
  db.close();
  return lost;
}

function lostInLibrary(db: DatabaseSync, data: string, known: Acknowledged): string[] {
  const parts = new Map(
    db
      .prepare('SELECT id, parts FROM messages')
      .all()
      .map((row) => [row.id, String(row.parts)]),
  );
  const titles = new Map(
    db
      .prepare('SELECT id, title FROM threads')
      .all()
      .map((row) => [row.id, row.title]),
  );
  const drafts = new Map(
    db
      .prepare('SELECT thread_id, text FROM drafts')
      .all()
      .map((row) => [row.thread_id, row.text]),
  );
  const blobs = new Map(
    db
      .prepare('SELECT id, blob FROM files')
      .all()
      .map((row) => [row.id, String(row.blob)]),
  );
  const isKept = (id: string, { bytes, sha256 }: { bytes: number; sha256: string }) => {
    const blob = blobs.get(id);
    if (blob !== sha256) return false;
    const content = readFileSync(join(data, 'blobs', blob.slice(0, 2), blob));
    return content.length === bytes && createHash('sha256').update(content).digest('hex') === sha256;
  };
  return [
    ...[...known.messages].flatMap(([id, { prompt }]) => (parts.get(id)?.includes(prompt) ? [] : [`message ${id}`])),
    ...[...known.titles].flatMap(([id, title]) =>
      title.mayBe(titles.get(id)) ? [] : [`title of ${id}: ${titles.get(id)}`],
    ),
    ...[...known.drafts].flatMap(([id, draft]) =>
      draft.mayBe(drafts.get(id ?? '')) ? [] : [`draft of ${id}: ${drafts.get(id ?? '')}`],
    ),
    ...[...known.files].flatMap(([id, file]) => (isKept(id, file) ? [] : [`file ${id}`])),
  ];
}

function lostInEngine(db: DatabaseSync, known: Acknowledged): string[] {
  const ids = new Set(
    db
      .prepare('SELECT id FROM message')
      .all()
      .map((row) => row.id),
  );
  return [...known.messages.keys()].flatMap((id) => (ids.has(id) ? [] : [`message ${id} of the engine`]));
}

function lostSettings(data: string, { appearance }: Acknowledged): string[] {
  const path = join(data, 'config.json');
  const now = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).settings?.appearance : undefined;
  return appearance.mayBe(now) ? [] : ['the appearance'];
}
