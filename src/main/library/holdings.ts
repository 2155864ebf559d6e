/** Counts what a copy of the library holds: threads, messages, and when the newest came, in milliseconds. */
export const libraryHoldings = `SELECT (SELECT count(*) FROM threads WHERE deleted_at IS NULL) AS threads,
  (SELECT count(*) FROM messages) AS messages,
  (SELECT max(created_at) FROM messages) AS latest`;
