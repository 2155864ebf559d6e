import type { Database } from '../../storage';
import type { ThreadRecord } from './records';
import { RecordTable } from './table';

interface Row {
  id: string;
  created_at: number;
  metadata: string;
  tool_resources: string;
}

export class ThreadTable extends RecordTable<Row, ThreadRecord> {
  readonly #watchers: ((threadId: string) => void)[] = [];

  constructor(db: Database) {
    super(db, 'thread', {
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

  /** Has `watch` told of each thread that is removed. */
  onDelete(watch: (threadId: string) => void): void {
    this.#watchers.push(watch);
  }

  override delete(id: string): boolean {
    for (const watch of this.#watchers) watch(id);
    return super.delete(id);
  }
}
