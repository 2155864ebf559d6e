import { AppError } from '#contract/result';
import type { CodeInput, CodeRunner } from '../../code-runner';
import type { PythonResult } from './types';

interface Runner extends CodeRunner {
  run(session: string, input: CodeInput, signal?: AbortSignal): Promise<PythonResult>;
}

/** The Python that each call asks for. One never stands in for the other: they do not have the same packages. */
export class ChosenRunner implements Runner {
  readonly #builtIn: Runner | null;
  readonly #own: Runner;

  /** @param builtIn null where Assay's own cannot run */
  constructor(builtIn: Runner | null, own: Runner) {
    this.#builtIn = builtIn;
    this.#own = own;
  }

  run(session: string, input: CodeInput, signal?: AbortSignal): Promise<PythonResult> {
    if (input.runner === 'own') return this.#own.run(session, input, signal);
    if (this.#builtIn) return this.#builtIn.run(session, input, signal);
    const missing = 'Assay’s own Python cannot run on this system. Let the assistant use one of this computer.';
    return Promise.reject(new AppError('unavailable', missing));
  }

  end(session: string): void {
    this.#builtIn?.end(session);
    this.#own.end(session);
  }
}
