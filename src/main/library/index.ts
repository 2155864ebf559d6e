import { join } from 'node:path';
import type { SearchHit } from '#contract';
import { type Log, silentLog } from '../log';
import { Database, type SearchIndex } from '../storage';
import { ChartRows } from './charts';
import { ThreadChoiceRows } from './choices';
import { ConnectionRows } from './connections';
import { DatasetRows } from './datasets';
import { DefinitionRows } from './definitions';
import { DeletionRows } from './deletions';
import { DocumentRows } from './documents';
import { FileRows } from './files';
import { ImportRows } from './imports';
import { MessageRows, searchedOfMessage } from './messages';
import { libraryMigrations } from './migrations';
import { ModelRows } from './models';
import { Notes } from './notes';
import { PassageRows } from './passages';
import { RemoteObjectRows } from './remote-objects';
import { ReportRerunRows } from './report-reruns';
import { ReportRows } from './reports';
import { RerunRows } from './reruns';
import { ResultRows } from './results';
import { RunRows } from './runs';
import { librarySearchIndex, searchLibrary } from './search';
import { StepRows } from './steps';
import { ThreadRows } from './threads';
import { TransmissionRows } from './transmissions';
import { UsageRows } from './usage';

export type { PictureKey } from './charts';
export type { SavedChoices } from './choices';
export type { KeyKept, SavedConnection } from './connections';
export { type DatasetNames, underNames } from './dataset-names';
export type { SheetOf, ThreadDataset } from './datasets';
export type { RelatedDatasets } from './definitions';
export type { ErasedRows } from './deletions';
export type { DocumentText, TextSection } from './documents';
export type { KeptFile } from './files';
export { libraryHoldings } from './holdings';
export { libraryMigrations } from './migrations';
export type { SavedModel, SavedQuirk } from './models';
export type { Intent } from './notes';
export type { SavedPassage } from './passages';
export type { RemoteKind, RemoteObject, RemotePlace } from './remote-objects';
export type { KeptBlock } from './reports';
export type { KeptResult } from './results';
export { openSamples } from './samples';
export type { SavedCall } from './steps';
export type { RequestBody, SentOutcome, SentRequest } from './transmissions';
export type { UsageSpan } from './usage';

/** What this machine remembers. A method that returns has saved: what it took survives a kill and a power cut. */
export class Library {
  readonly threads: ThreadRows;
  readonly messages: MessageRows;
  readonly runs: RunRows;
  readonly steps: StepRows;
  readonly results: ResultRows;
  readonly reruns: RerunRows;
  readonly reportReruns: ReportRerunRows;
  readonly charts: ChartRows;
  readonly files: FileRows;
  readonly datasets: DatasetRows;
  readonly definitions: DefinitionRows;
  readonly documents: DocumentRows;
  readonly passages: PassageRows;
  readonly notes: Notes;
  readonly connections: ConnectionRows;
  readonly models: ModelRows;
  readonly transmissions: TransmissionRows;
  readonly remoteObjects: RemoteObjectRows;
  readonly choices: ThreadChoiceRows;
  readonly usage: UsageRows;
  readonly reports: ReportRows;
  readonly deletions: DeletionRows;
  readonly imports: ImportRows;
  readonly #db: Database;
  readonly #index: SearchIndex;

  static open(dataFolder: string, log: Log = silentLog): Library {
    const db = Database.open(join(dataFolder, 'library.db'), libraryMigrations, join(dataFolder, 'backups'));
    try {
      return new Library(db, log);
    } catch (error) {
      db.close();
      throw error;
    }
  }

  private constructor(db: Database, log: Log) {
    this.#db = db;
    this.#index = librarySearchIndex(db, (seq) => searchedOfMessage(db, seq), log);
    this.threads = new ThreadRows(db, this.#index);
    this.messages = new MessageRows(db, this.#index);
    this.runs = new RunRows(db);
    this.steps = new StepRows(db);
    this.results = new ResultRows(db);
    this.reruns = new RerunRows(db);
    this.reportReruns = new ReportRerunRows(db);
    this.charts = new ChartRows(db);
    this.files = new FileRows(db);
    this.datasets = new DatasetRows(db);
    this.definitions = new DefinitionRows(db);
    this.documents = new DocumentRows(db);
    this.passages = new PassageRows(db);
    this.notes = new Notes(db);
    this.connections = new ConnectionRows(db);
    this.models = new ModelRows(db);
    this.transmissions = new TransmissionRows(db);
    this.remoteObjects = new RemoteObjectRows(db);
    this.choices = new ThreadChoiceRows(db);
    this.usage = new UsageRows(db);
    this.reports = new ReportRows(db);
    this.deletions = new DeletionRows(db, this.threads);
    this.imports = new ImportRows(db);
  }

  /** Several saves that belong together: all of them or none. */
  transaction<T>(work: () => T): T {
    return this.#db.transaction(work);
  }

  /** Those that can be made again by whoever asked for them; they outlive a kill, and a power cut once a `transaction` came after. */
  relaxedTransaction<T>(work: () => T): T {
    return this.#db.relaxedTransaction(work);
  }

  /** The file behind it, for copies and checks of the whole. */
  get database(): Database {
    return this.#db;
  }

  /** Nothing has ever been asked here, as after a start on an empty folder, or on one that has lost its library. */
  isNew(): boolean {
    return (
      !this.#db.get('SELECT 1 FROM threads LIMIT 1') && !this.notes.getValue('assistant') && !this.notes.everAsked()
    );
  }

  search(query: string, limit: number): SearchHit[] {
    return this.#index.query(() => searchLibrary(this.#db, query, limit));
  }

  /** Resolves when all that was saved can be found, at once unless the index is being built anew, and after so long anyway. */
  async indexed(patienceMs: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([this.#index.settled(), late]);
    clearTimeout(timer);
  }

  close(): void {
    this.#index.close();
    this.#db.close();
  }
}
