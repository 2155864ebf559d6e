import { AppError } from '#contract/result';
import type { Log } from '../../log';
import type { Limits } from './limits';
import type { CodeInput, CodeResult } from './types';

export type { Limits } from './limits';
export type { CodeFile, CodeInput, CodeOutput, CodeResult } from './types';

export interface PythonRunnerOptions {
  denoPath: string;
  /** The folder of pyodide's own files. */
  runtimeFolder: string;
  /** The built entry that runs inside Deno. */
  runnerPath: string;
  packagesFolder: string;
  tempFolder: string;
  log: Log;
  limits?: Partial<Limits>;
}

export class PythonRunner {
  constructor(readonly options: PythonRunnerOptions) {}

  run(_session: string, _input: CodeInput, _signal?: AbortSignal): Promise<CodeResult> {
    return Promise.reject(new AppError('internal', 'Python is not there yet.'));
  }

  /** Ends a session and forgets its state. */
  end(_session: string): void {}

  status(): { sessions: number; warm: boolean; rssBytes: number } {
    return { sessions: 0, warm: false, rssBytes: 0 };
  }

  async close(): Promise<void> {}
}

/** Where the platform's Deno and the runtime are, or why not. */
export function findPython(_root: string): { denoPath: string; runtimeFolder: string } | { missing: string } {
  return { missing: 'Python is not there yet.' };
}
