import type { MessageId, SearchHit, ThreadId } from '#contract';
import type { Database } from '../storage';

interface Row {
  thread_id: ThreadId;
  message_id: MessageId | null;
  title: string;
  excerpt: string;
  at: number;
}

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
