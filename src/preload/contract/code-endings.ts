import { z } from 'zod';
import { CodeRange } from './code-range';

/** How code of an answer ran: what it waited for, how it ended, and which Python it ran in. */

const name = z.string().max(1_000);

/** What code waits for before it goes on. */
export const CodeWait = z.discriminatedUnion('code', [
  /** Python is at work for other threads; the next has place 1. */
  z.object({ code: z.literal('queued'), place: z.int().positive() }),
  /** `first`: it has never been started on this computer as it is now, which takes much longer. */
  z.object({ code: z.literal('starting_python'), first: z.boolean() }),
  /** The tables of the thread are written in the form that code reads. */
  z.object({ code: z.literal('writing_tables') }),
  z.object({ code: z.literal('loading_packages'), packages: z.array(z.string().max(100)).max(10) }),
]);
export type CodeWait = z.infer<typeof CodeWait>;

/** How code ended: `unavailable` where none could be run. */
export const CodeEnded = z.enum([
  'done',
  'error',
  'timeout',
  'memory',
  'crashed',
  'output_limit',
  'cancelled',
  'unavailable',
]);
export type CodeEnded = z.infer<typeof CodeEnded>;

/**
 * A module that code could not import, and the package that has it; null where no package of this Python does. `standard`
 * is a module of Python itself that the sandbox leaves out. `damaged` where the package is installed and its file, or that
 * of one it needs, is not what it should be.
 */
export const MissingModule = z.object({
  module: name,
  package: name.nullable(),
  standard: z.boolean(),
  damaged: z.literal(true).optional(),
  /** The analyst's own Python lacks it. */
  own: z.literal(true).optional(),
});
export type MissingModule = z.infer<typeof MissingModule>;

/** Assay's own Python, on WebAssembly, or one that is installed on this computer and that the analyst has chosen. */
export const PythonRunnerKind = z.enum(['built_in', 'own']);
export type PythonRunnerKind = z.infer<typeof PythonRunnerKind>;

/** Which Python code ran in; `packages` are those that it computes with, as far as code of the session has imported them. */
export const RanPython = z.object({
  runner: PythonRunnerKind,
  version: name,
  packages: z.array(z.object({ name, version: name })).max(50),
});
export type RanPython = z.infer<typeof RanPython>;

export const CodeEnding = z.object({
  ended: CodeEnded,
  /** Nothing of earlier code of the session was left. */
  fresh: z.boolean(),
  /** It ran at the model's server, not on this computer. */
  hosted: z.literal(true).optional(),
  /** What Python raised: `KeyError` and its text. */
  error: z
    .object({
      type: name,
      message: z.string().max(100_000),
      /** Where in the code; absent where it is not in it, or not known. */
      at: CodeRange.optional(),
    })
    .nullable(),
  missing: MissingModule.nullable(),
  /** Absent where none of this computer's did. */
  python: RanPython.optional(),
  /** Characters that its pictures show boxes for: no font that Python could reach on this computer has them. */
  missingGlyphs: z.string().min(1).max(400).optional(),
});
export type CodeEnding = z.infer<typeof CodeEnding>;
