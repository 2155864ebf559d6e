import type { ConnectionId, DatasetId } from '#contract';
import type { Library, RemoteObject } from '../library';
import type { Log } from '../log';
import type { ModelServer, ModelServers } from './ports';

/** One deletion, with the tries that it takes. */
const DELETING_MS = 15_000;
/** A keychain that asks the analyst is not waited for longer than this. */
const KEY_MS = 5_000;
/** What fails so fails for all else at the server as well. */
const NOT_NOW = ['unreachable', 'authentication', 'timeout', 'bad_endpoint'];

export interface RemoteObjectsOptions {
  library: Library;
  servers: ModelServers;
  /** Null for a connection that is not there any more. */
  serverOf: (id: ConnectionId) => ModelServer | null;
  log: Log;
  now: () => number;
}

/**
 * Deletes at the servers of models what was put there for a thread, a file or a connection, once that is deleted here. What could
 * not be deleted is tried again when the server is next spoken to, until the server has forgotten it by itself.
 */
export class RemoteObjects {
  readonly #options: RemoteObjectsOptions;
  readonly #library: Library;
  readonly #deleting = new Map<string, Promise<void>>();
  readonly #closing = new AbortController();

  constructor(options: RemoteObjectsOptions) {
    this.#options = options;
    this.#library = options.library;
  }

  /** What an earlier process did not come to note. Nothing is sent. */
  resume(): void {
    this.#library.remoteObjects.forgetExpired(this.#options.now());
    this.#library.remoteObjects.dropDeletedThreads();
  }

  threadDeleted(threadId: string): void {
    if (this.#library.remoteObjects.dropThread(threadId)) this.#deleteUnwanted();
  }

  datasetRemoved(datasetId: DatasetId): void {
    const { datasets, files } = this.#library;
    const fileId = datasets.get(datasetId)?.fileId;
    const remoteId = fileId && files.remoteId(fileId);
    // A workbook is one file for all of its tables.
    const isUsed = datasets.list().some((other) => other.fileId === fileId);
    if (remoteId && !isUsed) this.fileDeleted(remoteId);
  }

  /** By the id that the engine has for the file. Containers and stores that it lies in stay. */
  fileDeleted(fileId: string): void {
    const { remoteObjects } = this.#library;
    const isUnwanted = this.#library.transaction(() => {
      const holders = remoteObjects.holding(fileId);
      for (const holder of holders) this.#takeOut(holder, fileId);
      return remoteObjects.dropFile(fileId) || holders.length > 0;
    });
    if (isUnwanted) this.#deleteUnwanted();
  }

  /**
   * A connection is about to be removed, to be moved to another address, or may not be given files any more. Resolves once its
   * key is known; what lies at its server is deleted in the background.
   */
  async leave(server: ModelServer): Promise<void> {
    this.#library.remoteObjects.dropConnection(server.id);
    if (this.#library.remoteObjects.unwanted(placeOf(server)).length === 0) return;
    const late = AbortSignal.timeout(KEY_MS);
    const key = await Promise.race([
      server.key().catch(() => null),
      new Promise<null>((resolve) => late.addEventListener('abort', () => resolve(null))),
    ]);
    this.#begin({ ...server, key: async () => key });
  }

  /** The server has just answered something: a good time for what could not be deleted before. */
  contacted(id: ConnectionId): void {
    const server = this.#options.serverOf(id);
    if (server && this.#library.remoteObjects.unwanted(placeOf(server)).length > 0) this.#begin(server);
  }

  /** Resolves when nothing is being deleted. */
  async settled(): Promise<void> {
    while (this.#deleting.size > 0) await Promise.all(this.#deleting.values());
  }

  close(): Promise<void> {
    this.#closing.abort();
    return this.settled();
  }

  #takeOut(holder: RemoteObject, fileId: string): void {
    const { remoteObjects } = this.#library;
    const details = holder.details as { files: { fileId: string; remoteId: string | null }[] };
    for (const file of details.files)
      if (file.fileId === fileId && file.remoteId !== null) {
        const kind = holder.kind === 'container' ? 'container_file' : 'vector_store_file';
        const remoteId = `${holder.remoteId}/files/${file.remoteId}`;
        remoteObjects.save({ ...holder, kind, remoteId, details: null });
        remoteObjects.drop(holder, kind, remoteId);
      }
    const files = details.files.filter((file) => file.fileId !== fileId);
    remoteObjects.save({ ...holder, details: { ...details, files } });
  }

  #deleteUnwanted(): void {
    for (const id of this.#library.remoteObjects.connectionsWithUnwanted()) this.contacted(id);
  }

  #begin(server: ModelServer): void {
    const key = JSON.stringify(placeOf(server));
    if (this.#deleting.has(key) || this.#closing.signal.aborted) return;
    const deleting = this.#deleteAt(server)
      .catch((error: unknown) => this.#options.log.warn({ err: error }, 'what lies at a server could not be deleted'))
      .finally(() => this.#deleting.delete(key));
    this.#deleting.set(key, deleting);
  }

  async #deleteAt(server: ModelServer): Promise<void> {
    const { remoteObjects } = this.#library;
    const tried = new Set<string>();
    const next = () => remoteObjects.unwanted(placeOf(server)).find((object) => !tried.has(pathOf(object)));
    remoteObjects.forgetExpired(this.#options.now());
    for (let object = next(); object && !this.#closing.signal.aborted; object = next()) {
      tried.add(pathOf(object));
      const { runId, threadId, model } = object.madeBy;
      const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(DELETING_MS)]);
      const isGoingOn = object.kind === 'response';
      const request = { path: pathOf(object), model, run: { id: runId, threadId }, isGoingOn };
      const problem = await this.#options.servers.delete(server, request, signal);
      if (!problem) remoteObjects.forget(object, object.kind, object.remoteId);
      else if (NOT_NOW.includes(problem.code)) return;
    }
  }
}

const placeOf = ({ id, baseUrl }: ModelServer) => ({ connectionId: id, baseUrl });

const FOLDERS: Record<RemoteObject['kind'], string> = {
  file: 'files',
  container: 'containers',
  container_file: 'containers',
  vector_store: 'vector_stores',
  vector_store_file: 'vector_stores',
  response: 'responses',
};

const pathOf = ({ kind, remoteId }: RemoteObject): string => `/${FOLDERS[kind]}/${remoteId}`;
