import { NO_USAGE } from '../objects';
import type { OngoingAnswer } from '../ports';
import type { Store } from '../store';
import type { RunRecord, StreamEvent } from '../store/records';
import type { Answer } from './answer';
import { Leftovers } from './leftovers';
import { carryOut, type OwnTools } from './own-tools';
import type { TakenUp } from './turn';

/**
 * Ends what has come of an answer and keeps, in the same piece, that the rest goes on at the server. Where calls wait that
 * come to nothing before the answer is over, the answer can be taken up again from an earlier place only.
 */
export async function keepOngoing(
  tools: OwnTools,
  run: RunRecord,
  answer: Answer,
  ongoing: OngoingAnswer,
  signal: AbortSignal,
): Promise<StreamEvent[]> {
  const { store } = tools;
  const isHosted = answer.canContinue;
  if (!isHosted && answer.step.begun) return [];
  const isNew = answer.isEmpty;
  if (isHosted) await carryOut(tools, run, answer.step, signal);
  answer.endText();
  const events = store.transaction(() => {
    const events = isHosted ? answer.step.close('completed', NO_USAGE) : answer.closeMessage(null, NO_USAGE);
    answer.saveStates();
    const last_step = store.steps.ofRun(run.id).at(-1)?.id ?? null;
    store.ongoingAnswers.save({ run_id: run.id, last_step, answer: ongoing });
    return events;
  });
  if (!isNew) answer.continue();
  return events;
}

/** What there is of the run's answer, which an earlier process did not come to hear to its end. Call inside a transaction. */
export function takenUp(store: Store, run: RunRecord): TakenUp | null {
  const record = store.ongoingAnswers.ofRun(run.id);
  return record ? { answer: record.answer, leftovers: Leftovers.behind(store, run, record.last_step) } : null;
}
