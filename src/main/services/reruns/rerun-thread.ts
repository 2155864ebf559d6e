import type { DatasetId, ThreadId } from '#contract';
import { AppError } from '#contract/result';
import type { DatasetNames, Library } from '../../library';
import { newId } from '../../new-id';
import type { Emit } from '../hub';

/** What a thread's data is called in the one that is run again; `by` is the file itself where nothing takes its place. */
export interface StandIn {
  datasetId: DatasetId;
  by: DatasetId;
  byName: string;
  table: string;
  names: DatasetNames | null;
}

export interface RerunThreadOptions {
  library: Library;
  createThread(key: string): Promise<ThreadId>;
  emit: Emit;
  now: () => number;
}

const TITLE_AT_MOST = 200;

/** Begins the threads in which others are run again. */
export class RerunThread {
  readonly #options: RerunThreadOptions;

  constructor(options: RerunThreadOptions) {
    this.#options = options;
  }

  /** The data under its earlier names, the same choices, and nothing asked yet. */
  async create(from: ThreadId, standIns: readonly StandIn[]): Promise<ThreadId> {
    const { library, createThread, emit, now } = this.#options;
    const thread = library.threads.get(from);
    if (!thread) throw new AppError('not_found', 'This thread is no longer there.');
    const id = await createThread(newId('key_'));
    const files = standIns.filter(({ by, datasetId }) => by !== datasetId).map(({ byName }) => byName);
    const title = `${thread.title} · ${[...new Set(files)].join(', ')}`.slice(0, TITLE_AT_MOST);
    library.transaction(() => {
      library.threads.add({ id, title, at: now() });
      library.choices.save(id, library.choices.get(from));
      for (const { by, table, names } of standIns) library.datasets.attachAs(id, by, { table, names });
    });
    const begun = library.threads.get(id);
    if (begun) emit({ name: 'threads.changed', data: begun });
    return id;
  }
}
