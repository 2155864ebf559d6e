import type { Log } from '../log';
import { unlessAborted } from '../until-aborted';
import type { Clock } from './ports';
import { DocumentError, type Retrieval } from './retrieval';
import type { Store } from './store';
import { placeId, type VectorStoreFileRecord } from './store/vector-stores';

/** Reads the files of vector stores in the background, one after the other; what a restart interrupts begins again. */
export class Indexer {
  readonly #store: Store;
  readonly #retrieval: Retrieval;
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #waiting = new Set<() => void>();
  readonly #stops = new Map<string, AbortController>();
  #work: Promise<void> = Promise.resolve();
  #closing = false;

  constructor(options: { store: Store; retrieval: Retrieval; clock: Clock; log: Log }) {
    this.#clock = options.clock;
    this.#store = options.store;
    this.#retrieval = options.retrieval;
    this.#log = options.log;
  }

  /** Takes up what is recorded as in progress. Call after the records are saved. */
  wake(): void {
    for (const file of this.#store.vectorStoreFiles.waiting()) this.#enqueue(file.id);
  }

  /** The file is not read any further; the caller has changed or removed its record. */
  drop(storeId: string, fileId: string): void {
    this.#stops.get(placeId(storeId, fileId))?.abort(new Error('dropped'));
    this.#retrieval.remove(storeId, fileId);
    this.#tellWaiting();
  }

  dropStore(storeId: string): void {
    for (const [id, stop] of this.#stops) if (id.startsWith(`${storeId}/`)) stop.abort(new Error('dropped'));
    this.#retrieval.removeStore(storeId);
    this.#tellWaiting();
  }

  /** Resolves when no file of these stores is being read any more, or after `ms`. Rejects with the signal's reason. */
  async untilRead(storeIds: readonly string[], ms: number, signal: AbortSignal): Promise<void> {
    const isRead = () => storeIds.every((id) => this.#store.vectorStoreFiles.counts(id, null).in_progress === 0);
    if (isRead() || this.#closing) return;
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const look = () => (isRead() || this.#closing) && resolve();
    const callOff = this.#clock.after(ms, resolve);
    this.#waiting.add(look);
    try {
      await unlessAborted(over, signal);
    } finally {
      this.#waiting.delete(look);
      callOff();
    }
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#tellWaiting();
    for (const stop of this.#stops.values()) stop.abort(new Error('closing'));
    await this.#work;
    await this.#retrieval.close();
  }

  #tellWaiting(): void {
    for (const look of [...this.#waiting]) look();
  }

  #enqueue(id: string): void {
    if (this.#stops.has(id) || this.#closing) return;
    const stop = new AbortController();
    this.#stops.set(id, stop);
    this.#work = this.#work
      .then(() => this.#index(id, stop.signal))
      .finally(() => {
        this.#stops.delete(id);
        this.#tellWaiting();
      })
      .then(() => {
        // It was dropped and put in again meanwhile.
        if (stop.signal.aborted && this.#store.vectorStoreFiles.get(id)?.status === 'in_progress') this.#enqueue(id);
      })
      .catch((error: unknown) => this.#log.error({ err: error }, 'what came of a document could not be saved'));
  }

  async #index(id: string, signal: AbortSignal): Promise<void> {
    const record = this.#store.vectorStoreFiles.get(id);
    const file = record && this.#store.files.get(record.file_id);
    if (record?.status !== 'in_progress' || signal.aborted) return;
    try {
      if (!file)
        throw new DocumentError('server_error', 'The file was deleted before it could be read.', { code: 'file_gone' });
      const { max_chunk_size_tokens, chunk_overlap_tokens } = record.chunking_strategy.static;
      const chunking = { maxTokens: max_chunk_size_tokens, overlapTokens: chunk_overlap_tokens };
      const input = {
        storeId: record.vector_store_id,
        fileId: file.id,
        filename: file.filename,
        blobKey: file.blob_key,
        chunking,
        attributes: record.attributes,
      };
      const { usageBytes } = await this.#retrieval.index(input, signal);
      if (signal.aborted) this.#retrieval.remove(record.vector_store_id, record.file_id);
      else this.#complete(id, usageBytes);
    } catch (error) {
      if (signal.aborted) return;
      const known = error instanceof DocumentError;
      if (!known) this.#log.error({ err: error }, 'a document could not be indexed');
      const last_error = known
        ? { code: error.code, message: error.message, reason: error.reason }
        : { code: 'server_error' as const, message: 'The file could not be read. Try again.' };
      this.#end(id, { status: 'failed', last_error });
    }
  }

  /** Attributes may have been given while the file was read. */
  #complete(id: string, usage_bytes: number): void {
    this.#store.transaction(() => {
      const file = this.#store.vectorStoreFiles.get(id);
      if (file) this.#retrieval.setAttributes(file.vector_store_id, file.file_id, file.attributes);
      this.#end(id, { status: 'completed', usage_bytes });
    });
  }

  #end(id: string, patch: Partial<VectorStoreFileRecord>): void {
    this.#store.transaction(() => {
      if (this.#store.vectorStoreFiles.get(id)?.status === 'in_progress')
        this.#store.vectorStoreFiles.update(id, patch);
    });
  }
}
