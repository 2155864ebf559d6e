import { exchange, Refused, type Sending, type UpstreamExchange } from './exchange';
import type { Upstream } from './upstream';
import { delayOf, paceOf, wait } from './waiting';

export const TRIES = 4;

/** The first answer of a few tries, `tried` of which were made, with pauses as the server asks for. Throws ModelFailure. */
export async function answered(
  upstream: Upstream,
  sending: Sending,
  signal: AbortSignal,
  tried = 0,
): Promise<UpstreamExchange> {
  for (let attempt = tried; ; attempt += 1) {
    const pace = paceOf(upstream, sending.entry?.expected.input ?? 0);
    if (pace > 0) await wait(upstream, pace, signal);
    try {
      return await exchange(upstream, sending, signal);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const safe = !sending.once || error.headers !== null;
      if (!error.again || !safe || attempt + 1 >= TRIES) throw error.failure;
      await pauseBefore(upstream, error.headers, attempt, signal);
    }
  }
}

export async function pauseBefore(
  upstream: Upstream,
  headers: Headers | null,
  attempt: number,
  signal: AbortSignal,
): Promise<void> {
  const ms = delayOf(headers, attempt);
  upstream.log?.warn({ connection: upstream.connection, attempt: attempt + 1, ms }, 'a model is asked again');
  await wait(upstream, ms, signal);
}
