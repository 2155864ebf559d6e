import type { Message, Run, Thread } from '../../src/preload/contract';
import { MessageId, RunId, ThreadId } from '../../src/preload/contract/ids';

export const threadId = (id: string): Thread['id'] => ThreadId.parse(`thread_${id}`);

export function message(id: string, changes: Partial<Message> = {}): Message {
  return {
    id: MessageId.parse(`msg_${id}`),
    threadId: threadId('a'),
    runId: null,
    role: 'user',
    status: 'completed',
    reading: null,
    parts: [{ type: 'text', text: `Text of ${id}` }],
    attachments: [],
    numbers: [],
    createdAt: 1_000,
    ...changes,
  };
}

export function run(id: string, changes: Partial<Run> = {}): Run {
  return {
    id: RunId.parse(`run_${id}`),
    threadId: threadId('a'),
    status: 'queued',
    model: 'built-in',
    error: null,
    usage: null,
    createdAt: 1_000,
    startedAt: null,
    finishedAt: null,
    ...changes,
  };
}
