import { type Abilities, type ModelEvent, ModelFailure, type ModelProvider, type ModelTurn } from '../../ports';
import { type Quirks, refuses } from '../quirks';
import { boundaryOf, instructionsVersion, joinedDeltas, modelEvents, plainTurn } from '../tools';
import type { PlainEvent, PlainItem, PlainTurn } from '../tools/plain';
import { bytesOf, events, failure, failureOf, type Upstream, type UpstreamEvent } from '../upstream';
import { backgroundEvents, type KeptAnswer, runsInBackground } from './background';
import { compactionOf, countOf, isCompaction } from './compaction';
import {
  type Container,
  Containers,
  type HostedMemory,
  madeBy,
  Searches,
  type StoreState,
  Stores,
  sessionMemory,
  wantsHosted,
  wantsHostedSearch,
  withPlaces,
} from './hosted';
import { Hurry } from './hurry';
import { learned, lessOf } from './refusals';
import { requestOf } from './request';
import type { Replay, StateItem } from './states';
import { type CodeEvent, type ResponseEvent, ResponseReader } from './stream';
import { estimatedUsage, tokensOf } from './tokens';
import { wireOf } from './wire';

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

/** One answer in the making. */
interface Answering extends ResponsesOptions {
  containers: Containers;
  stores: Stores;
  searches: Searches;
  /** Says how much of the conversation the server has put together. */
  noteCompacted(count: number): void;
  /** Null where code runs here. */
  container: Container | null;
  /** Null where documents are searched here. */
  store: StoreState | null;
  searchLimits?: { limit: number | undefined; scoreThreshold: number | undefined };
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
    instructionsVersion: instructionsVersion(),
    respond: (turn, signal) => {
      const searches = new Searches(turn.search?.next ?? 0);
      const noteCompacted = (count: number) => {
        turn.leftOut.compacted = count;
      };
      const own = { containers, stores, searches, noteCompacted, container: null, store: null };
      return respond(turn, { ...options, ...own }, signal);
    },
  };
}

async function* respond(turn: ModelTurn, answering: Answering, signal: AbortSignal): AsyncGenerator<ModelEvent> {
  const { code, search } = hostedIn(turn, answering);
  const options = { hosted: code, hostedSearch: search };
  const plain = await plainTurn(turn, answering.abilities, boundaryOf(turn.run.metadata), options);
  const ask = (more: PlainItem[]) => placed(turn, { ...plain, items: [...plain.items, ...more] }, answering, signal);
  yield* modelEvents(turn, ask([]), ask);
}

/** What the run says of how its documents are searched. */
function searchIn({ tools }: ModelTurn): Pick<Answering, 'searchLimits'> {
  const { file_search: given } = tools.find((tool) => tool.type === 'file_search') ?? {};
  return {
    searchLimits: { limit: given?.max_num_results, scoreThreshold: given?.ranking_options?.score_threshold },
  };
}

function keptAnswer(turn: PlainTurn, { upstream, memory = sessionMemory(upstream) }: Answering): KeptAnswer {
  return {
    begun: (id, keptMs) => memory.addAnswer(id, keptMs, madeBy(turn, upstream)),
    deleted: (id) => memory.forget('response', id),
  };
}

/** What the server is to do itself: what the run asks for, and the analyst has agreed to. */
const hostedIn = (turn: ModelTurn, { hostedCode = false, hostedSearch = false }: ResponsesOptions) => ({
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
  answering: Answering,
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
        begun = true;
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
async function* answers(turn: PlainTurn, options: Answering, signal: AbortSignal): AsyncGenerator<PlainEvent> {
  let replay: Replay = 'whole';
  for (let refusals = 0; ; refusals += 1) {
    let begun = false;
    try {
      for await (const event of answer(turn, options, replay, signal)) {
        begun = true;
        yield event;
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

async function* answer(
  turn: PlainTurn,
  options: Answering,
  replay: Replay,
  signal: AbortSignal,
): AsyncGenerator<PlainEvent> {
  const { upstream, abilities, quirks, container, containers, store, searchLimits } = options;
  const background = runsInBackground(turn.run.metadata) && !refuses(quirks, 'background');
  const { body, parts, compacted } = requestOf(
    { ...turn, model: upstream.model },
    {
      abilities,
      quirks,
      replay,
      container: container?.id,
      background,
      search: store ? { storeId: store.id, ...searchLimits } : undefined,
    },
  );
  const whole = JSON.stringify(body);
  const expected = { input: await tokensOf(whole, parts), output: turn.maxOutputTokens ?? abilities.outputTokens };
  const compaction = compactionOf(expected.input, abilities, quirks);
  Object.assign(body, compaction);
  const text = 'context_management' in compaction ? JSON.stringify(body) : whole;
  if (compacted > 0) options.noteCompacted(compacted);
  const reader = new ResponseReader();
  const failed = () => reader.error && failureOf(upstream, reader.error, 200, body, reader.usage);
  const request = {
    path: '/responses',
    body,
    text,
    bytes: bytesOf(text, parts),
    expected,
    run: { id: turn.run.id, threadId: turn.run.threadId },
    outcome: () => {
      const isCut = !reader.end && !signal.aborted;
      return { usage: reader.usage, failure: failed()?.code ?? (isCut ? ('cut_off' as const) : null) };
    },
  };
  const hurry = new Hurry(signal);
  try {
    const source = background
      ? backgroundEvents(upstream, request, () => reader.end !== null, keptAnswer(turn, options), hurry.signal)
      : events(upstream, request, hurry.signal);
    for await (const arrived of source) {
      for (const event of joinedDeltas(eventsIn(arrived, reader))) yield* ownEvents(event, turn, options, signal);
      if (reader.end) break;
      if (reader.error) hurry.begin();
    }
  } catch (error) {
    if (signal.aborted || !reader.error) throw error;
  } finally {
    hurry.end();
  }
  if (reader.error) throw failed();
  if (!reader.end) throw failure(upstream, 'cut_off', {}, { usage: reader.usage });
  if (container && containers.isMissing(container, reader.citations)) {
    const result = await containers.collect(turn, container, {}, signal);
    yield { type: 'code_done', index: reader.hosted, result };
  }
  yield {
    type: 'done',
    reason: reader.end.reason,
    usage: reader.usage ?? (await estimatedUsage(expected.input, reader.written)),
  };
}

/** In terms of our own files; of what nobody has asked for nothing is made. */
async function* ownEvents(
  event: ResponseEvent,
  turn: PlainTurn,
  { container, containers, store, searches, noteCompacted }: Answering,
  signal: AbortSignal,
): AsyncGenerator<PlainEvent> {
  switch (event.type) {
    case 'hosted_code':
    case 'hosted_code_done':
      if (container) yield await codeEvent(event, turn, containers, container, signal);
      break;
    case 'hosted_search':
      if (store) yield { type: 'search_done', index: event.index, ...searches.add(event.item, store) };
      break;
    case 'citation': {
      const mark = store ? searches.mark(event.fileId, event.before, store) : '';
      if (mark !== '') yield { type: 'text', delta: mark };
      break;
    }
    case 'state':
      if (isCompaction(event.state as StateItem)) noteCompacted(countOf(turn.items));
      yield event;
      break;
    default:
      yield event;
  }
}

/** Code of a run whose code runs at the server; nobody has asked for any other. */
async function codeEvent(
  event: CodeEvent,
  turn: PlainTurn,
  containers: Containers,
  container: Container,
  signal: AbortSignal,
): Promise<PlainEvent> {
  const { index } = event;
  if (event.type === 'hosted_code') return { type: 'code', index, delta: event.delta };
  return { type: 'code_done', index, result: await containers.collect(turn, container, event.item, signal) };
}

function* eventsIn(arrived: readonly UpstreamEvent[], reader: ResponseReader): Generator<ResponseEvent> {
  for (const { event: name, data } of arrived) yield* reader.take(eventOf(name, data));
}

/** The data of an event, which says itself what it is; where it does not, its name does. */
function eventOf(name: string | null, data: string): object {
  try {
    const json: unknown = JSON.parse(data);
    return { ...(name === null ? {} : { type: name }), ...wireOf(json) };
  } catch {
    return {};
  }
}
