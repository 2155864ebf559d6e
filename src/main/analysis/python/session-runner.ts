import { AppError } from '#contract/result';
import type { PythonRunnerKind } from '../../code-runner';
import type { Limits } from './limits';
import type { Sandbox } from './sandbox-process';
import { NOT_RUN, type Session } from './session';
import { Sessions } from './sessions';
import type { CodeInput, PythonResult } from './types';

/** Cells of many sessions, whatever the Pythons are that run them. */
export class SessionRunner {
  readonly #limits: Limits;
  readonly #sessions: Sessions;
  #sweeping: ReturnType<typeof setInterval> | null = null;
  readonly #onSwept: () => void;

  /** @param onSwept called now and then, after idle sessions were ended */
  constructor(
    kind: PythonRunnerKind,
    limits: Limits,
    takeSandbox: () => Sandbox,
    onSwept: () => void = () => undefined,
  ) {
    this.#limits = limits;
    this.#sessions = new Sessions(kind, limits, takeSandbox);
    this.#onSwept = onSwept;
  }

  /** How long ago any session was used, in milliseconds; 0 while one is at work. */
  get idleMs(): number {
    return this.#sessions.idleMs;
  }

  /**
   * Runs a cell. Calls of one session run one after another; calls of different sessions at once, as many as there may be
   * sessions: more wait in line. What Python does is in the result, whatever it does.
   * @throws AppError `invalid_input`, `too_large`, `unreadable_file`, `unavailable`, `busy`
   */
  async run(
    session: string,
    input: CodeInput,
    signal?: AbortSignal,
    work = (taken: Session) => taken.run(input, signal),
  ): Promise<PythonResult> {
    if (Buffer.byteLength(input.code) > this.#limits.codeBytes)
      throw new AppError('too_large', 'The code is too long to run.');
    this.#sweeping ??= setInterval(
      () => this.#sweep(),
      Math.min(60_000, this.#limits.idleMs, this.#limits.idleSoonMs, this.#limits.spareIdleMs),
    ).unref();
    const onQueued = (place: number | null) => input.onWaiting?.(place === null ? null : { code: 'queued', place });
    return (await this.#sessions.use(session, work, { signal, onQueued })) ?? NOT_RUN;
  }

  /** Ends a session and forgets its state. */
  end(session: string): void {
    this.#sessions.end(session);
  }

  endAll(): void {
    if (this.#sweeping) clearInterval(this.#sweeping);
    this.#sweeping = null;
    this.#sessions.endAll();
  }

  /** Sessions that hold a state, and what they take. */
  status(): { sessions: number; rssBytes: number } {
    const { alive } = this.#sessions;
    return { sessions: alive.length, rssBytes: alive.reduce((sum, session) => sum + session.rssBytes, 0) };
  }

  #sweep(): void {
    this.#sessions.endIdle();
    this.#onSwept();
  }
}
