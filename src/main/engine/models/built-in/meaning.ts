import type { Definitions } from '#contract/definitions';
import { type Understood, understand } from './reader/understand';

const KEPT = 8;
const understoodBefore = new Map<string, Understood>();

/** A turn is looked at again after each call: the same words about the same data mean the same. */
export function meaningOf(definitions: readonly Definitions[], asked: readonly string[]): Understood {
  const key = JSON.stringify([definitions, asked]);
  const known = understoodBefore.get(key) ?? understand(definitions, asked);
  understoodBefore.delete(key);
  understoodBefore.set(key, known);
  for (const old of understoodBefore.keys()) if (understoodBefore.size > KEPT) understoodBefore.delete(old);
  return known;
}
