import type {
  DataCopies,
  Dataset,
  DatasetId,
  DeletedFile,
  DeletedReport,
  DeletedThread,
  DocumentId,
  Erasure,
  FileId,
  ReportId,
  ThreadId,
} from '#contract';
import { AppError } from '#contract/result';
import type { AssistantsClient } from '../api';
import type { ErasedRows, Library } from '../library';
import type { Log } from '../log';
import { shapeOf } from '../query';
import type { Datasets } from './datasets';
import type { Documents } from './documents';
import type { Emit } from './hub';
import type { RequestRetention } from './ledger';
import type { BlobFiles, ErasableFolder } from './ports';
import type { RemoteObjects } from './remote-objects';

const ERASE_AFTER_MS = 30 * 24 * 3_600_000;
/** Long enough for a file that is being read for a draft. */
const UNASKED_AFTER_MS = 24 * 3_600_000;
/** Both databases were written anew once, so that nothing is left of what was deleted before rows were overwritten. */
const WRITTEN_ANEW = 'written anew';

interface ErasedIds {
  threadIds: ThreadId[];
  fileIds: FileId[];
  reportIds?: ReportId[];
}

export interface DeletionsOptions {
  library: Library;
  blobs: BlobFiles;
  datasets: Datasets;
  documents: Documents;
  remoteObjects: RemoteObjects;
  retention: RequestRetention;
  client: () => Promise<AssistantsClient>;
  folder: ErasableFolder;
  emit: Emit;
  log: Log;
  now: () => number;
}

/** What is deleted: out of sight at first, and erased for good when its time is over or the analyst wants it. */
export class Deletions {
  readonly #options: DeletionsOptions;
  readonly #library: Library;
  /** Erasures, one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: DeletionsOptions) {
    this.#options = options;
    this.#library = options.library;
  }

  list(): { threads: DeletedThread[]; files: DeletedFile[]; reports: DeletedReport[] } {
    const { deletions, reports } = this.#library;
    const erasedAt = <D extends { deletedAt: number }>(deleted: D) => ({
      ...deleted,
      erasedAt: deleted.deletedAt + ERASE_AFTER_MS,
    });
    return {
      threads: deletions.threads().map(erasedAt),
      files: deletions.files().map(erasedAt),
      reports: reports.hidden().map(erasedAt),
    };
  }

  erase(input: ErasedIds): Promise<Erasure> {
    return this.#inTurn(() => this.#erase(input));
  }

  copies(): Promise<DataCopies> {
    return this.#options.folder.copies();
  }

  renewCopies(input: { setAside: boolean }): Promise<DataCopies> {
    return this.#inTurn(async () => {
      await this.#options.folder.renewCopies(input);
      return this.copies();
    });
  }

  /** What was taken out of a draft before anything was asked about it goes at once: the analyst still has it. */
  async droppedFromDraft(of: { datasetIds: readonly DatasetId[]; documentIds: readonly DocumentId[] }): Promise<void> {
    const dropped = this.#library.deletions.filesOf(of);
    await this.#inTurn(async () => {
      const unasked = new Set(this.#library.deletions.neverAsked(Number.MAX_SAFE_INTEGER));
      await this.#eraseNow({ threadIds: [], fileIds: dropped.filter((id) => unasked.has(id)) });
      await this.#deleteAtEngine();
    }).catch((error: unknown) =>
      this.#options.log.error({ err: error }, 'what was dropped from a draft was not erased'),
    );
  }

  /** Erases what was deleted long enough ago, and what an earlier process has left behind. */
  resume(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#sweep();
      const { threads, files, reports } = this.list();
      const isOver = ({ erasedAt }: { erasedAt: number }) => erasedAt < this.#options.now();
      const erased = await this.#eraseNow({
        reportIds: reports.filter(isOver).map(({ reportId }) => reportId),
        threadIds: threads.filter(isOver).map(({ threadId }) => threadId),
        fileIds: [
          ...files.filter(isOver).map(({ fileId }) => fileId),
          ...this.#library.deletions.neverAsked(this.#options.now() - UNASKED_AFTER_MS),
        ],
      });
      await this.#deleteAtEngine();
      if (erased.threads + erased.files + erased.reports > 0) await this.#scrub();
    });
  }

  async close(): Promise<void> {
    await this.#turn;
  }

  async #erase(input: ErasedIds): Promise<Erasure> {
    const hidden = this.list();
    // Only what is deleted: nobody loses a thread by an id that was mistaken.
    const done = await this.#eraseNow({
      reportIds: hidden.reports.map(({ reportId }) => reportId).filter((id) => input.reportIds?.includes(id)),
      threadIds: hidden.threads.map(({ threadId }) => threadId).filter((id) => input.threadIds.includes(id)),
      fileIds: hidden.files.map(({ fileId }) => fileId).filter((id) => input.fileIds.includes(id)),
    });
    await this.#deleteAtEngine();
    await this.#scrub();
    return { ...done, awaited: this.#library.deletions.awaitedAtEngine().length };
  }

  /** Reports and threads first, as they use files. */
  async #eraseNow({ threadIds, fileIds, reportIds = [] }: ErasedIds): Promise<Omit<Erasure, 'awaited'>> {
    const { deletions, reports } = this.#library;
    const used: FileId[] = [];
    const shapes = new Set<string>();
    // What was taken out of a report could only be put back for a while.
    reports.purgeRemoved();
    for (const id of reportIds) await this.#remove(deletions.eraseReport(id));
    for (const id of threadIds) {
      await this.#remove(deletions.eraseThread(id));
      this.#options.retention.threadDeleted(id);
    }
    for (const id of fileIds) {
      for (const shape of this.#shapesOf(id)) shapes.add(shape);
      await this.#stop(id);
      const erased = deletions.eraseFile(id);
      if (erased) await this.#remove(erased);
      else used.push(id);
    }
    this.#forgetDefinitions(shapes);
    const files = fileIds.length - used.length;
    if (files + threadIds.length + reportIds.length > 0) this.#changed();
    return { threads: threadIds.length, files, reports: reportIds.length, used };
  }

  /** Whoever reads it would go on writing. */
  async #stop(id: FileId): Promise<void> {
    const { datasetIds, documentIds } = this.#library.deletions.readingsOf(id);
    await this.#options.datasets.stop(datasetIds);
    for (const documentId of documentIds) this.#options.documents.forget(documentId);
  }

  async #remove({ blobs, datasetIds, remoteFileIds }: ErasedRows): Promise<void> {
    for (const key of blobs) await this.#options.blobs.discard(key, () => this.#library.deletions.isBlobUsed(key));
    for (const id of datasetIds) {
      await this.#options.folder.removeDataset(id);
      this.#options.emit({ name: 'datasets.removed', data: { datasetId: id } });
    }
    for (const id of remoteFileIds) this.#options.remoteObjects.fileDeleted(id);
  }

  /** What the analyst has said of columns goes with the last file that has them. */
  #shapesOf(id: FileId): string[] {
    const { datasets, deletions } = this.#library;
    return deletions.readingsOf(id).datasetIds.flatMap((datasetId) => shapeOfDataset(datasets.get(datasetId)) ?? []);
  }

  #forgetDefinitions(shapes: ReadonlySet<string>): void {
    if (shapes.size === 0) return;
    const { datasets, definitions } = this.#library;
    const remaining = new Set(datasets.profiled().flatMap((dataset) => shapeOfDataset(dataset) ?? []));
    for (const shape of shapes) if (!remaining.has(shape)) definitions.forget(shape);
  }

  /** The engine may be off: what it could not be told waits for the next start. */
  async #deleteAtEngine(): Promise<void> {
    const { deletions } = this.#library;
    try {
      for (const deletion of deletions.awaitedAtEngine()) {
        const client = await this.#options.client();
        await (deletion.kind === 'thread'
          ? client.deleteThread(deletion.remoteId)
          : client.documents.delete(deletion.remoteId));
        deletions.doneAtEngine(deletion);
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#options.log.warn(
        { err: error },
        'the engine has not deleted what was erased; it is told again at the next start',
      );
    }
  }

  async #scrub(): Promise<void> {
    const { notes } = this.#library;
    const whole = notes.getValue(WRITTEN_ANEW) === undefined;
    await this.#options.folder.scrub({ whole });
    if (whole) notes.setValue(WRITTEN_ANEW, '1');
  }

  /** A process that was ended in the middle leaves bytes without rows. */
  async #sweep(): Promise<void> {
    const { blobs, folder } = this.#options;
    const used = this.#library.deletions.usedBlobs();
    for (const key of await blobs.keys())
      if (!used.has(key)) await blobs.discard(key, () => this.#library.deletions.isBlobUsed(key));
    await folder.removeDatasetsBut((id) => this.#library.deletions.datasetIds().has(id));
  }

  #changed(): void {
    this.#options.emit({ name: 'files.changed', data: {} });
    this.#options.emit({ name: 'deletions.changed', data: {} });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

function shapeOfDataset(dataset: Dataset | undefined): string | null {
  return dataset?.profile ? shapeOf(dataset.profile.columns.map(({ name }) => name)) : null;
}
