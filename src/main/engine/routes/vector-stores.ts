import type { Hono, MiddlewareHandler } from 'hono';
import { seconds } from '../clock';
import { invalid } from '../errors';
import { deletedObject } from '../objects';
import { newId } from '../store/ids';
import { type FileStatus, placeId, type VectorStoreFileRecord, type VectorStoreRecord } from '../store/vector-stores';
import {
  addStore,
  addToStore,
  batchObject,
  isExpired,
  type NewStoreFile,
  storeFileObject,
  storeObject,
  touchStore,
} from '../vector-stores';
import { readBody } from './body';
import { type Context, fileOf, orNotFound } from './context';
import { list, pageQuery } from './paging';
import { reply } from './reply';
import * as shapes from './vector-shapes';

const STATUSES: readonly FileStatus[] = ['in_progress', 'completed', 'failed', 'cancelled'];

const POLL_MS = '100';

/** The SDK's poll helpers wait five seconds between looks unless they are told better. */
const askAgainSoon: MiddlewareHandler = async (c, next) => {
  c.header('openai-poll-after-ms', POLL_MS);
  await next();
};

export function vectorStoreRoutes(app: Hono, context: Context): void {
  const { store, indexer } = context;

  app.get('/v1/vector_stores', (c) =>
    reply(
      c,
      list(
        () => store.vectorStores.page('TRUE', {}, pageQuery(c.req)),
        (record) => storeObject(context, record),
      ),
    ),
  );

  app.post('/v1/vector_stores', async (c) => {
    const { file_ids, chunking_strategy, ...given } = await readBody(c.req.raw, shapes.NewStore);
    for (const id of file_ids ?? []) fileOf(context, id);
    const strategy = shapes.strategyOf(chunking_strategy);
    const record = store.transaction(() => {
      const made = addStore(context, {
        name: given.name ?? null,
        description: given.description ?? null,
        metadata: given.metadata ?? {},
        expires_after: given.expires_after ?? null,
      });
      addToStore(
        context,
        made.id,
        (file_ids ?? []).map((file_id): NewStoreFile => ({ file_id, chunking_strategy: strategy, attributes: {} })),
        null,
      );
      return made;
    });
    return reply(c, storeObject(context, record));
  });

  app.get('/v1/vector_stores/:vs', (c) => reply(c, storeObject(context, storeOf(context, c.req.param('vs')))));

  app.post('/v1/vector_stores/:vs', async (c) => {
    const body = await readBody(c.req.raw, shapes.StorePatch);
    const record = storeOf(context, c.req.param('vs'));
    const patch: Partial<VectorStoreRecord> = {
      ...(body.name === undefined ? {} : { name: body.name }),
      ...(body.expires_after === undefined ? {} : { expires_after: body.expires_after }),
      ...(body.metadata === undefined ? {} : { metadata: body.metadata ?? {} }),
    };
    return reply(c, storeObject(context, store.vectorStores.update(record.id, patch) ?? record));
  });

  app.delete('/v1/vector_stores/:vs', (c) => {
    const { id } = storeOf(context, c.req.param('vs'));
    store.transaction(() => {
      store.vectorStores.delete(id);
      indexer.dropStore(id);
    });
    return reply(c, deletedObject(id, 'vector_store.deleted'));
  });

  app.post('/v1/vector_stores/:vs/search', async (c) => {
    const body = await readBody(c.req.raw, shapes.Search);
    const record = storeOf(context, c.req.param('vs'));
    if (isExpired(context, record)) throw invalid(`Vector store '${record.id}' has expired.`, 'vector_store_id');
    touchStore(context, record.id);
    const data = await context.retrieval.search({
      storeIds: [record.id],
      query: body.query,
      limit: body.max_num_results ?? 10,
      ...(body.filters ? { filter: body.filters } : {}),
      scoreThreshold: body.ranking_options?.score_threshold ?? 0,
    });
    return reply(c, {
      object: 'vector_store.search_results.page',
      search_query: [body.query].flat(),
      data: data.map(({ fileId, filename, score, attributes, text }) => ({
        file_id: fileId,
        filename,
        score,
        attributes,
        content: [{ type: 'text', text }],
      })),
      has_more: false,
      next_page: null,
    });
  });

  fileRoutesOf(app, context);
  batchRoutes(app, context);
}

function fileRoutesOf(app: Hono, context: Context): void {
  const { store, indexer, retrieval } = context;

  app.get('/v1/vector_stores/:vs/files', (c) => {
    const { id } = storeOf(context, c.req.param('vs'));
    return reply(
      c,
      list(
        () => store.vectorStoreFiles.of(id, statusOf(c.req.query('filter')), null, pageQuery(c.req)),
        storeFileObject,
      ),
    );
  });

  app.post('/v1/vector_stores/:vs/files', async (c) => {
    const body = await readBody(c.req.raw, shapes.NewFile);
    const { id } = storeOf(context, c.req.param('vs'));
    const [record] = store.transaction(() => addToStore(context, id, [newFile(context, body)], null));
    return reply(c, storeFileObject(orNotFound(record, 'file', body.file_id)));
  });

  app.get('/v1/vector_stores/:vs/files/:file', askAgainSoon, (c) =>
    reply(c, storeFileObject(placeOf(context, c.req.param('vs'), c.req.param('file')))),
  );

  app.post('/v1/vector_stores/:vs/files/:file', async (c) => {
    const attributes = (await readBody(c.req.raw, shapes.FilePatch)).attributes ?? {};
    const place = placeOf(context, c.req.param('vs'), c.req.param('file'));
    const updated = store.transaction(() => {
      retrieval.setAttributes(place.vector_store_id, place.file_id, attributes);
      return store.vectorStoreFiles.update(place.id, { attributes });
    });
    return reply(c, storeFileObject(updated ?? place));
  });

  app.delete('/v1/vector_stores/:vs/files/:file', (c) => {
    const place = placeOf(context, c.req.param('vs'), c.req.param('file'));
    store.transaction(() => {
      store.vectorStoreFiles.delete(place.id);
      indexer.drop(place.vector_store_id, place.file_id);
    });
    return reply(c, deletedObject(place.file_id, 'vector_store.file.deleted'));
  });

  app.get('/v1/vector_stores/:vs/files/:file/content', (c) => {
    const place = placeOf(context, c.req.param('vs'), c.req.param('file'));
    const data = retrieval.chunks(place.vector_store_id, place.file_id).map(({ text }) => ({ type: 'text', text }));
    const whole = (c.req.queries('include[]') ?? []).includes('document') ? retrieval.text(place.file_id) : null;
    return reply(c, {
      object: 'vector_store.file_content.page',
      data,
      has_more: false,
      next_page: null,
      // Ours alone: the text without overlaps, and where its pages and sheets are.
      ...(whole ? { document: { text: whole.text, sections: whole.sections } } : {}),
    });
  });
}

function batchRoutes(app: Hono, context: Context): void {
  const { store, indexer } = context;
  const batchOf = (storeId: string, id: string) => {
    const batch = store.fileBatches.get(id);
    return orNotFound(batch?.vector_store_id === storeOf(context, storeId).id ? batch : undefined, 'file batch', id);
  };

  app.post('/v1/vector_stores/:vs/file_batches', async (c) => {
    const body = await readBody(c.req.raw, shapes.NewBatch);
    const { id } = storeOf(context, c.req.param('vs'));
    if ((body.file_ids == null) === (body.files == null))
      throw invalid("Exactly one of 'file_ids' and 'files' is required.", 'file_ids');
    const given =
      body.files ??
      (body.file_ids ?? []).map((file_id) => ({
        file_id,
        attributes: body.attributes,
        chunking_strategy: body.chunking_strategy,
      }));
    const files = given.map((file) => newFile(context, file));
    const batch = store.transaction(() => {
      const made = store.fileBatches.insert({
        id: newId('vsfb_'),
        created_at: seconds(context.clock),
        vector_store_id: id,
      });
      addToStore(context, id, files, made.id);
      return made;
    });
    return reply(c, batchObject(context, batch));
  });

  app.get('/v1/vector_stores/:vs/file_batches/:batch', askAgainSoon, (c) =>
    reply(c, batchObject(context, batchOf(c.req.param('vs'), c.req.param('batch')))),
  );

  app.post('/v1/vector_stores/:vs/file_batches/:batch/cancel', (c) => {
    const batch = batchOf(c.req.param('vs'), c.req.param('batch'));
    const open = store.vectorStoreFiles.waiting().filter((file) => file.batch_id === batch.id);
    store.transaction(() => {
      for (const file of open) {
        store.vectorStoreFiles.update(file.id, { status: 'cancelled' });
        indexer.drop(file.vector_store_id, file.file_id);
      }
    });
    return reply(c, batchObject(context, batch));
  });

  app.get('/v1/vector_stores/:vs/file_batches/:batch/files', (c) => {
    const batch = batchOf(c.req.param('vs'), c.req.param('batch'));
    return reply(
      c,
      list(
        () =>
          store.vectorStoreFiles.of(batch.vector_store_id, statusOf(c.req.query('filter')), batch.id, pageQuery(c.req)),
        storeFileObject,
      ),
    );
  });
}

function storeOf({ store }: Pick<Context, 'store'>, id: string): VectorStoreRecord {
  return orNotFound(store.vectorStores.get(id), 'vector store', id);
}

function placeOf(context: Context, storeId: string, fileId: string): VectorStoreFileRecord {
  return orNotFound(context.store.vectorStoreFiles.get(placeId(storeOf(context, storeId).id, fileId)), 'file', fileId);
}

type GivenFile = {
  file_id: string;
  attributes?: NewStoreFile['attributes'] | null | undefined;
  chunking_strategy?: Parameters<typeof shapes.strategyOf>[0];
};

function newFile(context: Context, given: GivenFile): NewStoreFile {
  fileOf(context, given.file_id);
  return {
    file_id: given.file_id,
    attributes: given.attributes ?? {},
    chunking_strategy: shapes.strategyOf(given.chunking_strategy),
  };
}

function statusOf(given: string | undefined): FileStatus | null {
  if (given === undefined) return null;
  const status = STATUSES.find((status) => status === given);
  if (!status)
    throw invalid(
      `Invalid value: '${given}'. Supported values are: 'in_progress', 'completed', 'failed', and 'cancelled'.`,
      'filter',
      'invalid_value',
    );
  return status;
}
