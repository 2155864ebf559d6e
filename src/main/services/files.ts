import type { FileId, GoneFile, MessagePart, MissingFile, Saved, StoredFile, ThreadId } from '#contract';
import { FileId as FileIdSchema } from '#contract/ids';
import { AppError } from '#contract/result';
import type { AssistantsClient } from '../api';
import type { CodeFile } from '../code-runner';
import type { KeptFile, Library } from '../library';
import type { Log } from '../log';
import { newId } from '../new-id';
import { displayName, fileNameFrom } from './file-names';
import type { BlobFiles, ShellServices } from './ports';
import { wholeOf } from './whole';

/** 20 GB: beyond what one machine analyses comfortably, and still a bound. */
const FILE_LIMIT = 20 * 1024 ** 3;
const PICTURE_LIMIT = 50 * 1024 ** 2;
/** What code may make and leave behind in one file. */
const MADE_LIMIT = 512 * 1024 ** 2;

export interface FilesOptions {
  library: Library;
  blobs: BlobFiles;
  shell: ShellServices;
  client: () => Promise<AssistantsClient>;
  log: Log;
  now: () => number;
}

/** What stands for a picture on this machine. */
export type KeptPicture = Extract<MessagePart, { type: 'chart' | 'image' }> | MissingFile | GoneFile;

/** Files as this machine keeps them: bytes by their hash, names as the analyst knows them. */
export class Files {
  readonly #options: FilesOptions;

  constructor(options: FilesOptions) {
    this.#options = options;
  }

  /** Keeps what a shell received; the answer means the bytes are on disk. */
  async add(name: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile> {
    return this.#keep(name, bytes, FILE_LIMIT, { made: false });
  }

  location(id: FileId): { path: string; name: string } {
    const file = this.#options.library.files.get(id);
    if (!file) throw new AppError('not_found', 'This file is no longer kept.', { reason: { code: 'file_gone' } });
    return { path: this.#options.blobs.path(file.blob), name: file.name };
  }

  async save(input: { fileId: FileId }): Promise<Saved> {
    const { path, name } = this.location(input.fileId);
    return this.#options.shell.save({ name: fileNameFrom(name), type: 'application/octet-stream', path });
  }

  /** A kept file, whole. */
  async bytes(id: FileId): Promise<Uint8Array> {
    const { stream } = await this.#options.blobs.read(this.#options.library.files.get(id)?.blob ?? '');
    return wholeOf(stream);
  }

  /** The place on this machine of a picture that a message shows: a chart of ours, or a download kept for good. */
  async keepPicture(remoteFileId: string): Promise<KeptPicture> {
    const { library } = this.#options;
    const chartId = library.charts.byRemoteFile(remoteFileId);
    if (chartId) return { type: 'chart', chartId };
    const kept = await this.#fetch(remoteFileId, null, PICTURE_LIMIT);
    return 'id' in kept ? { type: 'image', fileId: kept.id } : kept;
  }

  /** The same for a file that code made; `path` is how the answer calls it. */
  async keepMade(remoteFileId: string, path: string): Promise<MessagePart> {
    const kept = await this.#fetch(remoteFileId, path, MADE_LIMIT);
    if (!('id' in kept)) return kept;
    return { type: 'file', fileId: kept.id, name: kept.name, path, bytes: kept.bytes };
  }

  /** What code has made in a thread so far, as later code finds it. */
  madeIn(threadId: ThreadId): CodeFile[] {
    const made = this.#options.library.files.madeIn(threadId);
    // The server's id where there is one: it gives the session the same files.
    return made.map(({ path, file, remoteFileId }) => ({
      ...this.forCode(file, path, remoteFileId ?? file.id),
      made: true,
    }));
  }

  /** A kept file as code finds it: under `name`, and once for each `fileId`. */
  forCode(file: KeptFile, name: string, fileId: string): CodeFile {
    const { blobs } = this.#options;
    return {
      name,
      size: file.bytes,
      fileId,
      path: blobs.path(file.blob),
      content: file.blob,
      async *read() {
        yield* (await blobs.read(file.blob)).stream;
      },
    };
  }

  /** Keeps what a step of this machine made. */
  async keepBytes(name: string, bytes: Uint8Array): Promise<StoredFile> {
    return this.#keep(name, [bytes], MADE_LIMIT, { made: true });
  }

  /** Only what the server no longer has, or what is too large, is given up; the rest may come another time. */
  async #fetch(remoteFileId: string, path: string | null, limit: number): Promise<StoredFile | MissingFile | GoneFile> {
    const known = this.#options.library.files.byRemoteFile(remoteFileId);
    if (known) return known;
    try {
      const { name, bytes } = await (await this.#options.client()).download(remoteFileId);
      return await this.#keep(name, bytes, limit, { made: true, remoteFileId });
    } catch (error) {
      if (!(error instanceof AppError)) this.#options.log.error({ err: error, remoteFileId }, 'a file was not fetched');
      const reason = error instanceof AppError ? error.code : 'internal';
      if (reason === 'not_found' || reason === 'too_large') return { type: 'gone', path, reason };
      return { type: 'missing', remoteFileId, path, reason };
    }
  }

  async #keep(
    name: string,
    bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    limit: number,
    origin: { made: boolean; remoteFileId?: string },
  ): Promise<StoredFile> {
    const { key, size } = await this.#options.blobs.put(bytes, limit);
    const file = {
      id: FileIdSchema.parse(newId('file_')),
      name: displayName(name),
      bytes: size,
      createdAt: this.#options.now(),
    };
    this.#options.library.files.add({ ...file, blob: key }, origin);
    return file;
  }
}
