import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Linux keeps it in memory. */
const IN_MEMORY = '/dev/shm';
/** All that tests write at once, and then some. */
const ROOM_BYTES = 4 * 1024 ** 3;

let parent = tmpdir();
const make = () => mkdtempSync(join(parent, 'assay-test-'));
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/**
 * Folders are in memory from now on, where there is much of it, or on the disk. Every save waits for its disk, which shows
 * something in tests of what a disk keeps, and is half the time of all others.
 */
export function keepFoldersIn(place: 'memory' | 'disk'): void {
  parent = place === 'memory' && hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir();
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ROOM_BYTES;
  } catch {
    return false;
  }
}

/** A folder of the running test's own, gone when it ends. */
export function tempFolder(): string {
  const folder = make();
  onTestFinished(() => remove(folder));
  return folder;
}

/** A folder for all tests of a file, for use in `beforeAll`. */
export function tempFolderForAll(): string {
  const folder = make();
  removeAfterFile(folder);
  return folder;
}

const made: string[] = [];

/** Removes a folder with those that are for all tests of a file. */
export function removeAfterFile(folder: string): void {
  made.push(folder);
}

/** After each file: files of tests may share this module. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) remove(folder);
}
