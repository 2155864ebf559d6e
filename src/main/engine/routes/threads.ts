import type { Hono } from 'hono';
import type { z } from 'zod';
import { seconds } from '../clock';
import { deletedObject, threadObject } from '../objects';
import { newId } from '../store/ids';
import type { ThreadRecord } from '../store/records';
import { readBody } from './body';
import { type Context, threadOf } from './context';
import { addMessages } from './new-messages';
import { NewToolResources } from './new-resources';
import { normalResources } from './normal';
import { reply } from './reply';
import { taken } from './resources';
import * as shapes from './shapes';

export const NewThread = shapes.object({
  messages: shapes.NewMessages.nullish(),
  metadata: shapes.Metadata.nullish(),
  tool_resources: NewToolResources.nullish(),
});
const ThreadPatch = shapes.object({
  metadata: shapes.Metadata.nullish(),
  tool_resources: shapes.ToolResources.nullish(),
});

export function threadRoutes(app: Hono, context: Context): void {
  const { store, runner } = context;

  app.post('/v1/threads', async (c) => {
    const body = await readBody(c.req.raw, NewThread);
    return reply(c, threadObject(store.transaction(() => addThread(context, body))));
  });

  app.get('/v1/threads/:thread', (c) => reply(c, threadObject(threadOf(context, c.req.param('thread')))));

  app.post('/v1/threads/:thread', async (c) => {
    const { metadata, tool_resources } = await readBody(c.req.raw, ThreadPatch);
    const thread = threadOf(context, c.req.param('thread'));
    taken(context, tool_resources, 'thread');
    const patch: Partial<ThreadRecord> = {
      ...(metadata === undefined ? {} : { metadata: metadata ?? {} }),
      ...(tool_resources === undefined ? {} : { tool_resources: normalResources(tool_resources) }),
    };
    return reply(c, threadObject(store.threads.update(thread.id, patch) ?? thread));
  });

  app.delete('/v1/threads/:thread', (c) => {
    const thread = threadOf(context, c.req.param('thread'));
    runner.deleteThread(thread.id);
    context.models.forget?.({ threadId: thread.id });
    return reply(c, deletedObject(thread.id, 'thread.deleted'));
  });
}

/** Call inside a transaction. Returns the thread as its first messages leave it. */
export function addThread(context: Context, body: z.infer<typeof NewThread>): ThreadRecord {
  const { store, clock } = context;
  const resources = taken(context, body.tool_resources, 'thread');
  const thread = store.threads.insert({
    id: newId('thread_'),
    created_at: seconds(clock),
    metadata: body.metadata ?? {},
    tool_resources: normalResources(resources),
  });
  addMessages(context, thread.id, body.messages ?? []);
  return store.threads.get(thread.id) ?? thread;
}
