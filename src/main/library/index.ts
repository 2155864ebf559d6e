import { join } from 'node:path';
import type { SearchHit } from '#contract';
import { Database } from '../storage';
import { ChartRows } from './charts';
import { DatasetRows } from './datasets';
import { DocumentRows } from './documents';
import { FileRows } from './files';
import { MessageRows } from './messages';
import { libraryMigrations } from './migrations';
import { Notes } from './notes';
import { PassageRows } from './passages';
import { ResultRows } from './results';
import { RunRows } from './runs';
import { searchLibrary } from './search';
import { StepRows } from './steps';
import { ThreadRows } from './threads';

export type { PictureKey } from './charts';
export type { SheetOf, ThreadDataset } from './datasets';
export type { DocumentText, TextSection } from './documents';
export type { KeptFile } from './files';
export type { Intent } from './notes';
export type { SavedPassage } from './passages';
export { openSamples } from './samples';
export type { SavedCall } from './steps';

/** What this machine remembers. A method that returns has saved: what it took survives a kill and a power cut. */
export class Library {
  readonly threads: ThreadRows;
  readonly messages: MessageRows;
  readonly runs: RunRows;
  readonly steps: StepRows;
  readonly results: ResultRows;
  readonly charts: ChartRows;
  readonly files: FileRows;
  readonly datasets: DatasetRows;
  readonly documents: DocumentRows;
  readonly passages: PassageRows;
  readonly notes: Notes;
  readonly #db: Database;

  static open(dataFolder: string): Library {
    return new Library(Database.open(join(dataFolder, 'library.db'), libraryMigrations, join(dataFolder, 'backups')));
  }

  private constructor(db: Database) {
    this.#db = db;
    this.threads = new ThreadRows(db);
    this.messages = new MessageRows(db);
    this.runs = new RunRows(db);
    this.steps = new StepRows(db);
    this.results = new ResultRows(db);
    this.charts = new ChartRows(db);
    this.files = new FileRows(db);
    this.datasets = new DatasetRows(db);
    this.documents = new DocumentRows(db);
    this.passages = new PassageRows(db);
    this.notes = new Notes(db);
  }

  /** Several saves that belong together: all of them or none. */
  transaction<T>(work: () => T): T {
    return this.#db.transaction(work);
  }

  search(query: string, limit: number): SearchHit[] {
    return searchLibrary(this.#db, query, limit);
  }

  close(): void {
    this.#db.close();
  }
}
