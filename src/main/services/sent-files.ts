import type { FileId } from '#contract';
import { AppError } from '#contract/result';
import type { AssistantsClient } from '../api';
import type { Library } from '../library';
import type { Blobs } from './ports';

/** Files of this machine that the server is given: each once, and again where the server has lost it. */
export class SentFiles {
  readonly #options: { library: Library; blobs: Blobs; client: () => Promise<AssistantsClient> };

  constructor(options: { library: Library; blobs: Blobs; client: () => Promise<AssistantsClient> }) {
    this.#options = options;
  }

  /** The server's id of a file. */
  async idOf(id: FileId, signal?: AbortSignal): Promise<string> {
    const { library, blobs } = this.#options;
    const client = await this.#options.client();
    const known = library.files.remote(id);
    if (known && (await client.documents.has(known))) return known;
    const file = library.files.get(id);
    if (!file) throw new AppError('not_found', 'An attached file is no longer kept. Attach it again.');
    const { stream } = await blobs.read(file.blob);
    const bytes: Uint8Array<ArrayBuffer>[] = [];
    for await (const chunk of stream) bytes.push(Uint8Array.from(chunk));
    const remote = await client.documents.upload(file.name, bytes, signal ?? new AbortController().signal);
    library.files.sent(id, remote);
    return remote;
  }
}
