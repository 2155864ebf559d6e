import type { ModelItem } from '../ports';
import type { TokenCounter } from '../tokens';
import type { ConversationPart } from './items';
import { itemTokens } from './tokens';

/** An item with what it takes, and what stands for it where there is no room for all of it. */
export interface Sized {
  item: ModelItem;
  tokens: number;
  short: { item: ModelItem; tokens: number } | null;
}

export interface SizedPart {
  messageId: string | null;
  items: Sized[];
  /** Tokens: all of it, and with each result replaced by one line. */
  whole: number;
  least: number;
}

/** By the counter that was asked last: parts that are kept are the same objects at each turn. */
const known = new WeakMap<ConversationPart, { count: TokenCounter; part: SizedPart }>();

/** Counted once for each counter, as long as the part is kept. */
export function sized(part: ConversationPart, count: TokenCounter): SizedPart {
  const before = known.get(part);
  if (before?.count === count) return before.part;
  const counted = countedPart(part, count);
  known.set(part, { count, part: counted });
  return counted;
}

function countedPart({ messageId, items }: ConversationPart, count: TokenCounter): SizedPart {
  const all = items.map((item): Sized => {
    const tokens = itemTokens(item, count);
    const short = shortened(item);
    const less = short ? { item: short, tokens: itemTokens(short, count) } : null;
    return { item, tokens, short: less && less.tokens < tokens ? less : null };
  });
  const whole = all.reduce((sum, { tokens }) => sum + tokens, 0);
  const least = all.reduce((sum, { tokens, short }) => sum + (short?.tokens ?? tokens), 0);
  return { messageId, items: all, whole, least };
}

/** As many results as there is room for, the newest first; lines in place of the others. `parts` come oldest first. */
export function fitted(
  parts: readonly SizedPart[],
  room: number,
): { items: ModelItem[]; tokens: number; replaced: number } {
  let tokens = parts.reduce((sum, { least }) => sum + least, 0);
  let replaced = 0;
  const items: ModelItem[] = [];
  for (const entry of parts.flatMap((part) => part.items).toReversed()) {
    const more = entry.short ? entry.tokens - entry.short.tokens : 0;
    if (entry.short && tokens + more > room) {
      replaced += 1;
      items.push(entry.short.item);
      continue;
    }
    tokens += more;
    items.push(entry.item);
  }
  return { items: items.reverse(), tokens, replaced };
}

/** One line that says how large a result was; null for what is no result. */
function shortened(item: ModelItem): ModelItem | null {
  switch (item.type) {
    case 'function_output':
      return { ...item, output: line(item.output.length) };
    case 'code_result': {
      const length = item.outputs.reduce((sum, output) => sum + (output.type === 'logs' ? output.logs.length : 0), 0);
      return { ...item, outputs: [{ type: 'logs', logs: line(length) }] };
    }
    case 'file_search_result': {
      const [best] = item.passages;
      const length = item.passages.reduce((sum, { text }) => sum + text.length, 0);
      return best ? { ...item, passages: [{ ...best, text: line(length) }] } : null;
    }
    default:
      return null;
  }
}

const line = (length: number): string =>
  `[Left out, as there was no room for it: a result of ${length.toLocaleString('en-US')} characters. Ask for it again if it is needed.]`;
