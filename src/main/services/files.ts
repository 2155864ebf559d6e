import type { FileId, MessagePart, StoredFile } from '#contract';
import { FileId as FileIdSchema } from '#contract/ids';
import { AppError } from '#contract/result';
import type { AssistantsClient } from '../api';
import type { Library } from '../library';
import { displayName } from './file-names';
import { newId } from './new-id';
import type { Blobs } from './ports';

/** 20 GB: beyond what one machine analyses comfortably, and still a bound. */
const FILE_LIMIT = 20 * 1024 ** 3;
const PICTURE_LIMIT = 50 * 1024 ** 2;

export interface FilesOptions {
  library: Library;
  blobs: Blobs;
  client: () => Promise<AssistantsClient>;
  now: () => number;
}

/** Files as this machine keeps them: bytes by their hash, names as the analyst knows them. */
export class Files {
  readonly #options: FilesOptions;

  constructor(options: FilesOptions) {
    this.#options = options;
  }

  list(): StoredFile[] {
    return this.#options.library.files.list().map(({ blob: _, ...file }) => file);
  }

  /** Keeps what a shell received; the answer means the bytes are on disk. */
  async add(name: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile> {
    return this.#keep(name, bytes, FILE_LIMIT, null);
  }

  location(id: FileId): { path: string; name: string } {
    const file = this.#options.library.files.get(id);
    if (!file) throw new AppError('not_found', 'This file is no longer kept.');
    return { path: this.#options.blobs.path(file.blob), name: file.name };
  }

  /** The place on this machine of a picture that a message shows: a chart of ours, or a download kept for good. */
  async keepPicture(remoteFileId: string): Promise<MessagePart> {
    const { library } = this.#options;
    const chartId = library.charts.byRemoteFile(remoteFileId);
    if (chartId) return { type: 'chart', chartId };
    const known = library.files.byRemoteFile(remoteFileId);
    if (known) return { type: 'image', fileId: known.id };
    try {
      const { name, bytes } = await (await this.#options.client()).download(remoteFileId);
      return { type: 'image', fileId: (await this.#keep(name, bytes, PICTURE_LIMIT, remoteFileId)).id };
    } catch {
      return { type: 'text', text: 'A picture that could not be fetched.' };
    }
  }

  async #keep(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    limit: number,
    remote: string | null,
  ): Promise<StoredFile> {
    const { key, size } = await this.#options.blobs.put(bytes, limit);
    const file = {
      id: FileIdSchema.parse(newId('file')),
      name: displayName(name),
      bytes: size,
      createdAt: this.#options.now(),
    };
    this.#options.library.files.add({ ...file, blob: key }, remote);
    return file;
  }
}
