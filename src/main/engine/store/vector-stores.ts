import type { Metadata } from '../../metadata';
import type { Database } from '../../storage';
import type { FailureReason } from '../ports';
import { type Page, type PageQuery, RecordTable, UnknownCursor } from './table';

export interface VectorStoreRecord {
  id: string;
  created_at: number;
  name: string | null;
  description: string | null;
  metadata: Metadata;
  expires_after: { anchor: 'last_active_at'; days: number } | null;
  last_active_at: number;
}

export type FileStatus = 'in_progress' | 'completed' | 'cancelled' | 'failed';
export type ChunkingStrategy = {
  type: 'static';
  static: { max_chunk_size_tokens: number; chunk_overlap_tokens: number };
};

export interface VectorStoreFileRecord {
  /** {@link placeId} of store and file: a file may be in several stores. */
  id: string;
  vector_store_id: string;
  file_id: string;
  batch_id: string | null;
  created_at: number;
  status: FileStatus;
  usage_bytes: number;
  /** `reason` says the message as data, beside what the protocol has. */
  last_error: {
    code: 'server_error' | 'unsupported_file' | 'invalid_file';
    message: string;
    reason?: FailureReason;
  } | null;
  chunking_strategy: ChunkingStrategy;
  attributes: Record<string, string | number | boolean>;
}

export interface FileBatchRecord {
  id: string;
  created_at: number;
  vector_store_id: string;
}

export const placeId = (storeId: string, fileId: string): string => `${storeId}/${fileId}`;

type Body<T> = { id: string; created_at: number; body: string } & T;

/** What is searched by has a column; the rest is JSON. */
const encoded = <T extends { id: string; created_at: number }>(record: T) => {
  const { id, created_at, ...body } = record;
  return { id, created_at, body: JSON.stringify(body) };
};

export class VectorStoreTable extends RecordTable<Body<object>, VectorStoreRecord> {
  constructor(db: Database) {
    super(db, 'vector_store', {
      columns: ['id', 'created_at', 'body'],
      decode: ({ id, created_at, body }) => ({ ...JSON.parse(body), id, created_at }),
      encode: encoded,
    });
  }
}

export type FileCounts = Record<FileStatus | 'total', number>;

export class VectorStoreFileTable extends RecordTable<
  Body<{ vector_store_id: string; file_id: string; batch_id: string | null; status: FileStatus }>,
  VectorStoreFileRecord
> {
  readonly #rows: Database;

  constructor(db: Database) {
    super(db, 'vector_store_file', {
      columns: ['id', 'created_at', 'vector_store_id', 'file_id', 'batch_id', 'status', 'body'],
      owner: 'vector_store_id',
      decode: ({ body, ...row }) => ({ ...JSON.parse(body), ...row }),
      encode: (record) => {
        const { vector_store_id, file_id, batch_id, status } = record;
        return { ...encoded(record), vector_store_id, file_id, batch_id, status };
      },
    });
    this.#rows = db;
  }

  of(
    storeId: string,
    filter: FileStatus | null,
    batchId: string | null,
    query: PageQuery,
  ): Page<VectorStoreFileRecord> {
    const within = (parameter: 'after' | 'before'): string | null => {
      const cursor = query[parameter];
      if (cursor === null) return null;
      const place = placeId(storeId, cursor);
      if (batchId !== null && (this.get(place)?.batch_id ?? batchId) !== batchId)
        throw new UnknownCursor(parameter, cursor);
      return place;
    };
    const places = { after: within('after'), before: within('before') };
    try {
      return this.page(
        'vector_store_id = $store AND ($status IS NULL OR status = $status) AND ($batch IS NULL OR batch_id = $batch)',
        { store: storeId, status: filter, batch: batchId },
        { ...query, ...places },
        storeId,
      );
    } catch (error) {
      // The caller knows the file by its own id alone.
      if (!(error instanceof UnknownCursor)) throw error;
      throw new UnknownCursor(error.parameter, query[error.parameter] ?? '');
    }
  }

  counts(storeId: string, batchId: string | null): FileCounts {
    const rows = this.#rows.all<{ status: FileStatus; n: number }>(
      'SELECT status, count(*) AS n FROM vector_store_file WHERE vector_store_id = $store AND ($batch IS NULL OR batch_id = $batch) GROUP BY status',
      { store: storeId, batch: batchId },
    );
    const counts: FileCounts = { in_progress: 0, completed: 0, failed: 0, cancelled: 0, total: 0 };
    for (const { status, n } of rows) {
      counts[status] = n;
      counts.total += n;
    }
    return counts;
  }

  usage(storeId: string): number {
    const sum =
      "SELECT coalesce(sum(json_extract(body, '$.usage_bytes')), 0) AS n FROM vector_store_file WHERE vector_store_id = $store";
    return this.#rows.get<{ n: number }>(sum, { store: storeId })?.n ?? 0;
  }

  /** What a search of the store cannot see, the oldest first, a hundred at most. */
  unread(storeId: string): VectorStoreFileRecord[] {
    const unread = "vector_store_id = $store AND status IN ('in_progress', 'failed')";
    return this.select(unread, { store: storeId }, 'ORDER BY created_at, id LIMIT 100');
  }

  waiting(): VectorStoreFileRecord[] {
    return this.select("status = 'in_progress'", {});
  }
}

export class FileBatchTable extends RecordTable<Body<{ vector_store_id: string }>, FileBatchRecord> {
  constructor(db: Database) {
    super(db, 'file_batch', {
      columns: ['id', 'created_at', 'vector_store_id', 'body'],
      decode: ({ body: _, ...row }) => row,
      encode: (record) => ({ ...record, body: '{}' }),
    });
  }
}
