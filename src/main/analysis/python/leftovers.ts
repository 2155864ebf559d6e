import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes what processes that are gone have left in a folder. Never throws: what cannot be removed now is at the next start.
 * @param pattern of names of theirs; its first group is the number of the process
 */
export function removeLeftovers(folder: string, pattern: RegExp): void {
  for (const name of namesIn(folder)) {
    const pid = pattern.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      removeFolder(join(folder, name));
    } catch {}
  }
}

export const removeFolder = (path: string): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 });

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // Nothing was ever made there.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
