/** What `work` comes to; `stop` ends it as soon as the signal says so, also where it had said so before. */
export async function untilStopped<T>(work: Promise<T>, signal: AbortSignal, stop: () => void): Promise<T> {
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return work.finally(() => signal.removeEventListener('abort', stop));
}
