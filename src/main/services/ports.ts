import type {
  Abilities,
  Cell,
  ChartSpec,
  ColumnDetails,
  ConnectionId,
  ConnectionPreset,
  DataCopies,
  DatasetId,
  DatasetProfile,
  IntakeStage,
  LoggedRequest,
  ResultFilter,
  ResultSort,
  Saved,
  ServerApi,
  Settings,
  Table,
  TableColumn,
  ToolCalling,
  Verification,
} from '#contract';
import type { Locale } from '#words';

/** What the services need from the rooms that do the work, and from the shell they run in. */

/** A file of a dataset on disk, with the data room's own note of how it is read. */
export interface DataSource {
  path: string;
  folder: string;
  recipe: unknown;
  /** Under which names its columns are queried, by their own; the others keep theirs. */
  columns?: Readonly<Record<string, string>> | undefined;
}

/** Rows of a result that are looked at; `key` tells them from those of other results. */
export interface LookedAt {
  sources: (DataSource & { table: string })[];
  key: string;
  columns: TableColumn[];
  /** JSON texts of kept rows, each an array of them; or the query, whose rows are computed again. */
  origin(): { rows: string[] } | { sql: string };
  sort: ResultSort[];
  filters: ResultFilter[];
  wish: { type: 'rows'; offset: number; limit: number } | { type: 'column'; column: number };
  timeoutMs: number;
}

export type Looked =
  | ({ type: 'rows'; rows: Cell[][]; places: number[]; matching: number; of: number } & Pick<Table, 'cut'>)
  | { type: 'column'; details: ColumnDetails };

/** Reads tabular files and answers SQL over them. Throws AppErrors. */
export interface DataEngine {
  /** The sheets of a workbook that hold tables, by their places; none for a file of another kind. */
  sheets(source: { path: string }, signal?: AbortSignal): Promise<{ at: number; name: string }[]>;
  read(
    source: { path: string; name: string; folder: string; sheet?: { at: number; first: boolean } | null },
    options: { signal?: AbortSignal; onProgress?(share: number, doing: IntakeStage): void },
  ): Promise<{ profile: DatasetProfile; recipe: unknown }>;
  /** False where what was kept of a file when it was read is damaged or gone, so that it has to be read again. */
  canBeQueried(source: DataSource): Promise<boolean>;
  /** A query for DuckDB elsewhere that gives the rows of the file at `path`; null where the file had to be put right to be read. */
  portableSelect(recipe: unknown, path: string): string | null;
  /**
   * A Parquet file of the rows, for code: the same until the file is read again. Rejects as `query` does, and with `no_space`
   * where there is no room for it.
   */
  exportParquet(source: DataSource, signal?: AbortSignal): Promise<string>;
  /** Rejects with `unreadable_file` where one of the files has to be read again first. */
  query(
    request: { sources: (DataSource & { table: string })[]; sql: string; maxRows: number; timeoutMs: number },
    signal?: AbortSignal,
  ): Promise<{ table: Table; truncated: boolean; ms: number }>;
  /** Rows of a result, sorted and filtered, or what is in one of their columns. Rejects as `query` does. */
  result(request: LookedAt, signal?: AbortSignal): Promise<Looked>;
}

export type Theme = 'light' | 'dark';

export interface ChartPainter {
  draw(
    input: { spec: ChartSpec; table: Table; theme: Theme; locale?: Locale },
    signal?: AbortSignal,
  ): Promise<{ svg: string; png: Uint8Array }>;
}

/** Immutable bytes by their hash. */
export interface BlobFiles {
  put(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit: number): Promise<{ key: string; size: number }>;
  /** Of what is written down in one step. */
  putTogether<const C extends readonly (AsyncIterable<Uint8Array> | Iterable<Uint8Array>)[]>(
    contents: C,
    limit: number,
  ): Promise<{ [I in keyof C]: { key: string; size: number } }>;
  path(key: string): string;
  read(key: string): Promise<{ stream: AsyncIterable<Uint8Array>; size: number }>;
  /** The bytes where they lie, for what is sent: read as they go. */
  blob(key: string): Promise<Blob>;
  delete(key: string): Promise<void>;
  /** Removes the bytes, unless `isUsed`; those who are just putting the same write that down first. */
  discard(key: string, isUsed: () => boolean): Promise<void>;
  /** Of all there are. */
  keys(): Promise<string[]>;
}

/** What lies in the data folder beside the bytes of files. */
export interface ErasableFolder {
  removeDataset(id: DatasetId): Promise<void>;
  /** Removes the folders of datasets that are not. */
  removeDatasetsBut(isThere: (id: string) => boolean): Promise<void>;
  /** Leaves nothing of deleted rows in the databases, and nothing of queries in temporary files. */
  scrub(options: { whole: boolean }): Promise<void>;
  copies(): Promise<DataCopies>;
  /** Copies the databases anew, then deletes all earlier copies. Rejects with `no_space`, and then they stay. */
  renewCopies(options: { setAside: boolean }): Promise<void>;
}

/** The OS keychain. Calls reject with `keychain_unavailable` and a reason when there is none or it is locked. */
export interface Keychain {
  get(name: string): Promise<string | null>;
  set(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface SettingsFile {
  read(): Settings;
  write(settings: Settings): void;
}

/** What is to be saved: bytes, or a kept file, which may be larger than memory. */
export type Saving = { name: string; type: string } & ({ bytes: Uint8Array } | { path: string });

/** A file that is written on its way to where the analyst wants it. */
export interface WrittenContent {
  /** With folders before it, parted by `/`, in an archive. */
  name: string;
  /** Asked for when its turn comes. */
  bytes(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export interface ArchivedFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** A file that is made of those before it in its archive. */
export type ClosingFile = (files: readonly ArchivedFile[]) => WrittenContent;

/** Files on their way out: no more of them is in memory than what is being written. They go by themselves after a while. */
export interface OutgoingFiles {
  write(content: WrittenContent, signal?: AbortSignal): Promise<{ path: string }>;
  /** A ZIP archive: the same files give the same bytes. Each of `closing` is made of all before it, and put behind them. */
  archive(
    contents: AsyncIterable<WrittenContent> | Iterable<WrittenContent>,
    options: { closing?: readonly ClosingFile[]; signal?: AbortSignal },
  ): Promise<{ path: string }>;
  read(path: string): AsyncIterable<Uint8Array>;
  /** It has been taken, or will never be. */
  remove(path: string): Promise<void>;
}

/** What differs from shell to shell. */
export interface ShellServices {
  /** Lets the analyst put it where they choose: a dialog, or a download. */
  save(file: Saving): Promise<Saved>;
  showFolder(path: string): Promise<boolean>;
  /**
   * Gives a key to the analyst without the window seeing it: null once it is on the clipboard, else the address of the
   * shell's own page, which hands it over when the analyst says yes there.
   */
  handOverKey(key: string): Promise<string | null>;
}

export interface OpenDoor {
  port: number;
  baseUrl: string;
  /** Ends the connections there are; new ones are taken. */
  drop(): void;
  close(): Promise<void>;
}

/** Opens the engine to programs of this computer, at 127.0.0.1 alone. */
export interface EngineDoors {
  /** Rejects with `port_taken`, also when the port may not be used. */
  open(options: {
    engine: { fetch(request: Request): Promise<Response> };
    /** What programs sign in with; asked for at each request, as the limit is. */
    key(): string;
    requestsPerMinute(): number;
    port: number;
    seen(request: LoggedRequest): void;
  }): Promise<OpenDoor>;
  freePort(): Promise<number>;
}

/** A server of models as it is spoken to. */
export interface ModelServer {
  id: ConnectionId;
  api: ServerApi;
  preset: string | null;
  baseUrl: string;
  allowHttp: boolean;
  /** Null where there is none; asked for at each request, and put nowhere but into its header. */
  key(): Promise<string | null>;
}

export type ServerProblem = NonNullable<Verification['problem']>;

/** Speaks to servers of models, and knows what is known of them beforehand. */
export interface ModelServers {
  presets(): ConnectionPreset[];
  /**
   * An address as it is kept, and whether it is on this computer.
   * @throws AppError `invalid_input` for one that is never spoken to
   */
  address(baseUrl: string, allowHttp: boolean): { baseUrl: string; local: boolean };
  /** Where servers usually are on this computer. */
  localAddresses(): { preset: string; name: string; baseUrl: string }[];
  models(
    server: ModelServer,
    signal: AbortSignal,
  ): Promise<{ models: { name: string; told: Partial<Abilities> }[] } | { problem: ServerProblem }>;
  /** Asks a model for a call of a tool. */
  probe(
    server: ModelServer,
    model: string,
    signal: AbortSignal,
  ): Promise<{ calling: ToolCalling } | { problem: ServerProblem }>;
  /**
   * Deletes something that lies at a server, of which the ledger is told as of a request of that run. Null once it is not there
   * any more, whoever deleted it. What may be going on there is cancelled first.
   */
  delete(
    server: ModelServer,
    object: { path: string; model: string; run: { id: string; threadId: string }; isGoingOn: boolean },
    signal: AbortSignal,
  ): Promise<ServerProblem | null>;
  /** All that is known of a model: by a table, by its server, by the analyst, who comes last and counts most. */
  abilities(model: string, listed: Partial<Abilities>, edited: Partial<Abilities>): Abilities;
  /** US dollars of a call; null where no price is known. */
  money(
    model: string,
    abilities: Abilities,
    usage: { promptTokens: number; cachedTokens: number; completionTokens: number },
  ): number | null;
}
