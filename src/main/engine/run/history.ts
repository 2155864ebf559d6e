import type { ModelAttachment, ModelContent, ModelItem } from '../ports';
import type { Store } from '../store';
import type { Attachment, MessageContent, MessageRecord, RunRecord } from '../store/records';
import { itemTokens } from './tokens';

type MessageItem = Extract<ModelItem, { type: 'message' }>;

const PAGE = 100;
/** The first message often sets the task, so `auto` keeps it when it takes no more than this part of the room. */
const SHARE_OF_FIRST = 1 / 4;

/**
 * The thread's messages from before the run that fit into `room` tokens, oldest first. What does not fit is left out
 * of the middle: the newest come first, then the very first. The newest is kept even when it alone is too long.
 */
export function history(store: Store, run: RunRecord, room: number): MessageItem[] {
  const { type, last_messages } = run.settings.truncation_strategy;
  const atMost = type === 'last_messages' && last_messages !== null ? last_messages : Number.POSITIVE_INFINITY;
  const first = type === 'auto' ? firstThatFits(store, run, room) : null;
  let remaining = room - (first ? itemTokens(first.item) : 0);
  const kept: MessageItem[] = [];
  for (const message of newestFirst(store, run)) {
    if (kept.length >= atMost) break;
    if (message.id === first?.id) return [first.item, ...kept.reverse()];
    const item = messageItem(store, message);
    if (!item) continue;
    remaining -= itemTokens(item);
    if (remaining < 0 && kept.length > 0) break;
    kept.push(item);
  }
  return [...(first ? [first.item] : []), ...kept.reverse()];
}

export function messageItem(store: Store, message: MessageRecord): MessageItem | null {
  const content = message.content.flatMap(readable);
  const attachments = message.attachments.flatMap((attachment) => attached(store, attachment));
  if (content.length === 0) return null;
  return { type: 'message', role: message.role, content, ...(attachments.length > 0 ? { attachments } : {}) };
}

function attached(store: Store, { file_id, tools }: Attachment): ModelAttachment[] {
  const file = file_id === undefined ? undefined : store.files.get(file_id);
  return file ? [{ fileId: file.id, filename: file.filename, tools: (tools ?? []).map((tool) => tool.type) }] : [];
}

function readable(part: MessageContent): ModelContent[] {
  switch (part.type) {
    case 'text':
      return part.text.value === '' ? [] : [{ type: 'text', text: part.text.value }];
    case 'refusal':
      return [{ type: 'text', text: part.refusal }];
    case 'image_file':
      return [{ type: 'image_file', fileId: part.image_file.file_id }];
    case 'image_url':
      return [{ type: 'image_url', url: part.image_url.url }];
  }
}

function firstThatFits(store: Store, run: RunRecord, room: number): { id: string; item: MessageItem } | null {
  const first = store.messages.first(run.thread_id);
  const item = first && first.run_id !== run.id ? messageItem(store, first) : null;
  return first && item && itemTokens(item) <= room * SHARE_OF_FIRST ? { id: first.id, item } : null;
}

function* newestFirst(store: Store, run: RunRecord): Generator<MessageRecord> {
  let before: string | null = null;
  for (;;) {
    const page: MessageRecord[] = store.messages.history(run.thread_id, run.id, PAGE, before);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    before = last.id;
  }
}
