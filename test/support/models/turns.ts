import type { PlainEvent } from '../../../src/main/engine/models/tools/plain';
import type { FunctionTool, ModelEvent, ModelItem, ModelTurn, ModelUsage, Tool } from '../../../src/main/engine/ports';

export const spent = (promptTokens = 10, completionTokens = 5): ModelUsage => ({
  promptTokens,
  completionTokens,
  cachedTokens: 0,
  reasoningTokens: 0,
});

/** A turn of a run, as the engine asks it. */
export const aTurn = (given: Partial<ModelTurn> = {}): ModelTurn => ({
  model: 'scripted',
  instructions: '',
  items: [asks('What was sold?')],
  tools: [],
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
  ...given,
});

export const within = (boundary: string): ModelTurn['run'] => ({
  id: 'run_1',
  threadId: 'thread_1',
  metadata: { assay_boundary: boundary },
});

export const asks = (text: string): ModelItem => ({ type: 'message', role: 'user', content: [{ type: 'text', text }] });
export const answers = (text: string): ModelItem => ({
  type: 'message',
  role: 'assistant',
  content: [{ type: 'text', text }],
});

/** A call of a function and what came back. */
export function called(name: string, args: object, output: unknown, callId = `call_${name}`): ModelItem[] {
  const text = typeof output === 'string' ? output : JSON.stringify(output);
  return [
    { type: 'function_call', callId, name, arguments: JSON.stringify(args) },
    { type: 'function_output', callId, output: text },
  ];
}

export const aFunction = (name: string, properties: object = {}): FunctionTool => ({
  type: 'function',
  function: { name, description: `Does ${name}.`, parameters: { type: 'object', properties } },
});

export const dataTools: Tool[] = [
  aFunction('describe_data'),
  aFunction('query_data', { sql: { type: 'string' } }),
  aFunction('make_chart'),
  { type: 'code_interpreter' },
  { type: 'file_search' },
];

export async function* eventsOf(events: readonly PlainEvent[]): AsyncGenerator<PlainEvent> {
  yield* events;
}

export async function collected<T>(events: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** The deltas of one kind, joined. */
export const joined = (events: readonly (ModelEvent | PlainEvent)[], type: string): string =>
  events.flatMap((event) => (event.type === type && 'delta' in event ? [event.delta] : [])).join('');

/** A text in pieces of `size` units. */
export const inPieces = (text: string, size: number): string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size));
