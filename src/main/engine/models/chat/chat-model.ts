import type { ModelProvider } from '../../ports';
import { boundaryOf, modelEvents, plainTurn } from '../tools';
import { Asking } from './asking';
import type { ChatModelOptions } from './options';

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
