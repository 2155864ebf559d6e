import { NO_USAGE } from '../objects';
import { newId } from '../store/ids';
import type { MessageRecord, RunRecord, StepRecord } from '../store/records';

/** The assistant's message as it starts, still empty. `now` is in Unix seconds. */
export function newMessage(run: RunRecord, now: number): MessageRecord {
  return {
    id: newId('msg_'),
    created_at: now,
    assistant_id: run.assistant_id,
    thread_id: run.thread_id,
    run_id: run.id,
    status: 'in_progress',
    incomplete_details: null,
    incomplete_at: null,
    completed_at: null,
    role: 'assistant',
    content: [],
    attachments: [],
    metadata: {},
  };
}

export function newStep(run: RunRecord, details: StepRecord['step_details'], now: number): StepRecord {
  return {
    id: newId('step_'),
    created_at: now,
    run_id: run.id,
    assistant_id: run.assistant_id,
    thread_id: run.thread_id,
    type: details.type,
    status: 'in_progress',
    cancelled_at: null,
    completed_at: null,
    expired_at: null,
    failed_at: null,
    last_error: null,
    step_details: details,
    usage: NO_USAGE,
    metadata: {},
  };
}
