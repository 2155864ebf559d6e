import type { ModelItem, ModelTurn } from '../../ports';
import { boundaryOf } from './boundary';

const DATA_TOOLS = ['describe_data', 'find_values', 'analyze', 'query_data', 'make_chart'];

/** Which calls of the app's data tools are looked at whole before anybody carries them out, and what is said of a useless one. */
export interface Doubts {
  holds(name: string): boolean;
  /** What the model is told instead; null for a call that is made. */
  refusal(name: string, args: string): string | null;
}

/** A chart of a result that nobody has asked for, and a call made twice already, lead nowhere; small models make both. */
export function doubtsIn(turn: ModelTurn): Doubts {
  if (boundaryOf(turn.run.metadata) === null) return { holds: () => false, refusal: () => null };
  const repeated = repeatedCall(turn.items);
  const results = turn.leftOut.toolResults > 0 ? null : resultsIn(turn.items);
  return {
    holds: (name) => (name === 'make_chart' && results !== null) || name === repeated?.name,
    refusal: (name, args) => {
      if (repeated && name === repeated.name && sameJson(args, repeated.arguments))
        return `${name} was called with these arguments twice already, and will say the same again. Call something else, or answer with what is known.`;
      if (name !== 'make_chart' || results === null) return null;
      const id = resultId(args);
      return id === null || results.has(id)
        ? null
        : `There is no result ${id}. Call analyze or query_data first, alone; then make_chart with the result_id that it answers.`;
    },
  };
}

/** The last call, where the one before was the same. */
function repeatedCall(items: readonly ModelItem[]): { name: string; arguments: string } | null {
  const question = items.findLastIndex((item) => item.type === 'message' && item.role === 'user');
  const calls = items.slice(question + 1).flatMap((item) => (item.type === 'function_call' ? [item] : []));
  const [before, last] = calls.slice(-2);
  if (!before || !last || before.name !== last.name || !DATA_TOOLS.includes(last.name)) return null;
  return sameJson(before.arguments, last.arguments) ? last : null;
}

function resultsIn(items: readonly ModelItem[]): ReadonlySet<string> {
  const outputs = items.flatMap((item) => (item.type === 'function_output' ? [item.output] : []));
  return new Set(
    outputs.flatMap((output) => [...output.matchAll(/"result_id"\s*:\s*"([^"]+)"/g)].map(([, id = '']) => id)),
  );
}

function resultId(args: string): string | null {
  const value = jsonOf(args);
  const id = typeof value === 'object' && value !== null && 'result_id' in value ? value.result_id : null;
  return typeof id === 'string' ? id : null;
}

const sameJson = (a: string, b: string): boolean => a === b || JSON.stringify(jsonOf(a)) === JSON.stringify(jsonOf(b));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
