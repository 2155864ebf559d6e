import { constants, statSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '#contract/result';
import type { IndexedPackage } from '../protocol';
import { ADDED } from './added';
import { askWeb, checkAddress, isHere, type ResolveName } from './web';

/** Windows has no such flag, and no pipes that lie in folders. */
const NEVER_WAIT = constants.O_NONBLOCK ?? 0;
const PYPI = 'https://files.pythonhosted.org/packages';

export interface Source {
  /** Bytes of the file, where that can be known without fetching it. */
  size(entry: IndexedPackage, signal?: AbortSignal): Promise<number | null>;
  open(entry: IndexedPackage, signal?: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
}

/** Where package files come from: a base address (a CDN, a mirror) or a folder of files. */
export function sourceAt(place: string, resolve?: ResolveName): Source {
  if (/^https?:/i.test(place)) return webSource(place, resolve);
  return folderSource(place.startsWith('file:') ? fileURLToPath(place) : place);
}

/** @throws AppError `invalid_input` for what is neither a folder that is there nor an address that packages may come from */
export function checkPlace(place: string): void {
  const refuse = (message: string) => new AppError('invalid_input', message);
  if (!/^https?:/i.test(place)) {
    const folder = pathOf(place);
    if (folder === null || !isAbsolute(folder))
      throw refuse('Give a folder by its whole path, or a mirror by its address, like https://mirror.example/.');
    if (!isFolder(folder))
      throw refuse(`There is no folder ${folder} that can be read. Give another, or connect the disk it is on.`);
    return;
  }
  if (!URL.canParse(place)) throw refuse('That is no address. A mirror begins like https://mirror.example/.');
  const url = new URL(place);
  checkAddress(url, isHere(url));
}

/** Null for an address of files on another machine. */
function pathOf(place: string): string | null {
  if (!place.startsWith('file:')) return place;
  try {
    return fileURLToPath(place);
  } catch {
    return null;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Pyodide's CDN for the version that runs. */
export const cdnOf = (version: string): string => `https://cdn.jsdelivr.net/pyodide/v${version}/full/`;

function webSource(base: string, resolve?: ResolveName): Source {
  const onCdn = /^https:\/\/cdn\.jsdelivr\.net\//.test(base);
  const addressOf = (entry: IndexedPackage): string => {
    const added = onCdn ? ADDED.find(({ file }) => file === entry.file) : undefined;
    if (added) return `${PYPI}/${added.pypi}/${added.file}`;
    return new URL(encodeURIComponent(entry.file), base.replace(/\/?$/, '/')).href;
  };
  return {
    size: async (entry, signal) => {
      const { size, body } = await askWeb(addressOf(entry), { method: 'HEAD', signal, resolve });
      body.destroy();
      return size;
    },
    open: async (entry, signal) => (await askWeb(addressOf(entry), { method: 'GET', signal, resolve })).body,
  };
}

function folderSource(folder: string): Source {
  const fileOf = (entry: IndexedPackage) => join(folder, basename(entry.file));
  return {
    size: async (entry) => (await stat(fileOf(entry))).size,
    open: async (entry) => {
      // A pipe would be waited for without end, and a device never ends.
      const file = await open(fileOf(entry), constants.O_RDONLY | NEVER_WAIT);
      if ((await file.stat()).isFile()) return file.createReadStream();
      await file.close();
      throw new Error('not a file');
    },
  };
}
