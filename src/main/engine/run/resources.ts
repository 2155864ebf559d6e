import type { Store } from '../store';
import type { FileRecord, RunRecord, ToolResources } from '../store/records';

/**
 * What a run's tools may use: what the run itself was given, else what the assistant has now, and what the thread has
 * besides. An assistant that was deleted takes its part along.
 */
function resourcesOf(store: Store, run: RunRecord): ToolResources[] {
  const assistant = store.assistants.get(run.assistant_id)?.tool_resources;
  return [{ ...assistant, ...run.settings.tool_resources }, store.threads.get(run.thread_id)?.tool_resources ?? {}];
}

export function searchedStores(store: Store, run: RunRecord): string[] {
  return [...new Set(resourcesOf(store, run).flatMap((resources) => resources.file_search?.vector_store_ids ?? []))];
}

/** Documents of those stores, each once. */
export function searchedFiles(store: Store, run: RunRecord): FileRecord[] {
  const places = searchedStores(store, run).flatMap((id) =>
    store.vectorStoreFiles.select('vector_store_id = $id', { id }, 'ORDER BY created_at, id'),
  );
  return [...new Set(places.map(({ file_id: fileId }) => fileId))].flatMap((id) => store.files.get(id) ?? []);
}

/** A file that code finds under /mnt/data. */
export interface MountedFile {
  /** Of what code made, its path. */
  name: string;
  file: FileRecord;
  /** Earlier code of the thread made it. */
  made: boolean;
}

/** Uploaded files, and what earlier code in the thread has made, the oldest first. */
export function mountedFiles(store: Store, run: RunRecord): MountedFile[] {
  const ids = new Set(resourcesOf(store, run).flatMap((resources) => resources.code_interpreter?.file_ids ?? []));
  const uploaded = [...ids].flatMap((id) => mounted(store.files.get(id)));
  const made = [...store.toolResults.made(run.thread_id)].flatMap(([name, id]) => mounted(store.files.get(id), name));
  return [...uploaded, ...made].toSorted((a, b) => a.file.created_at - b.file.created_at);
}

function mounted(file: FileRecord | undefined, path?: string): MountedFile[] {
  return file ? [{ name: path ?? file.filename, file, made: path !== undefined }] : [];
}
