import type { Message, MessageId, MessagePart, RunId, ThreadId } from '#contract';
import { CITATION_MARK } from '#contract/conventions';
import { plainParts } from '#contract/stretches';
import type { Database, SearchIndex } from '../storage';
import { noteFileUses } from './files';

interface Row {
  id: MessageId;
  thread_id: ThreadId;
  run_id: RunId | null;
  role: Message['role'];
  status: Message['status'];
  parts: string;
  facts: string;
  attachments: string;
  numbers: string;
  citations: string;
  /** '' for a question that begins its thread. */
  follows: MessageId | '' | null;
  created_at: number;
}

export class MessageRows {
  readonly #db: Database;
  readonly #search: SearchIndex;

  constructor(db: Database, search: SearchIndex) {
    this.#db = db;
    this.#search = search;
  }

  /** Adds the message, or brings it up to date. Its place in the thread is where it was first saved. */
  save(message: Message): void {
    this.#db.transaction(() => {
      this.#write(message);
      this.#index(message);
    });
  }

  /** The text so far of a message that is still arriving; the server can tell it again. */
  savePartial(message: Message): void {
    this.#db.relaxedTransaction(() => this.#write(message));
  }

  get(id: MessageId): Message | undefined {
    const row = this.#db.get<Row>('SELECT * FROM messages WHERE id = :id', { id });
    return row && toMessage(row);
  }

  /** The newest `limit` messages before `before`, oldest first. */
  page(threadId: ThreadId, options: { before?: MessageId | undefined; limit: number }): Message[] {
    const rows = this.#db.all<Row>(
      `SELECT * FROM messages WHERE thread_id = :threadId
       ${options.before ? 'AND seq < (SELECT seq FROM messages WHERE id = :before)' : ''}
       ORDER BY seq DESC LIMIT :limit`,
      { threadId, limit: options.limit, ...(options.before ? { before: options.before } : {}) },
    );
    return rows.reverse().map(toMessage);
  }

  /** The question asked last, where some of the thread's questions are versions of others; undefined where none is. */
  lastOfVersions(threadId: ThreadId): MessageId | undefined {
    return this.#db.get<{ id: MessageId }>(
      `SELECT id FROM messages WHERE thread_id = :threadId AND role = 'user'
         AND EXISTS (SELECT 1 FROM messages WHERE thread_id = :threadId AND role = 'user' AND follows IS NOT NULL)
       ORDER BY seq DESC LIMIT 1`,
      { threadId },
    )?.id;
  }

  /** Messages a run left open, e.g. because the app was killed. */
  openOfRun(runId: RunId): Message[] {
    return this.#db
      .all<Row>(`SELECT * FROM messages WHERE run_id = :runId AND status = 'in_progress'`, { runId })
      .map(toMessage);
  }

  /** Messages that show something which is not on this machine yet; of one thread, or of all. Quotes in texts are escaped. */
  missing(threadId: ThreadId | null): Message[] {
    const those = `SELECT * FROM messages WHERE instr(parts, '"type":"missing"') > 0`;
    const rows = threadId
      ? this.#db.all<Row>(`${those} AND thread_id = :threadId`, { threadId })
      : this.#db.all<Row>(those);
    return rows.map(toMessage);
  }

  #write(message: Message): void {
    const parts = JSON.stringify(message.parts);
    this.#db.run(
      `INSERT INTO messages (id, thread_id, run_id, role, status, parts, facts, attachments, numbers, citations,
         follows, created_at)
       VALUES (:id, :threadId, :runId, :role, :status, :parts, :facts, :attachments, :numbers, :citations,
         :follows, :createdAt)
       ON CONFLICT (id) DO UPDATE SET run_id = excluded.run_id, status = excluded.status, parts = excluded.parts,
         facts = excluded.facts, attachments = excluded.attachments, numbers = excluded.numbers,
         citations = excluded.citations`,
      {
        id: message.id,
        threadId: message.threadId,
        runId: message.runId,
        role: message.role,
        status: message.status,
        parts,
        facts: JSON.stringify(message.facts),
        attachments: JSON.stringify(message.attachments),
        numbers: JSON.stringify(message.numbers),
        citations: JSON.stringify(message.citations),
        follows: message.follows === null ? '' : (message.follows ?? null),
        createdAt: message.createdAt,
      },
    );
    noteFileUses(this.#db, message.threadId, parts);
  }

  #index(message: Message): void {
    if (message.status === 'in_progress') return;
    const row = this.#db.get<{ seq: number }>('SELECT seq FROM messages WHERE id = :id', { id: message.id });
    if (row) this.#search.changed(-row.seq, columnsOf(message));
  }
}

/** What is searched of a message, by its number; null while it is still arriving, and once it is gone. */
export function searchedOfMessage(db: Database, seq: number): ReturnType<typeof columnsOf> | null {
  const row = db.get<Row>(`SELECT * FROM messages WHERE seq = :seq AND status <> 'in_progress'`, { seq });
  return row ? columnsOf(toMessage(row)) : null;
}

const columnsOf = (message: Message) => ({
  body: searchText(message),
  thread_id: message.threadId,
  message_id: message.id,
});

/** As it is read: what markdown needs before signs is not in it. */
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** A reading is found by itself, whatever words stand around it. */
function searchText(message: Message): string {
  const read = (text: string | undefined) => (message.role === 'assistant' ? text?.replaceAll(ESCAPE, '$1') : text);
  const texts = plainParts({ parts: message.parts, facts: message.facts, citations: [] }, (fact) =>
    fact.code === 'reading' ? `${fact.text}\n` : null,
  ).flatMap((text, index) => read(text?.replaceAll(CITATION_MARK, '')) ?? fileName(message.parts[index]));
  return [...texts, ...message.attachments.map((attachment) => attachment.name)].join('\n');
}

const fileName = (part: MessagePart | undefined): string[] => (part?.type === 'file' ? [part.name] : []);

function toMessage(row: Row): Message {
  return {
    id: row.id,
    threadId: row.thread_id,
    runId: row.run_id,
    role: row.role,
    status: row.status,
    parts: JSON.parse(row.parts),
    facts: JSON.parse(row.facts),
    attachments: JSON.parse(row.attachments),
    numbers: JSON.parse(row.numbers),
    citations: JSON.parse(row.citations),
    ...(row.follows === null ? {} : { follows: row.follows || null }),
    createdAt: row.created_at,
  };
}
