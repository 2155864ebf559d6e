import { extname } from 'node:path';
import { seconds } from '../clock';
import { invalid } from '../errors';
import { newId } from '../store/ids';
import type { Attachment, MessageContent, MessageRecord } from '../store/records';
import { type Context, fileOf } from './context';
import { searchableInThread } from './resources';
import type { NewMessage } from './shapes';

/** Adds messages to a thread, in order. Call inside a transaction. @throws ApiError for a file that does not exist. */
export function addMessages(context: Context, threadId: string, given: readonly NewMessage[]): MessageRecord[] {
  const records = given.map((message) => messageRecord(context, threadId, message));
  for (const record of records) context.store.messages.insert(record);
  const attached = records.flatMap((record) => filesFor(record, 'code_interpreter'));
  if (attached.length > 0) giveToThread(context, threadId, attached);
  searchableInThread(
    context,
    threadId,
    records.flatMap((record) => filesFor(record, 'file_search')),
  );
  return records;
}

function messageRecord(context: Context, threadId: string, given: NewMessage): MessageRecord {
  const now = seconds(context.clock);
  return {
    id: newId('msg_'),
    created_at: now,
    assistant_id: null,
    thread_id: threadId,
    run_id: null,
    status: 'completed',
    incomplete_details: null,
    incomplete_at: null,
    completed_at: now,
    role: given.role,
    content: contentOf(context, given.content),
    attachments: attachmentsOf(given).map(({ file_id, tools }): Attachment => {
      fileOf(context, file_id);
      return { file_id, tools: tools ?? [] };
    }),
    metadata: given.metadata ?? {},
  };
}

function attachmentsOf({ attachments, file_ids }: NewMessage): NonNullable<NewMessage['attachments']> {
  const tools = [{ type: 'code_interpreter' as const }, { type: 'file_search' as const }];
  return [...(attachments ?? []), ...(file_ids ?? []).map((file_id) => ({ file_id, tools }))];
}

function contentOf(context: Context, given: NewMessage['content']): MessageContent[] {
  if (typeof given === 'string') return [textPart(given)];
  return given.map((part): MessageContent => {
    switch (part.type) {
      case 'text':
        return textPart(part.text);
      case 'image_file': {
        const { file_id, detail } = part.image_file;
        requirePicture(fileOf(context, file_id).filename);
        return { type: 'image_file', image_file: { file_id, detail: detail ?? 'auto' } };
      }
      case 'image_url':
        return { type: 'image_url', image_url: { url: part.image_url.url, detail: part.image_url.detail ?? 'auto' } };
      default:
        return part satisfies never;
    }
  });
}

const PICTURES = ['.jpeg', '.jpg', '.png', '.gif', '.webp'];

/** Like upstream, goes by the name. @throws ApiError */
function requirePicture(filename: string): void {
  const extension = extname(filename).toLowerCase();
  if (PICTURES.includes(extension)) return;
  throw invalid(
    `Invalid message content: Expected file type to be a supported format: ${PICTURES.join(', ')} but got ${extension || 'none'}.`,
    null,
    'unsupported_file',
  );
}

function textPart(value: string): MessageContent {
  return { type: 'text', text: { value, annotations: [] } };
}

function filesFor(message: MessageRecord, type: 'code_interpreter' | 'file_search'): string[] {
  return message.attachments.flatMap(({ file_id, tools }) =>
    file_id && tools?.some((tool) => tool.type === type) ? [file_id] : [],
  );
}

/** Files attached for the code interpreter are there for the rest of the thread. */
function giveToThread({ store }: Context, threadId: string, fileIds: string[]): void {
  const thread = store.threads.get(threadId);
  if (!thread) return;
  const before = thread.tool_resources.code_interpreter?.file_ids ?? [];
  const file_ids = [...new Set([...before, ...fileIds])];
  store.threads.update(threadId, { tool_resources: { ...thread.tool_resources, code_interpreter: { file_ids } } });
}
