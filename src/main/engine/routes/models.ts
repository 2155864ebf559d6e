import type { Hono } from 'hono';
import { isOldName } from '../aliases';
import { ApiError } from '../errors';
import type { ModelCard } from '../ports';
import type { Context } from './context';
import { notServed } from './elsewhere';
import { reply } from './reply';

export function modelRoutes(app: Hono, { listModels, answering }: Context): void {
  app.get('/v1/models', async (c) => reply(c, { object: 'list', data: (await listModels()).map(modelObject) }));

  // Names of models may hold slashes.
  app.get('/v1/models/:id{.+}', async (c) => {
    const id = c.req.param('id');
    const cards = await listModels();
    const answers = isOldName(id) ? answering(id) : null;
    const card =
      cards.find((card) => card.id === id) ??
      cards.find((card) => card.id === answers?.model || card.id === answers?.shown);
    if (!card) throw new ApiError(404, `The model '${id}' does not exist`, 'model', 'model_not_found');
    return reply(c, modelObject(card));
  });

  app.delete('/v1/models/:id{.+}', (c) => {
    throw notServed('the deletion of models', c.req.method, c.req.path);
  });
}

function modelObject({ id, ownedBy, created }: ModelCard) {
  return { id, object: 'model' as const, created, owned_by: ownedBy };
}
