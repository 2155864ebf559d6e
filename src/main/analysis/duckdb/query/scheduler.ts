import type { DatabaseLimits } from '../connection';
import { Lanes, type Wanted } from '../lanes';
import { OutOfMemory } from './errors';
import type { SessionPool } from './pool';
import type { QuerySession } from './session';
import type { QuerySource } from './views';

/** DuckDB asks for 125 MB a thread; with less, what sorts or groups runs out of memory rather than spilling. */
const THREAD_MB = 125;
/** The main lane's share of the memory. */
const MAIN_SHARE = 0.75;

/** How a query may compute. */
export interface Attempt {
  wants: Wanted;
  memoryMb: number;
  threads: number;
}

export interface QueryJob<T> {
  sources: readonly QuerySource[];
  /** Nothing else may compute meanwhile. */
  alone: boolean;
  signal: AbortSignal;
  /** It computes from now on, at first or again. */
  started(): void;
  work(session: QuerySession): Promise<T>;
}

/**
 * Shares the memory among the queries at the same time: one gets most of it, a second the rest, others wait. One that
 * runs out of its share is asked again with more, and is given up only when it has had everything to itself.
 */
export class QueryScheduler {
  readonly #pool: SessionPool<QuerySession>;
  readonly #memoryMb: number;
  readonly #cores: number;
  readonly #temp: string;
  readonly #lanes = new Lanes();

  constructor(options: { pool: SessionPool<QuerySession>; memoryMb: number; cores: number; temp: string }) {
    this.#pool = options.pool;
    this.#memoryMb = options.memoryMb;
    this.#cores = options.cores;
    this.#temp = options.temp;
  }

  /** @throws OutOfMemory, what `work` throws, and the signal's reason */
  async run<T>(job: QueryJob<T>): Promise<T> {
    let wants: Wanted | null = job.alone ? 'both' : 'any';
    for (;;) {
      const lane = await this.#lanes.take(wants, job.signal);
      const larger: Wanted | null = wants === 'both' ? null : lane.name === 'side' ? 'main' : 'both';
      try {
        job.started();
        return await this.#pool.use(job.sources, this.#limitsOf(wants === 'both' ? 'both' : lane.name), job);
      } catch (error) {
        if (!(error instanceof OutOfMemory) || larger === null) throw error;
        wants = larger;
      } finally {
        lane.release();
      }
    }
  }

  #limitsOf(share: 'main' | 'side' | 'both'): DatabaseLimits {
    const main = Math.floor(this.#memoryMb * MAIN_SHARE);
    const temp = this.#temp;
    // One thread needs the least memory for the same work.
    if (share === 'both') return { memoryMb: this.#memoryMb, threads: 1, temp };
    if (share === 'side') return { memoryMb: this.#memoryMb - main, threads: 1, temp };
    return { memoryMb: main, threads: Math.max(1, Math.min(this.#cores, Math.floor(main / THREAD_MB))), temp };
  }
}
