import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const make = () => mkdtempSync(join(tmpdir(), 'assay-test-'));
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** A folder of the running test's own, gone when it ends. */
export function tempFolder(): string {
  const folder = make();
  onTestFinished(() => remove(folder));
  return folder;
}

/** A folder for all tests of a file, for use in `beforeAll`. */
export function tempFolderForAll(): string {
  const folder = make();
  made.push(folder);
  return folder;
}

const made: string[] = [];

/** After each file: files of tests may share this module. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) remove(folder);
}
