/** How long the count of tokens is waited for once an answer has finished; some servers never end their streams. */
const GRACE_MS = 5_000;

/** The events of a stream, until it is finished and nothing more comes for a while. */
export async function* untilQuiet<T>(
  events: AsyncGenerator<T>,
  reader: { readonly hasFinished: boolean },
  ms = GRACE_MS,
): AsyncGenerator<T> {
  try {
    for (;;) {
      const next = events.next();
      const result = reader.hasFinished ? await within(next, ms) : await next;
      if (!result || result.done) return;
      yield result.value;
    }
  } finally {
    // Not waited for: it may be in the middle of waiting itself.
    events.return(undefined).catch(() => {});
  }
}

/** Null where it takes longer; what comes of it later is nobody's concern. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
