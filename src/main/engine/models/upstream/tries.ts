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
      const safe = !sending.once || error.headers !== null;
      const isLoading = error.isLoading && loadingMs < LONGEST_LOADING_MS;
      if (!isLoading && (!error.again || !safe || attempt + 1 >= TRIES)) throw error.failure;
      loadingMs += await pauseBefore(upstream, error.headers, isLoading ? LATE_ATTEMPT : attempt, signal);
      if (!isLoading) attempt += 1;
    }
  }
}

/** Milliseconds that were waited. */
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
