import { seconds } from './clock';
import type { Clock } from './ports';
import type { Store } from './store';
import { newId } from './store/ids';
import {
  type ChunkingStrategy,
  type FileBatchRecord,
  placeId,
  type VectorStoreFileRecord,
  type VectorStoreRecord,
} from './store/vector-stores';

const DAY_S = 86_400;
const THREAD_STORE_DAYS = 7;

interface Context {
  store: Store;
  clock: Clock;
}

export interface NewStoreFile {
  file_id: string;
  chunking_strategy: ChunkingStrategy;
  attributes: VectorStoreFileRecord['attributes'];
}

/** Call inside a transaction. */
export function addStore(
  { store, clock }: Context,
  given: Partial<Omit<VectorStoreRecord, 'id' | 'created_at'>>,
): VectorStoreRecord {
  const now = seconds(clock);
  return store.vectorStores.insert({
    name: null,
    description: null,
    metadata: {},
    expires_after: null,
    ...given,
    id: newId('vs_'),
    created_at: now,
    last_active_at: now,
  });
}

/** The store of a thread that files were attached to; like upstream's it goes away a week after its last use. */
export const addThreadStore = (context: Context, metadata: VectorStoreRecord['metadata']): VectorStoreRecord =>
  addStore(context, { metadata, expires_after: { anchor: 'last_active_at', days: THREAD_STORE_DAYS } });

/** What reads the files of vector stores. */
export interface Reading {
  wake(): void;
  drop(storeId: string, fileId: string): void;
}

/** Has files read into a store; one that is there already is read again. Call inside a transaction. */
export function addToStore(
  { store, clock, indexer }: Context & { indexer: Reading },
  storeId: string,
  files: readonly NewStoreFile[],
  batchId: string | null,
): VectorStoreFileRecord[] {
  const added = files.map((file) => {
    const id = placeId(storeId, file.file_id);
    if (store.vectorStoreFiles.delete(id)) indexer.drop(storeId, file.file_id);
    return store.vectorStoreFiles.insert({
      ...file,
      id,
      vector_store_id: storeId,
      batch_id: batchId,
      created_at: seconds(clock),
      status: 'in_progress',
      usage_bytes: 0,
      last_error: null,
    });
  });
  indexer.wake();
  return added;
}

export function touchStore({ store, clock }: Context, id: string): void {
  store.vectorStores.update(id, { last_active_at: seconds(clock) });
}

const expiryOf = (record: VectorStoreRecord): number | null =>
  record.expires_after === null ? null : record.last_active_at + record.expires_after.days * DAY_S;

export function isExpired({ clock }: Pick<Context, 'clock'>, record: VectorStoreRecord): boolean {
  const expires = expiryOf(record);
  return expires !== null && expires <= seconds(clock);
}

export function storeObject(context: Context, record: VectorStoreRecord) {
  const file_counts = context.store.vectorStoreFiles.counts(record.id, null);
  const busy = file_counts.in_progress > 0 ? 'in_progress' : 'completed';
  return {
    ...record,
    object: 'vector_store' as const,
    usage_bytes: context.store.vectorStoreFiles.usage(record.id),
    file_counts,
    status: isExpired(context, record) ? ('expired' as const) : (busy as 'in_progress' | 'completed'),
    expires_at: expiryOf(record),
  };
}

export function storeFileObject({ id: _, file_id, batch_id: __, ...rest }: VectorStoreFileRecord) {
  return { ...rest, id: file_id, object: 'vector_store.file' as const };
}

export function batchObject({ store }: Pick<Context, 'store'>, record: FileBatchRecord) {
  const file_counts = store.vectorStoreFiles.counts(record.vector_store_id, record.id);
  const ended =
    file_counts.cancelled > 0
      ? 'cancelled'
      : file_counts.total > 0 && file_counts.failed === file_counts.total
        ? 'failed'
        : 'completed';
  return {
    ...record,
    object: 'vector_store.files_batch' as const,
    status: file_counts.in_progress > 0 ? ('in_progress' as const) : (ended as 'cancelled' | 'failed' | 'completed'),
    file_counts,
  };
}
