import type { Store } from '../store';
import type { MessageOutline } from '../store/messages';
import type { RunRecord } from '../store/records';
import type { RunOutline } from '../store/runs';

/** Run metadata: the run whose question is answered once more, by another model. */
const BESIDE = 'assay_beside';

/** What of a thread a run is given to read. */
export interface ConversationScope {
  includesRun(other: RunOutline): boolean;
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
  const known = new Map<string, boolean>();
  const includesRun = (other: RunOutline): boolean =>
    other.metadata[BESIDE] === undefined && (end === null || store.runs.isOlder(other.id, end.id));
  const ofIncludedRun = (id: string): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const other = store.runs.outline(id);
    const included = other === undefined || includesRun(other);
    known.set(id, included);
    return included;
  };
  const isBefore = (message: MessageOutline): boolean => {
    if (end === null) return true;
    // No messages come in while a run is under way, so that its own first one tells the others apart.
    if (firstOfEnd) return store.messages.isOlder(message.id, firstOfEnd.id);
    return message.created_at <= end.created_at;
  };
  return {
    includesRun,
    includesMessage: (message) =>
      message.run_id === null ? isBefore(message) : ofIncludedRun(message.run_id) && isBefore(message),
  };
}
