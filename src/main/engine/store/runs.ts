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
export type RunOutline = Pick<RunRecord, 'id' | 'status' | 'created_at' | 'metadata'> & { seq: number };
type OutlineRow = Omit<RunOutline, 'metadata'> & { metadata: string };

const OUTLINE = 'SELECT seq, id, status, created_at, metadata FROM run';
const outlineOf = (row: OutlineRow): RunOutline => ({ ...row, metadata: JSON.parse(row.metadata) });

export class RunTable extends RecordTable<Row, RunRecord> {
  readonly #db: Database;
  readonly #watchers: ((run: RunRecord) => void)[] = [];

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

  /** Has `watch` told of each run that is changed. */
  onChange(watch: (run: RunRecord) => void): void {
    this.#watchers.push(watch);
  }

  override update(id: string, patch: Partial<RunRecord>): RunRecord | undefined {
    const updated = super.update(id, patch);
    if (updated) for (const watch of this.#watchers) watch(updated);
    return updated;
  }

  ofThread(threadId: string, query: PageQuery): Page<RunRecord> {
    return this.page('thread_id = $threadId', { threadId }, query, threadId);
  }

  /** The run that locks the thread. */
  activeIn(threadId: string): RunRecord | undefined {
    return this.select(`thread_id = $threadId AND ${ACTIVE}`, { threadId })[0];
  }

  /** Newest first, from before a place in the order of creation. */
  outlinesBefore(threadId: string, before: number | null, limit: number): RunOutline[] {
    const cursor = before === null ? '' : 'AND seq < $before';
    const sql = `${OUTLINE} WHERE thread_id = $threadId ${cursor} ORDER BY seq DESC LIMIT $limit`;
    return this.#db.all<OutlineRow>(sql, { threadId, before, limit }).map(outlineOf);
  }

  /** Oldest first. */
  outlinesAfter(threadId: string, after: number): RunOutline[] {
    const sql = `${OUTLINE} WHERE thread_id = $threadId AND seq > $after ORDER BY seq`;
    return this.#db.all<OutlineRow>(sql, { threadId, after }).map(outlineOf);
  }

  outline(id: string): RunOutline | undefined {
    const row = this.#db.get<OutlineRow>(`${OUTLINE} WHERE id = $id`, { id });
    return row && outlineOf(row);
  }

  active(): RunRecord[] {
    return this.select(ACTIVE, {});
  }
}
