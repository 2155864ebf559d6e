import { z } from 'zod';

/** Why an interpreter of this computer cannot be used. */
export const InterpreterProblem = z.enum([
  /** Nothing on this system can confine it. */
  'unsupported_system',
  'no_bubblewrap',
  /** Bubblewrap is there, and the system does not let it. */
  'cannot_confine',
  'not_found',
  'not_python',
  'unsafe_place',
  'too_old',
  'does_not_start',
]);
export type InterpreterProblem = z.infer<typeof InterpreterProblem>;

const Problem = z.object({
  code: InterpreterProblem,
  /** What it is and what to do. */
  message: z.string(),
});

/** A Python of this computer, looked at as it would run: shut off from the rest. */
export const Interpreter = z.object({
  path: z.string(),
  /** Null where it cannot be used. */
  version: z.string().nullable(),
  /** Of the packages that analyses are made with, those it has. */
  packages: z.array(z.object({ name: z.string(), version: z.string() })),
  problem: Problem.nullable(),
});
export type Interpreter = z.infer<typeof Interpreter>;

export const PythonState = z.object({
  /** For assistants whose code runs in the analyst's own Python; null where none is chosen. */
  chosen: Interpreter.nullable(),
  /** Why none can be used on this computer. */
  problem: Problem.nullable(),
});
export type PythonState = z.infer<typeof PythonState>;

const path = z.string().trim().min(1).max(4_000);

export const pythonRequests = {
  state: { input: z.object({}), output: PythonState },
  /** Paths of those that lie where interpreters usually do. */
  interpreters: { input: z.object({}), output: z.object({ paths: z.array(z.string()) }) },
  /** Starts it, shut off, and asks what it is and has. */
  inspect: { input: z.object({ path }), output: Interpreter },
  /** `invalid_input` for one that cannot be used; null chooses none. */
  choose: { input: z.object({ path: path.nullable() }), output: PythonState },
};

export const pythonEvents = { 'python.changed': PythonState };
