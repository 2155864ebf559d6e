import type { FileId, Import, ImportId, ImportItem, ImportOutcome } from '#contract';
import { ImportId as ImportIdSchema } from '#contract/imports';
import { AppError } from '#contract/result';
import { readImport, SourceError } from '../../importing';
import type { Log } from '../../log';
import { newId } from '../../new-id';
import type { Emit } from '../hub';
import { type ImportedItem, ItemImporter, type ItemImporterOptions } from './item-importer';

export type { ThreadServer } from './item-importer';

/** Progress is told, and saved, at most this often. */
const PROGRESS_MS = 250;

export interface ImportsOptions extends ItemImporterOptions {
  emit: Emit;
  log: Log;
  tempFolder: string;
  now: () => number;
}

interface Source {
  path: string;
  name: string;
  bytes: number;
}

/** Threads that were written down elsewhere, brought into this library: told item by item what came of them. */
export class Imports {
  readonly #options: ImportsOptions;
  readonly #items: ItemImporter;
  #work: { id: ImportId; controller: AbortController; done: Promise<void> } | null = null;

  constructor(options: ImportsOptions) {
    this.#options = options;
    this.#items = new ItemImporter(options);
  }

  begin(input: { fileId: FileId }): Import {
    const { library, files } = this.#options;
    const file = library.files.get(input.fileId);
    if (!file) throw new AppError('not_found', 'The file is no longer there. Drop it again.');
    return this.beginFrom({ ...files.location(file.id), bytes: file.bytes });
  }

  /** From where a file lies on this computer. */
  beginFrom(source: Source): Import {
    if (this.#work) throw new AppError('busy', 'Threads are being imported already. Wait for it, or stop it.');
    const begun: Import = {
      ...{ id: ImportIdSchema.parse(newId('imp_')), name: source.name, kind: null, status: 'running' },
      ...{ bytes: source.bytes, bytesRead: 0, problem: null, startedAt: this.#options.now(), finishedAt: null },
      counts: { imported: 0, partly: 0, updated: 0, present: 0, skipped: 0 },
    };
    this.#publish(begun);
    const controller = new AbortController();
    const done = this.#run(begun, source, controller.signal).finally(() => {
      this.#work = null;
    });
    this.#work = { id: begun.id, controller, done };
    return begun;
  }

  cancel(input: { importId: ImportId }): Import {
    if (this.#work?.id === input.importId) this.#work.controller.abort(new Cancelled());
    return this.#find(input.importId);
  }

  list(): Import[] {
    return this.#options.library.imports.list();
  }

  items({
    importId,
    ...page
  }: {
    importId: ImportId;
    outcome?: ImportOutcome | undefined;
    after: number;
    limit: number;
  }): {
    items: ImportItem[];
    hasMore: boolean;
  } {
    this.#find(importId);
    const items = this.#options.library.imports.items(importId, { ...page, limit: page.limit + 1 });
    return { items: items.slice(0, page.limit), hasMore: items.length > page.limit };
  }

  /** Resolves when it has ended. */
  async finished(id: ImportId): Promise<Import> {
    if (this.#work?.id === id) await this.#work.done;
    return this.#find(id);
  }

  /** What a process that was ended left under way. */
  resume(): void {
    const finishedAt = this.#options.now();
    for (const interrupted of this.#options.library.imports.running())
      this.#options.library.imports.save({ ...interrupted, status: 'failed', problem: 'interrupted', finishedAt });
  }

  async close(): Promise<void> {
    this.#work?.controller.abort(new Cancelled());
    await this.#work?.done;
  }

  async #run(begun: Import, source: Source, signal: AbortSignal): Promise<void> {
    let state = begun;
    let publishedAt = performance.now();
    const onProgress = (bytesRead: number, bytes: number) => {
      state = { ...state, bytesRead: Math.min(bytesRead, bytes), bytes };
      if (performance.now() - publishedAt < PROGRESS_MS) return;
      publishedAt = performance.now();
      this.#publish(state);
    };
    try {
      const { name, bytes, path } = source;
      let number = 0;
      for await (const read of readImport(path, {
        name,
        bytes,
        tempFolder: this.#options.tempFolder,
        signal,
        onProgress,
      })) {
        const imported = await this.#items.take(read, signal);
        number += 1;
        state = this.#counted(state, { ...imported, number }, read);
      }
      this.#publish({ ...state, bytesRead: state.bytes, status: 'completed', finishedAt: this.#options.now() });
    } catch (error) {
      this.#publish({ ...state, ...this.#ending(error), finishedAt: this.#options.now() });
    }
  }

  #counted(
    state: Import,
    item: ImportedItem & { number: number },
    read: { kind: Import['kind']; hash: string | null },
  ): Import {
    this.#options.library.imports.addItem(state.id, item, read.hash);
    const counts = { ...state.counts, [item.outcome]: state.counts[item.outcome] + 1 };
    return { ...state, kind: state.kind ?? read.kind, counts };
  }

  #ending(error: unknown): Pick<Import, 'status' | 'problem'> {
    if (error instanceof Cancelled) return { status: 'cancelled', problem: null };
    if (error instanceof SourceError) return { status: 'failed', problem: error.code };
    const code = error instanceof AppError ? error.code : null;
    if (code === 'no_space' || code === 'too_large') return { status: 'failed', problem: code };
    if (code === 'unavailable') return { status: 'failed', problem: 'engine_off' };
    this.#options.log.error({ err: error }, 'threads could not be imported');
    return { status: 'failed', problem: 'internal' };
  }

  #publish(state: Import): void {
    this.#options.library.imports.save(state);
    this.#options.emit({ name: 'imports.changed', data: state });
  }

  #find(id: ImportId): Import {
    const known = this.#options.library.imports.get(id);
    if (!known) throw new AppError('not_found', 'This import is no longer kept.');
    return known;
  }
}

class Cancelled extends Error {}
