const EVENTS_BETWEEN_BREATHS = 64;

/**
 * Passes on what `source` yields until `signal` aborts, then throws the signal's reason at once, whether or not the
 * source cares. Lets timers and other requests have their turn in between, so that a source that never waits starves
 * nobody.
 */
export async function* untilAborted<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  let reject: (reason: unknown) => void = () => {};
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort);
  try {
    for (let count = 1; ; count += 1) {
      signal.throwIfAborted();
      const next = await new Promise<IteratorResult<T>>((resolve, refuse) => {
        reject = refuse;
        iterator.next().then(resolve, refuse);
      });
      if (next.done) return;
      if (count % EVENTS_BETWEEN_BREATHS === 0) await breath();
      signal.throwIfAborted();
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Not awaited: a source that ignores the signal may never come back.
    iterator.return?.().catch(() => {});
  }
}

/** The result of `work`, or the signal's reason as soon as it aborts. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
