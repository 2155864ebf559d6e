import type { Clock } from './ports';
import type { Store } from './store';
import type { AssistantRecord } from './store/records';
import { placeId } from './store/vector-stores';
import { addStore, addToStore, type Reading } from './vector-stores';

interface Tools {
  store: Store;
  clock: Clock;
  indexer: Reading;
}

const CHUNKING = { type: 'static' as const, static: { max_chunk_size_tokens: 800, chunk_overlap_tokens: 400 } };

/** Version 1 knew one list of files for all tools of an assistant; here each tool has its own. */
export function filesOf(store: Store, assistant: AssistantRecord): string[] {
  const { code_interpreter, file_search } = assistant.tool_resources;
  const searched = (file_search?.vector_store_ids ?? []).flatMap((id) =>
    store.vectorStoreFiles.select('vector_store_id = $id', { id }).map((file) => file.file_id),
  );
  return [...new Set([...(code_interpreter?.file_ids ?? []), ...searched])];
}

/** The assistant with these files and no others, for every tool it has. Call inside a transaction. */
export function withFiles(tools: Tools, assistant: AssistantRecord, fileIds: readonly string[]): AssistantRecord {
  const has = (type: string) => assistant.tools.some((tool) => tool.type === type);
  const searches = has('file_search');
  const forCode = has('code_interpreter') || !searches;
  const resources = { ...assistant.tool_resources };
  if (forCode) resources.code_interpreter = { file_ids: [...fileIds] };
  if (searches) resources.file_search = { vector_store_ids: [storeWith(tools, assistant, fileIds)] };
  return { ...assistant, tool_resources: resources };
}

function storeWith(tools: Tools, assistant: AssistantRecord, fileIds: readonly string[]): string {
  const { store, indexer } = tools;
  const [known] = assistant.tool_resources.file_search?.vector_store_ids ?? [];
  const id = known !== undefined && store.vectorStores.get(known) ? known : addStore(tools, {}).id;
  const present = store.vectorStoreFiles.select('vector_store_id = $id', { id }).map((file) => file.file_id);
  for (const fileId of present) {
    if (fileIds.includes(fileId)) continue;
    store.vectorStoreFiles.delete(placeId(id, fileId));
    indexer.drop(id, fileId);
  }
  const missing = fileIds.filter((fileId) => !present.includes(fileId));
  const files = missing.map((file_id) => ({ file_id, chunking_strategy: CHUNKING, attributes: {} }));
  addToStore(tools, id, files, null);
  return id;
}
