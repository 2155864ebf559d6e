import { exchange, Refused, type Sending, type UpstreamExchange } from './exchange';
import type { Upstream } from './upstream';
import { delayOf, paceOf, wait } from './waiting';

export const TRIES = 4;
/** A local server that still reads its model is waited for this long besides. */
const LONGEST_LOADING_MS = 10 * 60_000;
/** Meanwhile it is asked every few seconds. */
const LATE_ATTEMPT = 2;

/**
 * The first answer of a few tries, `tried` of which were made, with pauses as the server asks for. What a local server
 * refuses because it still reads its model does not count as a try. Throws ModelFailure.
 */
export async function answered(
  upstream: Upstream,
  sending: Sending,
  signal: AbortSignal,
  tried = 0,
): Promise<UpstreamExchange> {
  let attempt = tried;
  let loadingMs = 0;
  for (;;) {
    const pace = paceOf(upstream, sending.entry?.expected.input ?? 0);
    if (pace > 0) await wait(upstream, pace, signal);
    try {
      return await exchange(upstream, sending, signal);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.isLoading && loadingMs < LONGEST_LOADING_MS) {
        loadingMs += await untilLoaded(upstream, LONGEST_LOADING_MS - loadingMs, signal);
        continue;
      }
      const safe = !sending.once || error.headers !== null;
      if (!error.again || !safe || attempt + 1 >= TRIES) throw error.failure;
      await pauseBefore(upstream, error.headers, attempt, signal);
      attempt += 1;
    }
  }
}

/**
 * Waits while the server says that it reads its model, `longestMs` at most; milliseconds that were waited. It is asked how
 * it is, so that a long question does not go there over and over.
 */
async function untilLoaded(upstream: Upstream, longestMs: number, signal: AbortSignal): Promise<number> {
  for (let waited = 0; ; ) {
    waited += await pauseBefore(upstream, null, LATE_ATTEMPT, signal);
    if (waited >= longestMs) return waited;
    try {
      const health = await exchange(upstream, { method: 'GET', path: '/health', entry: null }, signal);
      health.close({ failure: null, usage: null });
      return waited;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (!error.isLoading) return waited;
    }
  }
}

/** Milliseconds that it took. */
export async function pauseBefore(
  upstream: Upstream,
  headers: Headers | null,
  attempt: number,
  signal: AbortSignal,
): Promise<number> {
  const ms = delayOf(headers, attempt);
  upstream.log?.warn({ connection: upstream.connection, attempt: attempt + 1, ms }, 'a model is asked again');
  await wait(upstream, ms, signal);
  return ms;
}
