import type { Hono } from 'hono';
import { invalid, requireForm } from '../errors';
import { deletedObject, messageObject } from '../objects';
import type { MessageRecord } from '../store/records';
import { readBody } from './body';
import { type Context, orNotFound, threadOf } from './context';
import { addMessages } from './new-messages';
import { list, pageQuery } from './paging';
import { reply } from './reply';
import * as shapes from './shapes';

const MessagePatch = shapes.object({ metadata: shapes.Metadata.nullish() });
const MESSAGES = '/v1/threads/:thread/messages';

export function messageRoutes(app: Hono, context: Context): void {
  const { store, runner } = context;

  app.get(MESSAGES, (c) => {
    const query = pageQuery(c.req);
    const thread = threadOf(context, c.req.param('thread'));
    const runId = c.req.query('run_id') || null;
    if (runId !== null) requireForm('run', runId);
    return reply(
      c,
      list(() => store.messages.ofThread(thread.id, runId, query), messageObject),
    );
  });

  app.post(MESSAGES, async (c) => {
    const body = await readBody(c.req.raw, shapes.NewMessage);
    const thread = threadOf(context, c.req.param('thread'));
    const active = runner.activeIn(thread.id);
    if (active) throw invalid(`Can't add messages to ${thread.id} while a run ${active.id} is active.`);
    const [message] = store.transaction(() => addMessages(context, thread.id, [body]));
    return reply(c, messageObject(orNotFound(message, 'message', '')));
  });

  app.get(`${MESSAGES}/:id`, (c) =>
    reply(c, messageObject(messageOf(context, c.req.param('thread'), c.req.param('id')))),
  );

  app.post(`${MESSAGES}/:id`, async (c) => {
    const { metadata } = await readBody(c.req.raw, MessagePatch);
    const message = messageOf(context, c.req.param('thread'), c.req.param('id'));
    const patch = metadata === undefined ? {} : { metadata: metadata ?? {} };
    return reply(c, messageObject(store.messages.update(message.id, patch) ?? message));
  });

  app.delete(`${MESSAGES}/:id`, (c) => {
    const message = messageOf(context, c.req.param('thread'), c.req.param('id'));
    store.messages.delete(message.id);
    return reply(c, deletedObject(message.id, 'thread.message.deleted'));
  });
}

export function messageOf(context: Context, threadId: string, id: string): MessageRecord {
  const thread = threadOf(context, threadId);
  const message = context.store.messages.get(id);
  return orNotFound(message?.thread_id === thread.id ? message : undefined, 'message', id);
}
