import type { ModelItem } from '../../../ports';
import { HELD_BACK } from './boundary';
import { maskQuoted, wordsIn } from './masked';

/**
 * Under `schema`, what came before the question: answers hold results, and calls may hold values that somebody else had
 * been told. What the analyst wrote stays, and of queries all that is not a value.
 */
export function withoutValues(items: readonly ModelItem[], known: string): ModelItem[] {
  const question = items.findLastIndex((item) => item.type === 'message' && item.role === 'user');
  return items.map((item, index) => (index < question ? earlierItem(item, known) : item));
}

function earlierItem(item: ModelItem, known: string): ModelItem {
  switch (item.type) {
    case 'message':
      if (item.role === 'user') return item;
      return { ...item, content: [{ type: 'text', text: `(An earlier answer. ${HELD_BACK})` }] };
    case 'function_call':
      return { ...item, arguments: earlierArguments(item, known) };
    case 'code_result':
      return { ...item, code: `# ${item.code.split('\n').length} lines of earlier code` };
    case 'file_search_result': {
      const words = new Set(wordsIn(known));
      const asked = item.queries.filter((query) => wordsIn(query).every((word) => words.has(word)));
      return { ...item, queries: asked.length > 0 ? asked : ['…'] };
    }
    default:
      return item;
  }
}

function earlierArguments({ name, arguments: json }: { name: string; arguments: string }, known: string): string {
  if (name === 'describe_data') return json;
  if (name === 'analyze') return maskedQuery(json, known);
  if (name === 'find_values') return JSON.stringify({ words: ['…'] });
  const sql = name === 'query_data' ? sqlOf(json) : null;
  return sql === null ? '{}' : JSON.stringify({ sql: maskNumbers(maskQuoted(sql, known), known) });
}

/** A query with the values in it masked: all that does not stand where names and kinds do, unless somebody has written it. */
function maskedQuery(json: string, known: string): string {
  const lower = known.toLowerCase();
  const masked = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => masked(item, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, masked(item, name)]));
    if (typeof value === 'number') return OPERANDS.has(key) && !lower.includes(String(value)) ? 0 : value;
    if (typeof value !== 'string' || NAMES.has(key) || lower.includes(value.toLowerCase())) return value;
    return '…';
  };
  try {
    return JSON.stringify(masked(JSON.parse(json), ''));
  } catch {
    return '{}';
  }
}

const OPERANDS = new Set(['values', 'value', 'from', 'to', 'text', 'than', 'factor', 'number']);
/** Where a query names fields, outputs and kinds of things. An order, too, has a value: the name of one. */
const NAMES = new Set(
  `table union on op field fields as measure of with own condition calculate left right window along within against aggregate
  grain part kind unit comparison direction chart period`.split(/\s+/),
);

function sqlOf(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && 'sql' in value && typeof value.sql === 'string'
      ? value.sql
      : null;
  } catch {
    return null;
  }
}

/** Short numbers are limits and positions. */
const maskNumbers = (sql: string, known: string): string =>
  sql.replace(/(?<![\p{L}\p{N}_.])\d[\d.]{3,}/gu, (number) => (known.includes(number) ? number : '0'));
