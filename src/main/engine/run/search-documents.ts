import { unlessAborted } from '../../until-aborted';
import type { Indexer } from '../indexer';
import {
  type CitablePassage,
  type Clock,
  type DocumentSearch,
  ModelFailure,
  type Passage,
  type UnreadDocument,
} from '../ports';
import type { Store } from '../store';
import type { RunRecord, SearchToolCall } from '../store/records';
import { isExpired, touchStore } from '../vector-stores';
import { searchedStores } from './resources';
import { textTokens } from './tokens';

const USUAL_RESULTS = 20;
/** What a model is given to read of one search at most. */
const MOST_TOKENS = 16_000;
/** How long a run waits for documents that are still being read, whoever's they are. */
const PATIENCE_MS = 60_000;

export interface SearchTools {
  store: Store;
  clock: Clock;
  retrieval: DocumentSearch;
  indexer: Indexer;
}

/** @throws ModelFailure when a store the run may search has expired. */
export function refuseExpiredStores({ store, clock }: SearchTools, run: RunRecord): void {
  if (!run.settings.tools.some((tool) => tool.type === 'file_search')) return;
  for (const id of searchedStores(store, run)) {
    const record = store.vectorStores.get(id);
    if (record && isExpired({ clock }, record))
      throw new ModelFailure('server_error', `Vector store ${id} is expired. Create it again, or remove it.`);
  }
}

/** Searches once the documents are read, or after a minute, writes down what was found, and puts it into the call as its step shows it. */
export async function searchDocuments(
  tools: SearchTools,
  run: RunRecord,
  call: SearchToolCall,
  queries: string[],
  signal: AbortSignal,
): Promise<void> {
  const { store, retrieval, indexer } = tools;
  const storeIds = searchedStores(store, run).filter((id) => store.vectorStores.get(id));
  if (!waitedInVain(store, run)) await indexer.untilRead(storeIds, PATIENCE_MS, signal);
  const unread = unreadIn(store, storeIds);
  const tool = run.settings.tools.find((tool) => tool.type === 'file_search');
  const question = {
    storeIds,
    query: queries,
    limit: tool?.file_search?.max_num_results ?? USUAL_RESULTS,
    scoreThreshold: call.file_search.ranking_options?.score_threshold ?? 0,
  };
  const hits = await unlessAborted(retrieval.search(question), signal);
  keepSearch(tools, run, call, { queries, passages: affordable(hits), unread, storeIds });
}

/** Writes down what was found, and puts it into the call as its step shows it. */
export function keepSearch(
  { store, clock }: SearchTools,
  run: RunRecord,
  call: SearchToolCall,
  outcome: {
    queries: string[];
    passages: Passage[];
    unread: UnreadDocument[];
    storeIds: readonly string[];
    hosted?: true;
  },
): void {
  const { queries, passages, unread, storeIds, hosted } = outcome;
  store.transaction(() => {
    const number = store.toolResults.next(run.thread_id, 'file_search');
    store.toolResults.insert({
      id: call.id,
      thread_id: run.thread_id,
      kind: 'file_search',
      number,
      queries,
      passages: citable(passages, number),
      ...(unread.length > 0 ? { unread } : {}),
      ...(hosted ? { hosted } : {}),
    });
    for (const id of storeIds) touchStore({ store, clock }, id);
  });
  call.file_search.results = passages.map(({ fileId, filename, score, attributes }) => ({
    file_id: fileId,
    file_name: filename,
    score,
    attributes,
  }));
}

/** A run that has waited its minute for documents does not wait again at each of its searches. */
function waitedInVain(store: Store, run: RunRecord): boolean {
  const calls = store.steps
    .ofRun(run.id)
    .flatMap(({ step_details: details }) => (details.type === 'tool_calls' ? details.tool_calls : []));
  return calls.some(({ id }) =>
    store.toolResults.searchCall(id)?.unread?.some((store) => store.status === 'in_progress'),
  );
}

function unreadIn(store: Store, storeIds: readonly string[]): UnreadDocument[] {
  const unread = storeIds.flatMap((id) => store.vectorStoreFiles.unread(id));
  return unread.map(({ file_id: fileId, status }) => ({
    fileId,
    filename: store.files.get(fileId)?.filename ?? fileId,
    status: status === 'in_progress' ? status : 'failed',
  }));
}

function affordable(passages: Passage[]): Passage[] {
  let remaining = MOST_TOKENS;
  return passages.filter(({ text }) => {
    remaining -= textTokens(text);
    return remaining >= 0;
  });
}

function citable(passages: Passage[], search: number): CitablePassage[] {
  return passages.map((passage, index) => ({ ...passage, marker: `【${search}:${index}†source】` }));
}
