import type { CallDifferences, CallId, FileReplacement, Rerun, RerunGate, RerunId, ThreadId } from '#contract';
import { RerunId as RerunIdSchema } from '#contract/ids';
import { AppError } from '#contract/result';
import type { Log } from '../../log';
import { newId } from '../../new-id';
import type { Charts } from '../charts';
import type { Emit } from '../hub';
import { callDifferences } from './call-differences';
import { Gate, type GateOptions } from './gate';
import { RedrawnCharts } from './redrawn-charts';
import { RerunDriver, type RerunDriverOptions, withPair } from './rerun-driver';
import { RerunThread } from './rerun-thread';
import { planOf } from './thread-plan';

export interface RerunsOptions extends Omit<RerunDriverOptions, 'charts'>, GateOptions {
  charts: Charts;
  /** A thread on the server. */
  createThread(key: string): Promise<ThreadId>;
  emit: Emit;
  log: Log;
  now: () => number;
}

type Asked = { threadId: ThreadId; replacements: FileReplacement[] };

/** Threads run again on other files, and what differs between two steps. */
export class Reruns {
  readonly #options: RerunsOptions;
  readonly #gate: Gate;
  readonly #threads: RerunThread;
  readonly #active = new Map<RerunId, { stop: AbortController; done: Promise<void> }>();

  constructor(options: RerunsOptions) {
    this.#options = options;
    this.#gate = new Gate(options);
    this.#threads = new RerunThread(options);
  }

  async check(input: Asked): Promise<RerunGate> {
    return (await this.#gate.look(input)).gate;
  }

  async start({ accepted, ...asked }: Asked & { accepted: boolean }): Promise<Rerun> {
    const looked = await this.#gate.look(asked);
    const { gate } = looked;
    if (gate.stops > 0) throw new AppError('invalid_input', 'The file lacks something that the questions ask for.');
    if (gate.asks > 0 && !accepted)
      throw new AppError('invalid_input', 'The file differs in a way that has to be confirmed first.');
    const plan = planOf(this.#options.library, asked.threadId);
    const rerun: Rerun = {
      ...{ id: RerunIdSchema.parse(newId('rerun_')), fromThread: asked.threadId, toThread: null, status: 'running' },
      ...{ done: 0, of: plan.unfinished.length + plan.items.filter(({ type }) => type !== 'version').length },
      ...{ gate, questions: [], charts: [], failure: null, createdAt: this.#options.now() },
    };
    for (const carry of looked.carry) carry();
    const toThread = await this.#threads.create(asked.threadId, looked.standIns);
    const begun = this.#save({ ...rerun, toThread });
    const stop = new AbortController();
    const { currencies, datasets } = looked;
    const redoing = { threadId: toThread, plan, datasets, currencies, signal: stop.signal };
    const done = this.#follow(rerun.id, redoing).finally(() => this.#active.delete(rerun.id));
    this.#active.set(rerun.id, { stop, done });
    return begun;
  }

  cancel({ rerunId }: { rerunId: RerunId }): Rerun {
    this.#active.get(rerunId)?.stop.abort();
    return this.#find(rerunId);
  }

  get({ rerunId }: { rerunId: RerunId }): Rerun {
    return this.#find(rerunId);
  }

  ofThread({ threadId }: { threadId: ThreadId }): Rerun[] {
    return this.#options.library.reruns.ofThread(threadId);
  }

  compareCalls(ids: { before: CallId; after: CallId }): CallDifferences {
    return callDifferences(this.#options.library, ids);
  }

  /** Resolves when the rerun is over. */
  async finished(rerunId: RerunId): Promise<Rerun> {
    await this.#active.get(rerunId)?.done;
    return this.#find(rerunId);
  }

  /** Those an earlier process left under way are over. */
  resume(): void {
    this.#options.library.reruns.endOpen();
  }

  async close(): Promise<void> {
    const active = [...this.#active.values()];
    for (const { stop } of active) stop.abort();
    await Promise.all(active.map(({ done }) => done));
  }

  async #follow(id: RerunId, redoing: Omit<ConstructorParameters<typeof RerunDriver>[1], 'onPair'>): Promise<void> {
    const charts = new RedrawnCharts(this.#options);
    const driver = new RerunDriver(
      { ...this.#options, charts },
      {
        ...redoing,
        onPair: (pair) => void this.#save(withPair(this.#find(id), pair)),
      },
    );
    try {
      await driver.run();
      const { questions } = this.#find(id);
      const whole = questions.every(({ outcome, calls }) => outcome !== 'not_run' && calls.every(ranAgain));
      const status = redoing.signal.aborted ? 'cancelled' : whole ? 'completed' : 'incomplete';
      this.#save({ ...this.#find(id), status, charts: driver.charts });
    } catch (error) {
      this.#options.log.error({ err: error }, 'a thread could not be run again');
      const failure = error instanceof AppError ? error.message : 'Something went wrong in Assay.';
      this.#save({ ...this.#find(id), status: 'failed', failure, charts: driver.charts });
    }
  }

  #save(rerun: Rerun): Rerun {
    this.#options.library.reruns.save(rerun);
    this.#options.emit({ name: 'reruns.changed', data: rerun });
    return rerun;
  }

  #find(id: RerunId): Rerun {
    const rerun = this.#options.library.reruns.get(id);
    if (!rerun) throw new AppError('not_found', 'This is no longer kept.');
    return rerun;
  }
}

const ranAgain = ({ outcome, why }: Rerun['questions'][number]['calls'][number]): boolean =>
  outcome !== 'not_run' || why?.code === 'failed_before';
