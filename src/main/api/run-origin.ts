import { z } from 'zod';
import type { AnswererId, CodePlace, DataBoundary, Run, RunId, SearchPlace } from '#contract';
import { AnswererId as AnswererIdSchema, RunId as RunIdSchema } from '#contract/ids';
import { RECORDED_KEY } from '#contract/recorded';

/** Who is to answer a run, with how much of the data, and what the run is there for. */
export interface RunOrder {
  /** What the server is asked for as the model; absent for the assistant's own. */
  answerer?: AnswererId;
  /** Absent where nothing leaves this computer anyway. */
  boundary?: DataBoundary;
  /** Rows of a result that are sent at most. */
  rowsAtMost?: number;
  /** Names and types of the thread's data, for the instructions; absent where there is none, or nobody to tell. */
  outline?: string;
  /** Where code runs, other than in Assay's Python. */
  code?: Exclude<CodePlace, 'here'>;
  /** Where documents are searched, other than here. */
  search?: Exclude<SearchPlace, 'here'>;
  /** Answers go on at the server when the connection breaks. */
  background?: true;
  besideOf?: RunId | undefined;
  insteadOf?: RunId | undefined;
  /** The key of what was done before, which is done again. */
  recorded?: string | undefined;
}

const KEYS = { answerer: 'assay_answerer', besideOf: 'assay_beside', insteadOf: 'assay_instead' } as const;

/** As the embedded engine and its models read it. */
export function orderMetadata(order: RunOrder): Record<string, string> {
  const { answerer, besideOf, insteadOf, boundary, rowsAtMost, code, search, background, recorded } = order;
  const given = {
    [KEYS.answerer]: answerer,
    [KEYS.besideOf]: besideOf,
    [KEYS.insteadOf]: insteadOf,
    assay_boundary: boundary,
    assay_rows: boundary === 'results' ? rowsAtMost?.toString() : undefined,
    assay_code: code,
    assay_search: search,
    assay_background: background && 'yes',
    [RECORDED_KEY]: recorded,
  };
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

const Origin = z.object({
  [KEYS.answerer]: AnswererIdSchema.optional().catch(undefined),
  [KEYS.besideOf]: RunIdSchema.optional().catch(undefined),
  [KEYS.insteadOf]: RunIdSchema.optional().catch(undefined),
});

/** What a run's metadata tell of where it came from; nothing of a script's run. */
export function runOrigin(metadata: unknown): Pick<Run, 'answerer' | 'besideOf' | 'insteadOf'> {
  const origin = Origin.safeParse(metadata).data;
  const { [KEYS.answerer]: answerer, [KEYS.besideOf]: besideOf, [KEYS.insteadOf]: insteadOf } = origin ?? {};
  return {
    ...(answerer ? { answerer } : {}),
    ...(besideOf ? { besideOf } : {}),
    ...(insteadOf ? { insteadOf } : {}),
  };
}
