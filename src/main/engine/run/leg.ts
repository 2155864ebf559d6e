import type { Log } from '../../log';
import { seconds } from '../clock';
import { type Clock, ModelFailure, type ModelProvider } from '../ports';
import type { Store } from '../store';
import type { RunRecord, StreamEvent } from '../store/records';
import { Answer } from './answer';
import type { EventChannel } from './channel';
import { type Ending, endRun } from './ending';
import { finishTurn, finishUnasked } from './finish';
import { runSaid } from './said';
import { nextTurn } from './turn';
import { untilAborted } from './until-aborted';

export interface LegTools {
  store: Store;
  clock: Clock;
  models: (model: string) => ModelProvider;
  log: Log;
}

/** Why a leg ends before the model does. */
export type Stop = 'cancelled' | 'expired' | 'closing' | 'deleted';

export const CLOSED_WHILE_RUNNING: Ending = {
  status: 'failed',
  error: { code: 'server_error', message: 'The engine was closed while this run was in progress.' },
};

/**
 * One stretch of a run: from queued until it ends or waits for tool outputs. Everything is saved before it is said, and
 * whatever goes wrong ends in the record too.
 */
export class Leg {
  readonly #tools: LegTools;
  readonly #runId: string;
  readonly #channel: EventChannel | null;
  readonly #abort = new AbortController();
  #answer: Answer | null = null;
  #stop: Stop | null = null;

  constructor(runId: string, channel: EventChannel | null, tools: LegTools) {
    this.#runId = runId;
    this.#channel = channel;
    this.#tools = tools;
  }

  say = (events: StreamEvent[]): void => this.#channel?.push(...events);

  /** The model is no longer listened to; the run is wound up as soon as the leg comes round. */
  stop(why: Stop): void {
    this.#stop ??= why;
    this.#abort.abort(new Error(`run ${why}`));
  }

  async work(): Promise<void> {
    try {
      this.#abort.signal.throwIfAborted();
      const run = this.#begin();
      if (run) await this.#turn(run);
    } catch (error) {
      this.#windUp(error);
    } finally {
      this.#channel?.end();
    }
  }

  #begin(): RunRecord | null {
    const { store, clock } = this.#tools;
    const run = store.soon(() => {
      if (store.runs.get(this.#runId)?.status !== 'queued') return null;
      return store.runs.update(this.#runId, { status: 'in_progress', started_at: seconds(clock) }) ?? null;
    });
    if (run) this.say([runSaid(run)]);
    return run;
  }

  async #turn(run: RunRecord): Promise<void> {
    const { store, clock, models } = this.#tools;
    const provider = models(run.settings.asked_model);
    const turn = nextTurn(store, run, provider);
    if (!turn) return this.say(finishUnasked(store, run));
    const answer = new Answer(store, run, clock, this.say);
    this.#answer = answer;
    for await (const event of untilAborted(provider.respond(turn, this.#abort.signal), this.#abort.signal)) {
      if (event.type === 'done') return this.say(finishTurn(store, run, answer, event, clock));
      answer.take(event);
    }
    throw new ModelFailure('server_error', 'The model stopped in the middle of its answer.');
  }

  #windUp(error: unknown): void {
    const { store, clock, log } = this.#tools;
    if (this.#stop === 'deleted') return;
    const ending = this.#ending(error);
    try {
      const events = store.transaction(() => {
        this.#answer?.save();
        const run = store.runs.get(this.#runId);
        // A run that has not begun can begin again at the next start.
        if (!run || (this.#stop === 'closing' && run.status === 'queued')) return [];
        return endRun(store, run, run.status === 'cancelling' ? { status: 'cancelled' } : ending, seconds(clock));
      });
      this.say(events);
    } catch (again) {
      // The record stays as it is and is put right when the run is next asked for.
      log.error({ err: again, runId: this.#runId }, 'a run could not be ended');
      this.#channel?.error({ message: 'The run could not be saved.', type: 'server_error', param: null, code: null });
    }
  }

  #ending(error: unknown): Ending {
    if (this.#stop === 'closing') return CLOSED_WHILE_RUNNING;
    if (this.#stop === 'cancelled' || this.#stop === 'expired') return { status: this.#stop };
    if (error instanceof ModelFailure) return { status: 'failed', error: { code: error.code, message: error.message } };
    this.#tools.log.error({ err: error, runId: this.#runId }, 'a run failed');
    return { status: 'failed', error: { code: 'server_error', message: 'Sorry, something went wrong.' } };
  }
}
