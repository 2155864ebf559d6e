import { AppError } from '#contract/result';

/**
 * A stream that comes over a network: a connection may be gone without anybody noticing, so one that is silent for too
 * long ends in an error, as one that breaks off does. Whoever reads it then asks for the run instead.
 */
export async function* withoutSilence<T>(source: AsyncIterable<T>, ms: number): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  try {
    while (true) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const silence = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new AppError('timeout', 'The server fell silent.')), ms);
      });
      const next = await Promise.race([iterator.next(), silence]).finally(() => clearTimeout(timer));
      if (next.done) return;
      yield next.value;
    }
  } finally {
    void iterator.return?.();
  }
}
