import type { Hono } from 'hono';
import { runObject, stepObject } from '../objects';
import { type Context, orNotFound, runOf } from './context';
import { included } from './include';
import { list, pageQuery } from './paging';
import { reply } from './reply';

const STEPS = '/v1/threads/:thread/runs/:run/steps';

export function stepRoutes(app: Hono, context: Context): void {
  const { store } = context;

  app.get(STEPS, (c) => {
    const query = pageQuery(c.req);
    const run = runOf(context, c.req.param('thread'), c.req.param('run'));
    const { expires_at } = runObject(run);
    const show = included(c, store);
    return reply(
      c,
      list(
        () => store.steps.pageOfRun(run.id, query),
        (step) => show(stepObject(step, expires_at)),
      ),
    );
  });

  app.get(`${STEPS}/:id`, (c) => {
    const run = runOf(context, c.req.param('thread'), c.req.param('run'));
    const id = c.req.param('id');
    const step = store.steps.get(id);
    const own = orNotFound(step?.run_id === run.id ? step : undefined, 'run step', id);
    return reply(c, included(c, store)(stepObject(own, runObject(run).expires_at)));
  });
}
