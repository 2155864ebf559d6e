import type { FileId } from '#contract';
import { AppError } from '#contract/result';
import type { AssistantsClient } from '../api';
import type { Library } from '../library';
import type { BlobFiles } from './ports';

/** The largest file a server of the protocol takes. */
export const LARGEST_SENT = 512 * 1024 ** 2;

export interface SentFilesOptions {
  library: Library;
  blobs: BlobFiles;
  client: () => Promise<AssistantsClient>;
}

/** Files of this machine that the server is given: each once, and again where the server has lost it. */
export class SentFiles {
  readonly #options: SentFilesOptions;
  readonly #sending = new Map<FileId, Promise<string>>();

  constructor(options: SentFilesOptions) {
    this.#options = options;
  }

  /**
   * The server's id of a file. Whoever asks while it is being sent waits for the same.
   * @throws AppError `not_found`, `too_large`
   */
  idOf(id: FileId, signal?: AbortSignal): Promise<string> {
    const sending = this.#sending.get(id) ?? this.#send(id, signal).finally(() => this.#sending.delete(id));
    this.#sending.set(id, sending);
    return sending;
  }

  async #send(id: FileId, signal = new AbortController().signal): Promise<string> {
    const { library, blobs } = this.#options;
    signal.throwIfAborted();
    const client = await this.#options.client();
    const known = library.files.remoteId(id);
    if (known && (await client.documents.has(known))) return known;
    const file = library.files.get(id);
    if (!file) throw new AppError('not_found', 'An attached file is no longer kept. Attach it again.');
    if (file.bytes > LARGEST_SENT)
      throw new AppError('too_large', `${file.name} is larger than 512 MB. Split it, and attach the parts.`);
    const remote = await client.documents.upload(file.name, await blobs.blob(file.blob), signal);
    library.files.setRemoteId(id, remote);
    return remote;
  }
}
