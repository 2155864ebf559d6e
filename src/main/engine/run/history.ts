import type { Store } from '../store';
import type { MessageOutline } from '../store/messages';
import type { RunRecord } from '../store/records';
import type { TokenCounter } from '../tokens';
import type { ConversationScope } from './beside';
import { entriesNewestFirst, type OrderSource } from './conversation-order';
import { EarlierParts } from './earlier-parts';
import { type SizedPart, sized } from './fit';
import type { ConversationPart } from './items';

/** The first message often sets the task, so `auto` keeps it when it takes no more than this part of the room. */
const SHARE_OF_FIRST = 1 / 4;

/** What the thread held before the run, as far as it fits. */
export interface History {
  /** Oldest first. */
  parts: SizedPart[];
  /** Messages that there was no room for. */
  leftOut: number;
}

export interface HistoryOptions {
  /** What of the thread is the run's to read. */
  scope: ConversationScope;
  /** Tokens; results of tools are taken to be replaced by a line each. */
  room: number;
  count: TokenCounter;
  /** Leaves out calls with what came of them. */
  messagesOnly: boolean;
}

/**
 * Messages of the thread from before the run, and calls of its earlier runs, that fit into the room. What does not fit is left
 * out of the middle: the newest come first, then the very first message. The newest is kept even when it alone is too long.
 */
export function history(store: Store, run: RunRecord, options: HistoryOptions): History {
  const { type, last_messages } = run.settings.truncation_strategy;
  const atMost = type === 'last_messages' && last_messages !== null ? last_messages : Number.POSITIVE_INFINITY;
  const first = type === 'auto' ? firstThatFits(store, run, options) : null;
  let remaining = options.room - (first?.least ?? 0);
  const kept: SizedPart[] = [];
  let messages = 0;
  let cut = false;
  for (const part of newestFirst(store, run, options)) {
    if (messages >= atMost) break;
    if (first && part.messageId === first.messageId) return { parts: [first, ...kept.reverse()], leftOut: 0 };
    const next = sized(part, options.count);
    if (next.least > remaining && messages > 0) {
      cut = true;
      break;
    }
    remaining -= next.least;
    kept.push(next);
    if (part.messageId !== null) messages += 1;
  }
  const present = messages + (first ? 1 : 0);
  const { scope } = options;
  const count = () =>
    scope.isWhole ? store.messages.count(run.thread_id, run.id) : [...messagesNewestFirst(store, run, scope)].length;
  const wanted = () => Math.min(count(), atMost);
  return { parts: [...(first ? [first] : []), ...kept.reverse()], leftOut: cut ? Math.max(0, wanted() - present) : 0 };
}

/** What a run answers, usually: the last message from before it. */
export function newestMessage(
  store: Store,
  run: RunRecord,
  { scope, count }: Pick<HistoryOptions, 'scope' | 'count'>,
): SizedPart | null {
  const [newest] = messagesNewestFirst(store, run, scope);
  const [part] = newest ? EarlierParts.of(store, run.thread_id).ofMessage(newest) : [];
  return part ? sized(part, count) : null;
}

function firstThatFits(store: Store, run: RunRecord, { scope, room, count }: HistoryOptions): SizedPart | null {
  const first = store.messages.first(run.thread_id);
  const [part] =
    first && first.run_id !== run.id && scope.includesMessage(first)
      ? EarlierParts.of(store, run.thread_id).ofMessage(first)
      : [];
  const whole = part ? sized(part, count) : null;
  return whole && whole.least <= room * SHARE_OF_FIRST ? whole : null;
}

function* newestFirst(
  store: Store,
  run: RunRecord,
  { scope, messagesOnly }: HistoryOptions,
): Generator<ConversationPart> {
  const earlier = EarlierParts.of(store, run.thread_id);
  const source: OrderSource = {
    messages: () => messagesNewestFirst(store, run, scope),
    runs: scope.runs,
    isSilent: (other) => earlier.ofRun(other).every(({ messageId }) => messageId === null),
  };
  if (messagesOnly) {
    for (const message of source.messages()) yield* earlier.ofMessage(message);
    return;
  }
  const entries = scope.isWhole ? earlier.order.newestFirst(source) : entriesNewestFirst(source);
  for (const entry of entries)
    yield* entry.type === 'run' ? earlier.ofRun(entry.run).toReversed() : earlier.ofMessage(entry.message);
}

function* messagesNewestFirst(store: Store, run: RunRecord, scope: ConversationScope): Generator<MessageOutline> {
  for (const message of EarlierParts.of(store, run.thread_id).messages.newestFirst())
    if (message.run_id !== run.id && scope.includesMessage(message)) yield message;
}
