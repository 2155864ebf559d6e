import { seconds, secondsFrom } from '../clock';
import type { Deadlines } from '../deadlines';
import type { RunRecord, StepRecord, StreamEvent, ToolCall } from '../store/records';
import { isActive } from '../store/records';
import type { EventChannel } from './channel';
import { CLOSED_WHILE_RUNNING, type Ending, endRun } from './ending';
import { runEvent, stepEvent } from './events';
import { Leg, type LegTools } from './leg';

/** A tool step whose outputs have come. */
export interface AnsweredCalls {
  step: StepRecord;
  calls: ToolCall[];
}

export interface RunnerTools extends LegTools {
  deadlines: Deadlines;
}

/** Keeps every run going: starts and stops its legs, watches the time it has, and puts right what a crash left. */
export class Runner {
  readonly #tools: RunnerTools;
  readonly #legs = new Map<string, Leg>();
  readonly #working = new Map<string, Promise<void>>();
  readonly #timers = new Map<string, () => void>();
  #closed = false;

  constructor(tools: RunnerTools) {
    this.#tools = tools;
  }

  /** Sets a queued run going once the current request has been answered. `channel` hears all of it. */
  start(run: RunRecord, channel: EventChannel | null = null): void {
    this.#begin(run, new Leg(run.id, channel, this.#tools));
  }

  #begin(run: RunRecord, leg: Leg): void {
    this.#legs.set(run.id, leg);
    this.#watch(run);
    const work = this.#drive(run.id, leg).finally(() => {
      if (this.#working.get(run.id) === work) this.#working.delete(run.id);
    });
    this.#working.set(run.id, work);
  }

  /** Resolves when nobody is working on the run, at the latest after `ms`. */
  async pause(id: string, ms: number): Promise<void> {
    const work = this.#working.get(id);
    if (!work) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    await Promise.race([work, late]);
    clearTimeout(timer);
  }

  /** The run as it really is now: one that has outlived its time, or that nobody works on any more, is ended first. */
  current(id: string): RunRecord | undefined {
    const run = this.#tools.store.runs.get(id);
    return run && isActive(run.status) ? this.#settled(run) : run;
  }

  /** The run that locks a thread, if there is one. */
  activeIn(threadId: string): RunRecord | undefined {
    const run = this.#tools.store.runs.activeIn(threadId);
    const now = run && this.#settled(run);
    return now && isActive(now.status) ? now : undefined;
  }

  /** Completes the waiting tool step and queues the run again. Returns the run, and what a stream of it opens with. */
  submit(run: RunRecord, { step, calls }: AnsweredCalls): { run: RunRecord; events: StreamEvent[] } {
    const { store, clock } = this.#tools;
    return store.transaction(() => {
      const completed = store.steps.update(step.id, {
        status: 'completed',
        completed_at: secondsFrom(step.created_at, clock),
        step_details: { type: 'tool_calls', tool_calls: calls },
      });
      const queued = store.runs.update(run.id, { status: 'queued', required_action: null }) ?? run;
      return { run: queued, events: [...(completed ? [stepEvent(completed, queued)] : []), runEvent(queued)] };
    });
  }

  /** `run` must be queued, in progress or waiting for outputs. It is cancelled a moment after this returns. */
  cancel(run: RunRecord): RunRecord {
    const { store } = this.#tools;
    const cancelling = store.transaction(() => store.runs.update(run.id, { status: 'cancelling' })) ?? run;
    // A leg that has just asked for outputs may not have left yet, but has nothing more to do.
    const leg = run.status === 'requires_action' ? undefined : this.#legs.get(run.id);
    leg?.say([runEvent(cancelling)]);
    if (leg) leg.stop('cancelled');
    else setImmediate(() => this.#revisit(run.id));
    return cancelling;
  }

  /** Deletes a thread with all that is in it; a run under way is cancelled first. */
  deleteThread(threadId: string): void {
    const { store, clock } = this.#tools;
    const run = store.runs.activeIn(threadId);
    const leg = run && this.#legs.get(run.id);
    const events = store.transaction(() => {
      const events = run ? endRun(store, run, { status: 'cancelled' }, seconds(clock)) : [];
      store.threads.delete(threadId);
      return events;
    });
    // Only now: a thread that could not be deleted goes on.
    leg?.stop('deleted');
    leg?.say(events);
    if (run) this.#unwatch(run.id);
    this.#tools.codeRunner?.end(threadId);
  }

  /** Call once, before any request: runs go on, end, or wait, as the state they were left in allows. */
  recover(): void {
    const { store, models } = this.#tools;
    const takenUp = store.runs.active().filter((run) => this.#canTakeUp(run));
    for (const run of takenUp) this.#begin(run, new Leg(run.id, null, this.#tools, { isTakenUp: true }));
    for (const run of store.runs.active()) {
      if (isActive(this.#settled(run).status)) this.#watch(run);
    }
    models.abandonAnswers?.(takenUp.map(({ id }) => id));
  }

  /** Its answer goes on at the server, and there is time left for it. */
  #canTakeUp(run: RunRecord): boolean {
    const { store, deadlines } = this.#tools;
    const isOngoing = run.status === 'in_progress' && store.ongoingAnswers.ofRun(run.id) !== undefined;
    return isOngoing && deadlines.remaining(run) > 0;
  }

  /** Resolves when no run is being worked on. Runs in progress have failed; waiting ones wait for the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const id of [...this.#timers.keys()]) this.#unwatch(id);
    for (const leg of this.#legs.values()) leg.stop('closing');
    await Promise.all(this.#working.values());
    for (const run of this.#tools.store.runs.active()) {
      if (run.status === 'cancelling') this.#endAtLast(run);
    }
  }

  /** What cannot be saved now the next start puts right. */
  #endAtLast(run: RunRecord): void {
    try {
      this.#end(run, { status: 'cancelled' });
    } catch (error) {
      this.#tools.log.error({ err: error, runId: run.id }, 'a run could not be ended');
    }
  }

  #settled(run: RunRecord): RunRecord {
    const leg = this.#legs.get(run.id);
    if (run.status === 'cancelling') return leg ? run : this.#end(run, { status: 'cancelled' });
    if (this.#tools.deadlines.remaining(run) <= 0) {
      if (!leg) return this.#end(run, { status: 'expired' });
      leg.stop('expired');
      return run;
    }
    if (leg || run.status === 'requires_action') return run;
    if (run.status === 'in_progress') return this.#end(run, CLOSED_WHILE_RUNNING);
    this.start(run);
    return run;
  }

  #end(run: RunRecord, ending: Ending): RunRecord {
    const { store, clock } = this.#tools;
    store.transaction(() => endRun(store, run, ending, seconds(clock)));
    this.#unwatch(run.id);
    return store.runs.get(run.id) ?? run;
  }

  #watch(run: RunRecord): void {
    if (this.#timers.has(run.id)) return;
    const { clock, deadlines } = this.#tools;
    const due = () => {
      this.#timers.delete(run.id);
      const now = this.#revisit(run.id);
      // Timers are not as exact as the clock they are set by.
      if (now && isActive(now.status) && deadlines.remaining(now) > 0) this.#watch(now);
    };
    this.#timers.set(run.id, clock.after(deadlines.remaining(run), due));
  }

  #unwatch(id: string): void {
    this.#timers.get(id)?.();
    this.#timers.delete(id);
    this.#tools.deadlines.forget(id);
  }

  async #drive(id: string, leg: Leg): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    await leg.work();
    if (this.#legs.get(id) === leg) this.#legs.delete(id);
    const run = this.#revisit(id);
    if (!run || !isActive(run.status)) this.#unwatch(id);
  }

  /** Looks after a run outside of any request, where an error would have nobody to go to. */
  #revisit(id: string): RunRecord | undefined {
    if (this.#closed) return undefined;
    try {
      return this.current(id);
    } catch (error) {
      this.#tools.log.error({ err: error, runId: id }, 'a run could not be looked after');
      return undefined;
    }
  }
}
