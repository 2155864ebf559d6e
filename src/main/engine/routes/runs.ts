import type { Context as Call, Hono } from 'hono';
import { invalid } from '../errors';
import { runObject, threadObject } from '../objects';
import { EventChannel } from '../run/channel';
import { runCreated } from '../run/events';
import { isActive, type RunRecord, type StreamEvent } from '../store/records';
import { readBody } from './body';
import { type Context, orNotFound, runOf, threadOf } from './context';
import { type Included, included, inStream } from './include';
import { addMessages } from './new-messages';
import { addRun, NewRun, NewThreadAndRun } from './new-runs';
import { list, pageQuery } from './paging';
import { reply, replyStream, shapeOf } from './reply';
import * as shapes from './shapes';
import { addThread } from './threads';
import { answeredCalls, ToolOutputs } from './tool-outputs';

const RunPatch = shapes.object({ metadata: shapes.Metadata.nullish() });
const Nothing = shapes.object({});
const RUNS = '/v1/threads/:thread/runs';

/** Poll helpers wait this long, in milliseconds: short while an answer may come at once, longer when it does not. */
const POLL_SOON = 50;
const POLL_LATER = 250;
const SOON_MS = 2_000;
const POLL_PATIENCE = 20;

export function runRoutes(app: Hono, context: Context): void {
  createRoutes(app, context);
  readRoutes(app, context);
  changeRoutes(app, context);
}

function createRoutes(app: Hono, context: Context): void {
  const { store, runner } = context;

  app.post('/v1/threads/runs', async (c) => {
    const body = await readBody(c.req.raw, NewThreadAndRun);
    const assistant = orNotFound(store.assistants.get(body.assistant_id), 'assistant', body.assistant_id);
    const show = included(c, store);
    const { thread, run } = store.transaction(() => {
      const created = addThread(context, body.thread ?? {});
      return { thread: created, run: addRun(context, created.id, assistant, body) };
    });
    const opening: StreamEvent[] = [{ event: 'thread.created', data: threadObject(thread) }, ...runCreated(run)];
    return follow(c, context, run, body.stream ? opening : null, show);
  });

  app.post(RUNS, async (c) => {
    const body = await readBody(c.req.raw, NewRun);
    const thread = threadOf(context, c.req.param('thread'));
    const assistant = orNotFound(store.assistants.get(body.assistant_id), 'assistant', body.assistant_id);
    const show = included(c, store);
    const active = runner.activeIn(thread.id);
    if (active) throw invalid(`Thread ${thread.id} already has an active run ${active.id}.`);
    const run = store.transaction(() => {
      addMessages(context, thread.id, body.additional_messages ?? []);
      return addRun(context, thread.id, assistant, body);
    });
    return follow(c, context, run, body.stream ? runCreated(run) : null, show);
  });

  app.post(`${RUNS}/:run/submit_tool_outputs`, async (c) => {
    const body = await readBody(c.req.raw, ToolOutputs);
    const run = runOf(context, c.req.param('thread'), c.req.param('run'));
    const show = included(c, store);
    const submitted = runner.submit(run, answeredCalls(context, run, body.tool_outputs));
    return follow(c, context, submitted.run, body.stream ? submitted.events : null, show);
  });
}

function readRoutes(app: Hono, context: Context): void {
  const { store } = context;

  app.get(RUNS, (c) => {
    const query = pageQuery(c.req);
    const thread = threadOf(context, c.req.param('thread'));
    context.runner.activeIn(thread.id);
    return reply(
      c,
      list(() => store.runs.ofThread(thread.id, query), runObject),
    );
  });

  app.get(`${RUNS}/:run`, async (c) => {
    // The SDKs' poll helpers ask right after they created the run; a quick answer spares them a round of waiting.
    if (c.req.header('x-stainless-poll-helper')) await context.runner.pause(c.req.param('run'), POLL_PATIENCE);
    return answer(c, context, runOf(context, c.req.param('thread'), c.req.param('run')));
  });
}

function changeRoutes(app: Hono, context: Context): void {
  const { store, runner } = context;

  app.post(`${RUNS}/:run`, async (c) => {
    const { metadata } = await readBody(c.req.raw, RunPatch);
    const run = runOf(context, c.req.param('thread'), c.req.param('run'));
    const patch = metadata === undefined ? {} : { metadata: metadata ?? {} };
    return answer(c, context, store.runs.update(run.id, patch) ?? run);
  });

  app.post(`${RUNS}/:run/cancel`, async (c) => {
    await readBody(c.req.raw, Nothing);
    const run = runOf(context, c.req.param('thread'), c.req.param('run'));
    if (!isActive(run.status) || run.status === 'cancelling') {
      throw invalid(`Cannot cancel run with status '${run.status}'.`);
    }
    return answer(c, context, runner.cancel(run));
  });
}

/** Sets a queued run going and answers with it, or with the stream of it that starts with `opening`. */
function follow(c: Call, context: Context, run: RunRecord, opening: StreamEvent[] | null, show: Included): Response {
  if (!opening) {
    context.runner.start(run);
    return answer(c, context, run);
  }
  const channel = new EventChannel(context.clock, c.req.raw.signal, inStream(show), shapeOf(c));
  channel.push(...opening);
  context.runner.start(run, channel);
  return replyStream(c, channel.body, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  });
}

function answer(c: Call, { deadlines }: Context, run: RunRecord): Response {
  const begun = isActive(run.status) && deadlines.remaining(run) > (run.expires_at - run.created_at) * 1_000 - SOON_MS;
  c.header('openai-poll-after-ms', String(begun ? POLL_SOON : POLL_LATER));
  return reply(c, runObject(run));
}
