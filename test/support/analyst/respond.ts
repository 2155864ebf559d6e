import { builtInAnalyst } from '../../../src/main/engine/models/built-in';
import type { ModelEvent, ModelItem, ModelTurn, Tool } from '../../../src/main/engine/ports';
import { asks, aTurn } from '../models/turns';

/** A turn with these items, as the engine asks the built-in analyst for one. */
export const turnOf = (items: ModelItem[], tools: Tool[], changes: Partial<ModelTurn> = {}): ModelTurn =>
  aTurn({ model: 'built-in', items, tools, ...changes });

/** What the built-in analyst makes of one turn. */
export async function respond(question: string | ModelItem[], tools: Tool[], changes: Partial<ModelTurn> = {}) {
  const turn = turnOf(typeof question === 'string' ? [asks(question)] : question, tools, changes);
  const events: ModelEvent[] = [];
  for await (const event of builtInAnalyst().respond(turn, new AbortController().signal)) events.push(event);
  const names = events.flatMap((event) => (event.type === 'call' ? [event.name] : []));
  const args = events.flatMap((event) => (event.type === 'call_arguments' ? [JSON.parse(event.delta)] : []));
  return {
    events,
    calls: names.map((name, index) => [name, args[index]]),
    facts: events.flatMap((event) => (event.type === 'text' && event.fact ? [event.fact] : [])),
    text: events.flatMap((event) => (event.type === 'text' ? [event.delta] : [])).join(''),
  };
}
