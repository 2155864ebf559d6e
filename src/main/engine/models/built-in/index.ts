import { RECORDED_KEY, type RecordedRun } from '#contract/recorded';
import { english, type Words } from '#words';
import { type ModelEvent, type ModelProvider, type ModelTurn, type ModelUsage, unknownAbilities } from '../../ports';
import { estimatedTokens } from '../../tokens';
import { type SentPiece, worded } from './answer/wording';
import { decide } from './decide';
import { inFormat } from './formatted';
import type { Move } from './moves';
import { doAgain } from './recorded-answer';

const TOKEN_CHARACTERS = 4;
const DELTA = /\S+\s*|\s+/g;

/**
 * A model without a model: reads plain questions about one dataset by rules, computes with the thread's data tools, and
 * says how it understood. Deterministic, and never on the network.
 */
export function builtInAnalyst({
  words = english,
  recordings,
}: {
  words?: Words;
  /** What runs have done, by the key that stands in the metadata of those that do it again; null for one that is gone. */
  recordings?: { get(key: string): RecordedRun | null };
} = {}): ModelProvider {
  return {
    answerer: 'built-in',
    id: 'built-in',
    abilities: { ...unknownAbilities, tools: true, vision: false, price: { input: 0, cached: 0, output: 0 } },
    countTokens: estimatedTokens,
    ownCallsOnly: true,
    placesPictures: true,
    computesFigures: true,
    async *respond(turn: ModelTurn, signal: AbortSignal): AsyncGenerator<ModelEvent> {
      signal.throwIfAborted();
      const key = turn.run.metadata[RECORDED_KEY];
      const move = key === undefined ? decide(turn, words) : doAgain(recordings?.get(key) ?? null, turn, words);
      yield* speak(move, turn, words);
    },
  };
}

function* speak(move: Move, turn: ModelTurn, words: Words): Generator<ModelEvent> {
  const budget = turn.maxCompletionTokens ?? Number.POSITIVE_INFINITY;
  let characters = 0;
  const over = () => characters / TOKEN_CHARACTERS > budget;
  if (move.kind === 'search' || move.kind === 'code') {
    if (move.kind === 'search') yield { type: 'file_search', index: 0, queries: move.queries };
    else for (const [delta] of move.code.matchAll(/[^\n]*\n|[^\n]+$/g)) yield { type: 'code', index: 0, delta };
    yield { type: 'done', reason: 'calls', usage: usageOf(turn, JSON.stringify(move).length) };
    return;
  }
  if (move.kind === 'calls') {
    for (const [index, call] of move.calls.entries()) {
      const text = JSON.stringify(call.arguments);
      characters += call.name.length + text.length;
      yield { type: 'call', index, name: call.name };
      yield { type: 'call_arguments', index, delta: text };
    }
    yield { type: 'done', reason: over() ? 'max_completion_tokens' : 'calls', usage: usageOf(turn, characters) };
    return;
  }
  for (const event of inFormat(worded(move.pieces, words), turn, words).flatMap(eventsOf)) {
    const length = 'delta' in event ? event.delta.length : 0;
    characters += length;
    if (length > 0 && over()) {
      yield { type: 'done', reason: 'max_completion_tokens', usage: usageOf(turn, characters - length) };
      return;
    }
    yield event;
  }
  yield { type: 'done', reason: 'stop', usage: usageOf(turn, characters) };
}

/** Text comes word by word; what words a fact comes as a whole. */
function eventsOf(piece: SentPiece): ModelEvent[] {
  if (piece.type === 'image') return [piece];
  const { type, text, fact } = piece;
  if (fact) return [{ type, delta: text, fact }];
  return Array.from(text.matchAll(DELTA), ([delta]) => ({ type, delta }));
}

/** There are no tokens here, so they are estimated from the text as others would be charged for it. */
function usageOf(turn: ModelTurn, completion: number): ModelUsage {
  const read = turn.instructions.length + JSON.stringify(turn.items).length + JSON.stringify(turn.tools).length;
  return {
    promptTokens: Math.ceil(read / TOKEN_CHARACTERS),
    completionTokens: Math.ceil(completion / TOKEN_CHARACTERS),
    cachedTokens: 0,
    reasoningTokens: 0,
  };
}
