import { createHash } from 'node:crypto';
import type { ModelItem, ModelState } from '../ports';
import type { Store } from '../store';
import type { MessageRecord, RunRecord } from '../store/records';
import type { ThreadSummaryRecord } from '../store/thread-summaries';
import type { SizedPart } from './fit';

/** Such a run is given less than all of the thread, and is no part of what later runs are given. */
const BESIDE = 'assay_beside';

/** Keeps what a run's model has made of all that came before `anchor`. Call inside a transaction. */
export function saveSummary(store: Store, run: RunRecord, anchor: string, state: ModelState): void {
  const { answerer } = run.settings;
  const newest = store.messages.history(run.thread_id, run.id, 1, null)[0];
  if (!answerer || !newest || !readsAll(run)) return;
  const place = { thread_id: run.thread_id, run_id: run.id, answerer, anchor, last_message: newest.id };
  const basis = basisOf(messagesBefore(store, place, newest), run);
  store.threadSummaries.save({ ...place, basis, state });
}

/**
 * The parts with what the run's model has made of their beginning, in an earlier run, in its place among them; null where there
 * is no such thing, or it does not stand for what the thread holds now and what the run may be given of it.
 */
export function withSummary(store: Store, run: RunRecord, parts: readonly SizedPart[]): SummarizedParts | null {
  const { answerer } = run.settings;
  const summary = answerer && readsAll(run) ? store.threadSummaries.ofThread(run.thread_id, answerer) : undefined;
  const last = summary && summary.run_id !== run.id ? store.messages.get(summary.last_message) : undefined;
  if (!summary || !last) return null;
  const start = parts.findIndex((part) => isAt(part, summary.anchor));
  if (start < 0 || basisOf(messagesBefore(store, summary, last), run) !== summary.basis) return null;
  const item: ModelItem = { type: 'state', state: summary.state };
  const part = { messageId: null, items: [{ item, tokens: 0, short: null }], whole: 0, least: 0 };
  return { parts: [...parts.slice(0, start), part, ...parts.slice(start)], start };
}

export interface SummarizedParts {
  parts: SizedPart[];
  /** Where among them the summary stands. */
  start: number;
}

const readsAll = ({ settings, metadata }: RunRecord): boolean =>
  settings.truncation_strategy.type === 'auto' && metadata[BESIDE] === undefined;

const isAt = ({ messageId, items }: SizedPart, anchor: string): boolean =>
  messageId === anchor || items.some(({ item }) => 'callId' in item && item.callId === anchor);

type Place = Pick<ThreadSummaryRecord, 'thread_id' | 'run_id' | 'anchor'>;

/** Those of the thread from before the run, newest first, and those of the run that stand before the anchor. */
function messagesBefore(store: Store, { thread_id, run_id, anchor }: Place, last: MessageRecord): MessageRecord[] {
  const steps = store.steps.ofRun(run_id);
  const at = steps.findIndex(({ step_details: details }) =>
    details.type === 'tool_calls'
      ? details.tool_calls.some(({ id }) => id === anchor)
      : details.message_creation.message_id === anchor,
  );
  // Calls of a step that is still open may not have been written down yet.
  const own = steps.slice(0, at < 0 ? -1 : at).flatMap(({ step_details: details }) => {
    const message = details.type === 'tool_calls' ? undefined : store.messages.get(details.message_creation.message_id);
    return message ? [message] : [];
  });
  return [last, ...store.messages.history(thread_id, run_id, MOST_MESSAGES, last.id), ...own];
}

/** More than anybody's thread has. */
const MOST_MESSAGES = 1_000_000;

/** Changes with every message from before it that is edited, deleted or added, and with how much the model may be given. */
function basisOf(messages: readonly MessageRecord[], { metadata }: RunRecord): string {
  const hash = createHash('sha256');
  const { assay_boundary: boundary = null, assay_rows: rows = null } = metadata;
  hash.update(JSON.stringify([boundary, rows]));
  for (const { id, role, content, attachments } of messages)
    hash.update(JSON.stringify([id, role, content, attachments]));
  return hash.digest('hex');
}
