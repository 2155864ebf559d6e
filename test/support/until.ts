import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 10;

/**
 * Looks again and again until there is something, and answers it: for what tells nobody that it has happened, such as a
 * process of somebody else. Whatever can be waited for itself, an event or a promise, is waited for instead.
 *
 * @param what what is waited for, for the error when it has not come in time
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  { withinMs = 20_000 } = {},
): Promise<Exclude<T, null | undefined | false>> {
  const begun = performance.now();
  for (;;) {
    const seen = await look();
    if (seen) return seen as Exclude<T, null | undefined | false>;
    if (performance.now() - begun > withinMs) throw new Error(`Waited ${withinMs} ms in vain for ${what}`);
    await pause(EVERY_MS);
  }
}
