import { withList } from '../../metadata';
import { addUsage, NO_USAGE } from '../objects';
import { ModelFailure, protocolCode } from '../ports';
import type { Store } from '../store';
import {
  isActive,
  type LastError,
  type RunRecord,
  type StepRecord,
  type StreamEvent,
  type TokenUsage,
} from '../store/records';
import { messageEvent, runEvent, stepEvent } from './events';
import { addHeldMessage } from './held-message';

/** How a run ends other than by its own answer. */
export type Ending =
  | { status: 'cancelled' }
  | { status: 'expired' }
  /** `told` says more than the error's code, as data; the run's metadata keeps it. */
  | { status: 'failed'; error: LastError; told?: object | null };

/** Why a run is stopped before the model has done with it. */
export type Stop = 'cancelled' | 'expired' | 'closing' | 'deleted';

export const CLOSED_WHILE_RUNNING: Ending = {
  status: 'failed',
  error: { code: 'server_error', message: 'The engine was closed while this run was in progress.' },
  told: { code: 'interrupted' },
};

/** `onFault` hears of what is nobody's failure but ours. */
export function endingOf(error: unknown, stop: Stop | null, onFault: () => void): Ending {
  if (stop === 'closing') return CLOSED_WHILE_RUNNING;
  if (stop === 'cancelled' || stop === 'expired') return { status: stop };
  if (error instanceof ModelFailure)
    return {
      status: 'failed',
      error: { code: protocolCode(error.code), message: error.message },
      told: { ...error.ending, code: error.code },
    };
  onFault();
  return { status: 'failed', error: { code: 'server_error', message: 'Sorry, something went wrong.' } };
}

/** What an unfinished turn has cost and nobody has counted yet; the step is the one that is open. */
export interface OwedUsage {
  run: TokenUsage;
  step: TokenUsage;
}

export const NOTHING_OWED: OwedUsage = { run: NO_USAGE, step: NO_USAGE };

/** Where a run's metadata says more of its end than the protocol does. */
export const ENDING = 'assay_ending';

/**
 * Closes a run and whatever it had open, message first, as readers expect it. Call inside a transaction and say what
 * comes back once that is committed. Nothing happens to a run that has ended or is gone. `now` is in Unix seconds; nothing
 * ends before it began, should the clock have been set back.
 */
export function endRun(
  store: Store,
  run: RunRecord,
  ending: Ending,
  now: number,
  owed: OwedUsage = NOTHING_OWED,
): StreamEvent[] {
  if (!isActive(run.status)) return [];
  const message = store.messages.open(run.id);
  const step = store.steps.open(run.id);
  const closed =
    message &&
    store.messages.update(message.id, {
      status: 'incomplete',
      incomplete_at: Math.max(now, message.created_at),
      incomplete_details: { reason: `run_${ending.status}` },
    });
  const ended =
    step &&
    store.steps.update(step.id, {
      ...stepEnd(ending, Math.max(now, step.created_at)),
      usage: addUsage(step.usage, owed.step),
    });
  const late = Math.max(now, run.created_at);
  store.ongoingAnswers.delete(run.id);
  const held = addHeldMessage(store, run, `run_${ending.status}`, stepEnd(ending, late), late);
  const over = store.runs.update(run.id, {
    required_action: null,
    held: [],
    usage: addUsage(run.usage, owed.run),
    ...runEnd(run, ending, late),
  });
  return [
    ...(closed ? [messageEvent(closed)] : []),
    ...(ended ? [stepEvent(ended, run)] : []),
    ...held,
    ...(over ? [runEvent(over)] : []),
  ];
}

function runEnd(run: RunRecord, ending: Ending, now: number): Partial<RunRecord> {
  switch (ending.status) {
    case 'cancelled':
      return { status: 'cancelled', cancelled_at: now };
    case 'expired':
      return { status: 'expired' };
    case 'failed':
      return {
        status: 'failed',
        failed_at: now,
        last_error: ending.error,
        ...(ending.told ? { metadata: withList(run.metadata, ENDING, [ending.told]) } : {}),
      };
  }
}

function stepEnd(ending: Ending, now: number): Partial<StepRecord> {
  switch (ending.status) {
    case 'cancelled':
      return { status: 'cancelled', cancelled_at: now };
    case 'expired':
      return { status: 'expired', expired_at: now };
    case 'failed': {
      // A step knows fewer codes than a run.
      const code = ending.error.code === 'invalid_prompt' ? 'server_error' : ending.error.code;
      return { status: 'failed', failed_at: now, last_error: { code, message: ending.error.message } };
    }
  }
}
