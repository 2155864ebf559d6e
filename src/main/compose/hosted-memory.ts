import type { ContainerState, HostedMemory, StoreState } from '../engine/models/responses';
import type { Library, RemotePlace } from '../library';

/** An upload that is about to be forgotten by the server is sent again instead. */
const MARGIN_MS = 10 * 60_000;

/** What lies at a connection's server, as the library keeps it. */
export function hostedMemory(library: Library, place: RemotePlace, now: () => number): HostedMemory {
  const { remoteObjects } = library;
  return {
    upload: (hash) => remoteObjects.upload(place, hash, now() + MARGIN_MS)?.remoteId ?? null,
    addUpload: ({ keptMs, ...upload }) =>
      remoteObjects.save({ ...place, ...upload, kind: 'file', details: null, expiresAt: now() + keptMs }),
    addUse: (remoteId, use) => remoteObjects.addUse(place, remoteId, use),
    container: (threadId) =>
      (remoteObjects.ofThread(place, 'container', threadId, now())?.details as ContainerState | undefined) ?? null,
    saveContainer: (container, keptMs, madeBy) =>
      remoteObjects.save({
        ...{ ...place, kind: 'container', remoteId: container.id, madeBy, hash: null, details: container },
        expiresAt: now() + keptMs,
      }),
    store: (threadId) =>
      (remoteObjects.ofThread(place, 'vector_store', threadId, now())?.details as StoreState | undefined) ?? null,
    saveStore: (store, keptMs, madeBy) =>
      remoteObjects.save({
        ...{ ...place, kind: 'vector_store', remoteId: store.id, madeBy, hash: null, details: store },
        expiresAt: now() + keptMs,
      }),
    addAnswer: (remoteId, keptMs, madeBy) =>
      remoteObjects.save({
        ...{ ...place, kind: 'response', remoteId, madeBy, hash: null, details: null },
        expiresAt: now() + keptMs,
      }),
    forget: (kind, remoteId) => remoteObjects.forget(place, kind, remoteId),
  };
}
