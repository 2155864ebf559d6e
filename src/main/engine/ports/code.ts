import type { CodeEnding } from '../../code-runner';

export type {
  CodeEnding,
  CodeFile,
  CodeOutput,
  CodeResult,
  CodeRunner,
  CodeWait,
  PythonRunnerKind,
} from '../../code-runner';

/** How code ended; steps tell it in their metadata (`assay_code`). */
export type WordedEnding = CodeEnding & {
  /** The last output is a sentence about how the code ended. */
  worded: boolean;
};
