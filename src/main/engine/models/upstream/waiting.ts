import { setTimeout as pause } from 'node:timers/promises';
import type { Upstream } from './upstream';

/** The longest wait for one try, whatever a server asks for: an hour may as well be a mistake. */
const LONGEST_MS = 60_000;
const FIRST_MS = 500;
const LONGEST_STEP_MS = 8_000;
/** A window of a rate is waited for this long at most before the server itself is asked. */
const LONGEST_PACE_MS = 30_000;

/** Waits, or rejects with the signal's reason as soon as it aborts. */
export async function wait(upstream: Upstream, ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (upstream.wait) await upstream.wait(ms, signal);
  else await pause(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
}

/** Milliseconds until the next try, the first one being 0: what the server asks for, otherwise longer each time. */
export function delayOf(headers: Headers | null, attempt: number, now = Date.now(), random = Math.random()): number {
  const steps = Math.min(FIRST_MS * 2 ** attempt, LONGEST_STEP_MS);
  const own = Math.round(steps * (0.75 + random / 2));
  const asked = headers ? askedFor(headers, now) : null;
  return asked === null ? own : Math.min(Math.max(asked, 0), LONGEST_MS);
}

/** `retry-after-ms`, or `retry-after` in seconds or as a date; what is long past asks for nothing. */
function askedFor(headers: Headers, now: number): number | null {
  const ms = numberIn(headers.get('retry-after-ms'));
  if (ms !== null && ms >= 0) return ms;
  const after = headers.get('retry-after');
  const seconds = numberIn(after);
  if (seconds !== null) return seconds >= 0 ? seconds * 1_000 : null;
  const date = after === null ? Number.NaN : Date.parse(after);
  return Number.isNaN(date) || date <= now ? null : date - now;
}

function numberIn(text: string | null): number | null {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

/** What a server has told of its rates: how much is left, and when there is more. */
interface Pace {
  requests: Remaining | null;
  tokens: Remaining | null;
}
interface Remaining {
  count: number;
  /** Of `performance.now`. */
  renewedAt: number;
}

const paces = new WeakMap<Upstream, Pace>();

export function notePace(upstream: Upstream, headers: Headers): void {
  const known = paces.get(upstream);
  const requests = remaining(headers, 'requests') ?? known?.requests ?? null;
  const tokens = remaining(headers, 'tokens') ?? known?.tokens ?? null;
  paces.set(upstream, { requests, tokens });
}

/** Milliseconds until the next request has a chance; 0 where nothing speaks against it. */
export function paceOf(upstream: Upstream, inputTokens: number, now = performance.now()): number {
  const pace = paces.get(upstream);
  const waits = [until(pace?.requests, 1, now), until(pace?.tokens, inputTokens, now)];
  return Math.min(Math.max(...waits), LONGEST_PACE_MS);
}

const until = (rest: Remaining | null | undefined, needed: number, now: number): number =>
  rest && rest.count < needed ? Math.max(0, rest.renewedAt - now) : 0;

function remaining(headers: Headers, kind: 'requests' | 'tokens'): Remaining | null {
  const count = numberIn(headers.get(`x-ratelimit-remaining-${kind}`));
  const reset = spanOf(headers.get(`x-ratelimit-reset-${kind}`));
  return count === null || reset === null ? null : { count, renewedAt: performance.now() + reset };
}

const UNITS = new Map<string, number>(Object.entries({ d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 }));

/** Milliseconds of `12ms`, `8.64s`, `6m0s`, plain seconds, or a date. Null where it says nothing. */
export function spanOf(text: string | null, now = Date.now()): number | null {
  if (text === null) return null;
  const seconds = numberIn(text);
  // Seconds since 1970, in which some servers tell when.
  if (seconds !== null)
    return seconds > 1e9 ? Math.max(0, (seconds > 1e12 ? seconds : seconds * 1_000) - now) : seconds * 1_000;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[dhms])/g)];
  if (parts.length > 0 && parts.map(([part]) => part).join('') === text.trim())
    return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS.get(unit ?? '') ?? 0), 0);
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
