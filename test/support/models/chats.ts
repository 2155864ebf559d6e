import { type ChatModelOptions, chatModel } from '../../../src/main/engine/models/chat';
import { type Quirk, type Quirks, sessionQuirks } from '../../../src/main/engine/models/quirks';
import type { Ledger } from '../../../src/main/engine/models/upstream';
import { type ModelEvent, ModelFailure, type ModelTurn, unknownAbilities } from '../../../src/main/engine/ports';
import { type Script, ScriptedUpstream } from '../upstream';
import { aFunction, aTurn, joined } from './turns';

export interface Chat {
  upstream: ScriptedUpstream;
  quirks: Quirks;
  options: ChatModelOptions;
  ask: (turn?: Partial<ModelTurn>) => Promise<Told>;
}

/** What came of a turn. */
export interface Told {
  events: ModelEvent[];
  text: string;
  reasoning: string;
  refusal: string;
  calls: { name: string; arguments: string }[];
  done: Extract<ModelEvent, { type: 'done' }> | null;
  failure: ModelFailure | null;
}

export const twoTools = [aFunction('weather', { city: { type: 'string' } }), aFunction('time')];

/** A model of chat completions whose server answers as scripted. */
export function chatWith(
  scripts: readonly Script[],
  given: { quirks?: readonly Quirk[]; ledger?: Ledger } & Partial<Pick<ChatModelOptions, 'abilities' | 'native'>> = {},
): Chat {
  const upstream = new ScriptedUpstream().script(...scripts);
  const quirks = sessionQuirks(given.quirks);
  const options: ChatModelOptions = {
    upstream: {
      connection: 'conn_1',
      baseUrl: 'http://127.0.0.1:9/v1',
      model: 'scripted',
      headers: async () => ({ authorization: 'Bearer sk-test-key-0123456789' }),
      ledger: given.ledger ?? null,
      allowHttp: false,
      log: null,
      fetch: upstream.fetch,
      wait: async () => {},
    },
    answerer: 'conn_1/scripted',
    abilities: given.abilities ?? unknownAbilities,
    quirks,
    native: given.native ?? null,
  };
  const ask = (turn: Partial<ModelTurn> = {}) => toldBy(options, aTurn({ tools: twoTools, ...turn }));
  return { upstream, quirks, options, ask };
}

export async function toldBy(options: ChatModelOptions, turn: ModelTurn): Promise<Told> {
  const events: ModelEvent[] = [];
  let failure: ModelFailure | null = null;
  try {
    for await (const event of chatModel(options).respond(turn, new AbortController().signal)) events.push(event);
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    failure = error;
  }
  return { events, ...summaryOf(events), failure };
}

export function summaryOf(events: readonly ModelEvent[]): Omit<Told, 'events' | 'failure'> {
  const calls = events.flatMap((event) => (event.type === 'call' ? [event] : []));
  const argumentsOf = (index: number) =>
    events.flatMap((event) => (event.type === 'call_arguments' && event.index === index ? [event.delta] : [])).join('');
  return {
    text: joined(events, 'text'),
    reasoning: joined(events, 'reasoning'),
    refusal: joined(events, 'refusal'),
    calls: calls.map(({ name, index }) => ({ name, arguments: argumentsOf(index) })),
    done: events.findLast((event) => event.type === 'done') ?? null,
  };
}

/** A stream of chunks as it goes over the wire. */
export const stream = (...chunks: unknown[]): { raw: string } => ({
  raw: chunks.map((chunk) => (typeof chunk === 'string' ? chunk : `data: ${JSON.stringify(chunk)}\n\n`)).join(''),
});
export const delta = (fields: object, finish: string | null = null): object => ({
  choices: [{ index: 0, delta: fields, finish_reason: finish }],
});
export const cost = (usage: object = { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 }): object => ({
  choices: [],
  usage,
});
export const END = 'data: [DONE]\n\n';
