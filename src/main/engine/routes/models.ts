import type { Hono } from 'hono';
import { ApiError } from '../errors';
import type { ModelCard } from '../ports';
import type { Context } from './context';
import { reply } from './reply';

export function modelRoutes(app: Hono, { listModels }: Context): void {
  app.get('/v1/models', async (c) => reply(c, { object: 'list', data: (await listModels()).map(modelObject) }));

  // Names of models may hold slashes.
  app.get('/v1/models/:id{.+}', async (c) => {
    const id = c.req.param('id');
    const card = (await listModels()).find((one) => one.id === id);
    if (!card) throw new ApiError(404, `The model '${id}' does not exist`, 'model', 'model_not_found');
    return reply(c, modelObject(card));
  });
}

function modelObject({ id, ownedBy, created }: ModelCard) {
  return { id, object: 'model' as const, created, owned_by: ownedBy };
}
