import type { ModelItem } from '../../ports';
import type { PlainItem } from './plain';

/** As often as the instructions let a call be tried. */
const TRIES = 3;

/**
 * Whether the model has made one and the same call again and again since the last question, and nothing else. Small models
 * go on so until nothing more fits into what they can read.
 */
export function isRepeatingItself(items: readonly ModelItem[]): boolean {
  const asked = items.findLastIndex((item) => item.type === 'message' && item.role === 'user');
  const last = items
    .slice(asked + 1)
    .flatMap(callOf)
    .slice(-TRIES);
  return last.length === TRIES && new Set(last).size === 1;
}

function callOf(item: ModelItem): string[] {
  switch (item.type) {
    case 'function_call':
      return [`${item.name} ${item.arguments}`];
    case 'code_result':
      return [`python ${item.code}`];
    case 'file_search_result':
      return [`file_search ${JSON.stringify(item.queries)}`];
    default:
      return [];
  }
}

/** For the end of what such a model is sent: what came before it stays as it was, and need not be read anew. */
export const NO_FURTHER_CALLS: PlainItem = {
  type: 'message',
  role: 'developer',
  content: [
    {
      type: 'text',
      text: 'The same call was made three times; it will not end otherwise. Call no more tools. Answer from the results above, or say what could not be computed and why.',
    },
  ],
  kind: 'instructions',
};
