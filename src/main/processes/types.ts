export interface NodeProcessOptions {
  /** A built entry of the app; it calls `connectParent`. */
  entry: string;
  /** What it finds in `process.argv` from the third place on. */
  args?: readonly string[];
  /** What a task manager calls it, where that can be said. */
  name: string;
  /** For its temporary files; made when it is not there. */
  tempFolder: string;
  /** MB of JavaScript's own memory at most. Buffers and native code are not counted: watch those from outside. */
  heapMb?: number;
  onMessage(message: unknown): void;
  /** Lines or parts of lines. They may quote what is being read, so shorten them before they are logged. */
  onStderr(text: string): void;
  /** Once, and last of all; also when it could not be started. Never before `fork` has returned. */
  onExit(exit: ProcessExit): void;
}

export interface ProcessExit {
  /** For the log: an exit code, a signal, or why it could not be started. */
  reason: string;
  /** `kill` was called before. */
  killed: boolean;
}

/** A process that runs one of our entries. */
export interface NodeProcess {
  /** Undefined until it runs, which may be a moment after it was started. */
  readonly pid: number | undefined;
  /**
   * An object that structured clone can copy. They arrive in order, also those sent before it runs. Bytes arrive as plain
   * `Uint8Array`; send whole ones, since the buffer under a part may be copied with it. Lost without an error once the
   * process is gone: `onExit` tells.
   */
  send(message: object): void;
  /** At once and for good, whatever it is doing. */
  kill(): void;
}

/** Starts a node process. Never throws: what cannot be started exits. */
export type ForkProcess = (options: NodeProcessOptions) => NodeProcess;
