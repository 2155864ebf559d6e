import type { CodeResult } from '../../code-runner';

export type { CodeFile, CodeInput, CodeOutput, ShownTable } from '../../code-runner';

export interface PythonResult extends CodeResult {
  /** How long the call took, without waiting in line. */
  ms: number;
}
