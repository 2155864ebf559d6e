import { type Metadata, withList } from '../../metadata';
import { secondsFrom } from '../clock';
import { addUsage, NO_USAGE } from '../objects';
import type { Clock, ModelEvent } from '../ports';
import type { Store } from '../store';
import type { RunRecord, StreamEvent, TokenUsage } from '../store/records';
import type { Answer } from './answer';
import { overspent, wireUsage } from './budget';
import { ENDING } from './ending';
import { runEvent } from './events';
import { withUnsourced } from './figures-check';
import type { Cut } from './message-writer';

export type Done = Extract<ModelEvent, { type: 'done' }>;

/** How a turn has ended, and what of it is still to be counted. */
export interface TurnEnding {
  run: RunRecord;
  /** Of the model call; goes to the first of its steps that ends from here on, so that steps add up to the run. */
  usage: TokenUsage;
  limit: { details: RunRecord['incomplete_details']; cut: Cut | null } | null;
}

/** Counts what the turn has cost and decides whether the run may go on. */
export function countTurn(run: RunRecord, done: Done): TurnEnding {
  const usage = wireUsage(done.usage);
  const total = addUsage(run.usage, usage);
  return { run: { ...run, usage: total }, usage, limit: limitOf(run, total, done.reason) };
}

function limitOf(run: RunRecord, usage: TokenUsage, reason: Done['reason']): TurnEnding['limit'] {
  if (reason === 'content_filter') return { details: {}, cut: 'content_filter' };
  const limit = reason === 'max_completion_tokens' || reason === 'max_prompt_tokens' ? reason : overspent(run, usage);
  if (limit === null) return null;
  // Too long a prompt says nothing against an answer that was finished.
  return { details: { reason: limit }, cut: limit === 'max_prompt_tokens' && reason !== limit ? null : 'max_tokens' };
}

/** The model has said what it had to say, and asks for nothing more. */
export const answersAll = (answer: Answer, { limit }: TurnEnding): boolean =>
  limit === null && answer.speaking && !answer.step.begun && !answer.callsFunctions;

/** The answer is over, and the model is asked for another one in its place. */
export function finishSuperseded(store: Store, answer: Answer, { run, usage }: TurnEnding): StreamEvent[] {
  return store.transaction(() => {
    store.runs.update(run.id, { usage: run.usage });
    store.ongoingAnswers.delete(run.id);
    answer.saveStates();
    return answer.closeMessage(null, usage, 'superseded');
  });
}

/** The tools of the turn are done. */
export function finishTools(store: Store, answer: Answer, turn: TurnEnding): StreamEvent[] {
  return store.transaction(() => answer.step.close('completed', turn.usage));
}

/** What the turn still had to say is said, and the run goes on. */
export function finishTurn(store: Store, answer: Answer, usage: TokenUsage): StreamEvent[] {
  return store.transaction(() => {
    answer.saveStates();
    return answer.closeMessage(null, usage);
  });
}

/**
 * The run's own end, or its wait for tool outputs, in one transaction. Returns what is to be said then. Nothing happens
 * to a run that is gone.
 */
export function finishRun(store: Store, answer: Answer, turn: TurnEnding, clock: Clock): StreamEvent[] {
  const { run, limit } = turn;
  return store.transaction(() => {
    const speaks = answer.speaking;
    const usageOfStep = speaks ? NO_USAGE : turn.usage;
    const events = [
      ...answer.closeMessage(limit?.cut ?? null, turn.usage),
      // Tools that the turn asked for when it had no right to go on are not carried out.
      ...(limit ? answer.step.close('cancelled', usageOfStep) : []),
    ];
    store.ongoingAnswers.delete(run.id);
    const kept = store.runs.get(run.id);
    if (!kept) return events;
    answer.saveStates();
    if (!limit && answer.step.functions.length > 0)
      return [...events, ...awaitOutputs(store, run, answer, usageOfStep)];
    const metadata = withEnding(withUnsourced(store, kept), limit);
    const over = store.runs.update(
      run.id,
      limit
        ? { usage: run.usage, status: 'incomplete', incomplete_details: limit.details, metadata }
        : { usage: run.usage, status: 'completed', completed_at: secondsFrom(run.created_at, clock), metadata },
    );
    return over ? [...events, runEvent(over)] : events;
  });
}

/** The protocol has no reason for what a filter cut off. */
function withEnding(metadata: Metadata, limit: TurnEnding['limit']): Metadata {
  return limit?.cut === 'content_filter' ? withList(metadata, ENDING, [{ code: limit.cut }]) : metadata;
}

/** The run ends because its budget does not even allow to ask. */
export function finishUnasked(store: Store, run: RunRecord): StreamEvent[] {
  return store.transaction(() => {
    const over = store.runs.update(run.id, {
      status: 'incomplete',
      incomplete_details: { reason: 'max_prompt_tokens' },
    });
    return over ? [runEvent(over)] : [];
  });
}

/** One step holds all functions of the turn. It stays open until their outputs come, and what was said behind them waits too. */
function awaitOutputs(store: Store, run: RunRecord, answer: Answer, usage: TokenUsage): StreamEvent[] {
  answer.step.save({ usage });
  const waiting = store.runs.update(run.id, {
    usage: run.usage,
    status: 'requires_action',
    held: answer.held,
    required_action: {
      type: 'submit_tool_outputs',
      submit_tool_outputs: {
        tool_calls: answer.step.functions.map(({ id, function: { name, arguments: args } }) => ({
          id,
          type: 'function',
          function: { name, arguments: args },
        })),
      },
    },
  });
  return waiting ? [runEvent(waiting)] : [];
}
