import type { FileSystem, Node } from './pyodide';

export const DATA = '/mnt/data';
/** Deeper folders than this hold nothing an analyst asked for. */
const DEPTH = 16;

interface Bounds {
  outputFiles: number;
  outputFileBytes: number;
  outputBytes: number;
}

type Mark = { id: number; size: number; mtime: number };

/** What lies under /mnt/data: put there by the app, changed by Python. Links are never followed. */
export class DataFolder {
  readonly #fs: FileSystem;
  #incoming: { path: string; alias: string | null; bytes: Uint8Array; filled: number } | null = null;
  #marks = new Map<string, Mark>();

  constructor(fs: FileSystem) {
    this.#fs = fs;
    fs.mkdirTree(DATA);
    fs.chdir(DATA);
  }

  begin(path: string, alias: string | null, size: number): void {
    this.#incoming = { path, alias, bytes: new Uint8Array(size), filled: 0 };
  }

  /** True when the file is whole. */
  add(piece: Uint8Array): boolean {
    const incoming = this.#incoming;
    if (!incoming) throw new Error('bytes of no file');
    incoming.bytes.set(piece, incoming.filled);
    incoming.filled += piece.length;
    return incoming.filled === incoming.bytes.length;
  }

  finish(): void {
    const incoming = this.#incoming;
    if (!incoming) return;
    this.#incoming = null;
    const { path, alias, bytes } = incoming;
    const name = this.#isFree(path) ? path : alias;
    if (name === null) return;
    this.#put(`${DATA}/${name}`, (full) => this.#fs.writeFile(full, bytes, { canOwn: true }));
    if (alias !== null && alias !== name) this.alias(path, alias);
  }

  /** Another name for what lies at `path`. */
  alias(path: string, alias: string): void {
    this.#put(`${DATA}/${alias}`, (link) => this.#fs.symlink(path, link));
  }

  /** Shows at `path` what lies at `target`, elsewhere; under `alias` where that is no place for it. */
  link(path: string, alias: string | null, target: string): void {
    const name = this.#isFree(path) ? path : alias;
    if (name === null) return;
    this.#put(`${DATA}/${name}`, (full) => this.#fs.symlink(target, full));
    if (alias !== null && alias !== name) this.alias(path, alias);
  }

  /** Makes the folders on the way. False where one would take the place of a file, or the file that of a folder. */
  #isFree(path: string): boolean {
    const full = `${DATA}/${path}`;
    const folder = full.slice(0, full.lastIndexOf('/'));
    try {
      this.#fs.mkdirTree(folder);
    } catch {
      return false;
    }
    return this.#isFolder(folder) && !this.#isFolder(full);
  }

  #isFolder(path: string): boolean {
    return this.#fs.analyzePath(path).exists && this.#fs.isDir(this.#fs.lookupPath(path).node.mode);
  }

  mark(): void {
    this.#marks = new Map(this.#files().map(({ path, node }) => [path, markOf(node)]));
  }

  /** Files made or changed since {@link mark}, within bounds, and how many were left out. */
  changed(bounds: Bounds): { files: { path: string; bytes: Uint8Array<ArrayBuffer> }[]; omitted: number } {
    const changed = this.#files().filter(({ path, node }) => !same(this.#marks.get(path), markOf(node)));
    const files: { path: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
    let total = 0;
    for (const { path, node } of changed) {
      const size = node.usedBytes;
      if (files.length >= bounds.outputFiles || size > bounds.outputFileBytes || total + size > bounds.outputBytes)
        continue;
      total += size;
      files.push({ path, bytes: new Uint8Array((node.contents as Uint8Array).subarray(0, size)) });
    }
    return { files, omitted: changed.length - files.length };
  }

  /** Whatever Python has put in the way of a file of ours goes first. */
  #put(path: string, put: (path: string) => void): void {
    try {
      this.#fs.unlink(path);
    } catch {
      // Nothing was there, or a folder that the write below complains about.
    }
    put(path);
  }

  #files(): { path: string; node: Node }[] {
    if (!this.#fs.analyzePath(DATA).exists) return [];
    const files: { path: string; node: Node }[] = [];
    const open = [{ path: '', depth: 0, node: this.#fs.lookupPath(DATA).node }];
    for (let folder = open.pop(); folder; folder = open.pop()) {
      if (!this.#fs.isDir(folder.node.mode)) continue;
      for (const [name, node] of Object.entries(folder.node.contents as Record<string, Node>)) {
        const path = folder.path ? `${folder.path}/${name}` : name;
        if (this.#fs.isFile(node.mode)) files.push({ path, node });
        else if (this.#fs.isDir(node.mode) && folder.depth < DEPTH && !HIDDEN.test(name))
          open.push({ path, depth: folder.depth + 1, node });
      }
    }
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

/** Leftovers of running, not results. */
const HIDDEN = /^(__pycache__|\.ipynb_checkpoints|\.config|\.cache)$/;

const markOf = (node: Node): Mark => ({ id: node.id, size: node.usedBytes, mtime: node.mtime });
const same = (a: Mark | undefined, b: Mark): boolean =>
  a !== undefined && a.id === b.id && a.size === b.size && a.mtime === b.mtime;
