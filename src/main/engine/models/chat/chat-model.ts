import type { ModelAbilities, ModelProvider } from '../../ports';
import type { Quirks } from '../quirks';
import { boundaryOf, modelEvents, plainTurn } from '../tools';
import type { Upstream } from '../upstream';
import { Asking } from './asking';
import type { Preset } from './presets';

export interface ChatModelOptions {
  upstream: Upstream;
  /** `<connection id>/<model>`. */
  answerer: string;
  abilities: ModelAbilities;
  quirks: Quirks;
  /** The server's own API beside this one, as its preset says. */
  native?: Preset['native'];
}

/** A model behind any server of chat completions. */
export function chatModel(options: ChatModelOptions): ModelProvider {
  const { upstream, answerer, abilities } = options;
  return {
    answerer,
    id: upstream.model,
    abilities,
    async *respond(turn, signal) {
      const plain = await plainTurn(turn, abilities, boundaryOf(turn.run.metadata));
      const ask = (items: typeof plain.items) =>
        new Asking(options, { ...plain, items: [...plain.items, ...items] }).events(signal);
      yield* modelEvents(turn, ask([]), ask);
    },
  };
}
