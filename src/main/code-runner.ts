import type { CodeEnding, CodeWait, PythonRunnerKind, Table } from '#contract';

export type { CodeEnding, CodeWait, PythonRunnerKind };

/** A file that code finds under /mnt/data by its name, and by its id where it has one. */
export interface CodeFile {
  name: string;
  read(): AsyncIterable<Uint8Array>;
  /** Bytes. */
  size: number;
  /** What tells files apart within a session; without one, name and size do. */
  fileId?: string;
  /** Where it lies on this computer, never to be changed: a large one is shown to code there rather than copied. */
  path?: string | undefined;
  /** A hash of its bytes: of one name and content there is one, whatever ids it goes by. */
  content?: string | undefined;
  /** Earlier code of the session wrote it, and `name` is its path: it lies there, unless this Python has written it itself. */
  made?: boolean;
}

/** A table that code gets from `assay.table`. */
export interface CodeTable {
  /** What queries call it. */
  name: string;
  /** The name of the file it was read from. */
  file: string;
  rows: number;
  columns: readonly { name: string; type: string }[];
  /** The Parquet file that holds its rows as `DuckDbEngine.exportParquet` writes it, or a sentence about why there is none. */
  at: { path: string } | { problem: string };
}

export interface CodeInput {
  code: string;
  /** What should be there; a session that has a file already need not read it again. */
  files: CodeFile[];
  /** The tables of the session from now on; as before when left out. */
  tables?: readonly CodeTable[] | undefined;
  /** Which Python is to run it; Assay's own when left out. */
  runner?: PythonRunnerKind | undefined;
  /** Whose code it is, by the id of the call. */
  call?: string | undefined;
  /** Text as it is printed, while the code runs. */
  onLogs?(text: string): void;
  /** What the code waits for, before it runs and while it imports packages; null once it goes on. */
  onWaiting?(wait: CodeWait | null): void;
}

/** What a notebook would show under the cell, in the order it came; images are PNG. */
export type CodeOutput = { type: 'logs'; text: string } | { type: 'image'; name: string; bytes: Uint8Array };

/** A table that code showed; `count` is how many rows it has there, of which the first may be all that came. */
export interface ShownTable {
  table: Table;
  count: number;
}

export interface CodeResult extends CodeEnding {
  /** Logs hold stdout, stderr, the value of the last expression and the traceback. */
  outputs: CodeOutput[];
  /** Created or changed under /mnt/data by this call; the name is the path below it. */
  files: { name: string; bytes: Uint8Array }[];
  /** The table that it showed last, printed or as the value of its last expression, whose text is among the logs. */
  shown?: ShownTable | undefined;
}

/** Runs Python. A session keeps variables and files from call to call; each thread has one. */
export interface CodeRunner {
  /** Rejects, with an AppError that says why, only when it could not run at all; code that fails is a result. */
  run(session: string, input: CodeInput, signal?: AbortSignal): Promise<CodeResult>;
  /** Forgets a session. */
  end(session: string): void;
}
