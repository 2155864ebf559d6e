import { Deno } from './deno';
import type { FileSystem, Node, StreamOps } from './pyodide';

/** By its mode it could be written: what is refused here is told apart from what may not be read. */
const FILE = 0o100666;
const READ_ONLY = 69;
const ACCESS = 3;
const FROM_START = 0;
const FROM_END = 2;

/** Shows a file of the machine at `place`: read where it lies, piece by piece as code asks for it, and never written. */
export function linkFile(fs: FileSystem, place: string, path: string): void {
  // Open as long as the sandbox lives: there are few, and Python opens the same ones again and again.
  const file = Deno.openSync(path);
  const node = fs.create(place, FILE);
  const size = file.seekSync(0, FROM_END);
  const refuse = () => {
    throw new fs.ErrnoError(READ_ONLY);
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
      const target = new Uint8Array(buffer.buffer, buffer.byteOffset + offset, wanted);
      file.seekSync(position, FROM_START);
      let filled = 0;
      while (filled < wanted) {
        const read = file.readSync(target.subarray(filled));
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
