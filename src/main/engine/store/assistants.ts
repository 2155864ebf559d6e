import type { Database } from '../../storage';
import type { AssistantRecord } from './records';
import { RecordTable } from './table';

interface Row {
  id: string;
  created_at: number;
  body: string;
}

export type AssistantTable = RecordTable<Row, AssistantRecord>;

export function assistantTable(db: Database): AssistantTable {
  return new RecordTable<Row, AssistantRecord>(db, 'assistant', {
    columns: ['id', 'created_at', 'body'],
    decode: ({ id, created_at, body }) => ({ ...JSON.parse(body), id, created_at }),
    encode: ({ id, created_at, ...body }) => ({ id, created_at, body: JSON.stringify(body) }),
  });
}
