import { Hono } from 'hono';
import type { Asked, Ids, Speech } from './answers';

interface ContainerFile {
  id: string;
  name: string;
  source: 'user' | 'assistant';
  bytes: Uint8Array;
}
interface Container {
  id: string;
  expired: boolean;
  files: ContainerFile[];
}

const missing = (what: string) => ({
  error: { message: `${what} not found.`, type: 'invalid_request_error', param: null, code: null },
});

/** The files and the containers of one scripted server. */
export class Containers {
  readonly files = new Map<string, { id: string; name: string; bytes: Uint8Array }>();
  readonly all = new Map<string, Container>();
  readonly #ids: Ids;

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  /** What nobody has used for twenty minutes: it can be looked at, and does nothing any more. */
  expire(id: string): void {
    const container = this.all.get(id);
    if (!container) throw new Error(`There is no container ${id}`);
    container.expired = true;
  }

  /** Null where the request's container can be used. */
  refusal(asked: Asked): { status: 400; error: object } | null {
    const id = containerIdOf(asked);
    if (id === null || this.all.get(id)?.expired === false) return null;
    const message = this.all.has(id) ? 'Container is expired.' : `Container with id '${id}' not found.`;
    return { status: 400, error: { error: { message, type: 'invalid_request_error', param: null, code: null } } };
  }

  runCode(
    asked: Asked,
    code: NonNullable<Speech['code']>,
  ): { containerId: string; files: { id: string; name: string }[] } {
    const id = containerIdOf(asked);
    const container = (id === null ? undefined : this.all.get(id)) ?? this.#create([]);
    const files = (code.files ?? []).map(({ name, bytes }) => this.#put(container, name, bytes, 'assistant'));
    return { containerId: container.id, files };
  }

  /** Below `/v1`. */
  routes(): Hono {
    const app = new Hono();
    app.post('/files', async (c) => {
      const form = await c.req.formData();
      const file = form.get('file') as File;
      const id = this.#ids.next('file');
      this.files.set(id, { id, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      return c.json({
        id,
        object: 'file',
        bytes: file.size,
        filename: file.name,
        purpose: form.get('purpose'),
        status: 'processed',
      });
    });
    app.delete('/files/:id', (c) => {
      const id = c.req.param('id');
      return this.files.delete(id) ? c.json({ id, object: 'file', deleted: true }) : c.json(missing(`File ${id}`), 404);
    });
    app.post('/containers', async (c) => {
      const { file_ids: given = [] } = await c.req.json();
      return c.json(shown(this.#create(given)));
    });
    app.get('/containers/:id', (c) => this.#with(c.req.param('id'), (container) => c.json(shown(container))));
    app.delete('/containers/:id', (c) => {
      const id = c.req.param('id');
      return this.all.delete(id)
        ? c.json({ id, object: 'container.deleted', deleted: true })
        : c.json(missing(`Container ${id}`), 404);
    });
    app.get('/containers/:id/files', (c) =>
      this.#with(c.req.param('id'), ({ id, files }) =>
        c.json({ object: 'list', data: files.map((file) => shownFile(id, file)), has_more: false }),
      ),
    );
    app.post('/containers/:id/files', async (c) => {
      const container = this.all.get(c.req.param('id'));
      if (!container || container.expired)
        return c.json({ error: { message: 'Container is expired.', type: 'invalid_request_error' } }, 400);
      const file = await this.#given(c.req.raw);
      if (!file) return c.json(missing('File'), 404);
      return c.json(shownFile(container.id, this.#put(container, file.name, file.bytes, 'user')));
    });
    app.delete('/containers/:id/files/:file', (c) =>
      this.#with(c.req.param('id'), (container) => {
        const id = c.req.param('file');
        const files = container.files.filter((file) => file.id !== id);
        if (files.length === container.files.length) return c.json(missing(`File ${id}`), 404);
        container.files = files;
        return c.json({ id, object: 'container.file.deleted', deleted: true });
      }),
    );
    app.get('/containers/:id/files/:file/content', (c) => {
      const file = this.all.get(c.req.param('id'))?.files.find(({ id }) => id === c.req.param('file'));
      if (!file) return c.json(missing(`File ${c.req.param('file')}`), 404);
      return c.body(new Uint8Array(file.bytes), 200, { 'content-type': 'application/octet-stream' });
    });
    return app;
  }

  async #given(request: Request): Promise<{ name: string; bytes: Uint8Array } | null> {
    if (request.headers.get('content-type')?.startsWith('application/json')) {
      const { file_id: id } = (await request.json()) as { file_id: string };
      return this.files.get(id) ?? null;
    }
    const file = (await request.formData()).get('file') as File;
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  }

  #create(fileIds: readonly string[]): Container {
    const container: Container = { id: this.#ids.next('cntr'), expired: false, files: [] };
    this.all.set(container.id, container);
    for (const id of fileIds) {
      const file = this.files.get(id);
      if (file) this.#put(container, file.name, file.bytes, 'user');
    }
    return container;
  }

  #put(container: Container, name: string, bytes: Uint8Array, source: 'user' | 'assistant'): ContainerFile {
    const id = this.#ids.next('cfile');
    // As upstream: what was uploaded lies there under its name with letters of the server's before it.
    const file = { id, name: source === 'user' ? `${id.padEnd(32, '0').slice(-32)}-${name}` : name, bytes, source };
    container.files = [...container.files.filter((other) => other.name !== file.name), file];
    return file;
  }

  #with(id: string, answer: (container: Container) => Response): Response {
    const container = this.all.get(id);
    return container ? answer(container) : Response.json(missing(`Container ${id}`), { status: 404 });
  }
}

const containerIdOf = ({ json }: Asked): string | null => {
  const tool = json.tools?.find(({ type }: { type: string }) => type === 'code_interpreter');
  return typeof tool?.container === 'string' ? tool.container : null;
};

const shown = ({ id, expired }: Container) => ({
  id,
  object: 'container',
  status: expired ? 'expired' : 'running',
  created_at: 1_790_000_000,
  name: id,
});
const shownFile = (containerId: string, { id, name, bytes, source }: ContainerFile) => ({
  id,
  object: 'container.file',
  container_id: containerId,
  path: `/mnt/data/${name}`,
  bytes: bytes.length,
  source,
  created_at: 1_790_000_000,
});
