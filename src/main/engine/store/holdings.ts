/** Counts what a copy of the engine's database holds: threads, messages, and when the newest came, in milliseconds. */
export const engineHoldings = `SELECT (SELECT count(*) FROM thread) AS threads,
  (SELECT count(*) FROM message) AS messages,
  (SELECT max(created_at) * 1000 FROM message) AS latest`;
