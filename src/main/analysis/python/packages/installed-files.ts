import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { IndexedPackage } from '../protocol';

export type FileState = 'missing' | 'installed' | 'damaged';

/** The package files of a folder, and which of them are not what the index says. */
export class InstalledFiles {
  readonly #folder: string;
  /** What the last look at a file's bytes found, for as long as the file has not changed since. */
  readonly #checks = new Map<string, { stamp: string; whole: boolean; at: number }>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  pathOf(entry: IndexedPackage): string {
    return join(this.#folder, entry.file);
  }

  /** As far as the file was checked; one that was not counts as installed. */
  state(entry: IndexedPackage): FileState {
    const stamp = stampOf(this.pathOf(entry));
    if (stamp === null) return 'missing';
    const check = this.#checks.get(entry.file);
    return check?.stamp === stamp && !check.whole ? 'damaged' : 'installed';
  }

  /**
   * Reads the files that have changed since they were last read, or were read longer ago than `maxAgeMs`, and compares their
   * sums with the index. Takes about a second for 500 MB.
   * @returns whether the state of any has changed
   */
  async check(entries: readonly IndexedPackage[], maxAgeMs: number, signal?: AbortSignal): Promise<boolean> {
    let changed = false;
    for (const entry of entries) {
      const before = this.state(entry);
      const stamp = stampOf(this.pathOf(entry));
      const last = this.#checks.get(entry.file);
      if (stamp === null || (last?.stamp === stamp && performance.now() - last.at < maxAgeMs)) continue;
      const sum = await sumOf(this.pathOf(entry), signal).catch(() => {
        signal?.throwIfAborted();
        return null; // A file that cannot be read is as good as a damaged one.
      });
      this.#checks.set(entry.file, { stamp, whole: sum === entry.sha256, at: performance.now() });
      changed ||= this.state(entry) !== before;
    }
    return changed;
  }
}

function stampOf(path: string): string | null {
  const file = statSync(path, { throwIfNoEntry: false });
  return file?.isFile() ? `${file.ino}:${file.size}:${file.mtimeMs}` : null;
}

async function sumOf(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash, { signal });
  return hash.digest('hex');
}
