import type { AnswererId, ConnectedModel, ModelOffer, Run } from '#contract';
import { ModelProblemCode } from '#contract/connections';
import type { Library } from '../../library';
import type { ModelConnections } from '../connections';
import { BUILT_IN, type ConnectedModels } from '../models';
import type { AppSettings } from '../settings';

export interface OtherAnswerersOptions {
  library: Library;
  connections: ModelConnections;
  models: ConnectedModels;
  settings: AppSettings;
}

/** Who can answer in place of a model that could not. */
export class OtherAnswerers {
  readonly #options: OtherAnswerersOptions;

  constructor(options: OtherAnswerersOptions) {
    this.#options = options;
  }

  /**
   * Of each other connection the model that was used last, then the built-in analyst. One that turned out to be unable to call
   * tools comes first itself: it words what the built-in analyst computes.
   */
  offers({ answerer = BUILT_IN, ending }: Pick<Run, 'answerer' | 'ending'>): ModelOffer[] {
    const { connections, models } = this.#options;
    const failed = answerer === BUILT_IN ? null : models.get(answerer).connection?.id;
    const listed = models.list();
    const others = connections.all().flatMap(({ id, verification }): ModelOffer[] => {
      if (id === failed || verification?.problem) return [];
      const ofConnection = listed.filter(({ connection, listed: there }) => connection?.id === id && there);
      // Those used lately come first in the list.
      const [model] = ofConnection;
      return model ? [offerOf(model)] : [];
    });
    const own = models.get(answerer);
    const again = ending?.code === 'unsupported' && models.cannotCall(answerer) ? [offerOf(own)] : [];
    const builtIn: ModelOffer = { answerer: BUILT_IN, connection: null, name: BUILT_IN };
    return answerer === BUILT_IN ? others : [...again, ...others, builtIn];
  }

  /** Who is to answer without being asked for it: once, and only where the model itself could not. */
  fallback(run: Run): AnswererId | null {
    const { fallback } = this.#options.settings.get().models;
    const failed = run.status === 'failed' && ModelProblemCode.safeParse(run.ending?.code).success;
    if (!failed || fallback === null || run.insteadOf || run.besideOf) return null;
    return fallback !== run.answerer && this.#options.models.isThere(fallback) ? fallback : null;
  }
}

const offerOf = ({ answerer, connection, name }: ConnectedModel): ModelOffer => ({
  answerer,
  connection: connection?.name ?? null,
  name,
});
