import type { CodeOutput, HostedCode, ModelTurn } from '../../../ports';
import { download, json, type Upstream } from '../../upstream';
import { listOf, textOf, type Wire, wireOf } from '../wire';
import type { ContainerState, HostedMemory, PlacedFile } from './memory';
import { type Asker, hashOf, LARGEST_FILE, madeBy, mayBeGone, Uploads } from './uploads';

const ROOT = '/mnt/data/';
/** A container that is not used for so long is gone. */
const IDLE_MINUTES = 20;

export type Container = ContainerState;

/** The containers of one connection: one for each thread, each file of which is uploaded once. */
export class Containers {
  readonly #upstream: Upstream;
  readonly #memory: HostedMemory;
  readonly #uploads: Uploads;

  constructor(upstream: Upstream, memory: HostedMemory) {
    this.#upstream = upstream;
    this.#memory = memory;
    this.#uploads = new Uploads(upstream, memory);
  }

  /** The thread's container with all files that its code may use. */
  async prepared(turn: ModelTurn, signal: AbortSignal): Promise<Container> {
    const used = this.#memory.container(turn.run.threadId);
    const container = used ?? (await this.#create(turn, signal));
    this.#save(container, turn);
    try {
      for (const file of turn.codeFiles ?? [])
        if (!container.files.some(({ fileId }) => fileId === file.fileId)) {
          await this.#fill(container, turn, file, signal);
          this.#save(container, turn);
        }
    } catch (error) {
      this.#memory.forget('container', container.id);
      // One that was used before may have expired meanwhile.
      if (used && !signal.aborted) return this.prepared(turn, signal);
      throw error;
    }
    return container;
  }

  /** The container of an answer that is taken up again, as it was when it came so far. */
  asLeft({ run }: Asker, { id, fetched }: Pick<Container, 'id' | 'fetched'>): Container {
    const known = this.#memory.container(run.threadId);
    return { ...(known?.id === id ? known : { id, files: [], hashes: [] }), fetched: [...fetched] };
  }

  /** Whether it can still be used; one that cannot is forgotten. */
  async isAlive(container: Container, signal: AbortSignal): Promise<boolean> {
    const state = await json(this.#upstream, { method: 'GET', path: `/containers/${container.id}` }, signal).catch(
      () => {
        signal.throwIfAborted();
        return null;
      },
    );
    if (wireOf(state).status === 'running' || wireOf(state).status === 'active') return true;
    this.#memory.forget('container', container.id);
    return false;
  }

  /** What a call of code has shown and made, the bytes fetched. */
  async collect(turn: Asker, container: Container, call: Wire, signal: AbortSignal): Promise<HostedCode> {
    const outputs = listOf(call.outputs).flatMap(outputOf);
    const files: HostedCode['files'] = [];
    // Whatever cannot be fetched is named, so that nobody looks for it in vain.
    const missing = (what: string) => outputs.push({ type: 'logs', text: `[${what} could not be fetched.]\n` });
    for (const file of await this.#made(container, signal, missing)) {
      const name = String(file.path).slice(ROOT.length);
      const place = `/containers/${container.id}/files/${file.id}/content`;
      const bytes = await download(this.#upstream, place, LARGEST_FILE, signal).catch(() => null);
      signal.throwIfAborted();
      if (bytes) {
        container.hashes.push(hashOf(bytes));
        files.push({ name, bytes });
      } else missing(name);
    }
    this.#save(container, turn);
    return { outputs, files };
  }

  /** Whether files that an answer points to are not here yet. */
  isMissing({ id, fetched }: Container, citations: readonly Wire[]): boolean {
    const ids = new Set(fetched.map((mark) => mark.split(' ')[0]));
    return citations.some((cited) => cited.container_id === id && !ids.has(String(cited.file_id)));
  }

  /** Files that code made since this was last asked. */
  async #made(container: Container, signal: AbortSignal, missing: (what: string) => void): Promise<Wire[]> {
    const all = await this.#list(container.id, signal).catch(() => null);
    signal.throwIfAborted();
    if (!all) missing('What the code may have written');
    return (all ?? []).filter((file) => {
      const mark = [file.id, file.bytes, file.created_at].join(' ');
      const isNew = !container.fetched.includes(mark) && textOf(file.path)?.startsWith(ROOT) === true;
      if (isNew) container.fetched.push(mark);
      return isNew && file.source === 'assistant';
    });
  }

  async #create(turn: ModelTurn, signal: AbortSignal): Promise<Container> {
    const expires = { anchor: 'last_active_at', minutes: IDLE_MINUTES };
    const body = { name: `assay ${turn.run.threadId}`, expires_after: expires };
    const made = wireOf(await json(this.#upstream, { method: 'POST', path: '/containers', body }, signal));
    return { id: String(made.id), files: [], fetched: [], hashes: [] };
  }

  async #fill(
    container: Container,
    turn: ModelTurn,
    { name, fileId }: { name: string; fileId: string },
    signal: AbortSignal,
  ): Promise<void> {
    const bytes = (await turn.codeFile?.(fileId, LARGEST_FILE)) ?? null;
    const placed = (given: Partial<PlacedFile>) =>
      container.files.push({ fileId, name, hash: null, remoteId: null, path: null, ...given });
    if (!bytes) {
      placed({});
      return;
    }
    const file = { fileId, name, bytes, hash: hashOf(bytes) };
    // What code made there lies there already, under the path it was written to.
    if (container.hashes.includes(file.hash)) {
      placed({ hash: file.hash, made: true });
      return;
    }
    const put = (remoteId: string) => this.#put(container, remoteId, signal);
    // It may as well be the container that is not there any more.
    const isLost = async (error: unknown) => mayBeGone(error) && (await this.isAlive(container, signal));
    const { id, path } = await this.#uploads.with(turn, file, put, isLost, signal);
    placed({ hash: file.hash, remoteId: id, path: path ?? ROOT + name });
  }

  /** What it is called there, and where it then lies; null where the server does not say. */
  async #put(
    { id }: Container,
    file: string,
    signal: AbortSignal,
  ): Promise<{ id: string | null; path: string | null }> {
    const request = { method: 'POST', path: `/containers/${id}/files`, body: { file_id: file } } as const;
    const made = wireOf(await json(this.#upstream, request, signal));
    return { id: textOf(made.id), path: textOf(made.path) };
  }

  #save(container: Container, turn: Asker): void {
    this.#memory.saveContainer(container, IDLE_MINUTES * 60_000, madeBy(turn, this.#upstream));
  }

  async #list(containerId: string, signal: AbortSignal): Promise<Wire[]> {
    const files: Wire[] = [];
    for (let after = ''; ; ) {
      const path = `/containers/${containerId}/files?limit=100${after}`;
      const page = wireOf(await json(this.#upstream, { method: 'GET', path }, signal));
      const entries = listOf(page.data);
      files.push(...entries);
      const last = entries.at(-1)?.id;
      if (page.has_more !== true || last === undefined) return files;
      after = `&after=${last}`;
    }
  }
}

const PICTURE = /^data:image\/(png|jpeg|webp|gif);base64,([\s\S]+)$/;

function outputOf(output: Wire, index: number): CodeOutput[] {
  if (output.type === 'logs') return [{ type: 'logs', text: String(output.logs ?? '') }];
  const [, kind, content] = PICTURE.exec(textOf(output.url) ?? '') ?? [];
  if (output.type !== 'image' || kind === undefined || content === undefined) return [];
  return [{ type: 'image', name: `image-${index + 1}.${kind}`, bytes: Buffer.from(content, 'base64') }];
}
