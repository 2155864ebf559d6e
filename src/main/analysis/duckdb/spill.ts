import { readdirSync } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../log';

/** Beyond this, a query sorts or groups more than anybody waits for. */
const MOST_MB = 20_000;
/** Of the disk's free room; the rest is for everything else that goes on. */
const SHARE = 0.8;
const LEAST_MB = 16;
const MB = 1_000_000;

/** How much an instance may put on the disk at a time. */
export interface SpillLimit {
  megabytes: number;
  /** There was no room for more. */
  byDisk: boolean;
}

export async function spillLimit(folder: string): Promise<SpillLimit> {
  const { bavail, bsize } = await statfs(folder);
  const room = Math.floor((bavail * bsize * SHARE) / MB);
  return { megabytes: Math.max(LEAST_MB, Math.min(MOST_MB, room)), byDisk: room < MOST_MB };
}

/** Removes what processes that are gone have spilled, in the background. Call before the first of the new ones starts. */
export function sweepSpilled(folder: string, log: Log): void {
  for (const name of entriesOf(folder)) void removeSpilled(join(folder, name), log);
}

export function removeSpilled(path: string, log: Log): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 3 }).catch((error: unknown) => {
    log.warn({ err: error }, 'what queries had put on the disk could not be removed');
  });
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing has ever been spilled.
    return [];
  }
}
