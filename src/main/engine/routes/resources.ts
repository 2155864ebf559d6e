import type { z } from 'zod';
import { invalid } from '../errors';
import type { AssistantTool } from '../store/records';
import { addStore, addThreadStore, addToStore } from '../vector-stores';
import { type Context, fileOf, orNotFound } from './context';
import type { NewToolResources } from './new-resources';
import type { ToolResources } from './shapes';
import { strategyOf } from './vector-shapes';

type Given = z.infer<typeof ToolResources>;
type NewGiven = z.infer<typeof NewToolResources>;

/**
 * Checks that what is named exists and makes the stores that were only described, so that ids remain. Call inside a
 * transaction. Stores of a thread go away a week after their last use, as upstream's do. @throws ApiError
 */
export function taken(
  context: Context,
  given: NewGiven | null | undefined,
  owner: 'assistant' | 'thread',
): Given | null | undefined {
  if (!given) return given;
  const { vector_store_ids, vector_stores } = given.file_search ?? {};
  if (vector_store_ids && vector_stores)
    throw invalid(
      "Only one of 'vector_store_ids' and 'vector_stores' may be given.",
      'tool_resources.file_search',
      'invalid_value',
    );
  for (const id of given.code_interpreter?.file_ids ?? []) fileOf(context, id);
  for (const id of vector_store_ids ?? []) orNotFound(context.store.vectorStores.get(id), 'vector store', id);
  const made = vector_stores?.map((inline) => describedStore(context, inline, owner));
  return {
    ...given,
    file_search: given.file_search && { vector_store_ids: made ?? vector_store_ids },
  };
}

type Described = NonNullable<NonNullable<NewGiven['file_search']>['vector_stores']>[number];

function describedStore(context: Context, given: Described, owner: 'assistant' | 'thread'): string {
  const strategy = strategyOf(given.chunking_strategy);
  const { id } =
    owner === 'thread'
      ? addThreadStore(context, given.metadata ?? {})
      : addStore(context, { metadata: given.metadata ?? {} });
  const files = (given.file_ids ?? []).map((file_id) => {
    fileOf(context, file_id);
    return { file_id, chunking_strategy: strategy, attributes: {} };
  });
  addToStore(context, id, files, null);
  return id;
}

/** Makes a thread's files searchable; its own store is made when there is none. Call inside a transaction. */
export function searchableInThread(context: Context, threadId: string, fileIds: readonly string[]): void {
  const thread = context.store.threads.get(threadId);
  if (!thread || fileIds.length === 0) return;
  const [known] = thread.tool_resources.file_search?.vector_store_ids ?? [];
  const id = known !== undefined && context.store.vectorStores.get(known) ? known : addThreadStore(context, {}).id;
  if (id !== known) {
    const tool_resources = { ...thread.tool_resources, file_search: { vector_store_ids: [id] } };
    context.store.threads.update(threadId, { tool_resources });
  }
  const files = [...new Set(fileIds)].map((file_id) => ({
    file_id,
    chunking_strategy: strategyOf(null),
    attributes: {},
  }));
  addToStore(context, id, files, null);
}

/** Which tools are on, by type. */
export function has(tools: readonly AssistantTool[], type: AssistantTool['type']): boolean {
  return tools.some((tool) => tool.type === type);
}
