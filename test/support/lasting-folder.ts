import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** For what tests of several files share; gone with the run. */
    lastingFolder: string;
  }
}

/** Those that run tests are ended without a word: the folder is made and removed by whoever starts them. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'assay-tests-'));
  project.provide('lastingFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
