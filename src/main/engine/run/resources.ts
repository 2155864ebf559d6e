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
  return [...new Set(resourcesOf(store, run).flatMap((one) => one.file_search?.vector_store_ids ?? []))];
}

/** A file that code finds under /mnt/data. */
export interface MountedFile {
  name: string;
  file: FileRecord;
}

/** Uploaded files first, then what earlier code in the thread has made, so that of equal names the newest is last. */
export function mountedFiles(store: Store, run: RunRecord): MountedFile[] {
  const ids = new Set(resourcesOf(store, run).flatMap((one) => one.code_interpreter?.file_ids ?? []));
  const uploaded = [...ids].flatMap((id) => mounted(store.files.get(id)));
  const made = [...store.toolResults.made(run.thread_id)].flatMap(([name, id]) => mounted(store.files.get(id), name));
  return [...uploaded, ...made];
}

function mounted(file: FileRecord | undefined, name = file?.filename ?? ''): MountedFile[] {
  return file ? [{ name, file }] : [];
}
