import type { ModelUsage } from './models';

/** Why a model could not answer. The protocol has three words for all of it; {@link protocolCode} tells which. */
export const FAILURE_CODES = [
  /** The key is missing, wrong or revoked. */
  'authentication',
  /** The key may not use this model or this place. */
  'permission',
  /** Nothing is left of what was paid for. */
  'quota',
  'rate_limit',
  'context_length',
  'content_filter',
  'overloaded',
  /** The answer stopped in the middle. */
  'cut_off',
  /** Nothing came for too long. */
  'timeout',
  /** What answers there does not speak this API. */
  'bad_endpoint',
  'model_not_found',
  'unreachable',
  /** The analyst's own budget does not allow the call. */
  'budget',
  /** The model cannot do what the run needs, such as calling tools. */
  'unsupported',
  'invalid_request',
  'server_error',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

const AS_RATE_LIMIT: readonly FailureCode[] = ['rate_limit', 'quota', 'overloaded'];
const AS_PROMPT: readonly FailureCode[] = ['invalid_request', 'context_length', 'content_filter', 'unsupported'];

/** The code of a run's `last_error`. */
export function protocolCode(code: FailureCode): 'server_error' | 'rate_limit_exceeded' | 'invalid_prompt' {
  if (AS_RATE_LIMIT.includes(code)) return 'rate_limit_exceeded';
  return AS_PROMPT.includes(code) ? 'invalid_prompt' : 'server_error';
}

/** A model that could not answer. */
export class ModelFailure extends Error {
  readonly code: FailureCode;
  /** Says more than the code, as data that the engine keeps beside it in the run's metadata (`assay_ending`) and does not look into. */
  readonly ending: object | null;
  /** What the failed call has cost, where the server still told. */
  readonly usage: ModelUsage | null;

  constructor(
    code: FailureCode,
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
