import { AppError } from '#contract/result';
import type { PythonRunnerKind } from '../../code-runner';
import type { Limits } from './limits';
import type { Sandbox } from './sandbox-process';
import { Session } from './session';

interface Waiting {
  name: string;
  onQueued: ((place: number | null) => void) | undefined;
  /** Hands it its session; null when it is to wait no more. */
  settle(session: Session | null): void;
}

/**
 * The sessions that hold a state, as many as memory allows. One that is at work is never ended for another: whoever needs one
 * more while all are at work waits in line, and gets the place of the first that has nothing to do.
 */
export class Sessions {
  readonly #limits: Limits;
  readonly #takeSandbox: () => Sandbox;
  readonly #open = new Map<string, Session>();
  readonly #queue: Waiting[] = [];
  /** Any of them, on the clock of `performance.now`. */
  #lastUsed = performance.now();

  readonly #kind: PythonRunnerKind;

  constructor(kind: PythonRunnerKind, limits: Limits, takeSandbox: () => Sandbox) {
    this.#kind = kind;
    this.#limits = limits;
    this.#takeSandbox = takeSandbox;
  }

  /** How long ago any was used, in milliseconds; 0 while one is at work. */
  get idleMs(): number {
    const sessions = [...this.#open.values()];
    if (sessions.some(({ users }) => users > 0)) return 0;
    return performance.now() - this.#lastUsed;
  }

  /** Those whose Python is there. */
  get alive(): Session[] {
    return [...this.#open.values()].filter((session) => session.sandbox?.isAlive);
  }

  /**
   * Works with a session, which is not ended meanwhile but by {@link end}. `onQueued` hears its place in line whenever that
   * changes, 1 being the next, and null when it waits no more; never, when it need not wait.
   * @returns null when it was cancelled or ended while it waited
   * @throws AppError `busy` when too many wait already
   */
  async use<T>(
    name: string,
    work: (session: Session) => Promise<T>,
    options: { signal?: AbortSignal | undefined; onQueued?: ((place: number | null) => void) | undefined } = {},
  ): Promise<T | null> {
    const session = this.#claim(name) ?? (await this.#wait(name, options));
    if (!session) return null;
    try {
      return await work(session);
    } finally {
      session.users -= 1;
      session.lastUsed = performance.now();
      this.#lastUsed = session.lastUsed;
      this.#handOn();
    }
  }

  /** Ends a session and forgets its state; what waits for it waits no more. */
  end(name: string): void {
    for (const waiting of this.#queue.filter((other) => other.name === name)) this.#leave(waiting, null);
    this.#open.get(name)?.end();
    this.#open.delete(name);
    this.#handOn();
  }

  endAll(): void {
    for (const waiting of [...this.#queue]) this.#leave(waiting, null);
    for (const name of [...this.#open.keys()]) this.end(name);
  }

  /** Ends those that nobody has used for as long as the limits say: each takes some 150 MB while it waits. */
  endIdle(): void {
    const { idleMs, idleSoonMs, idleKept } = this.#limits;
    const idle = [...this.#open]
      .filter(([, session]) => session.users === 0)
      .sort(([, a], [, b]) => b.lastUsed - a.lastUsed);
    for (const [rank, [name, session]] of idle.entries()) {
      const most = rank < idleKept ? idleMs : Math.min(idleMs, idleSoonMs);
      if (session.lastUsed <= performance.now() - most) this.end(name);
    }
  }

  /** The session of that name, or a new one where there is room or one with nothing to do; counted as used from now on. */
  #claim(name: string): Session | null {
    const known = this.#open.get(name);
    if (!known && this.#open.size >= this.#limits.sessions && !this.#endLongestUnused()) return null;
    const session = known ?? new Session(this.#kind, this.#limits, this.#takeSandbox);
    this.#open.set(name, session);
    session.users += 1;
    return session;
  }

  #endLongestUnused(): boolean {
    const [unused] = [...this.#open]
      .filter(([, session]) => session.users === 0)
      .sort(([, a], [, b]) => a.lastUsed - b.lastUsed);
    if (!unused) return false;
    const [name, session] = unused;
    session.end();
    this.#open.delete(name);
    return true;
  }

  async #wait(
    name: string,
    { signal, onQueued }: { signal?: AbortSignal | undefined; onQueued?: Waiting['onQueued'] },
  ): Promise<Session | null> {
    if (signal?.aborted) return null;
    if (this.#queue.length >= this.#limits.queued)
      throw new AppError(
        'busy',
        `Python is at work for ${this.#limits.sessions} threads, and ${this.#queue.length} more wait. Try again when some are done.`,
      );
    const { promise, resolve } = Promise.withResolvers<Session | null>();
    const waiting: Waiting = { name, onQueued, settle: resolve };
    const cancel = () => this.#leave(waiting, null);
    this.#queue.push(waiting);
    onQueued?.(this.#queue.length);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await promise;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Gives whoever waits longest what has become free, and so on. */
  #handOn(): void {
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const session = this.#claim(next.name);
      if (!session) return;
      this.#leave(next, session);
    }
  }

  #leave(waiting: Waiting, session: Session | null): void {
    const place = this.#queue.indexOf(waiting);
    if (place < 0) return;
    this.#queue.splice(place, 1);
    waiting.onQueued?.(null);
    waiting.settle(session);
    for (const [index, other] of this.#queue.entries()) if (index >= place) other.onQueued?.(index + 1);
  }
}
