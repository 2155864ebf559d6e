import type { Hono } from 'hono';
import { isOldName, resolveModel } from '../aliases';
import { ApiError } from '../errors';
import type { ModelCard, Models } from '../ports';
import type { Context } from './context';
import { notServed } from './elsewhere';
import { reply } from './reply';

export function modelRoutes(app: Hono, { models }: Context): void {
  app.get('/v1/models', async (c) => reply(c, { object: 'list', data: (await models.list()).map(modelObject) }));

  // Names of models may hold slashes.
  app.get('/v1/models/:id{.+}', async (c) => {
    const id = c.req.param('id');
    const cards = await models.list();
    const card = cards.find((card) => card.id === id) ?? (isOldName(id) ? cardFor(models, cards, id) : undefined);
    if (!card) throw new ApiError(404, `The model '${id}' does not exist`, 'model', 'model_not_found');
    return reply(c, modelObject(card));
  });

  app.delete('/v1/models/:id{.+}', (c) => {
    throw notServed('the deletion of models', c.req.method, c.req.path);
  });
}

/** The card of who answers to an old name. */
function cardFor(models: Models, cards: readonly ModelCard[], oldName: string): ModelCard | undefined {
  try {
    const { id, answerer } = resolveModel(models, oldName);
    return (
      cards.find((card) => card.id === answerer || card.id === id) ?? cards.find((card) => card.id === models.usual?.())
    );
  } catch {
    return undefined;
  }
}

function modelObject({ id, ownedBy, created, shutdownDate }: ModelCard) {
  const shutdown = shutdownDate ? { shutdown_date: shutdownDate } : {};
  return { id, object: 'model' as const, created, owned_by: ownedBy, ...shutdown };
}
