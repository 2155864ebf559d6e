import { Deno } from './deno';
import type { FileSystem, Node, StreamOps } from './pyodide';

/** Where Python's import hook looks. */
const FOLDER = '/assay/packages';
const FILE = 0o100444;
const FROM_END = 2;

/**
 * Package files of the machine, seen by Python's import hook as a folder. They are read whole when one is opened and let
 * go when it is closed; new ones appear when the folder is looked at again.
 */
export class PackageFolder {
  readonly #fs: FileSystem;
  readonly #folder: string;
  readonly #files = new Map<string, Node>();

  constructor(fs: FileSystem, folder: string) {
    this.#fs = fs;
    this.#folder = folder;
    fs.mkdirTree(FOLDER);
  }

  /** A file may have been added, replaced by another of its name, or removed since. */
  refresh(): void {
    const wheels = new Set(this.#wheels());
    for (const name of wheels) {
      const node = this.#files.get(name) ?? this.#add(name);
      node.usedBytes = sizeOf(`${this.#folder}/${name}`);
    }
    for (const name of [...this.#files.keys()].filter((name) => !wheels.has(name))) {
      this.#fs.unlink(`${FOLDER}/${name}`);
      this.#files.delete(name);
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

  #add(name: string): Node {
    const path = `${this.#folder}/${name}`;
    const node = this.#fs.create(`${FOLDER}/${name}`, FILE);
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
    this.#files.set(name, node);
    return node;
  }
}

/** Deno's own `stat` needs the global scope that was emptied. Nothing for a file that has just gone. */
function sizeOf(path: string): number {
  let file: ReturnType<typeof Deno.openSync> | null = null;
  try {
    file = Deno.openSync(path);
    return file.seekSync(0, FROM_END);
  } catch {
    return 0;
  } finally {
    file?.close();
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
