import { Deno } from './deno';
import type { FileSystem, Node, StreamOps } from './pyodide';

/** Where Python sees them. */
const FOLDER = '/assay/linked';
/** By its mode it could be written: what is refused here is told apart from what may not be read. */
const FILE = 0o100666;
const READ_ONLY = 69;
const ACCESS = 3;
const FROM_START = 0;
const FROM_END = 2;

/** Files of the machine that are read where they lie, piece by piece as code asks for them, and never written. */
export class LinkedFolder {
  readonly #fs: FileSystem;
  readonly #folder: string | null;
  readonly #known = new Set<string>();

  constructor(fs: FileSystem, folder: string | null) {
    this.#fs = fs;
    this.#folder = folder;
    fs.mkdirTree(FOLDER);
  }

  /** More may have been put there; none goes, and none changes. */
  refresh(): void {
    if (this.#folder === null) return;
    for (const { name, isFile } of Deno.readDirSync(this.#folder)) {
      if (!isFile || this.#known.has(name)) continue;
      this.#known.add(name);
      this.#add(name, `${this.#folder}/${name}`);
    }
  }

  #add(name: string, path: string): void {
    // Open as long as the sandbox lives: there are few, and Python opens the same ones again and again.
    const file = Deno.openSync(path);
    const node = this.#fs.create(`${FOLDER}/${name}`, FILE);
    const size = file.seekSync(0, FROM_END);
    const refuse = () => {
      throw new this.#fs.ErrnoError(READ_ONLY);
    };
    const plain = node.stream_ops;
    const ops: StreamOps = {
      open: ({ flags }) => {
        if (flags & ACCESS) refuse();
      },
      llseek: plain.llseek as NonNullable<StreamOps['llseek']>,
      read: (_stream, buffer, offset, length, position) => {
        const wanted = Math.max(0, Math.min(length, size - position));
        // The heap is seen as signed bytes.
        const place = new Uint8Array(buffer.buffer, buffer.byteOffset + offset, wanted);
        file.seekSync(position, FROM_START);
        let filled = 0;
        while (filled < wanted) {
          const read = file.readSync(place.subarray(filled));
          if (read === null) break;
          filled += read;
        }
        return filled;
      },
      write: refuse,
    };
    node.stream_ops = ops;
    node.node_ops = { ...node.node_ops, setattr: refuse };
    node.usedBytes = size;
    (node as Node & { contents: Uint8Array }).contents = new Uint8Array();
  }
}
