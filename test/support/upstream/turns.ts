import {
  type ModelEvent,
  ModelFailure,
  type ModelProvider,
  type ModelTurn,
  type ModelUsage,
} from '../../../src/main/engine/ports';
import { aTurn } from '../models/turns';

export const functionTool = (
  name: string,
  parameters: Record<string, unknown> = { type: 'object', properties: {} },
) => ({
  type: 'function' as const,
  function: { name, description: `Does ${name}.`, parameters },
});

/** What came of a turn, added up. */
export interface TurnResult {
  events: ModelEvent[];
  /** Messages that code stands between are paragraphs. */
  text: string;
  refusal: string;
  reasoning: string;
  calls: { name: string; arguments: string }[];
  states: object[];
  reason: string | null;
  usage: ModelUsage | null;
  failure: ModelFailure | null;
}

/** Reads a turn to its end; throws for errors that are no failures of a model. */
export async function resultOf(
  provider: ModelProvider,
  turn: ModelTurn = aTurn(),
  signal: AbortSignal = new AbortController().signal,
): Promise<TurnResult> {
  const events: ModelEvent[] = [];
  let failure: ModelFailure | null = null;
  try {
    for await (const event of provider.respond(turn, signal)) events.push(event);
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    failure = error;
  }
  return { events, failure, ...sumOf(events) };
}

function sumOf(events: readonly ModelEvent[]): Omit<TurnResult, 'events' | 'failure'> {
  const sum = { text: '', refusal: '', reasoning: '', reason: null as string | null, usage: null as ModelUsage | null };
  const calls = new Map<number, { name: string; arguments: string }>();
  let apart = '';
  for (const event of events) {
    if (event.type === 'code_done' && sum.text !== '') apart = '\n\n';
    if (event.type === 'text') sum.text += apart;
    if (event.type === 'text') apart = '';
    if (event.type === 'text' || event.type === 'refusal' || event.type === 'reasoning') sum[event.type] += event.delta;
    if (event.type === 'call') calls.set(event.index, { name: event.name, arguments: '' });
    if (event.type === 'call_arguments') calls.get(event.index)!.arguments += event.delta;
    if (event.type === 'usage' || event.type === 'done') sum.usage = event.usage;
    if (event.type === 'done') sum.reason = event.reason;
  }
  const states = events.flatMap((event) => (event.type === 'state' ? [event.state] : []));
  return { ...sum, calls: [...calls.values()], states };
}
