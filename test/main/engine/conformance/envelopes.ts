import type OpenAI from 'openai';
import type { CursorPageResponse } from 'openai/pagination';
import { expect } from 'vitest';

/** What is the same around every kind of thing: its list, its deletion, its refusal. */

const text = expect.any(String) as string;

export const list = (...data: object[]) =>
  ({
    object: 'list',
    data,
    first_id: data.length > 0 ? text : null,
    last_id: data.length > 0 ? text : null,
    has_more: false,
  }) satisfies CursorPageResponse<object> & { object: 'list'; first_id: string | null; last_id: string | null };

type Deleted =
  | OpenAI.Beta.AssistantDeleted
  | OpenAI.Beta.ThreadDeleted
  | OpenAI.Beta.Threads.MessageDeleted
  | OpenAI.FileDeleted
  | OpenAI.VectorStoreDeleted
  | OpenAI.VectorStores.VectorStoreFileDeleted;

export const deleted = <O extends Deleted['object']>(object: O) =>
  ({ id: text, object, deleted: true }) satisfies Omit<Deleted, 'object'> & { object: O };

export const refusal = (message: unknown, param: string | null = null, code: string | null = null) => ({
  error: { message: message as string, type: 'invalid_request_error', param, code } satisfies OpenAI.ErrorObject,
});
