import type OpenAI from 'openai';
import type { ThreadId } from '#contract';
import { FailureReason } from '#contract/failure-reasons';
import { AppError } from '#contract/result';
import { unlessNotFound } from './errors';

const POLL_MS = { first: 50, longest: 1_000 };
/** A server that has not read a document by then has given it up. */
const PATIENCE_MS = 10 * 60_000;
/** Ours alone: other servers leave the parameter out of account and answer with passages. */
const WHOLE = 'document';

/** What a server read from a document. Offsets of sections count UTF-16 units of the text. */
export interface ReadDocument {
  text: string;
  sections: { page?: number; sheet?: string; start: number; end: number }[];
}

/** Files for searching, over the protocol: uploaded, read once so that it is known whether they can be, attached. */
export class DocumentServer {
  readonly #openai: OpenAI;
  readonly #call: <T>(work: () => Promise<T>) => Promise<T>;

  constructor(openai: OpenAI, call: <T>(work: () => Promise<T>) => Promise<T>) {
    this.#openai = openai;
    this.#call = call;
  }

  /** Returns the server's file id. Of a blob that lies on disk no more is in memory than what is on its way. */
  async upload(name: string, bytes: Blob, signal: AbortSignal): Promise<string> {
    return this.#call(async () => {
      // The client's own `toFile` would read all of it.
      const file = new File([bytes], name);
      return (await this.#openai.files.create({ file, purpose: 'assistants' }, { signal })).id;
    });
  }

  async has(remoteFileId: string): Promise<boolean> {
    return this.#call(async () => {
      const response = await this.#openai.files.retrieve(remoteFileId).catch((error: unknown) => {
        if (error instanceof Error && 'status' in error && error.status === 404) return null;
        throw error;
      });
      return response !== null;
    });
  }

  /** Deletes a file, whatever it is for; one that is not there is deleted already. */
  async delete(remoteFileId: string): Promise<void> {
    await this.#call(async () => {
      await this.#openai.files.delete(remoteFileId).catch(unlessNotFound);
    });
  }

  /** Has the file read in a store of its own, which is gone afterwards. @throws AppError `unreadable_file` with the server's reason */
  async read(remoteFileId: string, signal: AbortSignal): Promise<ReadDocument> {
    return this.#call(async () => {
      const store = await this.#openai.vectorStores.create(
        { name: 'A document being looked at', expires_after: { anchor: 'last_active_at', days: 1 } },
        { signal },
      );
      try {
        await this.#openai.vectorStores.files.create(store.id, { file_id: remoteFileId }, { signal });
        await this.#untilRead(store.id, remoteFileId, signal);
        return await this.#content(store.id, remoteFileId, signal);
      } finally {
        await this.#openai.vectorStores.delete(store.id).catch(() => undefined);
      }
    });
  }

  /** Stores of threads go away a week after their last use; a thread of this app is to be asked for longer than that. */
  async keepStores(threadId: ThreadId): Promise<void> {
    await this.#call(async () => {
      const thread = await this.#openai.beta.threads.retrieve(threadId);
      for (const id of thread.tool_resources?.file_search?.vector_store_ids ?? [])
        await this.#openai.vectorStores.update(id, { expires_after: null });
    });
  }

  async #untilRead(storeId: string, fileId: string, signal: AbortSignal): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    for (let wait = POLL_MS.first; performance.now() < until; wait = Math.min(wait * 2, POLL_MS.longest)) {
      const file = await this.#openai.vectorStores.files.retrieve(fileId, { vector_store_id: storeId }, { signal });
      if (file.status === 'completed') return;
      if (file.status === 'failed') throw unreadable(file.last_error);
      if (file.status === 'cancelled') throw new AppError('cancelled', 'Reading was stopped.');
      await new Promise((resolve) => setTimeout(resolve, wait));
      signal.throwIfAborted();
    }
    throw new AppError('timeout', 'Reading the document took too long. Split it, or save it in a simpler form.');
  }

  async #content(storeId: string, fileId: string, signal: AbortSignal): Promise<ReadDocument> {
    const page: { data: { text?: string }[]; document?: ReadDocument } = await this.#openai.get(
      `/vector_stores/${storeId}/files/${fileId}/content`,
      { query: { include: [WHOLE] }, signal },
    );
    if (page.document) return page.document;
    const text = page.data.map((part) => part.text ?? '').join('\n\n');
    return { text, sections: [{ start: 0, end: text.length }] };
  }
}

/** Of our own engine's files, `last_error` says as data, too, what is wrong. */
function unreadable(error: { message: string } | null): AppError {
  const reason = FailureReason.safeParse(error && 'reason' in error ? error.reason : undefined).data;
  return new AppError('unreadable_file', error?.message ?? 'The document could not be read.', reason ? { reason } : {});
}
