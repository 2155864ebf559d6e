import type {
  ExportProgress,
  ExportRequest,
  ReportFormat,
  ReportId,
  ReportSummary,
  Thread,
  ThreadFormat,
} from '#contract';
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
  reports: boolean;
  archived: boolean;
  paper: ExportRequest['paper'];
}

/** Reports as they are written elsewhere. */
export interface ExportedReports {
  list(): Pick<ReportSummary, 'id' | 'title' | 'updatedAt'>[];
  document(
    order: { reportId: ReportId; format: ReportFormat; paper: ExportRequest['paper'] },
    signal: AbortSignal,
  ): Promise<{ name: string; bytes: Uint8Array }[]>;
}

export interface EverythingOptions extends ThreadFilesOptions {
  outgoing: OutgoingFiles;
  reports: ExportedReports;
  log: Log;
}

/** To read, and to compute with; both are made of what the report keeps. */
const REPORT_FORMATS = ['html', 'xlsx'] as const satisfies ReportFormat[];

const PAGE = 200;

/** All there is, thread by thread and file by file: of one at a time is anything in memory. */
export class Everything {
  readonly #options: EverythingOptions;
  readonly #files: ThreadFiles;
  readonly #order: EverythingOrder;
  readonly #signal: AbortSignal;
  readonly #onProgress: (progress: ExportProgress) => void;
  readonly #names = new FileNames();
  readonly #threads: ListedFiles[] = [];
  readonly #reports: ListedFiles[] = [];
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
    const reports = this.#order.reports ? this.#options.reports.list() : [];
    const of = threads.length + reports.length + files.length;
    let done = 0;
    const progressed = () => this.#onProgress({ done: ++done, of });
    this.#onProgress({ done, of });
    for (const thread of threads) {
      yield* this.#thread(thread);
      progressed();
    }
    for (const report of reports) {
      yield* this.#report(report);
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

  async *#report({
    id,
    title,
    updatedAt,
  }: ReturnType<ExportedReports['list']>[number]): AsyncGenerator<WrittenContent> {
    const folder = this.#names.in('reports', title);
    const written: string[] = [];
    for (const format of REPORT_FORMATS) {
      this.#signal.throwIfAborted();
      const { paper } = this.#order;
      const files = await this.#unlessFailed(`${title} (${format})`, () =>
        this.#options.reports.document({ reportId: id, format, paper }, this.#signal),
      );
      for (const { bytes } of files ?? []) {
        const name = `${folder}/report.${format}`;
        written.push(name);
        yield { name, bytes: () => [bytes] };
      }
    }
    this.#reports.push({ title, at: updatedAt, files: written });
  }

  async #contentsOf(thread: Thread, format: ThreadFormat): Promise<WrittenContent[] | null> {
    return this.#unlessFailed(`${thread.title} (${format})`, async () => {
      const record = readThread(this.#options.library, thread.id);
      if (format !== 'evidence')
        return this.#files.of({ format, code: true, paper: this.#order.paper }, record, { signal: this.#signal });
      const { outgoing } = this.#options;
      const { contents, closing } = await this.#files.evidence(record, { data: true });
      const { path } = await outgoing.archive(contents, { closing, signal: this.#signal });
      return [{ name: 'evidence.zip', bytes: () => taken(outgoing, path) }];
    });
  }

  /** What cannot be written is told, and the rest written all the same; null for that. */
  async #unlessFailed<T>(what: string, write: () => Promise<T>): Promise<T | null> {
    try {
      return await write();
    } catch (error) {
      this.#signal.throwIfAborted();
      if (!(error instanceof AppError)) this.#options.log.error({ err: error }, 'something could not be exported');
      this.#failed.push(what);
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
          { heading: own.threadsHeading, entries: this.#threads.map(entryOf) },
          { heading: own.reportsHeading, entries: this.#reports.map(entryOf) },
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

interface ListedFiles {
  title: string;
  at: number;
  files: string[];
}

const entryOf = ({ title, at, files }: ListedFiles) => ({
  title,
  detail: dateText(at, { dateStyle: 'medium' }),
  links: files,
});

async function* taken(outgoing: OutgoingFiles, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* outgoing.read(path);
  } finally {
    await outgoing.remove(path);
  }
}
