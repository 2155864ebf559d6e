/** A file laid under /mnt/data, by its name and by its id. */
export interface CodeFile {
  name: string;
  read(): AsyncIterable<Uint8Array>;
  /** Bytes. */
  size: number;
  /** What tells files apart within a session; without one, name and size do. */
  fileId?: string;
  /** Earlier code of the session wrote it, and `name` is its path: it lies there, unless this Python has written it itself. */
  made?: boolean;
}

export interface CodeInput {
  code: string;
  files: CodeFile[];
  /** Text as it is printed, while the code runs. */
  onLogs?(text: string): void;
  /** The place in line, 1 being the next, while all sessions are at work for others; null once it waits no more. */
  onQueued?(place: number | null): void;
}

/** What a notebook would show under the cell, in the order it came; images are PNG. */
export type CodeOutput = { type: 'logs'; text: string } | { type: 'image'; name: string; bytes: Uint8Array };

/** A module that could not be imported. */
export interface MissingModule {
  module: string;
  /** The package that has it. */
  package: string | null;
  /** It is one of Python's own that is left out here. */
  standard: boolean;
  /** The package, or one it needs, is installed, and its file is not what it should be. */
  damaged?: true | undefined;
}

export interface CodeResult {
  /** Logs hold stdout, stderr, the value of the last expression and the traceback. */
  outputs: CodeOutput[];
  /** Created or changed under /mnt/data by this call; the name is the path below it. */
  files: { name: string; bytes: Uint8Array }[];
  /** What Python raised; its traceback is the last of the outputs. */
  error: { type: string; message: string; traceback: string } | null;
  missing: MissingModule | null;
  ended: 'done' | 'error' | 'timeout' | 'memory' | 'cancelled' | 'crashed' | 'output_limit';
  /** True when nothing of an earlier call is left: the first call, an expiry, a kill. The model should be told. */
  fresh: boolean;
  ms: number;
}
