import type {
  AnswererId,
  Call,
  CallId,
  Message,
  ModelOffer,
  ResultId,
  Run,
  RunId,
  RunWithSteps,
  Table,
  Thread,
  ThreadId,
} from '#contract';
import { AppError } from '#contract/result';
import type { ServerMessage } from '../../api';
import type { CodeRunner } from '../../code-runner';
import type { Intent, Library } from '../../library';
import type { Log } from '../../log';
import { boundedTable, IN_WINDOW } from '../bounded-table';
import type { ModelConnections } from '../connections';
import type { DataTools } from '../data-tools';
import type { Documents } from '../documents';
import type { Files } from '../files';
import type { Emit } from '../hub';
import type { AppSettings } from '../settings';
import type { GivenChoices } from '../thread-choices';
import type { CodeFiles } from './code-files';
import { LocalRuns } from './local-runs';
import { MissingFiles } from './missing';
import { OtherAnswerers } from './other-answerers';
import { type Asked, type Placed, Questions } from './questions';
import { Rebuild, type Rebuilt } from './rebuild';
import { RunFollower } from './run-follower';
import { type Purpose, RunOpener, type RunOpenerOptions } from './run-opener';
import { RunRecorder } from './run-recorder';
import type { ShownTables } from './shown-tables';
import { newRun, type StartedRun } from './started-run';

export { CodeFiles } from './code-files';
export { DataForCode } from './data-for-code';
export type { Rebuilt } from './rebuild';
export type { AppAssistant } from './run-opener';
export { ShownTables } from './shown-tables';

const UNDER_WAY = { reason: { code: 'run_under_way' } } as const;

export interface RunsOptions extends RunOpenerOptions {
  connections: ModelConnections;
  settings: AppSettings;
  tools: DataTools;
  files: Files;
  documents: Documents;
  codeFiles: CodeFiles;
  /** Null where Python cannot run. */
  python: CodeRunner | null;
  shown: ShownTables;
  emit: Emit;
  log: Log;
  now: () => number;
}

/** Questions and their runs: asked, followed, stopped, asked again. */
export class Runs {
  readonly local: LocalRuns;
  readonly #options: RunsOptions;
  readonly #library: Library;
  readonly #followers = new Map<RunId, { follower: RunFollower; done: Promise<void> }>();
  readonly #starting = new Set<ThreadId>();
  readonly #questions: Questions;
  readonly #opener: RunOpener;
  readonly #others: OtherAnswerers;
  readonly #missing: MissingFiles;
  readonly #closing = new AbortController();

  constructor(options: RunsOptions) {
    this.#options = options;
    this.#library = options.library;
    this.local = new LocalRuns(options);
    this.#questions = new Questions(options);
    this.#opener = new RunOpener(options);
    this.#others = new OtherAnswerers(options);
    this.#missing = new MissingFiles(options);
  }

  async start(input: Asked): Promise<{ thread: Thread; message: Message; run: Run }> {
    this.#questions.assertAskable(input);
    if (input.threadId === null) return this.#start({ ...input, threadId: null });
    return this.#exclusively(input.threadId, () => this.#start(input));
  }

  async retry(input: { threadId: ThreadId; answerer?: AnswererId | undefined }): Promise<Run> {
    return this.#exclusively(input.threadId, () => this.#restart(input.threadId, { answerer: input.answerer }, {}));
  }

  async again({ runId, ...given }: GivenChoices & { runId: RunId; answerer: AnswererId }): Promise<Run> {
    const { id, threadId, besideOf = id } = this.#find(runId);
    return this.#exclusively(threadId, () => this.#restart(threadId, given, { besideOf }));
  }

  offers(input: { runId: RunId }): ModelOffer[] {
    return this.#others.offers(this.#find(input.runId));
  }

  async cancel(input: { runId: RunId }): Promise<Run> {
    const active = this.#followers.get(input.runId);
    if (active) await active.follower.cancel().catch((error: unknown) => this.#unlessOver(input.runId, error));
    return this.#find(input.runId);
  }

  async possible(): Promise<{ possible: boolean }> {
    return this.#options.client().then(
      () => ({ possible: true }),
      () => ({ possible: false }),
    );
  }

  /** Looking at a thread is a reason to try for what could not be fetched when it was made. */
  ofThread(input: { threadId: ThreadId }): RunWithSteps[] {
    void this.#missing.tryAgain(input.threadId);
    return this.#library.runs
      .ofThread(input.threadId)
      .map((run) => ({ ...run, steps: this.#library.steps.ofRun(run.id) }));
  }

  result(input: { resultId: ResultId; offset: number; limit: number }): Table {
    return boundedTable(this.#library.results.table(input.resultId, input), IN_WINDOW);
  }

  readonly runCode = (input: { callId: CallId; code: string }): Call => this.local.run(input);
  readonly stopCode = (input: { callId: CallId }): Call => this.local.stop(input);

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
    await this.#missing.tryAgain(null);
  }

  /** Brings back what the library has lost of these threads. True when nothing went wrong on the way. */
  async rebuild(threads: readonly ThreadId[], onProgress: (rebuilt: Rebuilt) => void): Promise<boolean> {
    const recorderFor = (run: Run, now: () => number) => this.#recorderFor(run, now);
    const rebuild = new Rebuild({ ...this.#options, recorderFor, signal: this.#closing.signal });
    const whole = await rebuild.run(threads, onProgress);
    for (const run of this.#library.runs.open()) if (!this.#followers.has(run.id)) this.#follow(run, null);
    for (const id of threads) if (this.#library.threads.get(id)) this.#publishThread(id);
    return whole;
  }

  /** Stops following; the runs go on where they run, and are taken up at the next start. */
  async close(): Promise<void> {
    this.#closing.abort();
    const active = [...this.#followers.values()];
    for (const { follower } of active) follower.detach();
    await Promise.all([this.local.close(), this.#missing.close(), ...active.map(({ done }) => done)]);
  }

  async #start(input: Asked) {
    let noted: Intent = this.#questions.note(input);
    try {
      const placed = await this.#questions.place(noted);
      noted = placed;
      const serverMessage = await this.#questions.send(placed);
      const started = await this.#opener.open(placed.threadId, input);
      const run = newRun(started.run, this.#options.now());
      const message = this.#saveOrAbandon(started, () => this.#saveStart(placed, serverMessage, run));
      this.#follow(run, started);
      return { thread: this.#publishStart(message, run), message, run };
    } catch (error) {
      // It may have begun all the same, and only the answer to it is lost.
      const begun = await this.#settle(noted);
      if (!begun) throw error;
      return begun;
    }
  }

  /** Message and run in one piece. */
  #saveStart(intent: Placed, serverMessage: ServerMessage, run: Run | null): Message {
    return this.#library.transaction(() => {
      const message = this.#questions.save(intent, serverMessage);
      if (run) this.#library.runs.save(run);
      return message;
    });
  }

  /** Finds out whether a message got through. One that did is kept with its run, if any; of one that did not, the draft remains. */
  async #settle(intent: Intent): Promise<{ thread: Thread; message: Message; run: Run } | null> {
    try {
      const sent = await this.#questions.find(intent);
      if (!sent) return null;
      const { placed, serverMessage, latest } = sent;
      const run = latest && !this.#library.runs.get(latest.id) ? newRun(latest, this.#options.now()) : null;
      const message = this.#saveStart(placed, serverMessage, run);
      if (run) this.#follow(run, null);
      const thread = this.#publishStart(message, run);
      return run && { thread, message, run };
    } catch (error) {
      this.#options.log.warn({ err: error }, 'a message could not be settled yet');
      return null;
    }
  }

  /** Another run on the thread as it stands. */
  async #restart(threadId: ThreadId, given: GivenChoices, purpose: Purpose): Promise<Run> {
    const started = await this.#opener.openOrFind(threadId, given, purpose);
    const run = newRun(started.run, this.#options.now());
    this.#saveOrAbandon(started, () => this.#library.runs.save(run));
    this.#follow(run, started);
    this.#publishThread(run.threadId);
    this.#options.emit({ name: 'runs.changed', data: run });
    return run;
  }

  /** A run that cannot be saved is not followed, so nobody would read its stream. */
  #saveOrAbandon<T>(started: StartedRun, save: () => T): T {
    try {
      return save();
    } catch (error) {
      started.abandon.abort();
      throw error;
    }
  }

  #recorderFor(run: Run, now: () => number): RunRecorder {
    const { emit, log, shown, files, connections } = this.#options;
    return new RunRecorder(run, {
      ...{ library: this.#library, emit, log, shown, now },
      keepPicture: (remoteFileId) => files.keepPicture(remoteFileId),
      connectionName: (id) => connections.named(id)?.name ?? null,
      keepMade: (remoteFileId, path) => files.keepMade(remoteFileId, path),
    });
  }

  #follow(run: Run, started: StartedRun | null): void {
    const record = this.#recorderFor(run, this.#options.now);
    const follower = new RunFollower(record, this.#options);
    if (started) follower.detached.addEventListener('abort', () => started.abandon.abort(), { once: true });
    const done = follower
      .follow(started?.rest ?? null)
      .then(() => this.#fallBack(run.id))
      .finally(() => this.#followers.delete(run.id));
    this.#followers.set(run.id, { follower, done });
  }

  /** What the analyst has settled for beforehand; the new run says in place of which it is. */
  async #fallBack(id: RunId): Promise<void> {
    if (this.#closing.signal.aborted) return;
    const run = this.#find(id);
    const answerer = this.#others.fallback(run);
    if (answerer === null) return;
    const restart = () => this.#restart(run.threadId, { answerer }, { insteadOf: run.id });
    await this.#exclusively(run.threadId, restart).catch((error: unknown) =>
      this.#options.log.warn({ err: error, run: id }, 'nobody else could be asked'),
    );
  }

  /** One start per thread at a time, and none while a run is under way. */
  async #exclusively<T>(threadId: ThreadId, work: () => Promise<T>): Promise<T> {
    if (!this.#library.threads.get(threadId)) throw new AppError('not_found', 'This thread is no longer there.');
    if (this.#starting.has(threadId) || this.#library.runs.openOfThread(threadId))
      throw new AppError('busy', 'A run is still under way in this thread. Wait for it, or stop it.', UNDER_WAY);
    this.#starting.add(threadId);
    try {
      return await work();
    } finally {
      this.#starting.delete(threadId);
    }
  }

  #publishStart(message: Message, run: Run | null): Thread {
    const thread = this.#publishThread(message.threadId);
    if (run) this.#options.emit({ name: 'runs.changed', data: run });
    this.#options.emit({ name: 'messages.changed', data: message });
    return thread;
  }

  #publishThread(threadId: ThreadId): Thread {
    const thread = this.#library.threads.get(threadId);
    if (!thread) throw new AppError('not_found', 'This thread is no longer there.');
    this.#options.emit({ name: 'threads.changed', data: thread });
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
