import type { ModelContent, ModelItem } from '../ports';

const ITEM_OVERHEAD = 4;
/** A usual count for one picture at full detail. */
const IMAGE_TOKENS = 765;

/**
 * About how many tokens a text takes: four ASCII characters a token, one token for any other character. Only meant to
 * decide what fits; what was really spent the provider tells.
 */
export function textTokens(text: string): number {
  let ascii = 0;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) < 128) ascii += 1;
  return Math.ceil(ascii / 4) + (text.length - ascii);
}

export function itemTokens(item: ModelItem): number {
  switch (item.type) {
    case 'state':
      return ITEM_OVERHEAD + textTokens(JSON.stringify(item.state));
    case 'message':
      return item.content.reduce((sum, part) => sum + partTokens(part), ITEM_OVERHEAD);
    case 'function_call':
      return ITEM_OVERHEAD + textTokens(item.name) + textTokens(item.arguments);
    case 'function_output':
      return ITEM_OVERHEAD + textTokens(item.output);
    case 'file_search_result':
      return [...item.queries, ...item.passages.map((passage) => passage.text)].reduce(
        (sum, text) => sum + ITEM_OVERHEAD + textTokens(text),
        ITEM_OVERHEAD,
      );
    case 'code_result':
      return item.outputs.reduce(
        (sum, output) => sum + ITEM_OVERHEAD + (output.type === 'logs' ? textTokens(output.logs) : IMAGE_TOKENS),
        ITEM_OVERHEAD + textTokens(item.code),
      );
  }
}

function partTokens(part: ModelContent): number {
  return part.type === 'text' ? textTokens(part.text) : IMAGE_TOKENS;
}
