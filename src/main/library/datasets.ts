import type { Dataset, DatasetId, DatasetProfile, DatasetStatus, FileId, ThreadId } from '#contract';
import type { Database } from '../storage';
import { type DatasetNames, underNames } from './dataset-names';

interface Row {
  id: DatasetId;
  file_id: FileId;
  name: string;
  table_name: string;
  bytes: number;
  status: DatasetStatus;
  profile: string | null;
  recipe: string | null;
  error: string | null;
  created_at: number;
  sheet: string | null;
  origin: string | null;
}

/** Which sheet of its workbook a dataset is; the first of them says what was left of the workbook. */
export interface SheetOf {
  at: number;
  name: string;
  first: boolean;
}

/** A dataset with the name queries of one thread use for it. */
export interface ThreadDataset {
  /** Its profile calls the columns as the thread does. */
  dataset: Dataset;
  table: string;
  /** Where the thread calls it otherwise than it is called. */
  names?: DatasetNames;
}

export class DatasetRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  add(dataset: Dataset, sheet: SheetOf | null): void {
    this.#db.run(
      `INSERT INTO datasets (id, file_id, name, table_name, bytes, status, created_at, sheet, origin)
       VALUES (:id, :fileId, :name, :table, :bytes, :status, :createdAt, :sheet, :origin)`,
      {
        id: dataset.id,
        fileId: dataset.fileId,
        name: dataset.name,
        table: dataset.table,
        bytes: dataset.bytes,
        status: dataset.status,
        createdAt: dataset.createdAt,
        sheet: sheet && JSON.stringify(sheet),
        origin: dataset.origin ? JSON.stringify(dataset.origin) : null,
      },
    );
  }

  /** It is read once more; what is known of it stays until then. */
  markReading(id: DatasetId): void {
    this.#db.run(`UPDATE datasets SET status = 'reading', error = NULL WHERE id = :id`, { id });
  }

  /** `recipe` is the data room's own note of how the file is read, given back to it unchanged. */
  markReady(id: DatasetId, profile: DatasetProfile, recipe: unknown): void {
    this.#db.run(
      `UPDATE datasets SET status = 'ready', profile = :profile, recipe = :recipe, error = NULL WHERE id = :id`,
      {
        id,
        profile: JSON.stringify(profile),
        recipe: JSON.stringify(recipe),
      },
    );
  }

  markEnded(id: DatasetId, status: 'failed' | 'cancelled', error: Dataset['error']): void {
    this.#db.run('UPDATE datasets SET status = :status, error = :error WHERE id = :id', {
      id,
      status,
      error: error && JSON.stringify(error),
    });
  }

  get(id: DatasetId): Dataset | undefined {
    const row = this.#db.get<Row>('SELECT * FROM datasets WHERE id = :id', { id });
    return row && toDataset(row);
  }

  sheet(id: DatasetId): SheetOf | null {
    const row = this.#db.get<Pick<Row, 'sheet'>>('SELECT sheet FROM datasets WHERE id = :id', { id });
    return row?.sheet ? JSON.parse(row.sheet) : null;
  }

  recipe(id: DatasetId): unknown {
    const row = this.#db.get<{ recipe: string | null }>('SELECT recipe FROM datasets WHERE id = :id', { id });
    return row?.recipe ? JSON.parse(row.recipe) : null;
  }

  /** Newest first. */
  list(): Dataset[] {
    return this.#db.all<Row>('SELECT * FROM datasets WHERE removed = 0 ORDER BY seq DESC').map(toDataset);
  }

  /** All that have been read, those that are off the list as well. */
  profiled(): Dataset[] {
    return this.#db.all<Row>('SELECT * FROM datasets WHERE profile IS NOT NULL').map(toDataset);
  }

  unfinished(): Dataset[] {
    return this.#db.all<Row>(`SELECT * FROM datasets WHERE status = 'reading'`).map(toDataset);
  }

  /** Takes it off the list; threads that use it keep it. */
  remove(id: DatasetId): void {
    this.#db.run('UPDATE datasets SET removed = 1 WHERE id = :id', { id });
  }

  /** Gives the thread's queries a dataset, under its own name or the next free one. */
  attach(threadId: ThreadId, id: DatasetId): void {
    const dataset = this.get(id);
    if (!dataset) return;
    this.#db.transaction(() => {
      const taken = new Map(this.ofThread(threadId).map((entry) => [entry.table, entry.dataset.id]));
      if ([...taken.values()].includes(id)) return;
      const table = freeName(dataset.table, taken);
      this.#db.run(
        'INSERT INTO thread_datasets (thread_id, dataset_id, table_name, seq) VALUES (:threadId, :id, :table, :seq)',
        {
          threadId,
          id,
          table,
          seq: taken.size,
        },
      );
      this.#db.run('UPDATE files SET kept = 1 WHERE id = :fileId AND kept = 0', { fileId: dataset.fileId });
    });
  }

  /** Gives a thread a dataset in the place of another one, under what that one was called. */
  attachAs(threadId: ThreadId, id: DatasetId, { table, names }: { table: string; names: DatasetNames | null }): void {
    this.attach(threadId, id);
    this.#db.run(
      'UPDATE thread_datasets SET table_name = :table, names = :names WHERE thread_id = :threadId AND dataset_id = :id',
      { threadId, id, table, names: names && JSON.stringify(names) },
    );
  }

  /** What there is of a file that can be asked about or is being read: one, or the sheets of a workbook. */
  ofFile(fileId: FileId): Dataset[] {
    return this.#db
      .all<Row>(
        `SELECT * FROM datasets WHERE file_id = :fileId AND removed = 0 AND status IN ('ready', 'reading') ORDER BY seq`,
        { fileId },
      )
      .map(toDataset);
  }

  /** The thread's data as it will be once these are attached. */
  ofThreadWith(threadId: ThreadId, added: readonly DatasetId[]): ThreadDataset[] {
    const all = this.ofThread(threadId);
    for (const id of added) {
      const dataset = all.some((entry) => entry.dataset.id === id) ? null : this.get(id);
      const taken = new Map(all.map((entry) => [entry.table, entry.dataset.id]));
      if (dataset) all.push({ dataset, table: freeName(dataset.table, taken) });
    }
    return all;
  }

  ofThread(threadId: ThreadId): ThreadDataset[] {
    return this.#db
      .all<Row & { thread_table: string; names: string | null }>(
        `SELECT d.*, td.table_name AS thread_table, td.names FROM thread_datasets td JOIN datasets d ON d.id = td.dataset_id
         WHERE td.thread_id = :threadId ORDER BY td.seq`,
        { threadId },
      )
      .map((row): ThreadDataset => {
        const dataset = toDataset(row);
        if (row.names === null) return { dataset, table: row.thread_table };
        const names: DatasetNames = JSON.parse(row.names);
        return { dataset: underNames(dataset, names), table: row.thread_table, names };
      });
  }
}

function freeName(name: string, taken: ReadonlyMap<string, DatasetId>): string {
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = `${name}_${n}`;
  return free;
}

function toDataset(row: Row): Dataset {
  return {
    id: row.id,
    fileId: row.file_id,
    name: row.name,
    sheet: row.sheet ? (JSON.parse(row.sheet) as SheetOf).name : null,
    table: row.table_name,
    bytes: row.bytes,
    ...(row.origin ? { origin: JSON.parse(row.origin) } : {}),
    status: row.status,
    progress: row.status === 'reading' ? { share: 0, doing: { code: 'waiting' } } : null,
    profile: row.profile ? JSON.parse(row.profile) : null,
    error: row.error ? JSON.parse(row.error) : null,
    createdAt: row.created_at,
  };
}
