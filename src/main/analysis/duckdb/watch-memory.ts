const EVERY_MS = 50;
/** What Node, DuckDB's own administration and results on their way take besides the memory that DuckDB counts. */
const BESIDES_MB = 256;
const MORE = 1.5;
const MB = 1024 * 1024;

/**
 * Tells once when this process takes far more memory than DuckDB was given: it does not count texts that a query makes
 * before it stores them. Returns what ends the watch.
 */
export function watchMemory(memoryMb: number, exhausted: () => void): () => void {
  const most = (memoryMb * MORE + BESIDES_MB) * MB;
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() < most) return;
    clearInterval(timer);
    exhausted();
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
