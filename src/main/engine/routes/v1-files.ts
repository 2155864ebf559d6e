import type { Context as Call, Hono } from 'hono';
import { filesOf, withFiles } from '../assistant-files';
import { deletedObject } from '../objects';
import type { AssistantRecord } from '../store/records';
import { readBody } from './body';
import { type Context, fileOf, orNotFound } from './context';
import { messageOf } from './messages';
import { list, pageOf, pageQuery } from './paging';
import { reply } from './reply';
import * as shapes from './shapes';

const ASSISTANT_FILES = '/v1/assistants/:assistant/files';
const MESSAGE_FILES = '/v1/threads/:thread/messages/:message/files';
const NewAssistantFile = shapes.object({ file_id: shapes.text() });

/** Paths that only version 1 had. */
export function v1FileRoutes(app: Hono, context: Context): void {
  assistantFileRoutes(app, context);

  app.get(MESSAGE_FILES, (c) => {
    const message = messageOf(context, c.req.param('thread'), c.req.param('message'));
    return reply(
      c,
      paged(c, attached(message.attachments), (id) => messageFile(id, message)),
    );
  });

  app.get(`${MESSAGE_FILES}/:file`, (c) => {
    const message = messageOf(context, c.req.param('thread'), c.req.param('message'));
    const id = c.req.param('file');
    orNotFound(
      attached(message.attachments).find((fileId) => fileId === id),
      'file',
      id,
    );
    return reply(c, messageFile(id, message));
  });
}

function assistantFileRoutes(app: Hono, context: Context): void {
  const { store } = context;
  const assistantOf = (id: string) => orNotFound(store.assistants.get(id), 'assistant', id);
  const change = (assistant: AssistantRecord, files: string[]) =>
    store.transaction(() => store.assistants.update(assistant.id, withFiles(context, assistant, files)));

  app.get(ASSISTANT_FILES, (c) => {
    const assistant = assistantOf(c.req.param('assistant'));
    return reply(
      c,
      paged(c, filesOf(store, assistant), (id) => assistantFile(id, assistant)),
    );
  });

  app.post(ASSISTANT_FILES, async (c) => {
    const { file_id } = await readBody(c.req.raw, NewAssistantFile);
    const assistant = assistantOf(c.req.param('assistant'));
    fileOf(context, file_id);
    change(assistant, [...new Set([...filesOf(store, assistant), file_id])]);
    return reply(c, assistantFile(file_id, assistant));
  });

  app.get(`${ASSISTANT_FILES}/:file`, (c) => {
    const assistant = assistantOf(c.req.param('assistant'));
    const id = c.req.param('file');
    orNotFound(
      filesOf(store, assistant).find((fileId) => fileId === id),
      'file',
      id,
    );
    return reply(c, assistantFile(id, assistant));
  });

  app.delete(`${ASSISTANT_FILES}/:file`, (c) => {
    const assistant = assistantOf(c.req.param('assistant'));
    const id = c.req.param('file');
    const files = filesOf(store, assistant);
    orNotFound(
      files.find((fileId) => fileId === id),
      'file',
      id,
    );
    change(
      assistant,
      files.filter((fileId) => fileId !== id),
    );
    return reply(c, deletedObject(id, 'assistant.file.deleted'));
  });
}

const attached = (attachments: { file_id?: string }[]): string[] => [
  ...new Set(attachments.flatMap(({ file_id }) => (file_id === undefined ? [] : [file_id]))),
];

function assistantFile(id: string, { id: assistant_id, created_at }: AssistantRecord) {
  return { id, object: 'assistant.file' as const, created_at, assistant_id };
}

function messageFile(id: string, message: { id: string; created_at: number }) {
  return { id, object: 'thread.message.file' as const, created_at: message.created_at, message_id: message.id };
}

/** Clients of that time ask for the next page until one is empty, so cursors matter even where all fits into one. */
function paged<T extends { id: string }>(c: Call, ids: string[], toObject: (id: string) => T) {
  const query = pageQuery(c.req);
  return list(
    () => pageOf(ids.map(toObject), query),
    (fileId) => fileId,
  );
}
