import { ModelProblemCode } from '#contract/connections';
import type { ModelUsage } from './models';

export { ModelProblemCode };

const AS_RATE_LIMIT: readonly ModelProblemCode[] = ['rate_limit', 'quota', 'overloaded'];
const AS_PROMPT: readonly ModelProblemCode[] = ['invalid_request', 'context_length', 'content_filter', 'unsupported'];

/** The code of a run's `last_error`: the protocol has three words for all of them. */
export function protocolCode(code: ModelProblemCode): 'server_error' | 'rate_limit_exceeded' | 'invalid_prompt' {
  if (AS_RATE_LIMIT.includes(code)) return 'rate_limit_exceeded';
  return AS_PROMPT.includes(code) ? 'invalid_prompt' : 'server_error';
}

/** A model that could not answer. */
export class ModelFailure extends Error {
  readonly code: ModelProblemCode;
  /** Says more than the code, as data that the engine keeps beside it in the run's metadata (`assay_ending`) and does not look into. */
  readonly ending: object | null;
  /** What the failed call has cost, where the server still told. */
  readonly usage: ModelUsage | null;

  constructor(
    code: ModelProblemCode,
    message: string,
    options: ErrorOptions & { ending?: object; usage?: ModelUsage | null } = {},
  ) {
    super(message, options);
    this.name = 'ModelFailure';
    this.code = code;
    this.ending = options.ending ?? null;
    this.usage = options.usage ?? null;
  }
}
