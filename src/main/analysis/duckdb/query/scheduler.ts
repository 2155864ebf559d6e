import type { DatabaseLimits } from '../connection';
import { Lanes, type Wanted } from '../lanes';
import { OutOfMemory } from './errors';
import type { PooledSession, SessionPool } from './pool';
import type { QuerySource } from './views';

/** DuckDB asks for 125 MB a thread; with less, what sorts or groups runs out of memory rather than spilling. */
const THREAD_MB = 125;
/** The main lane's share of the memory. */
const MAIN_SHARE = 0.75;

/** What of the memory a query has. */
type Share = 'side' | 'main' | 'all' | 'all_for_one_thread';

/**
 * What a query that ran out of memory is asked again with. Two threads group into more and smaller parts, and get by where
 * one does not; one thread sorts and joins with less.
 */
const LARGER = {
  side: 'main',
  main: 'all',
  all: 'all_for_one_thread',
  all_for_one_thread: null,
} as const satisfies Record<Share, Share | null>;

export interface QueryJob<Session, T> {
  sources: readonly QuerySource[];
  /** Nothing else may compute meanwhile. */
  alone: boolean;
  signal: AbortSignal;
  /** It computes from now on, at first or again. */
  started(): void;
  work(session: Session): Promise<T>;
}

/**
 * Shares the memory among the queries at the same time: one gets most of it, a second the rest, others wait. One that
 * runs out of its share is asked again with more, and is given up only when it has had everything to itself.
 */
export class QueryScheduler<Session extends PooledSession> {
  readonly #pool: SessionPool<Session>;
  readonly #memoryMb: number;
  readonly #cores: number;
  readonly #temp: string;
  readonly #lanes = new Lanes();

  constructor(options: { pool: SessionPool<Session>; memoryMb: number; cores: number; temp: string }) {
    this.#pool = options.pool;
    this.#memoryMb = options.memoryMb;
    this.#cores = options.cores;
    this.#temp = options.temp;
  }

  /** @throws OutOfMemory, what `work` throws, and the signal's reason */
  async run<T>(job: QueryJob<Session, T>): Promise<T> {
    let share: Share | 'any' = job.alone ? 'all_for_one_thread' : 'any';
    for (;;) {
      const lane = await this.#lanes.take(laneFor(share), job.signal);
      const given: Share = share === 'any' ? lane.name : share;
      try {
        job.started();
        return await this.#pool.use(job.sources, this.#limitsOf(given), job);
      } catch (error) {
        const larger: Share | null = LARGER[given];
        if (!(error instanceof OutOfMemory) || larger === null) throw error;
        share = larger;
      } finally {
        lane.release();
      }
    }
  }

  #limitsOf(share: Share): DatabaseLimits {
    const main = Math.floor(this.#memoryMb * MAIN_SHARE);
    const memory = { side: this.#memoryMb - main, main, all: this.#memoryMb, all_for_one_thread: this.#memoryMb };
    const threads = { side: 1, main: Math.floor(main / THREAD_MB), all: 2, all_for_one_thread: 1 }[share];
    return { memoryMb: memory[share], threads: Math.max(1, Math.min(this.#cores, threads)), temp: this.#temp };
  }
}

function laneFor(share: Share | 'any'): Wanted {
  return share === 'all' || share === 'all_for_one_thread' ? 'both' : share;
}
