import type { FileSystem, Node } from './pyodide';

const NO_SPACE = 51;

/**
 * Python's files live in memory; this gives that disk a size. Counts only grow while files are written and are taken
 * anew when they reach the limit, so that what was deleted is given back without watching every deletion.
 */
export function limitDisk(fs: FileSystem, limits: { bytes: number; files: number }): void {
  const { MEMFS } = fs.filesystems;
  const { node: nodeOps, stream: streamOps } = MEMFS.ops_table.file;
  const used = measure(fs);
  const before = { ...used };
  const claim = (what: 'bytes' | 'files', more: number): void => {
    if (used[what] - before[what] + more > limits[what]) Object.assign(used, measure(fs));
    if (used[what] - before[what] + more > limits[what]) throw new fs.ErrnoError(NO_SPACE);
    used[what] += more;
  };

  const { createNode } = MEMFS;
  MEMFS.createNode = (parent, name, mode, dev) => {
    claim('files', 1);
    return createNode.call(MEMFS, parent, name, mode, dev);
  };
  const { write } = streamOps;
  streamOps.write = (stream, buffer, offset, length, position, canOwn) => {
    const more = position + length - stream.node.usedBytes;
    if (more > 0) claim('bytes', more);
    return write(stream, buffer, offset, length, position, canOwn);
  };
  const { setattr } = nodeOps;
  nodeOps.setattr = (node, attr) => {
    if (attr.size !== undefined && attr.size > node.usedBytes) claim('bytes', attr.size - node.usedBytes);
    setattr(node, attr);
  };
}

function measure(fs: FileSystem): { bytes: number; files: number } {
  const total = { bytes: 0, files: 0 };
  const open: Node[] = [fs.root];
  for (let node = open.pop(); node; node = open.pop()) {
    total.files += 1;
    if (fs.isFile(node.mode)) total.bytes += node.usedBytes ?? 0;
    else if (fs.isDir(node.mode)) open.push(...Object.values(node.contents ?? {}));
  }
  return total;
}
