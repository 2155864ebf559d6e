import type { ChartId, DatasetId, DeletedFile, DeletedThread, DocumentId, FileId, ReportId, ThreadId } from '#contract';
import type { Database } from '../storage';
import { FILE_USES } from './files';
import type { ThreadRows } from './threads';

/** What rows referred to that are gone, and what may now be removed with them. */
export interface ErasedRows {
  /** Keys of blobs; others may still refer to the same. */
  blobs: string[];
  /** Datasets whose folders nobody needs any more. */
  datasetIds: DatasetId[];
  /** The engine's ids of files. */
  remoteFileIds: string[];
}

/** What the engine is yet to delete, by its own id. */
export interface EngineDeletion {
  kind: 'thread' | 'file';
  remoteId: string;
}

interface FileRow {
  id: FileId;
  name: string;
  bytes: number;
  deleted_at: number;
  threads: number;
  reports: number;
}

const IN_REPORTS = 'SELECT 1 FROM report_files p WHERE p.file_id = f.id';
const USED = `SELECT 1 FROM (${FILE_USES}) u WHERE u.file_id = f.id UNION ALL ${IN_REPORTS}`;
/** Also by a question that is yet to reach the server. */
const AWAITED = `SELECT 1 FROM outbox o JOIN datasets d ON instr(o.body, d.id) > 0 WHERE d.file_id = f.id
  UNION ALL SELECT 1 FROM outbox o JOIN documents d ON instr(o.body, d.id) > 0 WHERE d.file_id = f.id`;
const DRAFTED = `SELECT 1 FROM drafts r, json_each(r.dataset_ids) a JOIN datasets d ON d.id = a.value WHERE d.file_id = f.id
  UNION ALL SELECT 1 FROM drafts r, json_each(r.document_ids) a JOIN documents d ON d.id = a.value WHERE d.file_id = f.id`;

/** Deletes threads and files: first out of sight, then for good, with all that only they refer to. */
export class DeletionRows {
  readonly #db: Database;
  readonly #threads: ThreadRows;

  constructor(db: Database, threads: ThreadRows) {
    this.#db = db;
    this.#threads = threads;
  }

  hideFile(id: FileId, at: number): void {
    this.#db.run('UPDATE files SET deleted_at = :at WHERE id = :id AND deleted_at IS NULL', { id, at });
  }

  /** False where it is gone for good. */
  unhideFile(id: FileId): boolean {
    return this.#db.run('UPDATE files SET deleted_at = NULL WHERE id = :id', { id }) > 0;
  }

  /** The last deleted first. */
  threads(): Omit<DeletedThread, 'erasedAt'>[] {
    return this.#db
      .all<{ id: ThreadId; title: string; deleted_at: number }>(
        'SELECT id, title, deleted_at FROM threads WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, seq DESC',
      )
      .map((row) => ({ threadId: row.id, title: row.title, deletedAt: row.deleted_at }));
  }

  /** The last deleted first. `threads` and `reports` are those that keep it, the deleted ones among them. */
  files(): Omit<DeletedFile, 'erasedAt'>[] {
    return this.#db
      .all<FileRow>(
        `SELECT f.id, f.name, f.bytes, f.deleted_at, (SELECT count(*) FROM (${FILE_USES}) u WHERE u.file_id = f.id) AS threads,
           (SELECT count(DISTINCT b.report_id) FROM report_files p JOIN report_blocks b ON b.id = p.block_id
            WHERE p.file_id = f.id) AS reports
         FROM files f WHERE f.deleted_at IS NOT NULL ORDER BY f.deleted_at DESC, f.seq DESC`,
      )
      .map((row) => ({
        fileId: row.id,
        name: row.name,
        bytes: row.bytes,
        deletedAt: row.deleted_at,
        threads: row.threads,
        reports: row.reports,
      }));
  }

  /** Files that these threads use and nothing else. */
  onlyUsedInThreads(threadIds: readonly ThreadId[]): FileId[] {
    const among = '(SELECT value FROM json_each(:ids))';
    return this.#db
      .all<{ id: FileId }>(
        `SELECT f.id FROM files f WHERE f.deleted_at IS NULL
           AND EXISTS (SELECT 1 FROM (${FILE_USES}) u WHERE u.file_id = f.id AND u.thread_id IN ${among})
           AND NOT EXISTS (SELECT 1 FROM (${FILE_USES}) u WHERE u.file_id = f.id AND u.thread_id NOT IN ${among})
           AND NOT EXISTS (${IN_REPORTS})`,
        { ids: JSON.stringify(threadIds) },
      )
      .map(({ id }) => id);
  }

  /** Dropped in before then, and neither asked about nor in a draft. */
  neverAsked(before: number): FileId[] {
    return this.#db
      .all<{ id: FileId }>(
        `SELECT f.id FROM files f WHERE f.kept = 0 AND f.deleted_at IS NULL AND f.created_at <= :before
         AND NOT EXISTS (${USED}) AND NOT EXISTS (${DRAFTED}) AND NOT EXISTS (${AWAITED})`,
        { before },
      )
      .map(({ id }) => id);
  }

  filesOf(of: { datasetIds: readonly DatasetId[]; documentIds: readonly DocumentId[] }): FileId[] {
    return this.#db
      .all<{ id: FileId }>(
        `SELECT file_id AS id FROM datasets WHERE id IN (SELECT value FROM json_each(:datasetIds))
         UNION SELECT file_id FROM documents WHERE id IN (SELECT value FROM json_each(:documentIds))`,
        { datasetIds: JSON.stringify(of.datasetIds), documentIds: JSON.stringify(of.documentIds) },
      )
      .map(({ id }) => id);
  }

  /** What there is of a file, to be stopped before it is erased. */
  readingsOf(fileId: FileId): { datasetIds: DatasetId[]; documentIds: DocumentId[] } {
    const ids = <I>(table: string) =>
      this.#db.all<{ id: I }>(`SELECT id FROM ${table} WHERE file_id = :fileId`, { fileId }).map(({ id }) => id);
    return { datasetIds: ids<DatasetId>('datasets'), documentIds: ids<DocumentId>('documents') };
  }

  /** A thread with all that is under it, and the files that code made in it and nothing else uses. */
  eraseThread(id: ThreadId): ErasedRows {
    return this.#db.transaction(() => {
      const made = this.#db.all<{ id: FileId }>(
        'SELECT f.id FROM file_uses u JOIN files f ON f.id = u.file_id WHERE u.thread_id = :id AND f.made = 1',
        { id },
      );
      const charts = this.#db.all<{ id: ChartId; remote_file_id: string | null }>(
        'SELECT id, remote_file_id FROM charts WHERE thread_id = :id',
        { id },
      );
      const pictures = this.#db.all<{ blob: string }>(
        'SELECT p.blob FROM chart_pictures p JOIN charts c ON c.id = p.chart_id WHERE c.thread_id = :id',
        { id },
      );
      this.#db.run('DELETE FROM outbox WHERE thread_id = :id', { id });
      this.#threads.purge(id);
      const remoteFileIds = charts.flatMap((chart) => chart.remote_file_id ?? []);
      this.#queue('thread', [id]);
      this.#queue('file', remoteFileIds);
      const rest = made.map((file) => this.eraseFile(file.id));
      return joined([{ blobs: pictures.map(({ blob }) => blob), datasetIds: [], remoteFileIds }, ...rest]);
    });
  }

  /** A report, and the files that code made and nothing else uses. */
  eraseReport(id: ReportId): ErasedRows {
    return this.#db.transaction(() => {
      const made = this.#db.all<{ id: FileId }>(
        `SELECT DISTINCT f.id FROM report_blocks b JOIN report_files p ON p.block_id = b.id
           JOIN files f ON f.id = p.file_id AND f.made = 1 WHERE b.report_id = :id`,
        { id },
      );
      this.#db.run('DELETE FROM reports WHERE id = :id', { id });
      return joined(made.map((file) => this.eraseFile(file.id)));
    });
  }

  /** Null where something still uses it. Drafts lose it. */
  eraseFile(id: FileId): ErasedRows | null {
    return this.#db.transaction(() => {
      const file = this.#db.get<{ blob: string; remote_file_id: string | null }>(
        `SELECT f.blob, f.remote_file_id FROM files f WHERE f.id = :id AND NOT EXISTS (${USED}) AND NOT EXISTS (${AWAITED})`,
        { id },
      );
      if (!file) return null;
      const { datasetIds } = this.readingsOf(id);
      const documents = this.#db.all<{ text_blob: string | null; remote_file_id: string | null }>(
        'SELECT text_blob, remote_file_id FROM documents WHERE file_id = :id',
        { id },
      );
      for (const [column, table] of [
        ['dataset_ids', 'datasets'],
        ['document_ids', 'documents'],
      ])
        this.#db.run(
          `UPDATE drafts SET ${column} = (SELECT json_group_array(value) FROM json_each(${column})
             WHERE value NOT IN (SELECT id FROM ${table} WHERE file_id = :id))
           WHERE EXISTS (SELECT 1 FROM json_each(${column}) JOIN ${table} d ON d.id = value WHERE d.file_id = :id)`,
          { id },
        );
      for (const table of ['datasets', 'documents']) this.#db.run(`DELETE FROM ${table} WHERE file_id = :id`, { id });
      this.#db.run('DELETE FROM files WHERE id = :id', { id });
      const remoteFileIds = [file, ...documents].flatMap((row) => row.remote_file_id ?? []);
      this.#queue('file', remoteFileIds);
      return { blobs: [file.blob, ...documents.flatMap((row) => row.text_blob ?? [])], datasetIds, remoteFileIds };
    });
  }

  /** Whether a row refers to the bytes. */
  isBlobUsed(blob: string): boolean {
    const row = this.#db.get(
      `SELECT 1 FROM files WHERE blob = :blob UNION ALL SELECT 1 FROM documents WHERE text_blob = :blob
       UNION ALL SELECT 1 FROM chart_pictures WHERE blob = :blob UNION ALL SELECT 1 FROM transmissions WHERE body = :blob LIMIT 1`,
      { blob },
    );
    return row !== undefined;
  }

  /** Of all bytes that rows refer to. */
  usedBlobs(): Set<string> {
    const rows = this.#db.all<{ blob: string }>(
      `SELECT blob FROM files UNION SELECT text_blob FROM documents WHERE text_blob IS NOT NULL
       UNION SELECT blob FROM chart_pictures UNION SELECT body FROM transmissions WHERE body <> ''`,
    );
    return new Set(rows.map(({ blob }) => blob));
  }

  /** Of datasets whose folders are needed. */
  datasetIds(): Set<string> {
    return new Set(this.#db.all<{ id: string }>('SELECT id FROM datasets').map(({ id }) => id));
  }

  awaitedAtEngine(): EngineDeletion[] {
    return this.#db
      .all<{ kind: EngineDeletion['kind']; remote_id: string }>('SELECT kind, remote_id FROM engine_deletions')
      .map((row) => ({ kind: row.kind, remoteId: row.remote_id }));
  }

  doneAtEngine({ kind, remoteId }: EngineDeletion): void {
    this.#db.run('DELETE FROM engine_deletions WHERE kind = :kind AND remote_id = :remoteId', { kind, remoteId });
  }

  #queue(kind: EngineDeletion['kind'], ids: readonly string[]): void {
    for (const remoteId of ids)
      this.#db.run('INSERT OR IGNORE INTO engine_deletions (kind, remote_id) VALUES (:kind, :remoteId)', {
        kind,
        remoteId,
      });
  }
}

const joined = (all: readonly (ErasedRows | null)[]): ErasedRows => ({
  blobs: all.flatMap((each) => each?.blobs ?? []),
  datasetIds: all.flatMap((each) => each?.datasetIds ?? []),
  remoteFileIds: all.flatMap((each) => each?.remoteFileIds ?? []),
});
