import type { ModelProvider } from '../../ports';
import { boundaryOf, instructionsVersion, modelEvents, plainTurn } from '../tools';
import { isLoopback } from '../upstream';
import { Asking } from './asking';
import type { ChatModelOptions } from './options';

/** Models that read no more than this are told less. */
const LITTLE_CONTEXT = 16_384;
/** A model on this machine may read for long before it says its first word. */
const LOCAL_IDLE_MS = 30 * 60_000;
/** Servers of small models guess freely unless they are told otherwise, and what a call holds is nothing to guess. */
const STEADY = 0.1;

/** A model behind any server of chat completions. */
export function chatModel(given: ChatModelOptions): ModelProvider {
  const { baseUrl, model, idleMs } = given.upstream;
  const { answerer, abilities } = given;
  const isLocal = URL.canParse(baseUrl) && isLoopback(new URL(baseUrl));
  const upstream = isLocal && idleMs === undefined ? { ...given.upstream, idleMs: LOCAL_IDLE_MS } : given.upstream;
  const options = { ...given, upstream };
  const brief = isLocal || (abilities.contextTokens ?? Number.POSITIVE_INFINITY) <= LITTLE_CONTEXT;
  return {
    answerer,
    id: model,
    abilities,
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
