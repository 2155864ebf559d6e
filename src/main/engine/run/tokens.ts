import { hash } from 'node:crypto';
import type { ModelContent, ModelItem, ModelProvider } from '../ports';
import { estimatedTokens, type TokenCounter, tokenCounter, withMargin } from '../tokens';

const ITEM_OVERHEAD = 4;
/** A usual count for one picture at full detail. */
const IMAGE_TOKENS = 765;

/** Only meant to decide what fits; what was really spent the provider tells. */
export const textTokens = estimatedTokens;

/** Shorter texts are counted quicker than looked up. */
const REMEMBERED_FROM = 200;
const REMEMBERED_AT_MOST = 20_000;
const OPENAI_NAME = /^(?:ft:)?(?:gpt-|chatgpt-|codex-|o\d)/;

/**
 * Counts as the model does, as far as that is known. Long texts are counted once, so that a long conversation is not
 * counted anew at each of its turns.
 */
export async function counterOf({ id, countTokens }: ModelProvider): Promise<TokenCounter> {
  if (countTokens) return countTokens;
  const count = remembering(await tokenCounter());
  const name = id.slice(id.lastIndexOf('/') + 1);
  return OPENAI_NAME.test(name) ? count : (text) => withMargin(count(text));
}

const known = new Map<string, number>();

function remembering(count: TokenCounter): TokenCounter {
  return (text) => {
    if (text.length < REMEMBERED_FROM) return count(text);
    const key = hash('sha1', text, 'base64');
    const tokens = known.get(key) ?? count(text);
    // What was used last stands last, so that the first is what nobody has asked for longest.
    known.delete(key);
    known.set(key, tokens);
    const [oldest] = known.size > REMEMBERED_AT_MOST ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return tokens;
  };
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
