import type { Database } from '../../storage';
import { ACTIVE_STATUSES, type RunRecord } from './records';
import { type Page, type PageQuery, RecordTable } from './table';

const JSON_COLUMNS = [
  'required_action',
  'last_error',
  'incomplete_details',
  'usage',
  'metadata',
  'settings',
  'held',
] as const;
type Row = Omit<RunRecord, (typeof JSON_COLUMNS)[number]> & Record<(typeof JSON_COLUMNS)[number], string>;

const ACTIVE = `status IN (${ACTIVE_STATUSES.map((status) => `'${status}'`).join(', ')})`;

export class RunTable extends RecordTable<Row, RunRecord> {
  constructor(db: Database) {
    super(db, 'run', {
      columns: [
        'id',
        'thread_id',
        'assistant_id',
        'status',
        'created_at',
        'expires_at',
        'started_at',
        'cancelled_at',
        'failed_at',
        'completed_at',
        ...JSON_COLUMNS,
      ],
      owner: 'thread_id',
      decode: (row) => ({
        ...row,
        required_action: JSON.parse(row.required_action),
        last_error: JSON.parse(row.last_error),
        incomplete_details: JSON.parse(row.incomplete_details),
        usage: JSON.parse(row.usage),
        metadata: JSON.parse(row.metadata),
        settings: JSON.parse(row.settings),
        held: JSON.parse(row.held),
      }),
      encode: (record) => ({
        ...record,
        required_action: JSON.stringify(record.required_action),
        last_error: JSON.stringify(record.last_error),
        incomplete_details: JSON.stringify(record.incomplete_details),
        usage: JSON.stringify(record.usage),
        metadata: JSON.stringify(record.metadata),
        settings: JSON.stringify(record.settings),
        held: JSON.stringify(record.held),
      }),
    });
  }

  ofThread(threadId: string, query: PageQuery): Page<RunRecord> {
    return this.page('thread_id = $threadId', { threadId }, query, threadId);
  }

  /** The run that locks the thread. */
  activeIn(threadId: string): RunRecord | undefined {
    return this.select(`thread_id = $threadId AND ${ACTIVE}`, { threadId })[0];
  }

  /** Other runs of the thread, the newest first; `before` is the id of a run already read. */
  earlier(threadId: string, exceptRun: string, limit: number, before: string | null): RunRecord[] {
    return this.select(
      `thread_id = $threadId AND id IS NOT $exceptRun
        ${before === null ? '' : 'AND seq < (SELECT seq FROM run WHERE id = $before)'}`,
      { threadId, exceptRun, limit, before },
      'ORDER BY seq DESC LIMIT $limit',
    );
  }

  active(): RunRecord[] {
    return this.select(ACTIVE, {});
  }
}
