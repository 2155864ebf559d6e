import type { Store } from '../store';
import type { HeldEvent, MessageContent, RunRecord, StepRecord, StreamEvent } from '../store/records';
import { newMessage, newStep } from './drafts';
import { messageCreated, messageEvent, stepCreated, stepEvent } from './events';

/**
 * What the model had said behind functions of a run that ends without their outputs: a message of its own, broken off like
 * the run. Call inside a transaction.
 */
export function addHeldMessage(
  store: Store,
  run: RunRecord,
  reason: 'run_cancelled' | 'run_expired' | 'run_failed',
  end: Partial<StepRecord>,
  now: number,
): StreamEvent[] {
  const content = run.held.reduce(withEvent, []);
  if (content.length === 0) return [];
  const message = newMessage(run, now);
  const step = newStep(run, { type: 'message_creation', message_creation: { message_id: message.id } }, now);
  store.steps.insert({ ...step, ...end });
  const incomplete = { status: 'incomplete' as const, incomplete_at: now, incomplete_details: { reason }, content };
  store.messages.insert({ ...message, ...incomplete });
  return [
    ...stepCreated(step, run),
    ...messageCreated(message),
    messageEvent({ ...message, ...incomplete }),
    stepEvent({ ...step, ...end }, run),
  ];
}

function withEvent(content: MessageContent[], event: HeldEvent): MessageContent[] {
  if (event.type === 'state') return content;
  if (event.type === 'image')
    return [...content, { type: 'image_file', image_file: { file_id: event.fileId, detail: 'auto' } }];
  if (event.delta === '') return content;
  const last = content.at(-1);
  if (event.type === 'refusal') {
    if (last?.type !== 'refusal') return [...content, { type: 'refusal', refusal: event.delta }];
    return [...content.slice(0, -1), { type: 'refusal', refusal: last.refusal + event.delta }];
  }
  if (last?.type !== 'text') return [...content, { type: 'text', text: { value: event.delta, annotations: [] } }];
  return [...content.slice(0, -1), { type: 'text', text: { value: last.text.value + event.delta, annotations: [] } }];
}
