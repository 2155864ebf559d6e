/** What one session, one call, and all sessions together may use. */
export interface Limits {
  /** Wall time of one call. */
  callMs: number;
  /** After a call is interrupted, its session gets this long to stop by itself and keep its state. */
  graceMs: number;
  /** From spawning to ready. */
  startMs: number;
  /** A session nobody used for this long ends. */
  idleMs: number;
  /** So many of those that were used last are kept that long; the others end after {@link idleSoonMs}. */
  idleKept: number;
  idleSoonMs: number;
  /** The longest unused session ends when one more is asked for; where all are at work, that waits. */
  sessions: number;
  /** Calls that may wait for a session: with the time of a call, a bound on how long they do. */
  queued: number;
  /** Kept ready for the next session, until nobody has used any for {@link spareIdleMs}. */
  spares: 0 | 1;
  spareIdleMs: number;
  /** WebAssembly memory of one session: Python's own heap. */
  heapBytes: number;
  /** What one session's files may hold together; they live in memory too. */
  diskBytes: number;
  diskFiles: number;
  /** All memory of one process as the system counts it. */
  rssBytes: number;
  /** Printed text of one call that is kept. */
  logBytes: number;
  /** Printed text at which the process is ended. */
  floodBytes: number;
  codeBytes: number;
  images: number;
  imageBytes: number;
  /** Tables that one call may tell of; a cell tells of the last one that it showed. */
  tables: number;
  /** Of the JSON of the table that a cell shows. */
  tableBytes: number;
  inputFiles: number;
  /** Of files that are copied into a session. */
  inputBytes: number;
  /** Files from this size on are read where they lie, and cannot be changed by code; smaller ones are copied. */
  linkedFrom: number;
  outputFiles: number;
  outputFileBytes: number;
  outputBytes: number;
}

const MB = 1024 * 1024;

export const LIMITS: Limits = {
  callMs: 120_000,
  graceMs: 500,
  startMs: 60_000,
  idleMs: 3_600_000,
  idleKept: 1,
  idleSoonMs: 300_000,
  sessions: 8,
  queued: 32,
  spares: 1,
  spareIdleMs: 180_000,
  heapBytes: 1024 * MB,
  diskBytes: 768 * MB,
  diskFiles: 20_000,
  rssBytes: 2304 * MB,
  logBytes: MB,
  floodBytes: 32 * MB,
  codeBytes: MB / 2,
  images: 20,
  imageBytes: 20 * MB,
  tables: 20,
  tableBytes: 64 * MB,
  inputFiles: 100,
  inputBytes: 512 * MB,
  linkedFrom: 16 * MB,
  outputFiles: 50,
  outputFileBytes: 64 * MB,
  outputBytes: 128 * MB,
};
