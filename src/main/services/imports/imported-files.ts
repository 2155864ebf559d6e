import type { FileId, Message, MessageId, ThreadId } from '#contract';
import { isAttachedAsDocument } from '#contract/document-kinds';
import { MessageId as MessageIdSchema } from '#contract/ids';
import { AppError } from '#contract/result';
import type { ThreadExport } from '../../exchange';
import type { LossCounts, ReadFiles } from '../../importing';
import type { Library } from '../../library';
import { unlessAborted, untilAborted } from '../../until-aborted';
import type { Datasets } from '../datasets';
import type { Documents } from '../documents';
import { displayName } from '../file-names';
import type { Files } from '../files';

const PICTURE = /\.(?:png|jpe?g|gif|webp)$/i;

/** The server's own files. */
export interface FileServer {
  /** Gives it a file under its own id. */
  adoptFile(
    file: { id: string; name: string; purpose: unknown; createdAt: number },
    content: AsyncIterable<Uint8Array>,
  ): Promise<void>;
  /** Whether it has a file of this id that holds other bytes. */
  differsFromKept(id: string, content: AsyncIterable<Uint8Array>): Promise<boolean>;
}

export interface ImportedFilesOptions {
  library: Library;
  files: Files;
  datasets: Datasets;
  documents: Documents;
  server: FileServer;
}

/** So many files may be read at once while more of them come in: each takes memory of its own. */
const READING_AT_MOST = 8;

/** Brings in what came with a thread: first to the server, from where pictures come as always; then as data and documents. */
export class ImportedFiles {
  readonly #options: ImportedFilesOptions;
  /** What has come in and is being read. */
  readonly #reading = new Set<Promise<void>>();

  constructor(options: ImportedFilesOptions) {
    this.#options = options;
  }

  /** Whether one of them has the id of another file that is here. */
  async takesOthers(thread: ThreadExport, files: ReadFiles, signal: AbortSignal): Promise<boolean> {
    for (const { object } of thread.files) {
      const content = await opened(files, object.id, signal);
      if (content && (await this.#options.server.differsFromKept(object.id, content))) return true;
    }
    return false;
  }

  /** The files that are there now, by their ids. */
  async take(
    thread: ThreadExport,
    files: ReadFiles,
    losses: LossCounts,
    signal: AbortSignal,
  ): Promise<Map<string, string>> {
    const taken = new Map<string, string>();
    for (const { object } of thread.files) {
      const name = displayName(typeof object.filename === 'string' ? object.filename : object.id);
      const content = await opened(files, object.id, signal);
      if (content === null) {
        losses.add('file_missing', name);
        continue;
      }
      const createdAt = Number.isSafeInteger(object.created_at) ? Number(object.created_at) : 0;
      try {
        await this.#options.server.adoptFile({ id: object.id, name, purpose: object.purpose, createdAt }, content);
        taken.set(object.id, name);
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'too_large')) throw error;
        losses.add('file_too_large', name);
      }
    }
    return taken;
  }

  /** What messages came with: tables as data, texts as documents; pictures are shown by the messages themselves. */
  async attach(
    thread: ThreadExport,
    taken: ReadonlyMap<string, string>,
    files: ReadFiles,
    signal: AbortSignal,
  ): Promise<Map<MessageId, Message['attachments']>> {
    const attached = new Map<MessageId, Message['attachments']>();
    const read = new Map<string, Message['attachments']>();
    for (const message of thread.messages) {
      const id = MessageIdSchema.safeParse(message.id);
      if (!id.success || this.#options.library.messages.get(id.data)) continue;
      const all: Message['attachments'] = [];
      for (const remoteId of attachedTo(message.attachments)) {
        const name = taken.get(remoteId);
        if (name === undefined || PICTURE.test(name)) continue;
        const known = read.get(remoteId) ?? (await this.#read(remoteId, name, files, signal));
        read.set(remoteId, known);
        all.push(...known);
      }
      if (all.length > 0) attached.set(id.data, all);
    }
    return attached;
  }

  /** Makes data and documents those of the thread, which is there. */
  give(threadId: ThreadId, attached: ReadonlyMap<MessageId, Message['attachments']>): void {
    const { library } = this.#options;
    for (const attachment of [...attached.values()].flat())
      if ('datasetId' in attachment) library.datasets.attach(threadId, attachment.datasetId);
      else library.documents.attach(threadId, attachment.documentId);
  }

  async #read(remoteId: string, name: string, files: ReadFiles, signal: AbortSignal): Promise<Message['attachments']> {
    const fileId = await this.#keep(remoteId, name, files, signal);
    if (fileId === null) return [];
    while (this.#reading.size >= READING_AT_MOST) await unlessAborted(Promise.race(this.#reading), signal);
    const { datasets, documents } = this.#options;
    if (isAttachedAsDocument(name)) {
      const { id } = documents.add({ fileId });
      this.#follow(documents.settled(id));
      return [{ documentId: id, name }];
    }
    const added = await datasets.add({ fileId });
    for (const { id } of added) this.#follow(datasets.settled(id));
    return added.map((dataset) => ({ datasetId: dataset.id, name: dataset.name }));
  }

  /** How its reading ends is told by the file itself. */
  #follow(reading: Promise<void>): void {
    const followed = reading
      .catch(() => undefined)
      .finally(() => {
        this.#reading.delete(followed);
      });
    this.#reading.add(followed);
  }

  async #keep(remoteId: string, name: string, files: ReadFiles, signal: AbortSignal): Promise<FileId | null> {
    const known = this.#options.library.files.byRemoteFile(remoteId);
    if (known) return known.id;
    const content = await opened(files, remoteId, signal);
    if (content === null) return null;
    const { id } = await this.#options.files.add(name, content);
    this.#options.library.files.setRemoteId(id, remoteId);
    return id;
  }
}

/** Its bytes, which end with whatever the signal is aborted with. */
async function opened(files: ReadFiles, id: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array> | null> {
  signal.throwIfAborted();
  const content = await files.open(id);
  return content && untilAborted(content, signal);
}

function attachedTo(attachments: unknown): string[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((attachment: unknown) => {
    const id: unknown =
      typeof attachment === 'object' && attachment !== null ? Reflect.get(attachment, 'file_id') : null;
    return typeof id === 'string' ? [id] : [];
  });
}
