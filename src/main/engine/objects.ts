import type OpenAI from 'openai';
import { inCharacters } from './characters';
import {
  type AssistantRecord,
  type FileRecord,
  isActive,
  type MessageContent,
  type MessageRecord,
  type RunRecord,
  type StepRecord,
  type ThreadRecord,
  type TokenUsage,
} from './store/records';

/** Records as they go over the wire: every key, always. Keys beyond the SDK's types are ones upstream sends too. */

export function assistantObject(record: AssistantRecord) {
  return { ...record, object: 'assistant' } satisfies OpenAI.Beta.Assistant;
}

export function threadObject(record: ThreadRecord) {
  return { ...record, object: 'thread' } satisfies OpenAI.Beta.Thread;
}

export function messageObject(record: MessageRecord) {
  const content = record.content.map(contentObject);
  return { ...record, content, object: 'thread.message' } satisfies OpenAI.Beta.Threads.Message;
}

/** Records tell the places of annotations as JavaScript slices text; over the wire they count characters. */
function contentObject(part: MessageContent): MessageContent {
  if (part.type !== 'text') return part;
  const { value, annotations } = part.text;
  return { type: 'text', text: { value, annotations: inCharacters(value, annotations) } };
}

export function runObject(record: RunRecord) {
  const { settings, usage, held: _held, ...rest } = record;
  const { asked_model: _, answerer: __, ...shown } = settings;
  return {
    ...rest,
    ...shown,
    object: 'thread.run',
    // An expired run keeps it: there is no other key to tell when it ended.
    expires_at: isActive(record.status) || record.status === 'expired' ? record.expires_at : null,
    usage: isActive(record.status) ? null : usage,
  } satisfies OpenAI.Beta.Threads.Run;
}

/** `expiresAt` is the run's, as its own object shows it. */
export function stepObject(record: StepRecord, expiresAt: number | null) {
  return {
    ...record,
    object: 'thread.run.step',
    expires_at: expiresAt,
    usage: record.status === 'in_progress' ? null : record.usage,
  } satisfies OpenAI.Beta.Threads.Runs.RunStep & { expires_at: number | null };
}

export function fileObject(record: FileRecord) {
  const { blob_key: _, ...shown } = record;
  return {
    ...shown,
    object: 'file',
    status: 'processed',
    status_details: null,
  } satisfies Record<Exclude<keyof OpenAI.FileObject, 'object'>, unknown> & { object: OpenAI.FileObject['object'] };
}

export function deletedObject<K extends string>(id: string, object: K) {
  return { id, object, deleted: true as const };
}

export const NO_USAGE: TokenUsage = {
  prompt_tokens: 0,
  completion_tokens: 0,
  total_tokens: 0,
  prompt_token_details: { cached_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 0 },
};

export function addUsage(a: TokenUsage, b: TokenUsage): TokenUsage {
  return {
    prompt_tokens: a.prompt_tokens + b.prompt_tokens,
    completion_tokens: a.completion_tokens + b.completion_tokens,
    total_tokens: a.total_tokens + b.total_tokens,
    prompt_token_details: {
      cached_tokens: a.prompt_token_details.cached_tokens + b.prompt_token_details.cached_tokens,
    },
    completion_tokens_details: {
      reasoning_tokens: a.completion_tokens_details.reasoning_tokens + b.completion_tokens_details.reasoning_tokens,
    },
    ...(a.estimated || b.estimated ? { estimated: true } : {}),
  };
}
