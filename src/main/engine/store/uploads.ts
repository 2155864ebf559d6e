import type { Database } from '../../storage';
import type { FileRecord } from './records';
import { RecordTable } from './table';

export interface UploadRecord {
  id: string;
  created_at: number;
  expires_at: number;
  filename: string;
  purpose: FileRecord['purpose'];
  /** As announced; the parts must add up to it. */
  bytes: number;
  status: 'pending' | 'completed' | 'cancelled';
  file_id: string | null;
  /** Seconds that the file is to live, if it is not to stay. */
  file_lifetime: number | null;
}

export interface PartRecord {
  id: string;
  created_at: number;
  upload_id: string;
  bytes: number;
  blob_key: string;
}

export class UploadTable extends RecordTable<UploadRecord, UploadRecord> {
  constructor(db: Database) {
    super(db, 'upload', {
      columns: ['id', 'created_at', 'expires_at', 'filename', 'purpose', 'bytes', 'status', 'file_id', 'file_lifetime'],
      decode: (row) => row,
      encode: (record) => ({ ...record }),
    });
  }
}

export class PartTable extends RecordTable<PartRecord, PartRecord> {
  constructor(db: Database) {
    super(db, 'upload_part', {
      columns: ['id', 'created_at', 'upload_id', 'bytes', 'blob_key'],
      decode: (row) => row,
      encode: (record) => ({ ...record }),
    });
  }

  of(uploadId: string): PartRecord[] {
    return this.select('upload_id = $uploadId', { uploadId });
  }

  /** Parts of uploads that nobody will complete any more. */
  forsaken(now: number): PartRecord[] {
    const over = `SELECT id FROM upload WHERE status <> 'pending' OR expires_at <= $now`;
    return this.select(`upload_id IN (${over})`, { now });
  }

  withBlob(key: string): PartRecord | undefined {
    return this.select('blob_key = $key', { key }, 'LIMIT 1')[0];
  }

  blobKeys(): Set<string> {
    return new Set(this.select('TRUE', {}).map((part) => part.blob_key));
  }
}
