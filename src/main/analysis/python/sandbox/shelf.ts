import { Deno } from './deno';
import type { FileSystem, Node, StreamOps } from './pyodide';

const SHELF = '/assay/packages';
const FILE = 0o100444;
const FROM_END = 2;

/**
 * Package files of the machine, seen by Python's import hook as a folder. They are read whole when one is opened and let
 * go when it is closed; new ones appear when the folder is looked at again.
 */
export class Shelf {
  readonly #fs: FileSystem;
  readonly #folder: string;
  readonly #shown = new Set<string>();

  constructor(fs: FileSystem, folder: string) {
    this.#fs = fs;
    this.#folder = folder;
    fs.mkdirTree(SHELF);
  }

  refresh(): void {
    for (const name of this.#wheels()) {
      if (this.#shown.has(name)) continue;
      this.#shown.add(name);
      this.#show(name);
    }
  }

  #wheels(): string[] {
    try {
      return [...Deno.readDirSync(this.#folder)]
        .filter((entry) => entry.isFile && /\.(whl|zip|tar)$/.test(entry.name))
        .map((entry) => entry.name);
    } catch {
      return []; // No package was ever installed.
    }
  }

  #show(name: string): void {
    const path = `${this.#folder}/${name}`;
    const size = sizeOf(path);
    const node = this.#fs.create(`${SHELF}/${name}`, FILE);
    node.usedBytes = size;
    const bytes = once(() => Deno.readFileSync(path));
    const plain = node.stream_ops;
    const ops: StreamOps = {
      llseek: plain.llseek as NonNullable<StreamOps['llseek']>,
      close: () => bytes.forget(),
      read: (_stream, buffer, offset, length, position) => {
        const part = bytes.get().subarray(position, position + length);
        buffer.set(part, offset);
        return part.length;
      },
      write: () => {
        throw new this.#fs.ErrnoError(2);
      },
    };
    node.stream_ops = ops;
    (node as Node & { contents: Uint8Array }).contents = new Uint8Array();
  }
}

/** Deno's own `stat` needs the global scope that was emptied. */
function sizeOf(path: string): number {
  const file = Deno.openSync(path);
  try {
    return file.seekSync(0, FROM_END);
  } finally {
    file.close();
  }
}

function once(read: () => Uint8Array): { get(): Uint8Array; forget(): void } {
  let held: Uint8Array | null = null;
  return {
    get: () => {
      held ??= read();
      return held;
    },
    forget: () => {
      held = null;
    },
  };
}
