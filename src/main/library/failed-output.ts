import { z } from 'zod';
import type { Failure } from '#contract';
import { CodeRange } from '#contract/code-range';
import { FailureReason } from '#contract/failure-reasons';
import { QueryProblem } from '#contract/query-results';
import { ERROR_CODES } from '#contract/result';

const FailedOutput = z.object({
  error: z.object({
    code: z.enum(ERROR_CODES).catch('query_failed'),
    message: z.string(),
    reason: FailureReason.optional().catch(undefined),
    at: CodeRange.optional().catch(undefined),
  }),
  problems: z.array(QueryProblem).min(1).optional().catch(undefined),
});

/** Why a call failed and where in its code, as its output says; null where it does not, or code says it itself. */
export function failedOutput(call: {
  status: string;
  name: string;
  output: string | null;
}): { failure: Failure; at: CodeRange | undefined } | null {
  if (call.status !== 'failed' || call.output === null || call.name === 'code_interpreter') return null;
  const { data } = FailedOutput.safeParse(jsonOf(call.output));
  if (!data) return null;
  const {
    code,
    message,
    at,
    reason = data.problems && { code: 'not_computable', problems: data.problems },
  } = data.error;
  return { failure: { code, message, ...(reason ? { reason } : {}) }, at };
}

/** JSON that may be no JSON, as of a call that is still being written: null then. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
