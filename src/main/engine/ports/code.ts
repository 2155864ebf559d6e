/** A file that code finds under /mnt/data by its name, and by its id where it has one. */
export interface CodeFile {
  name: string;
  read(): AsyncIterable<Uint8Array>;
  /** Bytes. */
  size: number;
  fileId?: string;
  /** Earlier code of the session wrote it; `name` is its path below /mnt/data. */
  made?: boolean;
}

/** What a notebook would show under the cell, in the order it came; images are PNG. */
export type CodeOutput = { type: 'logs'; text: string } | { type: 'image'; name: string; bytes: Uint8Array };

/** How code ended; steps tell it in their metadata (`assay_code`). */
export interface CodeEnding {
  /** `unavailable` where it could not be run at all. */
  ended: 'done' | 'error' | 'timeout' | 'memory' | 'cancelled' | 'crashed' | 'output_limit' | 'unavailable';
  /** Nothing of an earlier call of the session is left: its variables are gone. */
  fresh: boolean;
  /** What was raised: its class and its text. The traceback is the last of the outputs. */
  error: { type: string; message: string } | null;
  /** A module that could not be imported, and the package that has it; `standard` is one of Python's own. */
  missing: { module: string; package: string | null; standard: boolean; damaged?: true | undefined } | null;
}

export type WordedEnding = CodeEnding & {
  /** The last output is a sentence about how the code ended. */
  worded: boolean;
};

export interface CodeResult extends CodeEnding {
  /** Logs hold stdout, stderr, the value of the last expression and the traceback. */
  outputs: CodeOutput[];
  /** Created or changed under /mnt/data by this call; the name is the path below it. */
  files: { name: string; bytes: Uint8Array }[];
}

/** Runs Python. A session keeps variables and files from call to call; the engine uses one for each thread. */
export interface CodeRunner {
  /** Rejects only when it could not run at all; code that fails is a result. */
  run(
    session: string,
    input: {
      code: string;
      /** What should be there; a session that has a file already need not read it again. */
      files: CodeFile[];
      /** Text as it is printed, while the code runs. */
      onLogs?(text: string): void;
      /** The place in line, 1 being the next, while the code has to wait for others; null once it waits no more. */
      onQueued?(place: number | null): void;
    },
    signal?: AbortSignal,
  ): Promise<CodeResult>;
  /** Forgets a session. */
  end(session: string): void;
}
