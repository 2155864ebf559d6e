import type { Limits, PythonResult } from '../../src/main/analysis/python';
import type { Need } from './needs';
import { BUBBLEWRAP, SYSTEM_PYTHON, testOwnPython } from './own-python';
import { DENO, type RunOptions, testPython } from './python';

/** What tests of cells need of either runner. */
export interface RunnerUnderTest {
  run(code: string, options?: RunOptions): Promise<PythonResult>;
  end(session: string): void;
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
      return { run, end: (session) => runner().end(session) };
    },
  },
  {
    runner: 'one’s own Python',
    own: true,
    need: [BUBBLEWRAP, SYSTEM_PYTHON],
    open: (limits) => {
      const { run, runner } = testOwnPython(limits);
      return { run, end: (session) => runner().end(session) };
    },
  },
];
