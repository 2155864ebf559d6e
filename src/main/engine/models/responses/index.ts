import { type Abilities, type ModelEvent, ModelFailure, type ModelProvider, type ModelTurn } from '../../ports';
import type { Quirks } from '../quirks';
import { boundaryOf, instructionsVersion, modelEvents, plainTurn, runMsOf, type TurnProgress } from '../tools';
import type { PlainEvent, PlainItem, PlainTurn } from '../tools/plain';
import type { Upstream } from '../upstream';
import { type Answering, answer } from './answer';
import { type Compacted, compactedFirst } from './compact';
import { countOf } from './compaction';
import {
  Containers,
  type HostedMemory,
  Searches,
  Stores,
  sessionMemory,
  wantsHosted,
  wantsHostedSearch,
  withPlaces,
} from './hosted';
import type { LeftAnswer } from './left-answer';
import { learned, lessOf } from './refusals';
import type { Replay } from './states';

export type { ContainerState, HostedMemory, StoreState } from './hosted';

export interface ResponsesOptions {
  upstream: Upstream;
  /** `<connection>/<model>` */
  answerer: string;
  abilities: Abilities;
  quirks: Quirks;
  /** Files may go to the server: code of runs that ask for it (metadata `assay_code: hosted`) runs there. */
  hostedCode?: boolean;
  /** Documents may go to the server: it searches those of runs that ask for it (metadata `assay_search: hosted`). */
  hostedSearch?: boolean;
  /** What lies at the server; as long as the upstream lasts when left out. */
  memory?: HostedMemory;
}

/** A model behind OpenAI's Responses API. Nothing is kept there: each request holds the whole conversation. */
export function responsesModel(options: ResponsesOptions): ModelProvider {
  const { answerer, abilities, upstream, memory = sessionMemory(upstream) } = options;
  const containers = new Containers(upstream, memory);
  const stores = new Stores(upstream, memory);
  return {
    answerer,
    id: upstream.model,
    abilities,
    runMs: runMsOf(upstream),
    instructionsVersion: instructionsVersion(),
    respond: (turn, signal) => {
      const previous = turn.ongoing as LeftTurn | undefined;
      const searches = new Searches(turn.search?.next ?? 0, previous?.found);
      const noteCompacted = (count: number) => {
        turn.leftOut.compacted = count;
      };
      const own = { memory, containers, stores, searches, noteCompacted, container: null, store: null };
      return respond(turn, { ...options, ...own }, previous ?? null, signal);
    },
  };
}

type Responding = Answering & Pick<ResponsesOptions, 'hostedCode' | 'hostedSearch'>;

/** As the engine keeps it: with how often the turn had asked by then. */
type LeftTurn = LeftAnswer & { progress: TurnProgress };

async function* respond(
  turn: ModelTurn,
  answering: Responding,
  previous: LeftTurn | null,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  const { code, search } = hostedIn(turn, answering);
  const options = { hosted: code, hostedSearch: search };
  const plain = await plainTurn(turn, answering.abilities, boundaryOf(turn.run.metadata), options);
  const ask = (more: PlainItem[]) => placed(turn, { ...plain, items: [...plain.items, ...more] }, answering, signal);
  if (previous) yield* modelEvents(turn, takenUp(turn, plain, answering, previous, signal), ask, previous.progress);
  else yield* modelEvents(turn, ask([]), ask);
}

/** The rest of an answer that went on at the server meanwhile: nothing is asked, and nothing is put in place for it. */
function takenUp(
  turn: ModelTurn,
  plain: PlainTurn,
  answering: Answering,
  previous: LeftAnswer,
  signal: AbortSignal,
): AsyncGenerator<PlainEvent> {
  const { containers, stores } = answering;
  const container = previous.container && containers.asLeft(turn, previous.container);
  const store = previous.storeId === null ? null : stores.asLeft(turn, previous.storeId);
  return answer(plain, { ...answering, container, store, ...searchIn(turn) }, 'whole', signal, previous);
}

/** What the run says of how its documents are searched. */
function searchIn({ tools }: ModelTurn): Pick<Answering, 'searchLimits'> {
  const { file_search: given } = tools.find((tool) => tool.type === 'file_search') ?? {};
  return {
    searchLimits: { limit: given?.max_num_results, scoreThreshold: given?.ranking_options?.score_threshold },
  };
}

/** What the server is to do itself: what the run asks for, and the analyst has agreed to. */
const hostedIn = (turn: ModelTurn, { hostedCode = false, hostedSearch = false }: Responding) => ({
  code: hostedCode && wantsHosted(turn),
  search: hostedSearch && wantsHostedSearch(turn),
});

/**
 * An answer whose code has a place to run and whose documents are where they are searched; a container or a store that has
 * expired is replaced, filled anew, and asked once more.
 */
async function* placed(
  turn: ModelTurn,
  plain: PlainTurn,
  answering: Responding,
  signal: AbortSignal,
): AsyncGenerator<PlainEvent> {
  const { containers, stores } = answering;
  const hosted = hostedIn(turn, answering);
  for (let replaced = false; ; replaced = true) {
    let begun = false;
    const container = hosted.code ? await containers.prepared(turn, signal) : null;
    const store = hosted.search ? await stores.prepared(turn, signal) : null;
    const placed = container ? withPlaces(plain, container) : plain;
    try {
      for await (const event of answers(placed, { ...answering, container, store, ...searchIn(turn) }, signal)) {
        begun ||= event.type !== 'ongoing';
        yield event;
      }
      return;
    } catch (error) {
      if (begun || replaced || !(error instanceof ModelFailure)) throw error;
      const isContainerGone = container !== null && !(await containers.isAlive(container, signal));
      const isStoreGone = store !== null && !(await stores.isAlive(store, signal));
      if (!isContainerGone && !isStoreGone) throw error;
    }
  }
}

/** Servers refuse one parameter at a time. */
const MOST_REFUSALS = 8;

/** One answer; a request that is refused for something it can do without is made again without it. */
async function* answers(given: PlainTurn, options: Answering, signal: AbortSignal): AsyncGenerator<PlainEvent> {
  let replay: Replay = 'whole';
  let turn = given;
  let compacted: Compacted | null = null;
  for (let refusals = 0; ; refusals += 1) {
    let begun = false;
    try {
      compacted ??= await compactedFirst(turn, options, replay, signal);
      if (compacted && turn === given) {
        const { state } = compacted;
        options.noteCompacted(countOf(given.items));
        yield { type: 'state', state, standsForBefore: true };
        turn = { ...given, items: [...given.items, { type: 'state', state, kind: 'other' }] };
      }
      for await (const event of answer(turn, options, replay, signal)) {
        begun ||= event.type !== 'ongoing';
        yield withCost(event, compacted);
      }
      return;
    } catch (error) {
      if (begun || refusals >= MOST_REFUSALS || !(error instanceof ModelFailure)) throw error;
      const less = lessOf(turn, replay, error);
      if (less) replay = less;
      else if (!learned(error, options.quirks)) throw error;
    }
  }
}

/** What was spent on putting the conversation together belongs to the answer. */
function withCost(event: PlainEvent, compacted: Compacted | null): PlainEvent {
  if ((event.type !== 'usage' && event.type !== 'done') || !compacted?.usage) return event;
  const { promptTokens, completionTokens, cachedTokens, reasoningTokens } = compacted.usage;
  const { usage } = event;
  return {
    ...event,
    usage: {
      ...usage,
      promptTokens: usage.promptTokens + promptTokens,
      completionTokens: usage.completionTokens + completionTokens,
      cachedTokens: usage.cachedTokens + cachedTokens,
      reasoningTokens: usage.reasoningTokens + reasoningTokens,
    },
  };
}
