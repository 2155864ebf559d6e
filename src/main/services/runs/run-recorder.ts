import type { Message, MessageId, NumberSource, Run, RunEnding, RunStatus } from '#contract';
import { unsourcedFigures } from '#contract/stretches';
import type { RunUpdate, ServerMessage, ServerRun } from '../../api';
import type { Library, SavedCall } from '../../library';
import type { Log } from '../../log';
import type { Emit } from '../hub';
import { citationsIn, citedBy } from './citations';
import { type DownloadOptions, RunDownloads } from './downloads';
import { numberSources } from './numbers';
import type { ShownTables } from './shown-tables';
import { StepRecorder } from './step-recorder';
import { StreamedMessage, toMessage } from './streamed-message';

/** Text is shown, and saved, at most this often. */
const FRAME_MS = 33;
/** Numbers are looked for in results up to this size; a headline never comes from further down. */
const LINK_ROWS = 2_000;

const ENDED: ReadonlySet<RunStatus> = new Set(['cancelled', 'failed', 'completed', 'incomplete', 'expired']);

export const hasEnded = (status: RunStatus): boolean => ENDED.has(status);

/** Numbers that a fact says come from it, and not from a result, or from nowhere; a headline is made of cells. */
const isInFact = ({ part, start, end }: NumberSource, message: Message): boolean =>
  [...message.facts, ...unsourcedFigures(message)].some(
    (place) =>
      place.part === part &&
      place.start < end &&
      start < place.end &&
      !('fact' in place && place.fact.code === 'headline'),
  );

export interface RunRecorderOptions extends DownloadOptions {
  shown: ShownTables;
  library: Library;
  emit: Emit;
  log: Log;
  now: () => number;
  /** What the analyst calls a connection; null for one that is gone. */
  connectionName(id: string): string | null;
}

/** Writes down one run as it is told: every update is saved, then said. Telling the same thing twice changes nothing. */
export class RunRecorder {
  readonly #options: RunRecorderOptions;
  readonly #library: Library;
  readonly #streamed = new Map<MessageId, StreamedMessage>();
  readonly #downloads: RunDownloads;
  readonly #steps: StepRecorder;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** When the run started, by `performance.now`; null for one that did before this app did. */
  #began: number | null = null;
  #run: Run;

  constructor(run: Run, options: RunRecorderOptions) {
    this.#run = run;
    this.#options = options;
    this.#library = options.library;
    this.#downloads = new RunDownloads(options);
    this.#steps = new StepRecorder(run, { ...options, downloads: this.#downloads });
  }

  get run(): Run {
    return this.#run;
  }

  async apply(update: RunUpdate): Promise<void> {
    switch (update.type) {
      case 'run':
        this.flush();
        return this.applyRun(update.run);
      case 'step':
        return this.#steps.apply(update.step);
      case 'message':
        return this.applyMessage(update.message);
      case 'text_grew':
        this.#streamed.get(update.messageId)?.addText(update.part, update.text);
        return this.#scheduleFlush();
      case 'image':
        this.#streamed
          .get(update.messageId)
          ?.addPart(update.part, await this.#downloads.fetchPicture(update.remoteFileId));
        return this.#scheduleFlush();
      case 'call_grew':
        this.#steps.addToCall(update);
        return this.#scheduleFlush();
    }
  }

  applyRun(serverRun: ServerRun): void {
    const now = this.#options.now();
    const ended = hasEnded(serverRun.status);
    const before = this.#run;
    const run: Run = {
      ...before,
      status: serverRun.status,
      model: serverRun.model,
      ending: serverRun.ending && this.#named(serverRun.ending),
      usage: serverRun.usage ?? before.usage,
      startedAt: before.startedAt ?? (serverRun.status === 'queued' ? null : now),
      finishedAt: ended ? (before.finishedAt ?? this.#finishedAt(now)) : null,
    };
    if (before.startedAt === null && run.startedAt !== null) this.#began = performance.now();
    if (JSON.stringify(before) === JSON.stringify(run)) return;
    this.#library.transaction(() => {
      this.#library.runs.save(run);
      if (ended) this.#library.threads.touch(run.threadId, now);
    });
    this.#run = run;
    this.#options.emit({ name: 'runs.changed', data: run });
    const thread = ended ? this.#library.threads.get(run.threadId) : undefined;
    if (thread) this.#options.emit({ name: 'threads.changed', data: thread });
  }

  /** The engine knows connections by their ids. */
  #named(ending: RunEnding): RunEnding {
    if (!('connection' in ending) || !ending.connection) return ending;
    return { ...ending, connection: this.#options.connectionName(ending.connection) };
  }

  /** As long after the start as it took, even if somebody has set the clock meanwhile. */
  #finishedAt(now: number): number {
    const { startedAt, createdAt } = this.#run;
    if (startedAt !== null && this.#began !== null) return Math.round(startedAt + performance.now() - this.#began);
    return Math.max(now, startedAt ?? createdAt);
  }

  /** Ends the run here, when the server can no longer tell how it ended. */
  end(status: 'failed' | 'cancelled', ending: RunEnding): void {
    this.flush();
    this.applyRun({
      id: this.#run.id,
      threadId: this.#run.threadId,
      status,
      model: this.#run.model,
      origin: {},
      ending,
      usage: null,
      pending: [],
    });
    for (const message of this.#library.messages.openOfRun(this.#run.id))
      this.#publish({ ...message, status: 'incomplete' });
  }

  /** Saves what this machine knows of a call it executes. */
  saveCall(call: SavedCall): void {
    this.#steps.saveCall(call);
  }

  async applyMessage(serverMessage: ServerMessage): Promise<void> {
    this.flush();
    await this.#downloads.fetchAll(serverMessage);
    const message = toMessage(
      serverMessage,
      this.#library.messages.get(serverMessage.id),
      this.#downloads,
      this.#options.now(),
    );
    if (message.status === 'in_progress') {
      if (!this.#streamed.has(message.id))
        this.#streamed.set(message.id, new StreamedMessage(message, serverMessage.facts));
    } else {
      this.#streamed.delete(message.id);
      message.numbers = numberSources(message.parts, this.#results()).filter((source) => !isInFact(source, message));
      message.citations = citationsIn(message.parts, citedBy(serverMessage, this.#library));
    }
    this.#publish(message);
  }

  /** Saves and says at once what has come since the last frame. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    for (const live of this.#streamed.values()) this.#flushText(live);
    this.#steps.flush();
  }

  #scheduleFlush(): void {
    this.#timer ??= setTimeout(() => this.#flushFrame(), FRAME_MS);
  }

  /** What cannot be saved now is saved with the whole message or step, which the server tells at its end. */
  #flushFrame(): void {
    try {
      this.flush();
    } catch (error) {
      this.#options.log.warn({ err: error, run: this.#run.id }, 'what came of a run could not be saved yet');
    }
  }

  #flushText(live: StreamedMessage): void {
    const before = live.message;
    const { growths, moved } = live.grow();
    const partAdded = live.message.parts.length !== before.parts.length;
    if (growths.length === 0 && !moved && !partAdded) return;
    this.#library.messages.savePartial(live.message);
    const { id: messageId, threadId } = live.message;
    if (moved || partAdded) {
      this.#options.emit({ name: 'messages.changed', data: live.message });
      return;
    }
    for (const growth of growths)
      this.#options.emit({ name: 'messages.grew', data: { messageId, threadId, ...growth } });
  }

  #publish(message: Message): void {
    this.#library.messages.save(message);
    this.#options.emit({ name: 'messages.changed', data: message });
  }

  #results() {
    const small = this.#library.results.ofRun(this.#run.id).filter((result) => result.rowCount <= LINK_ROWS);
    return small.map(({ id }) => ({ id, table: this.#library.results.table(id) }));
  }
}
