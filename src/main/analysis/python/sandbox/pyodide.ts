/** The parts of Pyodide and its file system that the sandbox uses; the runtime is imported from its own folder. */
export interface Pyodide {
  FS: FileSystem;
  runPython(code: string): unknown;
  setStdout(options: { write(bytes: Uint8Array): number; isatty: boolean }): void;
  setStderr(options: { write(bytes: Uint8Array): number; isatty: boolean }): void;
  setStdin(options: { error: true }): void;
  setInterruptBuffer(buffer: Int32Array): void;
  makeMemorySnapshot(): Uint8Array<ArrayBuffer>;
}

/** A Python function seen from here, called so that it may wait for promises. */
export interface PyFunction {
  callPromising(...args: unknown[]): Promise<unknown>;
}

export interface Node {
  id: number;
  name: string;
  mode: number;
  mtime: number;
  usedBytes: number;
  contents: Uint8Array | Record<string, Node>;
  node_ops: Record<string, unknown>;
  stream_ops: StreamOps;
}

export interface StreamOps {
  open?(stream: Stream): void;
  close?(stream: Stream): void;
  read?(stream: Stream, buffer: Uint8Array, offset: number, length: number, position: number): number;
  write?(
    stream: Stream,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
    canOwn?: boolean,
  ): number;
  llseek?(stream: Stream, offset: number, whence: number): number;
}

export interface Stream {
  node: Node;
  flags: number;
}

interface Memory {
  createNode(parent: Node | null, name: string, mode: number, dev: number): Node;
  ops_table: {
    file: { node: { setattr(node: Node, attr: { size?: number }): void }; stream: Required<StreamOps> };
  };
}

export interface FileSystem {
  filesystems: { MEMFS: Memory };
  ErrnoError: new (errno: number) => Error;
  root: Node;
  lookupPath(path: string): { node: Node };
  isDir(mode: number): boolean;
  isFile(mode: number): boolean;
  analyzePath(path: string): { exists: boolean };
  mkdirTree(path: string): void;
  chdir(path: string): void;
  writeFile(path: string, data: Uint8Array | string, options?: { canOwn: boolean }): void;
  symlink(target: string, path: string): void;
  create(path: string, mode: number): Node;
  unlink(path: string): void;
  makedev(major: number, minor: number): number;
  registerDevice(device: number, ops: StreamOps): void;
  mkdev(path: string, mode: number, device: number): void;
}
