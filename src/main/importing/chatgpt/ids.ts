import { createHash } from 'node:crypto';

const LENGTH = 24;

/** Ids of the protocol for what has others: the same for the same, so that a second import finds what the first has made. */
export function idFrom(prefix: string, ...names: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(names)).digest('base64url').replaceAll(/[-_]/g, 'x');
  return prefix + digest.slice(0, LENGTH);
}
