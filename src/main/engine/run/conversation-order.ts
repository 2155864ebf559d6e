import type { MessageOutline } from '../store/messages';
import type { RunOutline } from '../store/runs';

/** A message that no run wrote, or a run with all that it has said and done. */
export type ThreadEntry = { type: 'message'; message: MessageOutline } | { type: 'run'; run: RunOutline };

/** Both newest first, and without what is no part of the conversation. */
export interface OrderSource {
  messages(): Iterable<MessageOutline>;
  runs(): Generator<RunOutline, undefined>;
  /** Whether nothing of what a run has done is a message. */
  isSilent(run: RunOutline): boolean;
}

/** Newest first, each run where it took place. */
export function* entriesNewestFirst({
  messages,
  runs: read,
  isSilent,
}: OrderSource): Generator<ThreadEntry, undefined> {
  const runs = read();
  let next = runs.next();
  const given = new Set<string>();
  const take = (run: RunOutline): ThreadEntry => {
    given.add(run.id);
    next = runs.next();
    return { type: 'run', run };
  };
  for (const message of messages()) {
    const { run_id } = message;
    if (run_id === null) {
      // A thread takes no messages while a run is under way, so that a run stands before whatever is younger than it.
      while (!next.done && isAfter(next.value, message, isSilent)) yield take(next.value);
      yield { type: 'message', message };
    } else {
      while (!next.done && !given.has(run_id)) yield take(next.value);
      // Of a run that is not there any more.
      if (!given.has(run_id)) yield { type: 'message', message };
    }
  }
  while (!next.done) yield take(next.value);
  return undefined;
}

/** Whether the run began after the message. Those with an answer stand where that does; the others only have a second. */
const isAfter = (run: RunOutline, message: MessageOutline, isSilent: OrderSource['isSilent']): boolean =>
  run.created_at >= message.created_at && isSilent(run);

/** The entries of a thread as they were read before, with what has come since: a thread goes on at its end. */
export class ConversationOrder {
  /** Newest first, as far back as somebody has asked. */
  #read: ThreadEntry[] = [];
  /** What has come since, oldest first. */
  #newer: ThreadEntry[] = [];
  #older: Generator<ThreadEntry, undefined> | null = null;
  /** Places in the order of creation. */
  #lastMessage = -1;
  #lastRun = -1;

  /** `source` may leave out more than that of the last time only of what has come since. */
  *newestFirst(source: OrderSource): Generator<ThreadEntry, undefined> {
    this.#readNewer(source);
    yield* this.#newer.toReversed();
    for (let at = 0; at < this.#read.length || this.#readOn(); at += 1) {
      const entry = this.#read[at];
      if (entry) yield entry;
    }
    return undefined;
  }

  /** Call it when something older than the newest run has changed. */
  clear(): void {
    this.#read = [];
    this.#newer = [];
    this.#older = null;
  }

  #readNewer(source: OrderSource): void {
    if (this.#older === null) {
      this.#older = entriesNewestFirst(source);
    } else {
      const [message, run] = [this.#lastMessage, this.#lastRun];
      const messages = () => youngerThan(message, source.messages());
      const runs = () => youngerThan(run, source.runs());
      this.#newer.push(...[...entriesNewestFirst({ ...source, messages, runs })].reverse());
    }
    this.#lastMessage = placeOfFirst(source.messages());
    this.#lastRun = placeOfFirst(source.runs());
  }

  #readOn(): boolean {
    const next = this.#older?.next();
    if (!next || next.done) return false;
    this.#read.push(next.value);
    return true;
  }
}

function* youngerThan<T extends { seq: number }>(seq: number, rows: Iterable<T>): Generator<T, undefined> {
  for (const row of rows) {
    if (row.seq <= seq) return undefined;
    yield row;
  }
  return undefined;
}

function placeOfFirst(rows: Iterable<{ seq: number }>): number {
  for (const { seq } of rows) return seq;
  return -1;
}
