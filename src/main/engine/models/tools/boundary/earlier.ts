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

/** A query with the values in it masked: what stands where conditions have their operands. */
function maskedQuery(json: string, known: string): string {
  const lower = known.toLowerCase();
  const isKnown = (value: unknown): boolean => lower.includes(String(value).toLowerCase());
  try {
    const masked: unknown = JSON.parse(json, (key, value: unknown) => {
      if (!OPERANDS.has(key) || typeof value === 'boolean') return value;
      if (Array.isArray(value)) return value.map((item: unknown) => (isKnown(item) ? item : '…'));
      return typeof value === 'object' || isKnown(value) ? value : '…';
    });
    return JSON.stringify(masked);
  } catch {
    return '{}';
  }
}

const OPERANDS = new Set(['values', 'value', 'from', 'to', 'text', 'than', 'factor', 'number']);

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
