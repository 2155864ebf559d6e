import type { Upstream } from '../../upstream';

/** Whose request made something at the server. */
export interface MadeBy {
  runId: string;
  threadId: string;
  model: string;
}

/** A file of this machine, and where it lies in a container or a store. */
export interface PlacedFile {
  fileId: string;
  name: string;
  /** What it holds; null where it was too large to be sent. */
  hash: string | null;
  /** As the server calls it there; null where it does not say. */
  remoteId: string | null;
  /** Where code finds it; null where it is too large to be there. */
  path: string | null;
  /** Code made it there, so that nothing was sent, and nobody needs to be told where it lies. */
  made?: true;
}

/** Where the code of a thread runs, until it has been idle for too long. JSON, as it is kept. */
export interface ContainerState {
  id: string;
  files: PlacedFile[];
  /** What code made there and is here already: its own id, size and time. */
  fetched: string[];
  /** What that holds. */
  hashes: string[];
}

/** A document, and how far the server has come with reading it. */
export interface IndexedFile extends Pick<PlacedFile, 'fileId' | 'name' | 'hash'> {
  /** The upload's; null where it was not sent, as it is gone or too large. */
  remoteId: string | null;
  status: 'completed' | 'in_progress' | 'failed';
}

/** Where the documents of a thread are searched, until nobody has done so for a day. JSON, as it is kept. */
export interface StoreState {
  id: string;
  files: IndexedFile[];
  /** The server has it no more. */
  isGone?: true;
}

/**
 * What lies at one connection's server, kept for as long as it lies there: a file is sent once, a thread finds its container,
 * and whoever deletes a thread, a file or the connection knows what is to be deleted there.
 */
export interface HostedMemory {
  /** The upload that holds these bytes and will be there for a while; null where there is none. */
  upload(hash: string): string | null;
  /** `keptMs`: how long the server keeps it from now on. */
  addUpload(upload: { hash: string; remoteId: string; keptMs: number; madeBy: MadeBy }): void;
  /** A thread needs an upload, under the id that the file has here. */
  addUse(remoteId: string, use: { threadId: string; fileId: string }): void;
  /** Null as well where it must have expired by now. */
  container(threadId: string): ContainerState | null;
  saveContainer(container: ContainerState, keptMs: number, madeBy: MadeBy): void;
  store(threadId: string): StoreState | null;
  saveStore(store: StoreState, keptMs: number, madeBy: MadeBy): void;
  /** An answer that the server keeps as long as it goes on by itself. */
  addAnswer(remoteId: string, keptMs: number, madeBy: MadeBy): void;
  /** It is not there any more. */
  forget(kind: 'file' | 'container' | 'vector_store' | 'response', remoteId: string): void;
}

const ofUpstream = new WeakMap<Upstream, HostedMemory>();

/** A memory that lasts as long as the upstream, where nobody keeps a better one. */
export function sessionMemory(upstream: Upstream): HostedMemory {
  const known = ofUpstream.get(upstream);
  if (known) return known;
  const uploads = new Map<string, string>();
  const containers = new Map<string, ContainerState>();
  const stores = new Map<string, StoreState>();
  const memory: HostedMemory = {
    upload: (hash) => uploads.get(hash) ?? null,
    addUpload: ({ hash, remoteId }) => void uploads.set(hash, remoteId),
    addUse: () => {},
    container: (threadId) => containers.get(threadId) ?? null,
    saveContainer: (container, _, { threadId }) => void containers.set(threadId, structuredClone(container)),
    addAnswer: () => {},
    store: (threadId) => stores.get(threadId) ?? null,
    saveStore: (store, _, { threadId }) => void stores.set(threadId, structuredClone(store)),
    forget: (kind, remoteId) => {
      if (kind === 'file') for (const [hash, id] of uploads) if (id === remoteId) uploads.delete(hash);
      if (kind === 'vector_store') for (const [key, { id }] of stores) if (id === remoteId) stores.delete(key);
      if (kind === 'container') for (const [key, { id }] of containers) if (id === remoteId) containers.delete(key);
    },
  };
  ofUpstream.set(upstream, memory);
  return memory;
}
