import type { Interpreter, InterpreterProblem, PythonState } from '#contract';
import { AppError } from '#contract/result';
import type { Library } from '../library';
import type { Emit } from './hub';

const CHOSEN = 'python.interpreter';

/** A Python of this computer, confined: what the service needs of it. */
export interface OwnInterpreters {
  readonly problem: InterpreterProblem | null;
  /** Where such programs usually are. */
  find(): string[];
  inspect(path: string): Promise<Interpreter>;
  choose(path: string | null): void;
  explain(problem: InterpreterProblem): string;
}

/** Which Python of this computer runs the code of assistants that ask for one. */
export class Interpreters {
  readonly #options: { library: Library; python: OwnInterpreters; emit: Emit };
  #inspected: Interpreter | null = null;

  constructor(options: { library: Library; python: OwnInterpreters; emit: Emit }) {
    this.#options = options;
    options.python.choose(this.#path());
  }

  async state(): Promise<PythonState> {
    const { python } = this.#options;
    const path = this.#path();
    // What was in the way may be gone when it is looked at again.
    const known = this.#inspected?.path === path && this.#inspected.problem === null;
    if (path !== null && !known) this.#inspected = await python.inspect(path);
    const { problem } = python;
    return {
      chosen: path === null ? null : this.#inspected,
      problem: problem && { code: problem, message: python.explain(problem) },
    };
  }

  interpreters(): { paths: string[] } {
    return { paths: this.#options.python.find() };
  }

  inspect(input: { path: string }): Promise<Interpreter> {
    return this.#options.python.inspect(input.path);
  }

  async choose(input: { path: string | null }): Promise<PythonState> {
    const { library, python, emit } = this.#options;
    if (input.path !== null) {
      const inspected = await python.inspect(input.path);
      if (inspected.problem) throw new AppError('invalid_input', inspected.problem.message);
      this.#inspected = inspected;
    }
    library.notes.setValue(CHOSEN, input.path ?? '');
    python.choose(input.path);
    const state = await this.state();
    emit({ name: 'python.changed', data: state });
    return state;
  }

  #path(): string | null {
    return this.#options.library.notes.getValue(CHOSEN) || null;
  }
}
