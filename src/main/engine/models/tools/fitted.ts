import { type Abilities, ReasoningEffort } from '../../ports';
import { knows, type Quirks } from '../quirks';
import type { PlainItem, PlainTurn } from './plain';

/** A turn as its model can be asked for it, as far as is known what the model can and what its server refuses. */
export function fitted(turn: PlainTurn, abilities: Abilities, quirks: Quirks): PlainTurn {
  const { reasoningEffort: effort } = turn;
  return {
    ...turn,
    ...withFormInWords(turn, abilities, quirks),
    items: turn.tools.length === 0 && cannotCall(abilities, quirks) ? withoutCalls(turn.items) : turn.items,
    parallelToolCalls: turn.parallelToolCalls && abilities.parallelCalls !== false,
    reasoningEffort: effort === null ? null : nearest(effort, abilities.efforts),
  };
}

/** What is known of a model says that it can be given no tools. */
export const cannotCall = ({ tools }: Abilities, quirks: Quirks): boolean =>
  tools === false || knows(quirks, 'no_tools');

/** Calls and their outputs as texts: where tools are refused, so are they. */
function withoutCalls(items: readonly PlainItem[]): PlainItem[] {
  const calls = new Map(items.flatMap((item) => (item.type === 'call' ? [[item.callId, item] as const] : [])));
  return items.flatMap((item): PlainItem[] => {
    if (item.type === 'call' || item.type === 'state') return [];
    if (item.type !== 'output') return [item];
    const { name = '', arguments: given = '' } = calls.get(item.callId) ?? {};
    const text = `Result of ${name} ${given}:\n${item.output}`;
    return [{ type: 'message', role: 'user', content: [{ type: 'text', text }], kind: item.kind }];
  });
}

/** The effort that comes nearest among those a model has. */
function nearest(effort: string, efforts: readonly ReasoningEffort[] | null): string {
  const wanted = ReasoningEffort.options.indexOf(effort as ReasoningEffort);
  if (wanted < 0 || !efforts?.length) return effort;
  const distance = (other: ReasoningEffort) => Math.abs(ReasoningEffort.options.indexOf(other) - wanted);
  return efforts.toSorted((a, b) => distance(a) - distance(b))[0] ?? effort;
}

/** A model that cannot be held to a form is told of it. */
function withFormInWords(turn: PlainTurn, { structuredOutput }: Abilities, quirks: Quirks): Partial<PlainTurn> {
  const { type, json_schema: held } = (turn.responseFormat ?? {}) as { type?: unknown; json_schema?: object };
  if (type !== 'json_schema' && type !== 'json_object') return {};
  const isRefused = quirks.known().some((quirk) => quirk.code === 'refuses' && isFormat(quirk.parameter));
  if (!isRefused && (type === 'json_object' || structuredOutput !== false)) return {};
  const { schema, description } = (held ?? {}) as { schema?: object; description?: string };
  const form = [
    `# The form of the answer\nAnswer with JSON alone: no words around it, no fence.`,
    ...(description ? [description] : []),
    ...(schema ? [`Its schema: ${JSON.stringify(schema)}`] : []),
  ].join('\n');
  return { instructions: [turn.instructions, form].filter((part) => part !== '').join('\n\n'), responseFormat: null };
}

/** What either API calls it, whole or in part. */
const isFormat = (parameter: string): boolean => /^(?:response_format|text(?:\.format)?)(?:\.|$)/.test(parameter);
