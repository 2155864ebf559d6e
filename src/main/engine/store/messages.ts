import type { Database } from '../../storage';
import type { MessageRecord } from './records';
import { type Page, type PageQuery, RecordTable } from './table';

interface Row extends Omit<MessageRecord, 'incomplete_details' | 'content' | 'attachments' | 'metadata'> {
  incomplete_details: string;
  content: string;
  attachments: string;
  metadata: string;
}

/** What tells a message's place in its thread, without what it says. */
export type MessageOutline = Pick<MessageRecord, 'id' | 'run_id' | 'created_at'> & {
  seq: number;
  /** Metadata `assay_follows`: the question after which this one was asked, `start` for none; null where nobody said. */
  follows: string | null;
};

const OUTLINE = `SELECT seq, id, run_id, created_at, json_extract(metadata, '$.assay_follows') AS follows FROM message`;

type MessageOwner = Pick<MessageRecord, 'id' | 'thread_id' | 'run_id'>;

export class MessageTable extends RecordTable<Row, MessageRecord> {
  readonly #db: Database;
  readonly #watchers: ((message: MessageOwner, isRemoved: boolean) => void)[] = [];

  constructor(db: Database) {
    super(db, 'message', {
      columns: [
        'id',
        'thread_id',
        'run_id',
        'assistant_id',
        'role',
        'status',
        'created_at',
        'completed_at',
        'incomplete_at',
        'incomplete_details',
        'content',
        'attachments',
        'metadata',
      ],
      owner: 'thread_id',
      decode: (row) => ({
        ...row,
        incomplete_details: JSON.parse(row.incomplete_details),
        content: JSON.parse(row.content),
        attachments: JSON.parse(row.attachments),
        metadata: JSON.parse(row.metadata),
      }),
      encode: (record) => ({
        ...record,
        incomplete_details: JSON.stringify(record.incomplete_details),
        content: JSON.stringify(record.content),
        attachments: JSON.stringify(record.attachments),
        metadata: JSON.stringify(record.metadata),
      }),
    });
    this.#db = db;
  }

  /** Has `watch` told of each message that is changed or removed. */
  onChange(watch: (message: MessageOwner, isRemoved: boolean) => void): void {
    this.#watchers.push(watch);
  }

  override update(id: string, patch: Partial<MessageRecord>): MessageRecord | undefined {
    const updated = super.update(id, patch);
    if (updated) this.#changed(updated, false);
    return updated;
  }

  override delete(id: string): boolean {
    const message = this.#db.get<MessageOwner>('SELECT id, thread_id, run_id FROM message WHERE id = $id', { id });
    if (message) this.#changed(message, true);
    return super.delete(id);
  }

  #changed(message: MessageOwner, isRemoved: boolean): void {
    for (const watch of this.#watchers) watch(message, isRemoved);
  }

  ofThread(threadId: string, runId: string | null, query: PageQuery): Page<MessageRecord> {
    if (runId === null) return this.page('thread_id = $threadId', { threadId }, query, threadId);
    // The plus keeps SQLite from walking the whole thread for the messages of one run.
    return this.page('+thread_id = $threadId AND run_id = $runId', { threadId, runId }, query, threadId);
  }

  /** Newest first, without those of one run; `before` is the id of a message already read. */
  history(threadId: string, exceptRun: string, limit: number, before: string | null): MessageRecord[] {
    return this.select(
      `thread_id = $threadId AND run_id IS NOT $exceptRun
        ${before === null ? '' : 'AND seq < (SELECT seq FROM message WHERE id = $before)'}`,
      { threadId, exceptRun, limit, before },
      'ORDER BY seq DESC LIMIT $limit',
    );
  }

  /** Newest first, from before a place in the order of creation. */
  outlinesBefore(threadId: string, before: number | null, limit: number): MessageOutline[] {
    const cursor = before === null ? '' : 'AND seq < $before';
    return this.#db.all<MessageOutline>(
      `${OUTLINE} WHERE thread_id = $threadId ${cursor} ORDER BY seq DESC LIMIT $limit`,
      { threadId, before, limit },
    );
  }

  /** Oldest first. */
  outlinesAfter(threadId: string, after: number): MessageOutline[] {
    const sql = `${OUTLINE} WHERE thread_id = $threadId AND seq > $after ORDER BY seq`;
    return this.#db.all<MessageOutline>(sql, { threadId, after });
  }

  outline(id: string): MessageOutline | undefined {
    return this.#db.get<MessageOutline>(`${OUTLINE} WHERE id = $id`, { id });
  }

  /** How many there are without those of one run. */
  count(threadId: string, exceptRun: string): number {
    const count = 'SELECT count(*) AS n FROM message WHERE thread_id = $threadId AND run_id IS NOT $exceptRun';
    return this.#db.get<{ n: number }>(count, { threadId, exceptRun })?.n ?? 0;
  }

  /** Whether a message of the thread shows the picture. */
  shows(threadId: string, fileId: string): boolean {
    const where = `thread_id = $threadId AND instr(content, $quoted) > 0`;
    return this.select(where, { threadId, quoted: JSON.stringify(fileId) }, 'LIMIT 1').length > 0;
  }

  firstOfRun(runId: string): MessageOutline | undefined {
    return this.#db.get<MessageOutline>(`${OUTLINE} WHERE run_id = $runId ORDER BY seq LIMIT 1`, { runId });
  }

  first(threadId: string): MessageOutline | undefined {
    return this.#db.get<MessageOutline>(`${OUTLINE} WHERE thread_id = $threadId ORDER BY seq LIMIT 1`, { threadId });
  }

  ofRun(runId: string): MessageRecord[] {
    return this.select('run_id = $runId', { runId });
  }

  /** The message a run is writing. */
  open(runId: string): MessageRecord | undefined {
    return this.select(`run_id = $runId AND status = 'in_progress'`, { runId })[0];
  }
}
