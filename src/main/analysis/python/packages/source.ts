import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IndexedPackage } from '../protocol';
import { ADDED } from './added';

const PYPI = 'https://files.pythonhosted.org/packages';

export interface Source {
  /** Bytes of the file, where that can be known without fetching it. */
  size(entry: IndexedPackage, signal?: AbortSignal): Promise<number | null>;
  open(
    entry: IndexedPackage,
    signal?: AbortSignal,
  ): Promise<{ stream: AsyncIterable<Uint8Array>; size: number | null }>;
}

/** Where package files come from: a base address (a CDN, a mirror) or a folder of files. */
export function sourceAt(place: string): Source {
  if (/^https?:/i.test(place)) return webSource(place);
  return folderSource(place.startsWith('file:') ? fileURLToPath(place) : place);
}

/** Pyodide's CDN for the version that runs. */
export const cdnOf = (version: string): string => `https://cdn.jsdelivr.net/pyodide/v${version}/full/`;

function webSource(base: string): Source {
  const onCdn = /^https:\/\/cdn\.jsdelivr\.net\//.test(base);
  const addressOf = (entry: IndexedPackage): string => {
    const added = onCdn ? ADDED.find((one) => one.file === entry.file) : undefined;
    if (added) return `${PYPI}/${added.pypi}/${added.file}`;
    return new URL(encodeURIComponent(entry.file), base.replace(/\/?$/, '/')).href;
  };
  const ask = async (entry: IndexedPackage, method: string, signal?: AbortSignal) => {
    const answer = await fetch(addressOf(entry), { method, signal: signal ?? null });
    if (!answer.ok) throw new Error(`${answer.status} for ${addressOf(entry)}`);
    return answer;
  };
  return {
    size: async (entry, signal) => lengthOf(await ask(entry, 'HEAD', signal)),
    open: async (entry, signal) => {
      const answer = await ask(entry, 'GET', signal);
      if (!answer.body) throw new Error(`nothing at ${addressOf(entry)}`);
      return { stream: answer.body, size: lengthOf(answer) };
    },
  };
}

function folderSource(folder: string): Source {
  const pathOf = (entry: IndexedPackage) => join(folder, basename(entry.file));
  return {
    size: async (entry) => (await stat(pathOf(entry))).size,
    open: async (entry) => {
      // First, since a stream of a file that is not there fails where nobody waits for it.
      const { size } = await stat(pathOf(entry));
      return { stream: createReadStream(pathOf(entry)), size };
    },
  };
}

const lengthOf = (answer: Response): number | null => {
  const length = Number(answer.headers.get('content-length') ?? Number.NaN);
  // A compressed answer's length is not the file's.
  return Number.isFinite(length) && !answer.headers.get('content-encoding') ? length : null;
};
