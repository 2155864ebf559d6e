import { ModelFailure, type ModelTurn, type UnreadDocument } from '../../../ports';
import { endingOf, json, type Upstream, wait } from '../../upstream';
import { textOf, wireOf } from '../wire';
import type { HostedMemory, IndexedFile, StoreState } from './memory';
import { hashOf, LARGEST_FILE, madeBy, mayBeGone, Uploads } from './uploads';

/** A store that is not searched for so long is gone. */
const IDLE_DAYS = 1;
const DAY_MS = 86_400_000;
/** How long a run waits for the server to read documents; it goes on without those that take longer. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 500;
const NO_STORES = [404, 405, 501];

/** The vector stores of one connection: one for each thread, with its documents, each of which is uploaded once. */
export class Stores {
  readonly #upstream: Upstream;
  readonly #memory: HostedMemory;
  readonly #uploads: Uploads;

  constructor(upstream: Upstream, memory: HostedMemory) {
    this.#upstream = upstream;
    this.#memory = memory;
    this.#uploads = new Uploads(upstream, memory);
  }

  /** The thread's store with all documents that may be searched, read as far as the server has come within a minute. */
  async prepared(turn: ModelTurn, signal: AbortSignal): Promise<StoreState> {
    const used = this.#memory.store(turn.run.threadId);
    const store = used ?? (await this.#create(turn, signal));
    this.#save(store, turn);
    try {
      await this.#clear(store, turn, signal);
      for (const document of turn.search?.documents() ?? []) await this.#fill(store, turn, document, signal);
      await this.#untilRead(store, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!used || !mayBeGone(error) || (await this.isAlive(store, signal))) throw error;
      return this.prepared(turn, signal);
    } finally {
      this.#save(store, turn);
    }
    return store;
  }

  /** The store of an answer that is taken up again. */
  asLeft({ run }: ModelTurn, id: string): StoreState {
    const known = this.#memory.store(run.threadId);
    return known?.id === id ? known : { id, files: [] };
  }

  /** Whether it can still be searched; one that cannot is forgotten. */
  async isAlive(store: StoreState, signal: AbortSignal): Promise<boolean> {
    const request = { method: 'GET', path: `/vector_stores/${store.id}` } as const;
    const { status } = wireOf(
      await json(this.#upstream, request, signal).catch(() => {
        signal.throwIfAborted();
        return null;
      }),
    );
    if (status === 'completed' || status === 'in_progress') return true;
    this.#memory.forget('vector_store', store.id);
    store.isGone = true;
    return false;
  }

  async #create(turn: ModelTurn, signal: AbortSignal): Promise<StoreState> {
    const expires = { anchor: 'last_active_at', days: IDLE_DAYS };
    const body = { name: `assay ${turn.run.threadId}`, expires_after: expires };
    const request = { method: 'POST', path: '/vector_stores', body } as const;
    const made = await json(this.#upstream, request, signal).catch((error: unknown) => {
      const status = endingOf(error)?.status ?? 0;
      throw NO_STORES.includes(status) ? withoutStores(this.#upstream, error) : error;
    });
    return { id: String(wireOf(made).id), files: [] };
  }

  /** Documents that may not be searched any more are taken out, and those whose upload is about to be forgotten put in anew. */
  async #clear(store: StoreState, turn: ModelTurn, signal: AbortSignal): Promise<void> {
    const wanted = new Set(turn.search?.documents().map(({ fileId }) => fileId));
    const stays = ({ fileId, hash, remoteId }: IndexedFile) =>
      wanted.has(fileId) && (remoteId === null || (hash !== null && this.#memory.upload(hash) === remoteId));
    for (const file of store.files.filter((file) => !stays(file))) {
      store.files = store.files.filter((other) => other !== file);
      const isShared = store.files.some(({ remoteId }) => remoteId === file.remoteId);
      if (file.remoteId === null || isShared) continue;
      const request = { method: 'DELETE', path: `/vector_stores/${store.id}/files/${file.remoteId}` } as const;
      await json(this.#upstream, request, signal).catch((error: unknown) => {
        if (!mayBeGone(error)) throw error;
      });
    }
  }

  async #fill(
    store: StoreState,
    turn: ModelTurn,
    { name, fileId }: { name: string; fileId: string },
    signal: AbortSignal,
  ): Promise<void> {
    if (store.files.some((file) => file.fileId === fileId)) return;
    const bytes = (await turn.search?.read(fileId, LARGEST_FILE)) ?? null;
    if (!bytes) {
      store.files.push({ fileId, name, hash: null, remoteId: null, status: 'failed' });
      return;
    }
    const file = { fileId, name, bytes, hash: hashOf(bytes) };
    const put = async (remoteId: string) => {
      const request = {
        method: 'POST',
        path: `/vector_stores/${store.id}/files`,
        body: { file_id: remoteId },
      } as const;
      return { remoteId, status: statusOf(wireOf(await json(this.#upstream, request, signal)).status) };
    };
    // It may as well be the store that is not there any more.
    const isLost = async (error: unknown) => mayBeGone(error) && (await this.isAlive(store, signal));
    store.files.push({ fileId, name, hash: file.hash, ...(await this.#uploads.with(turn, file, put, isLost, signal)) });
  }

  async #untilRead(store: StoreState, signal: AbortSignal): Promise<void> {
    for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
      const unread = store.files.filter(({ status }) => status === 'in_progress');
      if (unread.length === 0) return;
      if (waited > 0) await wait(this.#upstream, PAUSE_MS, signal);
      for (const file of unread) {
        const path = `/vector_stores/${store.id}/files/${file.remoteId}`;
        file.status = statusOf(wireOf(await json(this.#upstream, { method: 'GET', path }, signal)).status);
      }
    }
  }

  #save(store: StoreState, turn: ModelTurn): void {
    if (!store.isGone) this.#memory.saveStore(store, IDLE_DAYS * DAY_MS, madeBy(turn, this.#upstream));
  }
}

/** Documents that a search of the store cannot see. */
export const unreadIn = ({ files }: StoreState): UnreadDocument[] =>
  files.flatMap(({ fileId, name, status }) => (status === 'completed' ? [] : [{ fileId, filename: name, status }]));

function statusOf(status: unknown): IndexedFile['status'] {
  if (textOf(status) === 'completed') return 'completed';
  return status === 'failed' || status === 'cancelled' ? 'failed' : 'in_progress';
}

function withoutStores({ connection, model }: Upstream, cause: unknown): ModelFailure {
  const message = 'This server has no vector stores. Let the assistant search documents on this computer.';
  return new ModelFailure('unsupported', message, { cause, ending: { connection, model, message } });
}
