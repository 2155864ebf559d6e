import type { ExportRequest, Saved, ThreadFormat } from '#contract';
import { AppError } from '#contract/result';
import { inLocale, wordsIn } from '#words';
import { fileNameFrom } from '../file-names';
import type { Emit } from '../hub';
import type { ShellServices } from '../ports';
import { Everything, type EverythingOptions, type EverythingOrder } from './everything';
import type { Doing } from './thread-documents';
import { ThreadFiles } from './thread-files';
import { type KeptThread, readThread } from './thread-record';

export interface ExportsOptions extends EverythingOptions {
  shell: Pick<ShellServices, 'save'>;
  emit: Emit;
}

const TYPES: Record<ThreadFormat, [ending: string, type: string]> = {
  html: ['html', 'text/html'],
  pdf: ['pdf', 'application/pdf'],
  markdown: ['zip', 'application/zip'],
  notebook: ['ipynb', 'application/x-ipynb+json'],
  json: ['json', 'application/json'],
  evidence: ['zip', 'application/zip'],
};

/** What leaves Assay by the analyst's own hand: threads as documents, as raw objects, as evidence; all of it at once. */
export class Exports {
  readonly #options: ExportsOptions;
  readonly #files: ThreadFiles;
  #everything: AbortController | null = null;
  /** Threads that are being written. */
  readonly #threads = new Map<ExportRequest['threadId'], AbortController>();

  constructor(options: ExportsOptions) {
    this.#options = options;
    this.#files = new ThreadFiles(options);
  }

  async thread(order: ExportRequest): Promise<Saved> {
    const record = readThread(this.#options.library, order.threadId);
    if (this.#threads.has(order.threadId)) throw new AppError('busy', 'This thread is being exported already.');
    const stop = new AbortController();
    this.#threads.set(order.threadId, stop);
    try {
      const { threadId } = order;
      const onProgress = (done: number, of: number) =>
        this.#options.emit({ name: 'exports.threadProgressed', data: { threadId, done, of } });
      const { path } = await this.#untilStopped(
        this.write(order, record, { signal: stop.signal, onProgress }),
        stop.signal,
      );
      const [ending, type] = TYPES[order.format];
      return await this.#save(path, { name: `${fileNameFrom(record.thread.title)}.${ending}`, type });
    } finally {
      this.#threads.delete(order.threadId);
    }
  }

  /** What was stopped says that, whatever it failed with then. */
  async #untilStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (signal.aborted) throw new AppError('cancelled', 'The export was stopped.', { cause: error });
      throw error;
    }
  }

  /** The same as a file on its way out, which whoever asked takes from there. */
  async write(order: ExportRequest, record: KeptThread, doing: Doing = {}): Promise<{ path: string }> {
    const { outgoing } = this.#options;
    const { signal } = doing;
    if (order.format === 'evidence') {
      const { contents, closing } = await this.#files.evidence(record, order);
      return outgoing.archive(contents, { closing, ...(signal ? { signal } : {}) });
    }
    const files = await this.#files.of({ ...order, format: order.format }, record, doing);
    const [first] = files;
    if (order.format !== 'markdown' && first) return outgoing.write(first, signal);
    return outgoing.archive(files, signal ? { signal } : {});
  }

  async everything(order: EverythingOrder): Promise<Saved> {
    if (this.#everything) throw new AppError('busy', 'Everything is being exported already.');
    const stop = new AbortController();
    this.#everything = stop;
    const { outgoing, locale, emit, now } = this.#options;
    try {
      const everything = new Everything(this.#options, this.#files, {
        order,
        signal: stop.signal,
        onProgress: (progress) => emit({ name: 'exports.progressed', data: progress }),
      });
      const { path } = await this.#untilStopped(
        outgoing.archive(everything.contents(), {
          closing: [(files) => everything.index(files)],
          signal: stop.signal,
        }),
        stop.signal,
      );
      const day = new Date(now()).toISOString().slice(0, 10);
      const name = inLocale(locale(), () => `${wordsIn().ui.exports.archiveName} ${day}.zip`);
      return await this.#save(path, { name, type: 'application/zip' });
    } finally {
      this.#everything = null;
    }
  }

  cancel({ threadId }: { threadId?: ExportRequest['threadId'] | undefined }): Record<string, never> {
    const stop = threadId === undefined ? this.#everything : this.#threads.get(threadId);
    stop?.abort();
    return {};
  }

  close(): void {
    this.#everything?.abort();
    for (const stop of this.#threads.values()) stop.abort();
  }

  /** A browser takes it later; a dialog has taken it. */
  async #save(path: string, file: { name: string; type: string }): Promise<Saved> {
    const { shell, outgoing } = this.#options;
    try {
      const saved = await shell.save({ ...file, path });
      if (saved.kind !== 'download') await outgoing.remove(path);
      return saved;
    } catch (error) {
      await outgoing.remove(path);
      throw error;
    }
  }
}
