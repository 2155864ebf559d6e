import type { Limits, PythonResult } from '../../src/main/analysis/python';
import type { Need } from './needs';
import { BUBBLEWRAP, SYSTEM_PYTHON, testOwnPython } from './own-python';
import { DENO, type RunOptions, testPython } from './python';

/** What tests of cells need of either runner. */
export interface RunnerUnderTest {
  run(code: string, options?: RunOptions): Promise<PythonResult>;
  end(session: string): void;
  /** How many sessions hold a state. */
  sessions(): number;
}

export interface KindOfRunner {
  runner: string;
  own: boolean;
  need: Need[];
  /** Called in a suite: it starts one before its tests and ends it after. */
  open(limits?: Partial<Limits>): RunnerUnderTest;
}

/** Both runners, for what holds in either. */
export const RUNNERS: KindOfRunner[] = [
  {
    runner: 'Assay’s Python',
    own: false,
    need: [DENO],
    open: (limits) => {
      const { run, runner } = testPython(limits);
      return { run, end: (session) => runner().end(session), sessions: () => runner().status().sessions };
    },
  },
  {
    runner: 'one’s own Python',
    own: true,
    need: [BUBBLEWRAP, SYSTEM_PYTHON],
    open: (limits) => {
      const { run, runner } = testOwnPython(limits);
      return { run, end: (session) => runner().end(session), sessions: () => runner().status().sessions };
    },
  },
];

/**
 * Of the runners that are here the one whose processes start soonest, for what both share: which session is given a process,
 * which waits, and which is ended.
 */
export const QUICKEST: KindOfRunner =
  RUNNERS.findLast(({ need }) => need.every(({ missing }) => missing === null)) ?? RUNNERS[0]!;
