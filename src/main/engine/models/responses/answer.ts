import type { Abilities } from '../../ports';
import { type Quirks, refuses } from '../quirks';
import { joinedDeltas } from '../tools';
import type { PlainEvent, PlainTurn } from '../tools/plain';
import {
  bytesOf,
  events,
  failure,
  failureOf,
  type Upstream,
  type UpstreamEvent,
  type UpstreamRequest,
} from '../upstream';
import { BackgroundAnswer, runsInBackground } from './background';
import { compactionOf, countOf, isCompaction, ofServer, readableBy } from './compaction';
import { answerGone } from './gone';
import {
  type Container,
  type Containers,
  type HostedMemory,
  madeBy,
  type Searches,
  type StoreState,
  type Stores,
} from './hosted';
import { Hurry } from './hurry';
import { type LeftAnswer, ongoing } from './left-answer';
import { requestOf } from './request';
import type { Replay, StateItem } from './states';
import { ResponseReader } from './stream';
import type { CodeEvent, ResponseEvent } from './stream-events';
import { estimatedUsage, tokensOf } from './tokens';
import { wireOf } from './wire';

/** One answer in the making. */
export interface Answering {
  upstream: Upstream;
  abilities: Abilities;
  quirks: Quirks;
  memory: HostedMemory;
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

/** One answer, or the rest of one that was begun before. */
export async function* answer(
  turn: PlainTurn,
  options: Answering,
  replay: Replay,
  signal: AbortSignal,
  previous: LeftAnswer | null = null,
): AsyncGenerator<PlainEvent> {
  const { upstream, container, containers, noteCompacted } = options;
  const { request, compacted } = await asked(turn, options, replay);
  if (compacted > 0) noteCompacted(compacted);
  const reader = new ResponseReader();
  const failed = () => reader.error && failureOf(upstream, reader.error, 200, request.body, reader.usage);
  const outcome = () => {
    const isCut = !reader.end && !signal.aborted;
    return { usage: reader.usage, failure: failed()?.code ?? (isCut ? ('cut_off' as const) : null) };
  };
  const isOver = () => reader.end !== null;
  const hurry = new Hurry(signal);
  const background =
    previous || inBackground(turn, options) ? backgroundOf(turn, options, { ...request, outcome }, previous) : null;
  try {
    const source = background
      ? background.events(isOver, hurry.signal)
      : events(upstream, { ...request, outcome }, hurry.signal);
    let isTold = previous !== null;
    for await (const arrived of source) {
      const beginning = background?.beginning;
      if (beginning && !isTold) yield ongoing(beginning, options);
      isTold ||= beginning !== undefined && beginning !== null;
      for (const event of joinedDeltas(eventsIn(arrived, reader)))
        yield* ownEvents(event, turn, { ...options, background }, signal);
      if (reader.end) break;
      if (reader.error) hurry.begin();
    }
    if (reader.error) throw failed();
    if (reader.isCancelled) throw answerGone(upstream, 'cancelled');
    if (!reader.end) throw failure(upstream, 'cut_off', {}, { usage: reader.usage });
    if (container && containers.isMissing(container, reader.citations)) {
      const result = await containers.collect(turn, container, {}, signal);
      yield { type: 'code_done', index: reader.hosted, result };
    }
    const usage = reader.usage ?? (await estimatedUsage(request.expected.input, reader.written));
    yield { type: 'done', reason: reader.end.reason, usage };
  } catch (error) {
    throw !signal.aborted && reader.error ? failed() : error;
  } finally {
    hurry.end();
    await background?.leave(isOver(), signal);
  }
}

const inBackground = ({ run }: PlainTurn, { quirks }: Answering): boolean =>
  runsInBackground(run.metadata) && !refuses(quirks, 'background');

/** What is asked, and how much of the conversation is behind a summary of the server. */
async function asked(turn: PlainTurn, options: Answering, replay: Replay) {
  const { upstream, abilities, quirks, container, store, searchLimits } = options;
  const { body, parts, compacted } = requestOf(
    { ...turn, model: upstream.model, items: readableBy(upstream, turn.items) },
    {
      abilities,
      quirks,
      replay,
      container: container?.id,
      background: inBackground(turn, options),
      search: store ? { storeId: store.id, ...searchLimits } : undefined,
    },
  );
  const whole = JSON.stringify(body);
  const expected = { input: await tokensOf(whole, parts), output: turn.maxOutputTokens ?? abilities.outputTokens };
  const compaction = compactionOf(expected.input, abilities, quirks);
  Object.assign(body, compaction);
  const text = 'context_management' in compaction ? JSON.stringify(body) : whole;
  const run = { id: turn.run.id, threadId: turn.run.threadId };
  return { compacted, request: { path: '/responses', body, text, bytes: bytesOf(text, parts), expected, run } };
}

function backgroundOf(
  turn: PlainTurn,
  { upstream, memory }: Answering,
  request: UpstreamRequest,
  previous: LeftAnswer | null,
): BackgroundAnswer {
  const kept = {
    begun: (id: string, keptMs: number) => memory.addAnswer(id, keptMs, madeBy(turn, upstream)),
    deleted: (id: string) => memory.forget('response', id),
  };
  return new BackgroundAnswer(upstream, request, kept, previous);
}

/** In terms of our own files; of what nobody has asked for nothing is made. */
async function* ownEvents(
  event: ResponseEvent,
  turn: PlainTurn,
  options: Answering & { background: BackgroundAnswer | null },
  signal: AbortSignal,
): AsyncGenerator<PlainEvent> {
  const { container, containers, store, searches, noteCompacted, background } = options;
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
    case 'checkpoint': {
      const beginning = background?.beginning;
      if (beginning) yield ongoing({ ...beginning, position: event.position, items: event.items }, options);
      break;
    }
    case 'state':
      if (isCompaction(event.state as StateItem)) {
        noteCompacted(countOf(turn.items));
        yield { ...event, state: ofServer(event.state, options.upstream), standsForBefore: true };
      } else yield event;
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
