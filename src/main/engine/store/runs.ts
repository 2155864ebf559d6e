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

/** What tells a run's place in its thread, without what it was made with. */
export type RunOutline = Pick<RunRecord, 'id' | 'status' | 'created_at' | 'metadata'>;
type OutlineRow = Omit<RunOutline, 'metadata'> & { metadata: string };

const OUTLINE = 'SELECT id, status, created_at, metadata FROM run';
const outlineOf = (row: OutlineRow): RunOutline => ({ ...row, metadata: JSON.parse(row.metadata) });

export class RunTable extends RecordTable<Row, RunRecord> {
  readonly #db: Database;

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
    this.#db = db;
  }

  ofThread(threadId: string, query: PageQuery): Page<RunRecord> {
    return this.page('thread_id = $threadId', { threadId }, query, threadId);
  }

  /** The run that locks the thread. */
  activeIn(threadId: string): RunRecord | undefined {
    return this.select(`thread_id = $threadId AND ${ACTIVE}`, { threadId })[0];
  }

  /** Other runs of the thread, the newest first; `before` is the id of a run already read. */
  earlier(threadId: string, exceptRun: string, limit: number, before: string | null): RunOutline[] {
    const cursor = before === null ? '' : 'AND seq < (SELECT seq FROM run WHERE id = $before)';
    const where = `WHERE thread_id = $threadId AND id IS NOT $exceptRun ${cursor}`;
    return this.#db
      .all<OutlineRow>(`${OUTLINE} ${where} ORDER BY seq DESC LIMIT $limit`, { threadId, exceptRun, limit, before })
      .map(outlineOf);
  }

  outline(id: string): RunOutline | undefined {
    const row = this.#db.get<OutlineRow>(`${OUTLINE} WHERE id = $id`, { id });
    return row && outlineOf(row);
  }

  active(): RunRecord[] {
    return this.select(ACTIVE, {});
  }
}
