import type { ExportProgress, ExportRequest, Thread, ThreadFormat } from '#contract';
import { AppError } from '#contract/result';
import { dateText, inLocale, wordsIn } from '#words';
import type { Log } from '../../log';
import type { ArchivedFile, OutgoingFiles, WrittenContent } from '../ports';
import { contentsPage } from './contents-page';
import { FileNames } from './file-names';
import type { ThreadFiles, ThreadFilesOptions } from './thread-files';
import { readThread } from './thread-record';

export interface EverythingOrder {
  formats: ThreadFormat[];
  files: boolean;
  archived: boolean;
  paper: ExportRequest['paper'];
}

interface EverythingOptions extends ThreadFilesOptions {
  outgoing: OutgoingFiles;
  log: Log;
}

const PAGE = 200;

/** All there is, thread by thread and file by file: of one at a time is anything in memory. */
export class Everything {
  readonly #options: EverythingOptions;
  readonly #files: ThreadFiles;
  readonly #order: EverythingOrder;
  readonly #signal: AbortSignal;
  readonly #onProgress: (progress: ExportProgress) => void;
  readonly #names = new FileNames();
  readonly #threads: { title: string; at: number; files: string[] }[] = [];
  readonly #library: string[] = [];
  readonly #failed: string[] = [];

  constructor(
    options: EverythingOptions,
    files: ThreadFiles,
    run: { order: EverythingOrder; signal: AbortSignal; onProgress(progress: ExportProgress): void },
  ) {
    this.#options = options;
    this.#files = files;
    this.#order = run.order;
    this.#signal = run.signal;
    this.#onProgress = run.onProgress;
  }

  async *contents(): AsyncGenerator<WrittenContent> {
    const threads = this.#order.formats.length > 0 ? this.#allThreads() : [];
    const files = this.#order.files ? this.#options.library.files.list() : [];
    const of = threads.length + files.length;
    let done = 0;
    const progressed = () => this.#onProgress({ done: ++done, of });
    this.#onProgress({ done, of });
    for (const thread of threads) {
      yield* this.#thread(thread);
      progressed();
    }
    for (const file of files) {
      this.#signal.throwIfAborted();
      const kept = await this.#files.kept(file.content);
      if (kept) {
        const name = this.#names.in('files', file.name);
        this.#library.push(name);
        yield { name, bytes: kept.read };
      } else this.#failed.push(file.name);
      progressed();
    }
    yield this.#page();
  }

  /** What the archive holds, with checksums. */
  index(files: readonly ArchivedFile[]): WrittenContent {
    const text = `${JSON.stringify({ format: 'assay.export/1', not_exported: this.#failed, files }, null, 1)}\n`;
    return { name: 'manifest.json', bytes: () => [new TextEncoder().encode(text)] };
  }

  #allThreads(): Thread[] {
    const all: Thread[] = [];
    for (const archived of this.#order.archived ? [false, true] : [false])
      for (let after: Thread['id'] | undefined; ; ) {
        const page = this.#options.library.threads.page({ archived, after, limit: PAGE });
        all.push(...page);
        after = page.at(-1)?.id;
        if (page.length < PAGE) break;
      }
    return all;
  }

  async *#thread(thread: Thread): AsyncGenerator<WrittenContent> {
    const folder = this.#names.in('threads', thread.title);
    const own = new FileNames();
    const written: string[] = [];
    for (const format of this.#order.formats) {
      this.#signal.throwIfAborted();
      const contents = await this.#contentsOf(thread, format);
      for (const content of contents ?? []) {
        const name = `${folder}/${content.name.includes('/') ? content.name : own.in('', content.name)}`;
        yield { ...content, name };
        if (content === contents?.[0]) written.push(name);
      }
    }
    this.#threads.push({ title: thread.title, at: thread.createdAt, files: written });
  }

  /** What cannot be written is told, and the rest written all the same; null for that. */
  async #contentsOf(thread: Thread, format: ThreadFormat): Promise<WrittenContent[] | null> {
    try {
      const record = readThread(this.#options.library, thread.id);
      if (format !== 'evidence')
        return await this.#files.of({ format, code: true, paper: this.#order.paper }, record, this.#signal);
      const { outgoing } = this.#options;
      const { contents, closing } = await this.#files.evidence(record, { data: true });
      const { path } = await outgoing.archive(contents, { closing, signal: this.#signal });
      return [{ name: 'evidence.zip', bytes: () => taken(outgoing, path) }];
    } catch (error) {
      this.#signal.throwIfAborted();
      if (!(error instanceof AppError)) this.#options.log.error({ err: error }, 'a thread could not be exported');
      this.#failed.push(`${thread.title} (${format})`);
      return null;
    }
  }

  #page(): WrittenContent {
    const { locale, now } = this.#options;
    const text = inLocale(locale(), () => {
      const { exports: own } = wordsIn(locale()).ui;
      return contentsPage({
        language: locale().language,
        title: own.archiveName,
        lead: own.exportedOn(dateText(now(), { dateStyle: 'long' })),
        lists: [
          {
            heading: own.threadsHeading,
            entries: this.#threads.map(({ title, at, files }) => ({
              title,
              detail: dateText(at, { dateStyle: 'medium' }),
              links: files,
            })),
          },
          {
            heading: own.filesHeading,
            entries: this.#library.map((name) => ({ title: name.replace(/^files\//, ''), detail: '', links: [name] })),
          },
          {
            heading: own.notExported,
            entries: this.#failed.map((title) => ({ title: own.notWritten(title), detail: '', links: [] })),
          },
        ],
      });
    });
    return { name: 'index.html', bytes: () => [new TextEncoder().encode(text)] };
  }
}

async function* taken(outgoing: OutgoingFiles, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* outgoing.read(path);
  } finally {
    await outgoing.remove(path);
  }
}
