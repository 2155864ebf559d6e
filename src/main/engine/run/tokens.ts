import type { ModelContent, ModelItem, ModelProvider } from '../ports';
import { ampleCounter, estimatedTokens, type TokenCounter, tokenCounter } from '../tokens';

const ITEM_OVERHEAD = 4;
/** A usual count for one picture at full detail. */
const IMAGE_TOKENS = 765;

/** Only meant to decide what fits; what was really spent the provider tells. */
export const textTokens = estimatedTokens;

const OPENAI_NAME = /^(?:ft:)?(?:gpt-|chatgpt-|codex-|o\d)/;

/** Counts as the model does, as far as that is known; the same function at each turn. */
export async function counterOf({ id, countTokens }: ModelProvider): Promise<TokenCounter> {
  if (countTokens) return countTokens;
  const count = await tokenCounter();
  const name = id.slice(id.lastIndexOf('/') + 1);
  return OPENAI_NAME.test(name) ? count : ampleCounter(count);
}

export function itemTokens(item: ModelItem, count: TokenCounter): number {
  switch (item.type) {
    case 'state':
      return ITEM_OVERHEAD + count(JSON.stringify(item.state));
    case 'message':
      return item.content.reduce((sum, part) => sum + partTokens(part, count), ITEM_OVERHEAD);
    case 'function_call':
      return ITEM_OVERHEAD + count(item.name) + count(item.arguments);
    case 'function_output':
      return ITEM_OVERHEAD + count(item.output);
    case 'file_search_result':
      return [...item.queries, ...item.passages.map((passage) => passage.text)].reduce(
        (sum, text) => sum + ITEM_OVERHEAD + count(text),
        ITEM_OVERHEAD,
      );
    case 'code_result':
      return item.outputs.reduce(
        (sum, output) => sum + ITEM_OVERHEAD + (output.type === 'logs' ? count(output.logs) : IMAGE_TOKENS),
        ITEM_OVERHEAD + count(item.code),
      );
  }
}

function partTokens(part: ModelContent, count: TokenCounter): number {
  return part.type === 'text' ? count(part.text) : IMAGE_TOKENS;
}
