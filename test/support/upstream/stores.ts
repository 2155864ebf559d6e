import { Hono } from 'hono';
import type { Asked, Ids } from './answers';
import type { Containers } from './containers';

interface Store {
  id: string;
  expired: boolean;
  /** Ids of files, with how often each was still being read when it was asked about. */
  files: Map<string, { polls: number }>;
}

/** What a search has found, as its call tells it. */
export interface Found {
  file_id: string;
  filename: string;
  score: number;
  text: string;
  attributes: object;
}

const missing = (what: string) => ({
  error: { message: `${what} not found.`, type: 'invalid_request_error', param: null, code: null },
});

/** The vector stores of one scripted server. */
export class VectorStores {
  readonly all = new Map<string, Store>();
  /** How many times a document is still being read when it is asked about. */
  polls = 1;
  /** Names of files that it cannot read. */
  readonly unreadable = new Set<string>();
  readonly #files: Containers['files'];
  readonly #ids: Ids;

  constructor(ids: Ids, files: Containers['files']) {
    this.#ids = ids;
    this.#files = files;
  }

  expire(id: string): void {
    const store = this.all.get(id);
    if (!store) throw new Error(`There is no store ${id}`);
    store.expired = true;
  }

  /** Names of the documents of a store. */
  names(id: string): string[] {
    return [...(this.all.get(id)?.files.keys() ?? [])].flatMap((fileId) => this.#files.get(fileId)?.name ?? []);
  }

  /** Null where the request's store can be searched. */
  refusal(asked: Asked): { status: 404; error: object } | null {
    const id = storeIdOf(asked);
    if (id === null || this.all.get(id)?.expired === false) return null;
    return { status: 404, error: missing(`Vector store with id [${id}]`) };
  }

  /** The documents of the request's store that hold these words. */
  search(asked: Asked, finds: readonly string[]): Found[] {
    const store = this.all.get(storeIdOf(asked) ?? '');
    return finds.flatMap((text, place) => {
      for (const id of store?.files.keys() ?? []) {
        const file = this.#files.get(id);
        const held = file && Buffer.from(file.bytes).toString();
        if (held?.includes(text))
          return [{ file_id: id, filename: file?.name ?? '', score: 0.9 - place / 10, text, attributes: {} }];
      }
      return [];
    });
  }

  /** Below `/v1`. */
  routes(): Hono {
    const app = new Hono();
    app.post('/vector_stores', (c) => {
      const store: Store = { id: this.#ids.next('vs'), expired: false, files: new Map() };
      this.all.set(store.id, store);
      return c.json(shown(store));
    });
    app.get('/vector_stores/:id', (c) => this.#with(c.req.param('id'), (store) => Response.json(shown(store))));
    app.delete('/vector_stores/:id', (c) => {
      const id = c.req.param('id');
      return this.all.delete(id)
        ? c.json({ id, object: 'vector_store.deleted', deleted: true })
        : c.json(missing(`Vector store ${id}`), 404);
    });
    app.post('/vector_stores/:id/files', async (c) => {
      const { file_id: fileId } = await c.req.json();
      return this.#with(c.req.param('id'), (store) => {
        if (store.expired || !this.#files.has(fileId)) return c.json(missing(`File ${fileId}`), 404);
        store.files.set(fileId, { polls: 0 });
        return c.json({ id: fileId, object: 'vector_store.file', status: 'in_progress' });
      });
    });
    app.get('/vector_stores/:id/files/:file', (c) =>
      this.#with(c.req.param('id'), (store) => {
        const id = c.req.param('file');
        const file = store.files.get(id);
        if (!file) return c.json(missing(`File ${id}`), 404);
        file.polls += 1;
        const read = this.unreadable.has(this.#files.get(id)?.name ?? '') ? 'failed' : 'completed';
        return c.json({ id, object: 'vector_store.file', status: file.polls < this.polls ? 'in_progress' : read });
      }),
    );
    app.delete('/vector_stores/:id/files/:file', (c) =>
      this.#with(c.req.param('id'), (store) => {
        const id = c.req.param('file');
        return store.files.delete(id)
          ? c.json({ id, object: 'vector_store.file.deleted', deleted: true })
          : c.json(missing(`File ${id}`), 404);
      }),
    );
    return app;
  }

  #with(id: string, answer: (store: Store) => Response): Response {
    const store = this.all.get(id);
    return store ? answer(store) : Response.json(missing(`Vector store ${id}`), { status: 404 });
  }
}

const storeIdOf = ({ json }: Asked): string | null => {
  const tool = json.tools?.find(({ type }: { type: string }) => type === 'file_search');
  return typeof tool?.vector_store_ids?.[0] === 'string' ? tool.vector_store_ids[0] : null;
};

const shown = ({ id, expired }: Store) => ({
  id,
  object: 'vector_store',
  status: expired ? 'expired' : 'completed',
  created_at: 1_790_000_000,
});
