import { createHash } from 'node:crypto';
import type { CodeOutput, HostedCode, ModelTurn } from '../../../ports';
import { download, json, NO_BYTES, type Upstream, upload } from '../../upstream';
import { listOf, textOf, type Wire, wireOf } from '../wire';

/** Larger files are neither sent nor fetched: both pass through memory. */
export const LARGEST_FILE = 128 * 1_024 * 1_024;
/** The server forgets what was uploaded after a day, whatever becomes of this program. */
const KEPT_SECONDS = 86_400;
const ROOT = '/mnt/data/';

/** Where the code of a thread runs, until it has been idle for too long. */
export interface Container {
  id: string;
  /** Where code finds each file, by the name that the thread knows it by; null for one that is too large. */
  places: Map<string, string | null>;
  /** Local files that lie there. */
  fileIds: Set<string>;
  /** What code made there and is here already: its own id, and what it holds. */
  fetched: Set<string>;
  hashes: Set<string>;
}

const known = new WeakMap<Upstream, Containers>();

/** The containers of one connection: one for each thread, each file of which is uploaded once. */
export class Containers {
  readonly #upstream: Upstream;
  readonly #ofThread = new Map<string, Container>();
  /** What the server calls a file, by the hash of what it holds. */
  readonly #uploaded = new Map<string, string>();

  private constructor(upstream: Upstream) {
    this.#upstream = upstream;
  }

  /** The same for as long as the upstream lasts, however often its model is made anew. */
  static of(upstream: Upstream): Containers {
    const containers = known.get(upstream) ?? new Containers(upstream);
    known.set(upstream, containers);
    return containers;
  }

  /** The thread's container with all files that its code may use. */
  async prepared(turn: ModelTurn, signal: AbortSignal): Promise<Container> {
    const { threadId } = turn.run;
    const used = this.#ofThread.get(threadId);
    const container = used ?? (await this.#create(turn, signal));
    this.#ofThread.set(threadId, container);
    try {
      for (const file of turn.codeFiles ?? [])
        if (!container.fileIds.has(file.fileId)) await this.#fill(container, turn, file, signal);
    } catch (error) {
      this.#ofThread.delete(threadId);
      // One that was used before may have expired meanwhile.
      if (used && !signal.aborted) return this.prepared(turn, signal);
      throw error;
    }
    return container;
  }

  /** Whether it can still be used; one that cannot is forgotten. */
  async isAlive(container: Container, threadId: string, signal: AbortSignal): Promise<boolean> {
    const state = await json(this.#upstream, { method: 'GET', path: `/containers/${container.id}` }, signal).catch(
      () => {
        signal.throwIfAborted();
        return null;
      },
    );
    if (wireOf(state).status === 'running' || wireOf(state).status === 'active') return true;
    if (this.#ofThread.get(threadId) === container) this.#ofThread.delete(threadId);
    return false;
  }

  /** What a call of code has shown and made, the bytes fetched. */
  async collect(container: Container, call: Wire, signal: AbortSignal): Promise<HostedCode> {
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
        container.hashes.add(hashOf(bytes));
        files.push({ name, bytes });
      } else missing(name);
    }
    return { outputs, files };
  }

  /** Whether files that an answer points to are not here yet. */
  isMissing({ id, fetched }: Container, citations: readonly Wire[]): boolean {
    const ids = new Set([...fetched].map((mark) => mark.split(' ')[0]));
    return citations.some((cited) => cited.container_id === id && !ids.has(String(cited.file_id)));
  }

  /** Files that code made since this was last asked. */
  async #made(container: Container, signal: AbortSignal, missing: (what: string) => void): Promise<Wire[]> {
    const all = await this.#list(container.id, signal).catch(() => null);
    signal.throwIfAborted();
    if (!all) missing('What the code may have written');
    return (all ?? []).filter((file) => {
      const mark = [file.id, file.bytes, file.created_at].join(' ');
      const isNew = !container.fetched.has(mark) && textOf(file.path)?.startsWith(ROOT) === true;
      container.fetched.add(mark);
      return isNew && file.source === 'assistant';
    });
  }

  async #create(turn: ModelTurn, signal: AbortSignal): Promise<Container> {
    const body = { name: `assay ${turn.run.threadId}`, expires_after: { anchor: 'last_active_at', minutes: 20 } };
    const made = wireOf(await json(this.#upstream, { method: 'POST', path: '/containers', body }, signal));
    return { id: String(made.id), places: new Map(), fileIds: new Set(), fetched: new Set(), hashes: new Set() };
  }

  async #fill(
    container: Container,
    turn: ModelTurn,
    { name, fileId }: { name: string; fileId: string },
    signal: AbortSignal,
  ): Promise<void> {
    const bytes = (await turn.codeFile?.(fileId, LARGEST_FILE)) ?? null;
    container.fileIds.add(fileId);
    if (!bytes) {
      container.places.set(name, null);
      return;
    }
    const hash = hashOf(bytes);
    // What code made there lies there already, under the path it was written to.
    if (container.hashes.has(hash)) return;
    const known = this.#uploaded.get(hash);
    const put = known === undefined ? null : await this.#put(container, known, signal).catch((error: unknown) => error);
    let path = typeof put === 'string' ? put : null;
    if (path === null) {
      // The server may have forgotten the file, which was sent a day ago.
      if (put && !(await this.isAlive(container, turn.run.threadId, signal))) throw put;
      const remote = await this.#upload(turn, name, bytes, hash, signal);
      this.#uploaded.set(hash, remote);
      path = await this.#put(container, remote, signal);
    }
    container.places.set(name, path || ROOT + name);
  }

  /** Where the file then lies; empty where the server does not say. */
  async #put({ id }: Container, file: string, signal: AbortSignal): Promise<string> {
    const request = { method: 'POST', path: `/containers/${id}/files`, body: { file_id: file } } as const;
    return textOf(wireOf(await json(this.#upstream, request, signal)).path) ?? '';
  }

  async #upload(turn: ModelTurn, name: string, bytes: Uint8Array, hash: string, signal: AbortSignal): Promise<string> {
    const purpose = 'user_data';
    const { id, threadId } = turn.run;
    const entry = {
      body: JSON.stringify({ purpose, file: { name, bytes: bytes.length, sha256: hash } }),
      bytes: { ...NO_BYTES, file: bytes.length },
      expected: { input: 0, output: 0 },
      run: { id, threadId },
    };
    const fields = { purpose, 'expires_after[anchor]': 'created_at', 'expires_after[seconds]': String(KEPT_SECONDS) };
    const request = { path: '/files', name: name.split('/').at(-1) || 'file', bytes, fields, entry };
    return String(wireOf(await upload(this.#upstream, request, signal)).id);
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

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const PICTURE = /^data:image\/(png|jpeg|webp|gif);base64,([\s\S]+)$/;

function outputOf(output: Wire, index: number): CodeOutput[] {
  if (output.type === 'logs') return [{ type: 'logs', text: String(output.logs ?? '') }];
  const [, kind, content] = PICTURE.exec(textOf(output.url) ?? '') ?? [];
  if (output.type !== 'image' || kind === undefined || content === undefined) return [];
  return [{ type: 'image', name: `image-${index + 1}.${kind}`, bytes: Buffer.from(content, 'base64') }];
}
