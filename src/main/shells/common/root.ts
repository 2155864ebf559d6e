import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import envPaths from 'env-paths';
import type { AppOptions } from '../../compose';
import { outsideArchive } from '../../processes';

/** Where this system wants data and caches of programs to be. */
export const appFolders = envPaths('Assay', { suffix: '' });

export interface AppFiles {
  version: string;
  resources: string;
  renderer: string;
  preload: string;
  /** Built entries that run beside the app, and the folder whose node_modules holds what they need. */
  entries: AppOptions['entries'];
}

/** Finds the files that come with the app, from wherever the bundler put this one. */
export function appFiles(from: string = import.meta.dirname): AppFiles {
  let root = from;
  while (!existsSync(join(root, 'package.json'))) {
    if (dirname(root) === root) throw new Error('The files of the app were not found. Install it again.');
    root = dirname(root);
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const out = (name: string) => join(root, 'out', 'main', name);
  return {
    version: String(version),
    resources: join(root, 'resources'),
    renderer: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'index.cjs'),
    entries: {
      dataProcess: out('data-process.js'),
      chartWorker: out('chart-worker.js'),
      documentReader: out('document-reader.js'),
      documentWriter: out('document-writer.js'),
      // Deno reads it, which knows nothing of archives.
      pythonRunner: outsideArchive(out('python-runner.js')),
      root,
    },
  };
}
