import type { Database } from '../../storage';
import type { FileRecord } from './records';
import { type Page, type PageQuery, RecordTable } from './table';

export class FileTable extends RecordTable<FileRecord, FileRecord> {
  constructor(db: Database) {
    super(db, 'file', {
      columns: ['id', 'created_at', 'expires_at', 'filename', 'purpose', 'bytes', 'blob_key'],
      decode: (row) => row,
      encode: (record) => ({ ...record }),
    });
  }

  list(purpose: string | null, now: number, query: PageQuery): Page<FileRecord> {
    const alive = '(expires_at IS NULL OR expires_at > $now)';
    if (purpose === null) return this.page(alive, { now }, query);
    return this.page(`purpose = $purpose AND ${alive}`, { purpose, now }, query);
  }

  expired(now: number): FileRecord[] {
    return this.select('expires_at <= $now', { now });
  }

  withBlob(key: string): FileRecord | undefined {
    return this.select('blob_key = $key', { key }, 'LIMIT 1')[0];
  }

  blobKeys(): Set<string> {
    return new Set(this.select('TRUE', {}).map((file) => file.blob_key));
  }
}
