import type { ModelProvider } from '../../ports';
import { boundaryOf, instructionsVersion, modelEvents, patient, plainTurn, runMsOf } from '../tools';
import { isLoopback } from '../upstream';
import { Asking } from './asking';
import type { ChatModelOptions } from './options';

/** Models that read no more than this are told less. */
const LITTLE_CONTEXT = 16_384;
/** Servers of small models guess freely unless they are told otherwise, and what a call holds is nothing to guess. */
const STEADY = 0.1;

/** A model behind any server of chat completions. */
export function chatModel(given: ChatModelOptions): ModelProvider {
  const { baseUrl, model } = given.upstream;
  const { answerer, abilities } = given;
  const isLocal = URL.canParse(baseUrl) && isLoopback(new URL(baseUrl));
  const options = { ...given, upstream: patient(given.upstream) };
  const brief = isLocal || (abilities.contextTokens ?? Number.POSITIVE_INFINITY) <= LITTLE_CONTEXT;
  return {
    answerer,
    id: model,
    abilities,
    runMs: runMsOf(given.upstream),
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
