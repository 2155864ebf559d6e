import type { Store } from '../store';
import type { MessageOutline } from '../store/messages';
import type { RunRecord } from '../store/records';
import type { RunOutline } from '../store/runs';
import { branchOf, type QuestionPath } from './branch';
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
 * one was given: the thread as it was before that run. Versions of a question, and what followed them, are not given to others.
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
  const branch = branchAt(store, run.thread_id, isBefore);
  const isOfBranch = (other: RunOutline): boolean =>
    branch?.includes(store.messages.firstOfRun(other.id) ?? { created_at: other.created_at }) ?? true;
  return {
    isWhole: end === null && branch === null,
    *runs() {
      for (const other of runs.newestFirst())
        if (other.id !== run.id && includesRun(other) && isOfBranch(other)) yield other;
      return undefined;
    },
    includesMessage: (message) =>
      (message.run_id === null || ofIncludedRun(message.run_id)) &&
      isBefore(message) &&
      (branch?.includes(message) ?? true),
  };
}

/** The way through the thread to the last question that is before a run. */
function branchAt(store: Store, threadId: string, isBefore: (message: MessageOutline) => boolean): QuestionPath | null {
  const { messages } = EarlierParts.of(store, threadId);
  function* asked(): Generator<MessageOutline> {
    for (const message of messages.newestFirst()) if (message.run_id === null && isBefore(message)) yield message;
  }
  const [question] = asked();
  return branchOf(question, asked());
}
