import type { ModelProvider } from '../../ports';
import { boundaryOf, instructionsVersion, modelEvents, plainTurn, runMsOf } from '../tools';
import { isLocal } from '../upstream';
import { Asking } from './asking';
import type { ChatModelOptions } from './options';

/** Models that read no more than this are told less. */
const LITTLE_CONTEXT = 16_384;
/** Servers of small models guess freely unless they are told otherwise, and what a call holds is nothing to guess. */
const STEADY = 0.1;

/** A model behind any server of chat completions. */
export function chatModel(options: ChatModelOptions): ModelProvider {
  const { answerer, abilities, upstream } = options;
  const brief = isLocal(upstream) || (abilities.contextTokens ?? Number.POSITIVE_INFINITY) <= LITTLE_CONTEXT;
  return {
    answerer,
    id: upstream.model,
    abilities,
    runMs: runMsOf(upstream),
    instructionsVersion: instructionsVersion(brief),
    async *respond(turn, signal) {
      const boundary = boundaryOf(turn.run.metadata);
      const plain = await plainTurn(turn, abilities, boundary, { brief });
      const temperature = plain.temperature ?? (brief && boundary !== null ? STEADY : null);
      const ask = (items: typeof plain.items) =>
        new Asking(options, { ...plain, temperature, items: [...plain.items, ...items] }).events(signal);
      yield* modelEvents(turn, ask([]), ask);
    },
  };
}
