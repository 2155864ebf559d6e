import type { Store } from '../store';
import type { MessageOutline } from '../store/messages';
import type { RunRecord } from '../store/records';
import type { RunOutline } from '../store/runs';
import { EarlierParts } from './earlier-parts';

/** Run metadata: the run whose question is answered once more, by another model. */
const BESIDE = 'assay_beside';

/** What of a thread a run is given to read. */
export interface ConversationScope {
  /** Whether it goes to the end of the thread. */
  isWhole: boolean;
  /** Newest first. */
  runs(): Generator<RunOutline, undefined>;
  includesMessage(message: MessageOutline): boolean;
}

/**
 * Answers that stand beside others are no part of the conversation; and whoever gives such an answer is given what the first
 * one was given: the thread as it was before that run.
 */
export function scopeOf(store: Store, run: RunRecord): ConversationScope {
  const named = run.metadata[BESIDE];
  const original = named === undefined ? undefined : store.runs.get(named);
  const end = original && original.thread_id === run.thread_id ? original : null;
  const firstOfEnd = end && store.messages.ofRun(end.id)[0];
  const { runs } = EarlierParts.of(store, run.thread_id);
  const includesRun = (other: RunOutline): boolean =>
    other.metadata[BESIDE] === undefined && (end === null || store.runs.isOlder(other.id, end.id));
  // A run that is gone has left its messages to the thread.
  const ofIncludedRun = (id: string): boolean => {
    const other = runs.get(id);
    return other === undefined || includesRun(other);
  };
  const isBefore = (message: MessageOutline): boolean => {
    if (end === null) return true;
    // No messages come in while a run is under way, so that its own first one tells the others apart.
    if (firstOfEnd) return store.messages.isOlder(message.id, firstOfEnd.id);
    return message.created_at <= end.created_at;
  };
  return {
    isWhole: end === null,
    *runs() {
      for (const other of runs.newestFirst()) if (other.id !== run.id && includesRun(other)) yield other;
      return undefined;
    },
    includesMessage: (message) =>
      message.run_id === null ? isBefore(message) : ofIncludedRun(message.run_id) && isBefore(message),
  };
}
