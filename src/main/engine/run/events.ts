import { messageObject, runObject, stepObject } from '../objects';
import type { MessageRecord, RunRecord, StepRecord, StreamEvent } from '../store/records';

/** Events named by the state the record is in now. */

export function runEvent(run: RunRecord): StreamEvent {
  return { event: `thread.run.${run.status}`, data: runObject(run) };
}

export function stepEvent(step: StepRecord, run: RunRecord): StreamEvent {
  return { event: `thread.run.step.${step.status}`, data: stepObject(step, run.expires_at) };
}

export function messageEvent(message: MessageRecord): StreamEvent {
  return { event: `thread.message.${message.status}`, data: messageObject(message) };
}

export function runCreated(run: RunRecord): StreamEvent[] {
  return [{ event: 'thread.run.created', data: runObject(run) }, runEvent(run)];
}

export function stepCreated(step: StepRecord, run: RunRecord): StreamEvent[] {
  return [{ event: 'thread.run.step.created', data: stepObject(step, run.expires_at) }, stepEvent(step, run)];
}

export function messageCreated(message: MessageRecord): StreamEvent[] {
  return [{ event: 'thread.message.created', data: messageObject(message) }, messageEvent(message)];
}
