import type { ImportItem, ThreadId } from '#contract';
import { CallId, ThreadId as ThreadIdSchema } from '#contract/ids';
import type { ServerHistory } from '../../api';
import type { ExportedStep, ThreadExport } from '../../exchange';
import { LossCounts, type ReadItem } from '../../importing';
import type { Emit } from '../hub';
import { RunDownloads } from '../runs/downloads';
import { type FileServer, ImportedFiles, type ImportedFilesOptions } from './imported-files';
import { keepThread } from './keep-thread';

/** The server that threads go on with: it takes them in under their own ids. */
export interface ThreadServer extends FileServer {
  /** Nothing is kept of a thread without messages. Null where an id of it is that of something else. Throws `unavailable` while it is off. */
  adopt(thread: ThreadExport): { history: ServerHistory; dropped: number } | null;
}

export interface ItemImporterOptions extends ImportedFilesOptions {
  server: ThreadServer;
  emit: Emit;
}

export type ImportedItem = Omit<ImportItem, 'number'>;

/** One item after the other becomes a thread like any other: the server has it, and the library shows it. */
export class ItemImporter {
  readonly #options: ItemImporterOptions;
  readonly #files: ImportedFiles;

  constructor(options: ItemImporterOptions) {
    this.#options = options;
    this.#files = new ImportedFiles(options);
  }

  async take(read: ReadItem, signal: AbortSignal): Promise<ImportedItem> {
    const item = { title: read.title, threadId: null, losses: read.losses, refusal: null };
    if ('refusal' in read) return { ...item, outcome: 'skipped', refusal: read.refusal };
    const id = ThreadIdSchema.safeParse(read.thread.thread.id);
    if (!id.success) return { ...item, outcome: 'skipped', refusal: 'damaged' };
    const { library } = this.#options;
    const title = read.title ?? library.threads.get(id.data)?.title ?? null;
    const known = this.#known(id.data, read.hash);
    if (known) return { ...item, title, threadId: id.data, outcome: 'present' };
    return this.#import(id.data, read, signal);
  }

  /** The very same, or a thread of this library's own. */
  #known(id: ThreadId, hash: string | null): boolean {
    const { library } = this.#options;
    if (!library.threads.get(id)) return false;
    return !library.imports.hasImported(id) || (hash !== null && library.imports.threadOf(hash) === id);
  }

  async #import(
    id: ThreadId,
    read: Extract<ReadItem, { thread: ThreadExport }>,
    signal: AbortSignal,
  ): Promise<ImportedItem> {
    const { library, files, server, emit } = this.#options;
    const refused = (refusal: ImportItem['refusal']): ImportedItem => ({
      ...{ title: read.title, threadId: null, losses: read.losses, outcome: 'skipped', refusal },
    });
    if (takesOthers(library, id, read.thread) || (await this.#files.takesOthers(read.thread, read.files, signal)))
      return refused('id_taken');
    const losses = new LossCounts(read.losses);
    // Before its files, which nothing would ever delete without it.
    const adopted = server.adopt(read.thread);
    if (adopted === null) return refused('id_taken');
    if (adopted.history.messages.length === 0) return refused('empty');
    for (let dropped = adopted.dropped; dropped > 0; dropped -= 1) losses.add('damaged_object');
    const taken = await this.#files.take(read.thread, read.files, losses, signal);
    const attachments = await this.#files.attach(read.thread, taken, read.files, signal);
    const wasThere = library.threads.get(id) !== undefined;
    const downloads = new RunDownloads({
      keepPicture: (remoteFileId) => files.keepPicture(remoteFileId),
      keepMade: (remoteFileId, path) => files.keepMade(remoteFileId, path),
    });
    const about = read.thread.about ?? null;
    const give = () => this.#files.give(id, attachments);
    const kept = { id, about, history: adopted.history, attachments };
    const added = await keepThread({ library, downloads, give }, kept);
    const thread = library.threads.get(id);
    if (thread) emit({ name: 'threads.changed', data: thread });
    const lost = losses.list();
    const outcome = wasThere ? (added > 0 ? 'updated' : 'present') : lost.length > 0 ? 'partly' : 'imported';
    return { title: thread?.title ?? read.title, threadId: id, losses: lost, refusal: null, outcome };
  }
}

/** Whether an id of a thread from elsewhere is that of something of another thread here, which it would write over. */
function takesOthers(library: ItemImporterOptions['library'], id: ThreadId, thread: ThreadExport): boolean {
  const isOther = (owner: { threadId: ThreadId } | undefined) => owner !== undefined && owner.threadId !== id;
  return (
    thread.messages.some((message) => isOther(library.messages.get(message.id as never))) ||
    thread.runs.some((run) => isOther(library.runs.get(run.id as never))) ||
    thread.run_steps.some(
      (step) =>
        isOther(library.steps.get(step.id as never)) ||
        callIdsOf(step).some((call) => isOther(library.steps.call(call))),
    )
  );
}

function callIdsOf(step: ExportedStep): CallId[] {
  const details = fieldsIn(step.step_details);
  const calls: unknown[] = Array.isArray(details.tool_calls) ? details.tool_calls : [];
  return calls.flatMap((call) => {
    const id = CallId.safeParse(fieldsIn(call).id);
    return id.success ? [id.data] : [];
  });
}

const fieldsIn = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
