import type { MessageId, SearchHit, ThreadId } from '#contract';
import type { Log } from '../log';
import { type Database, SearchIndex } from '../storage';

interface Row {
  thread_id: ThreadId;
  message_id: MessageId | null;
  title: string;
  excerpt: string;
  at: number;
}

/** As the first migration made it. */
const CREATE = `CREATE VIRTUAL TABLE search USING fts5 (
  body, thread_id UNINDEXED, message_id UNINDEXED,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
)`;

/**
 * The index of titles and messages. Titles have their thread's number in it and messages the negative of theirs, so that
 * ascending order is newest first.
 */
export function librarySearchIndex(
  db: Database,
  textOfMessage: (seq: number) => { body: string; thread_id: string; message_id: string } | null,
  log: Log,
): SearchIndex {
  return new SearchIndex(db, {
    table: 'search',
    create: CREATE,
    columns: ['body', 'thread_id', 'message_id'],
    ids: `SELECT seq FROM threads UNION ALL SELECT -seq FROM messages WHERE status <> 'in_progress'`,
    columnsOf: (id) => (id > 0 ? titleOf(db, id) : textOfMessage(-id)),
    onFault: (error) => log.warn({ err: error }, 'the search index of the library was found damaged'),
  });
}

function titleOf(db: Database, seq: number) {
  const row = db.get<{ title: string; id: ThreadId }>('SELECT id, title FROM threads WHERE seq = :seq', { seq });
  return row ? titleColumns(row.id, row.title) : null;
}

export const titleColumns = (id: ThreadId, title: string) => ({ body: title, thread_id: id, message_id: null });

/** Beyond this many matches, ranking costs more than it tells, and the newest come first instead. */
const RANK_AT_MOST = 2_000;

/** Full-text search over titles and messages; the last word may be unfinished. */
export function searchLibrary(db: Database, query: string, limit: number): SearchHit[] {
  const match = toMatch(query);
  if (match === null) return [];
  const { n } = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM search WHERE search MATCH :match LIMIT ${RANK_AT_MOST + 1})`,
    { match },
  ) ?? { n: 0 };
  const order = n > RANK_AT_MOST ? 's.rowid' : 'bm25(search)';
  const rows = db.all<Row>(
    `SELECT s.thread_id, s.message_id, t.title, snippet(search, 0, char(2), char(3), '…', 16) AS excerpt,
       COALESCE(m.created_at, t.updated_at) AS at
     FROM search s JOIN threads t ON t.id = s.thread_id AND t.deleted_at IS NULL
     LEFT JOIN messages m ON m.id = s.message_id
     WHERE search MATCH :match ORDER BY ${order} LIMIT :limit`,
    { match, limit },
  );
  return rows.map((row) => ({
    threadId: row.thread_id,
    title: row.title,
    messageId: row.message_id,
    excerpt: row.excerpt,
    at: row.at,
  }));
}

/** Words become quoted terms, so nothing the analyst types is taken for query syntax. */
function toMatch(query: string): string | null {
  const words = query.match(/[\p{L}\p{N}]+/gu);
  if (!words) return null;
  return words.map((word) => `"${word}"*`).join(' ');
}
