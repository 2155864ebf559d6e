/** What one session, one call, and all sessions together may use. */
export interface Limits {
  /** Wall time of one call. */
  callMs: number;
  /** From spawning to ready. */
  startMs: number;
  /** A session nobody used for this long ends. */
  idleMs: number;
  /** The longest unused session ends when one more is asked for. */
  sessions: number;
  /** WebAssembly memory of one session: Python's heap, files included. */
  heapBytes: number;
  /** All memory of one process as the system counts it. */
  rssBytes: number;
  /** Printed text of one call; the process ends beyond four times that. */
  logBytes: number;
  images: number;
  imageBytes: number;
  inputFiles: number;
  inputBytes: number;
  outputFiles: number;
  outputFileBytes: number;
  outputBytes: number;
}

const MB = 1024 * 1024;

export const LIMITS: Limits = {
  callMs: 120_000,
  startMs: 60_000,
  idleMs: 3_600_000,
  sessions: 8,
  heapBytes: 1024 * MB,
  rssBytes: 2048 * MB,
  logBytes: MB,
  images: 20,
  imageBytes: 20 * MB,
  inputFiles: 100,
  inputBytes: 512 * MB,
  outputFiles: 50,
  outputFileBytes: 64 * MB,
  outputBytes: 128 * MB,
};
