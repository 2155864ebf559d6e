import { builtInAnalyst } from '../../../src/main/engine/models/built-in';
import type { ModelEvent, ModelItem, ModelTurn, Tool } from '../../../src/main/engine/ports';

/** A question of the user. */
export const said = (words: string): ModelItem => ({
  type: 'message',
  role: 'user',
  content: [{ type: 'text', text: words }],
});

/** A turn with these items, as the engine asks a model for one. */
export const turnOf = (items: ModelItem[], tools: Tool[], changes: Partial<ModelTurn> = {}): ModelTurn => ({
  model: 'built-in',
  instructions: '',
  items,
  tools,
  toolChoice: 'auto',
  parallelToolCalls: true,
  responseFormat: 'auto',
  temperature: null,
  topP: null,
  reasoningEffort: null,
  maxPromptTokens: null,
  maxCompletionTokens: null,
  leftOut: { toolResults: 0, messages: 0, pictures: 0 },
  picture: async () => null,
  run: { id: 'run_1', threadId: 'thread_1', metadata: {} },
  ...changes,
});

/** What the built-in analyst makes of one turn. */
export async function respond(question: string | ModelItem[], tools: Tool[], changes: Partial<ModelTurn> = {}) {
  const turn = turnOf(typeof question === 'string' ? [said(question)] : question, tools, changes);
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
