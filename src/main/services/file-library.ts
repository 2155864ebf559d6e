import type {
  DatasetId,
  DocumentId,
  FileId,
  FileReport,
  FileUse,
  LibraryFile,
  Saved,
  StorageSizes,
  StoredFile,
  ThreadId,
} from '#contract';
import { isAttachedAsDocument } from '#contract/document-kinds';
import { AppError } from '#contract/result';
import type { Library } from '../library';
import type { Log } from '../log';
import type { Assistants } from './assistants';
import type { Datasets } from './datasets';
import type { Documents } from './documents';
import { displayName } from './file-names';
import type { Files } from './files';
import type { Emit } from './hub';

export interface FileLibraryOptions {
  library: Library;
  files: Files;
  datasets: Datasets;
  documents: Documents;
  assistants: Pick<Assistants, 'usersOf'>;
  /** What the parts of the data folder take on the disk. */
  sizes: () => Promise<StorageSizes>;
  emit: Emit;
  log: Log;
  now: () => number;
}

/** The files of this machine as the analyst works with them: named, used in threads, deleted and brought back. */
export class FileLibrary {
  readonly #options: FileLibraryOptions;
  readonly #library: Library;

  constructor(options: FileLibraryOptions) {
    this.#options = options;
    this.#library = options.library;
  }

  list(): LibraryFile[] {
    return this.#library.files.list();
  }

  /** Keeps what a shell received; the answer means the bytes are on disk. */
  async add(name: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile> {
    const file = await this.#options.files.add(name, bytes);
    this.#changed();
    return file;
  }

  location(id: FileId): { path: string; name: string } {
    return this.#options.files.location(id);
  }

  save(input: { fileId: FileId }): Promise<Saved> {
    return this.#options.files.save(input);
  }

  async uses(input: { fileId: FileId }): Promise<{ threads: FileUse[]; reports: FileReport[]; assistants: string[] }> {
    this.#listed(input.fileId);
    const remoteId = this.#library.files.remoteId(input.fileId);
    const assistants = remoteId === null ? [] : await this.#assistantsWith(remoteId);
    const { files, reports } = this.#library;
    return { threads: files.usedIn(input.fileId), reports: reports.usingFile(input.fileId), assistants };
  }

  rename(input: { fileId: FileId; name: string }): LibraryFile {
    const { datasets, documents, emit } = this.#options;
    const name = withEnding(displayName(input.name), this.#listed(input.fileId).name);
    const renamed = this.#library.files.rename(input.fileId, name);
    for (const datasetId of renamed.datasetIds) emit({ name: 'datasets.changed', data: datasets.get({ datasetId }) });
    for (const documentId of renamed.documentIds)
      emit({ name: 'documents.changed', data: documents.get({ documentId }) });
    this.#changed();
    return this.#listed(input.fileId);
  }

  async attach(input: { fileId: FileId; threadId: ThreadId | null }): Promise<Record<string, never>> {
    const { fileId, threadId } = input;
    const read = await this.#read(this.#listed(fileId));
    this.#library.transaction(() => {
      const draft = this.#library.notes.draft(threadId);
      this.#library.notes.saveDraft({
        ...draft,
        datasetIds: [...new Set([...draft.datasetIds, ...read.datasetIds])],
        documentIds: [...new Set([...draft.documentIds, ...read.documentIds])],
      });
    });
    return {};
  }

  delete(input: { fileIds: FileId[] }): Record<string, never> {
    this.#library.transaction(() => {
      for (const id of input.fileIds) this.#library.deletions.hideFile(id, this.#options.now());
    });
    this.#changed();
    return {};
  }

  restore(input: { fileIds: FileId[] }): Record<string, never> {
    const restored = this.#library.transaction(() => input.fileIds.map((id) => this.#library.deletions.unhideFile(id)));
    this.#changed();
    if (restored.includes(false)) throw new AppError('not_found', 'A file was erased for good and cannot come back.');
    return {};
  }

  sizes(): Promise<StorageSizes> {
    return this.#options.sizes();
  }

  /** What there is of it to ask about; read now where there is nothing. */
  async #read({ id: fileId, name }: LibraryFile): Promise<{ datasetIds: DatasetId[]; documentIds: DocumentId[] }> {
    const { datasets, documents } = this.#options;
    const known = this.#library.datasets.ofFile(fileId);
    if (known.length > 0) return { datasetIds: newestSheets(known).map(({ id }) => id), documentIds: [] };
    const document = this.#library.documents.ofFile(fileId);
    if (document) return { datasetIds: [], documentIds: [document.id] };
    if (isAttachedAsDocument(name)) return { datasetIds: [], documentIds: [documents.add({ fileId }).id] };
    return { datasetIds: (await datasets.add({ fileId })).map(({ id }) => id), documentIds: [] };
  }

  /** An engine that is off has none. */
  async #assistantsWith(remoteId: string): Promise<string[]> {
    try {
      return await this.#options.assistants.usersOf(remoteId);
    } catch (error) {
      if (!(error instanceof AppError))
        this.#options.log.warn({ err: error }, 'assistants could not be looked through');
      return [];
    }
  }

  #listed(id: FileId): LibraryFile {
    const file = this.#library.files.listed(id);
    if (!file) throw new AppError('not_found', 'This file is no longer in the library.');
    return file;
  }

  #changed(): void {
    this.#options.emit({ name: 'files.changed', data: {} });
    this.#options.emit({ name: 'deletions.changed', data: {} });
  }
}

/** A file may have been read several times: of each sheet what was read last. */
function newestSheets<D extends { sheet: string | null }>(datasets: readonly D[]): D[] {
  return [...new Map(datasets.map((dataset) => [dataset.sheet, dataset])).values()];
}

/** How a file is read goes by its ending. */
function withEnding(name: string, before: string): string {
  const ending = /\.[a-z0-9]{1,8}$/i.exec(before)?.[0] ?? '';
  return name.toLowerCase().endsWith(ending.toLowerCase()) ? name : `${name}${ending}`;
}
