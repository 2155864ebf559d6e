import type {
  AnswererId,
  AssistantId,
  DataBoundary,
  Draft,
  FileId,
  Message,
  MessageId,
  SearchHit,
  Thread,
  ThreadChoices,
  ThreadId,
  UnusedThread,
} from '#contract';
import { AppError } from '#contract/result';
import type { Library } from '../library';
import type { Deletions } from './deletions';
import type { Emit } from './hub';
import type { KeptChoices } from './thread-choices';

/** A search is answered from what there is of an index that takes longer to be built anew. */
const INDEXING_MS = 5_000;
const DAY_MS = 86_400_000;

export interface ThreadsOptions {
  library: Library;
  choices: KeptChoices;
  deletions: Deletions;
  emit: Emit;
  now: () => number;
}

/** The threads this machine remembers, whether or not the server still does. */
export class Threads {
  readonly #library: Library;
  readonly #choices: KeptChoices;
  readonly #deletions: Deletions;
  readonly #emit: Emit;
  readonly #now: () => number;

  constructor(options: ThreadsOptions) {
    this.#library = options.library;
    this.#choices = options.choices;
    this.#deletions = options.deletions;
    this.#emit = options.emit;
    this.#now = options.now;
  }

  list(input: { archived: boolean; tag?: string | undefined; after?: ThreadId | undefined; limit: number }): {
    threads: Thread[];
    hasMore: boolean;
  } {
    const threads = this.#library.threads.page({ ...input, limit: input.limit + 1 });
    return { threads: threads.slice(0, input.limit), hasMore: threads.length > input.limit };
  }

  get(input: { threadId: ThreadId }): Thread {
    const thread = this.#library.threads.get(input.threadId);
    if (!thread) throw new AppError('not_found', 'This thread is no longer there.');
    return thread;
  }

  messages(input: { threadId: ThreadId; before?: MessageId | undefined; limit: number }): {
    messages: Message[];
    hasEarlier: boolean;
  } {
    this.get(input);
    const messages = this.#library.messages.page(input.threadId, { before: input.before, limit: input.limit + 1 });
    return { messages: messages.slice(-input.limit), hasEarlier: messages.length > input.limit };
  }

  rename(input: { threadId: ThreadId; title: string }): Thread {
    this.get(input);
    this.#library.threads.rename(input.threadId, input.title);
    return this.#publishSaved(input.threadId);
  }

  pin(input: { threadId: ThreadId; pinned: boolean }): Thread {
    this.get(input);
    this.#library.threads.pin(input.threadId, input.pinned);
    return this.#publishSaved(input.threadId);
  }

  archive(input: { threadId: ThreadId; archived: boolean }): Thread {
    this.get(input);
    this.#library.threads.archive(input.threadId, input.archived);
    return this.#publishSaved(input.threadId);
  }

  delete(input: { threadId: ThreadId }): Record<string, never> {
    this.get(input);
    this.#library.threads.hide(input.threadId, this.#now());
    this.#emit({ name: 'threads.deleted', data: input });
    return {};
  }

  setTags(input: { threadId: ThreadId; tags: string[] }): Thread {
    this.get(input);
    this.#library.threads.setTags(input.threadId, input.tags);
    return this.#publishSaved(input.threadId);
  }

  tags(): { tag: string; threads: number }[] {
    return this.#library.threads.tags();
  }

  unused(input: { days: number }): UnusedThread[] {
    return this.#library.threads.unusedSince(this.#now() - input.days * DAY_MS);
  }

  deleteAll(input: { threadIds: ThreadId[]; withFiles: boolean }): { threadIds: ThreadId[]; fileIds: FileId[] } {
    const at = this.#now();
    const { threads, deletions } = this.#library;
    const deleted = this.#library.transaction(() => {
      const threadIds = input.threadIds.filter((id) => threads.get(id)?.busy === false);
      // Of files that only threads of the list use, each thread alone may not be the only one.
      for (const id of threadIds) threads.hide(id, at);
      const fileIds = input.withFiles ? deletions.onlyUsedInThreads(threadIds) : [];
      for (const id of fileIds) deletions.hideFile(id, at);
      return { threadIds, fileIds };
    });
    for (const threadId of deleted.threadIds) this.#emit({ name: 'threads.deleted', data: { threadId } });
    if (deleted.fileIds.length > 0) this.#emit({ name: 'files.changed', data: {} });
    return deleted;
  }

  restore(input: { threadId: ThreadId }): Thread {
    if (!this.#library.threads.unhide(input.threadId))
      throw new AppError('not_found', 'This thread was deleted for good.');
    return this.#publishSaved(input.threadId);
  }

  async search(input: { query: string; limit: number }): Promise<SearchHit[]> {
    await this.#library.indexed(INDEXING_MS);
    return this.#library.search(input.query, input.limit);
  }

  draft(input: { threadId: ThreadId | null }): Draft {
    return this.#library.notes.draft(input.threadId);
  }

  async saveDraft(input: Draft): Promise<Record<string, never>> {
    const before = this.#library.notes.draft(input.threadId);
    this.#library.notes.saveDraft(input);
    const datasetIds = before.datasetIds.filter((id) => !input.datasetIds.includes(id));
    const documentIds = before.documentIds.filter((id) => !input.documentIds.includes(id));
    if (datasetIds.length + documentIds.length > 0) await this.#deletions.droppedFromDraft({ datasetIds, documentIds });
    return {};
  }

  choices(input: { threadId: ThreadId | null }): ThreadChoices {
    return this.#choices.of(input.threadId);
  }

  setModel(input: { threadId: ThreadId; answerer: AnswererId | null }): ThreadChoices {
    return this.#choices.change(input.threadId, { answerer: input.answerer });
  }

  setBoundary(input: { threadId: ThreadId; boundary: DataBoundary | null }): ThreadChoices {
    return this.#choices.change(input.threadId, { boundary: input.boundary });
  }

  setAssistant(input: { threadId: ThreadId; assistantId: AssistantId | null }): ThreadChoices {
    return this.#choices.change(input.threadId, { assistantId: input.assistantId });
  }

  #publishSaved(id: ThreadId): Thread {
    const thread = this.get({ threadId: id });
    this.#emit({ name: 'threads.changed', data: thread });
    return thread;
  }
}
