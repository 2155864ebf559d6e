import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#contract/result';

const common = { unit: z.string().optional(), tolerance: z.number().optional() };
const One = z.union([
  z.object({ ...common, value: z.union([z.number(), z.string()]) }),
  z.object({
    ...common,
    table: z.object({ keys: z.array(z.string()), rows: z.record(z.string(), z.number().nullable()) }),
  }),
  z.object({ ...common, rows: z.array(z.string()), ordered: z.boolean().default(false) }),
  z.object({ ...common, histogram: z.object({ count: z.number() }) }),
  z.object({ ...common, decline: z.literal(true) }),
]);
const ExpectedAnswer = z.union([One, z.object({ either: z.array(One) })]);
export type ExpectedAnswer = z.infer<typeof One>;

const Question = z.object({
  id: z.string(),
  files: z.array(z.string()),
  /** Earlier questions of the thread. */
  before: z.array(z.string()).default([]),
  question: z.string(),
  expect: ExpectedAnswer.transform((expected) => ('either' in expected ? expected.either : [expected])),
  /** Those that are kept for judging are never asked. */
  set: z.string().default('open'),
});
export type EvalQuestion = z.infer<typeof Question>;

/**
 * The questions of a file, without those that are sealed, with the paths of their files: beside it, or in its folder `files`.
 * @throws AppError `unreadable_file`, `not_found`
 */
export function readQuestions(path: string): EvalQuestion[] {
  const parsed = z.array(Question).safeParse(jsonIn(path));
  if (!parsed.success)
    throw new AppError('unreadable_file', `${path} holds no questions: ${z.prettifyError(parsed.error)}`);
  return parsed.data
    .filter(({ set }) => set !== 'sealed')
    .map((question) => ({ ...question, files: question.files.map((name) => fileOf(dirname(path), name)) }));
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AppError('unreadable_file', `The questions in ${path} cannot be read. Check the path.`, { cause });
  }
}

function fileOf(folder: string, name: string): string {
  const path = [join(folder, 'files', name), join(folder, name)].find((candidate) => existsSync(candidate));
  if (!path) throw new AppError('not_found', `The questions are about ${name}, which is not beside them.`);
  return path;
}
