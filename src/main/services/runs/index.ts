import type {
  Call,
  CallId,
  DatasetId,
  DocumentId,
  Message,
  ResultId,
  Run,
  RunId,
  RunWithSteps,
  Table,
  Thread,
  ThreadId,
} from '#contract';
import { AppError } from '#contract/result';
import type { AssistantsClient, MessageNews, RunNews, RunUpdate } from '../../api';
import type { Intent, Library } from '../../library';
import type { Log } from '../../log';
import type { DataTools } from '../data-tools';
import type { Documents } from '../documents';
import type { Files } from '../files';
import type { Emit } from '../hub';
import { newId } from '../new-id';
import type { CodeRunner } from '../ports';
import type { CodeFiles } from './code-files';
import { Follower } from './follow';
import { toMessage } from './live-message';
import { LocalRuns } from './local-runs';
import { RunRecord } from './record';
import { titleFrom } from './title';

export { CodeFiles } from './code-files';

export interface RunsOptions {
  library: Library;
  /** The client and the assistant to use; resolved anew for each run, so a server that comes back is found. */
  client: () => Promise<AssistantsClient>;
  assistantId: () => Promise<string>;
  tools: DataTools;
  files: Files;
  documents: Documents;
  codeFiles: CodeFiles;
  /** Null where Python cannot run. */
  python: CodeRunner | null;
  emit: Emit;
  log: Log;
  now: () => number;
}

interface Started {
  run: RunNews;
  rest: AsyncIterable<RunUpdate>;
  leave: AbortController;
}

/** Questions and their runs: asked, followed, stopped, asked again. */
export class Runs {
  readonly local: LocalRuns;
  readonly #options: RunsOptions;
  readonly #library: Library;
  readonly #followers = new Map<RunId, { follower: Follower; done: Promise<void> }>();
  readonly #starting = new Set<ThreadId>();

  constructor(options: RunsOptions) {
    this.#options = options;
    this.#library = options.library;
    this.local = new LocalRuns(options);
  }

  async start(input: {
    threadId: ThreadId | null;
    prompt: string;
    datasetIds: DatasetId[];
    documentIds: DocumentId[];
  }): Promise<{ thread: Thread; message: Message; run: Run }> {
    const gone =
      input.datasetIds.some((id) => !this.#library.datasets.get(id)) ||
      input.documentIds.some((id) => !this.#library.documents.get(id));
    if (gone) throw new AppError('not_found', 'An attached file is no longer there. Remove it and attach it again.');
    if (input.threadId === null) return this.#start({ ...input, threadId: null });
    return this.#alone(input.threadId, () => this.#start(input));
  }

  async retry(input: { threadId: ThreadId }): Promise<Run> {
    return this.#alone(input.threadId, async () => {
      const started = await this.#open(input.threadId);
      const run = this.#newRun(started.run);
      this.#library.runs.save(run);
      this.#follow(run, started);
      this.#sayRun(run);
      return run;
    });
  }

  async cancel(input: { runId: RunId }): Promise<Run> {
    const active = this.#followers.get(input.runId);
    if (active) await active.follower.cancel().catch((error: unknown) => this.#unlessOver(input.runId, error));
    return this.#find(input.runId);
  }

  ofThread(input: { threadId: ThreadId }): RunWithSteps[] {
    return this.#library.runs
      .ofThread(input.threadId)
      .map((run) => ({ ...run, steps: this.#library.steps.ofRun(run.id) }));
  }

  result(input: { resultId: ResultId; offset: number; limit: number }): Table {
    return this.#library.results.table(input.resultId, input);
  }

  runCode(input: { callId: CallId; code: string }): Call {
    return this.local.run(input);
  }

  stopCode(input: { callId: CallId }): Call {
    return this.local.stop(input);
  }

  /** Resolves when the run has ended. */
  async finished(runId: RunId): Promise<Run> {
    await this.#followers.get(runId)?.done;
    return this.#find(runId);
  }

  /** Settles what an earlier process left open: messages that may or may not have been sent, and runs under way. */
  async resume(): Promise<void> {
    this.local.resume();
    for (const intent of this.#library.notes.intents()) await this.#settle(intent);
    for (const run of this.#library.runs.open()) if (!this.#followers.has(run.id)) this.#follow(run, null);
  }

  /** Stops following; the runs go on where they run, and are taken up at the next start. */
  async close(): Promise<void> {
    const active = [...this.#followers.values()];
    for (const { follower } of active) follower.leave();
    await Promise.all([this.local.close(), ...active.map(({ done }) => done)]);
  }

  async #start(input: Omit<Intent, 'key' | 'at'>) {
    const key = newId('key');
    const intent: Intent = { ...input, key, at: this.#options.now() };
    this.#library.notes.intend(intent);
    let { threadId } = input;
    try {
      const client = await this.#options.client();
      threadId ??= await client.createThread(key);
      this.#library.notes.intend({ ...intent, threadId });
      const searched = await this.#options.documents.searchable(input.documentIds);
      const read = await this.#options.codeFiles.forQuestion(input.prompt, input.threadId, input.datasetIds);
      const news = await client.addMessage(threadId, { text: input.prompt, key, searched, read });
      if (searched.length > 0) await client.documents.keepStores(threadId);
      const started = await this.#open(threadId);
      return this.#saveStart({ ...intent, threadId }, news, started);
    } catch (error) {
      await this.#settle({ ...intent, threadId });
      throw error;
    }
  }

  /** Saves message and run in one piece, then says them. */
  #saveStart(intent: Intent & { threadId: ThreadId }, news: MessageNews, started: Started) {
    const run = this.#newRun(started.run);
    const message = this.#library.together(() => {
      const saved = this.#saveMessage(intent, news);
      this.#library.runs.save(run);
      return saved;
    });
    this.#follow(run, started);
    const thread = this.#sayRun(run);
    this.#options.emit({ name: 'messages.changed', data: message });
    return { thread, message, run };
  }

  #saveMessage(intent: Intent & { threadId: ThreadId }, news: MessageNews): Message {
    const { library } = this.#options;
    library.threads.add({ id: intent.threadId, title: titleFrom(intent.prompt), at: intent.at });
    for (const id of intent.datasetIds) library.datasets.attach(intent.threadId, id);
    for (const id of intent.documentIds) library.documents.attach(intent.threadId, id);
    const message = toMessage(news, library.messages.get(news.id), new Map(), intent.at);
    message.attachments = attachmentsOf(library, intent);
    library.messages.save(message);
    library.threads.touch(intent.threadId, intent.at);
    this.#clearDraft(intent);
    library.notes.settle(intent.key);
    return message;
  }

  #clearDraft(intent: Intent & { threadId: ThreadId }): void {
    for (const threadId of [intent.threadId, null]) {
      if (this.#library.notes.draft(threadId).text.trim() === intent.prompt)
        this.#library.notes.saveDraft({ threadId, text: '', datasetIds: [], documentIds: [] });
    }
  }

  /** Finds out whether a message got through. One that did is kept with its run; of one that did not, the draft remains. */
  async #settle(intent: Intent): Promise<void> {
    const { threadId } = intent;
    if (threadId === null) return this.#library.notes.settle(intent.key);
    try {
      const client = await this.#options.client();
      const news = await client.findMessage(threadId, intent.key);
      if (!news) return this.#library.notes.settle(intent.key);
      const latest = await client.latestRun(threadId);
      this.#library.together(() => {
        this.#saveMessage({ ...intent, threadId }, news);
        if (latest && !this.#library.runs.get(latest.id)) this.#library.runs.save(this.#newRun(latest));
      });
    } catch (error) {
      this.#options.log.warn({ err: error }, 'a message could not be settled yet');
    }
  }

  async #open(threadId: ThreadId): Promise<Started> {
    const leave = new AbortController();
    const updates = (await this.#options.client()).startRun(threadId, await this.#options.assistantId(), leave.signal);
    const first = await updates.next();
    if (first.done || first.value.type !== 'run')
      throw new AppError('unavailable', 'The server did not start the run. Try again.');
    return { run: first.value.run, rest: updates, leave };
  }

  #newRun(news: RunNews): Run {
    const { id, threadId, status, model, error, usage } = news;
    return {
      id,
      threadId,
      status,
      model,
      error,
      usage,
      createdAt: this.#options.now(),
      startedAt: null,
      finishedAt: null,
    };
  }

  #follow(run: Run, started: Started | null): void {
    const record = new RunRecord(run, {
      library: this.#library,
      emit: this.#options.emit,
      now: this.#options.now,
      titleOf: (call) => this.#options.tools.title(call),
      keepPicture: (remoteFileId) => this.#options.files.keepPicture(remoteFileId),
      keepMade: (remoteFileId, path) => this.#options.files.keepMade(remoteFileId, path),
    });
    const follower = new Follower(record, this.#options);
    if (started) follower.leaving.addEventListener('abort', () => started.leave.abort(), { once: true });
    const done = follower.follow(started?.rest ?? null).finally(() => this.#followers.delete(run.id));
    this.#followers.set(run.id, { follower, done });
  }

  /** One start per thread at a time, and none while a run is under way. */
  async #alone<T>(threadId: ThreadId, work: () => Promise<T>): Promise<T> {
    if (!this.#library.threads.get(threadId)) throw new AppError('not_found', 'This thread is no longer there.');
    if (this.#starting.has(threadId) || this.#library.runs.openOfThread(threadId)) {
      throw new AppError('thread_busy', 'A run is still under way in this thread. Wait for it, or stop it.');
    }
    this.#starting.add(threadId);
    try {
      return await work();
    } finally {
      this.#starting.delete(threadId);
    }
  }

  #sayRun(run: Run): Thread {
    const thread = this.#library.threads.get(run.threadId);
    if (!thread) throw new AppError('not_found', 'This thread is no longer there.');
    this.#options.emit({ name: 'threads.changed', data: thread });
    this.#options.emit({ name: 'runs.changed', data: run });
    return thread;
  }

  #unlessOver(runId: RunId, error: unknown): void {
    if (this.#find(runId).finishedAt === null) throw error;
  }

  #find(id: RunId): Run {
    const run = this.#library.runs.get(id);
    if (!run) throw new AppError('not_found', 'This run is no longer kept.');
    return run;
  }
}

function attachmentsOf(library: Library, { datasetIds, documentIds }: Intent): Message['attachments'] {
  const named = <I extends object>(id: I, found: { name: string } | undefined) =>
    found ? [{ ...id, name: found.name }] : [];
  return [
    ...datasetIds.flatMap((datasetId) => named({ datasetId }, library.datasets.get(datasetId))),
    ...documentIds.flatMap((documentId) => named({ documentId }, library.documents.get(documentId))),
  ];
}
