import type { Database } from '../../storage';
import type { ThreadRecord } from './records';
import { RecordTable } from './table';

interface Row {
  id: string;
  created_at: number;
  metadata: string;
  tool_resources: string;
}

export type ThreadTable = RecordTable<Row, ThreadRecord>;

export function threadTable(db: Database): ThreadTable {
  return new RecordTable<Row, ThreadRecord>(db, 'thread', {
    columns: ['id', 'created_at', 'metadata', 'tool_resources'],
    decode: (row) => ({
      ...row,
      metadata: JSON.parse(row.metadata),
      tool_resources: JSON.parse(row.tool_resources),
    }),
    encode: (record) => ({
      ...record,
      metadata: JSON.stringify(record.metadata),
      tool_resources: JSON.stringify(record.tool_resources),
    }),
  });
}
