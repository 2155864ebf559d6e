import type { AssistantId, AssistantTraits, DatasetId, Run, ThreadId } from '#contract';
import { AnswererId } from '#contract/ids';
import { AppError } from '#contract/result';
import type { AssistantsClient, RunOrder } from '../../api';
import type { Library } from '../../library';
import { dataOutline } from '../data-tools/outline';
import type { ConnectedModels } from '../models';
import type { GivenChoices, KeptChoices } from '../thread-choices';
import type { StartedRun } from './started-run';

/** The assistant that runs are of where no other is chosen. */
export interface AppAssistant {
  id(): Promise<string>;
  /** Makes sure that it is there, and as it should be. */
  renew(): Promise<string>;
}

export interface RunOpenerOptions {
  library: Library;
  /** The client to use; resolved anew for each run, so a server that comes back is found. */
  client: () => Promise<AssistantsClient>;
  assistant: AppAssistant;
  choices: KeptChoices;
  models: ConnectedModels;
  /** What an assistant says of who answers, and where its code runs; `not_found` for one that is gone. */
  traits(id: AssistantId): Promise<AssistantTraits>;
}

/** What was chosen with a question, and the data that comes with it. */
type Given = GivenChoices & { datasetIds?: readonly DatasetId[] };
export type Purpose = Pick<Run, 'besideOf' | 'insteadOf'>;

/** Begins runs on the server: of the thread's assistant, to be answered by the thread's model. */
export class RunOpener {
  readonly #options: RunOpenerOptions;

  constructor(options: RunOpenerOptions) {
    this.#options = options;
  }

  async open(threadId: ThreadId, given: Given, purpose: Purpose = {}): Promise<StartedRun> {
    const { library, assistant } = this.#options;
    const chosen = given.assistantId ?? library.choices.get(threadId).assistantId;
    if (chosen !== null) return this.#openWith(threadId, chosen, given, purpose);
    try {
      return await this.#openWith(threadId, await assistant.id(), given, purpose);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
      // Programs that share the server may have deleted the assistant.
      return this.#openWith(threadId, await assistant.renew(), given, purpose);
    }
  }

  /** Where the answer to the start is lost, the run that it began. */
  async openOrFind(threadId: ThreadId, given: Given, purpose: Purpose = {}): Promise<StartedRun> {
    try {
      return await this.open(threadId, given, purpose);
    } catch (error) {
      const latest = await (await this.#options.client()).latestRun(threadId).catch(() => undefined);
      if (!latest || this.#options.library.runs.get(latest.id)) throw error;
      return { run: latest, rest: null, abandon: new AbortController() };
    }
  }

  async #openWith(threadId: ThreadId, assistantId: string, given: Given, purpose: Purpose): Promise<StartedRun> {
    const { choices, models, client } = this.#options;
    const chosen = given.assistantId ?? this.#options.library.choices.get(threadId).assistantId;
    const traits = chosen === null ? OWN : await this.#options.traits(chosen);
    const by = given.recorded === undefined ? given : { ...given, answerer: BUILT_IN };
    const recorded = given.recorded ?? undefined;
    const order = { ...this.#withOutline(threadId, given, choices.order(threadId, by, traits)), ...purpose, recorded };
    const abandon = new AbortController();
    const updates = (await client()).startRun(threadId, assistantId, abandon.signal, order);
    const first = await updates.next();
    if (first.done || first.value.type !== 'run')
      throw new AppError('unavailable', 'The server did not start the run. Try again.');
    models.noteUse(order.answerer);
    return { run: first.value.run, rest: updates, abandon };
  }

  /** The built-in analyst asks for what it needs by itself. */
  #withOutline<Order extends RunOrder>(threadId: ThreadId, { datasetIds = [] }: Given, order: Order): Order {
    const { datasets } = this.#options.library;
    const outline = order.boundary && dataOutline(datasets.ofThreadWith(threadId, datasetIds));
    return outline ? { ...order, outline } : order;
  }
}

const BUILT_IN = AnswererId.parse('built-in');
const OWN = { model: null, code: 'here', search: 'here', background: false } as const;
