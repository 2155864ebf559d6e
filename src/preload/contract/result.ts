import type { CodeRange } from './code-range';

/** Every failure the window may have to act on. The window branches on these, never on message text. */
export const ERROR_CODES = [
  'invalid_input',
  'unknown_request',
  'forbidden',
  'not_found',
  'unsupported_file',
  'unreadable_file',
  'too_large',
  'no_space',
  'read_only',
  'busy',
  'query_refused',
  'query_failed',
  'timeout',
  'cancelled',
  'unauthorized',
  'unavailable',
  'keychain_unavailable',
  'port_taken',
  'data_in_use',
  'data_newer',
  'data_damaged',
  'data_missing',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What an analyst reads when something went wrong: what happened, and what to do about it. */
export interface Failure {
  code: ErrorCode;
  message: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** Thrown inside a process; crosses the doorway only as the `error` of a {@link Result}. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Where in the code that was run, as far as that is known. */
  readonly at: CodeRange | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    { at, ...options }: ErrorOptions & { at?: CodeRange | undefined } = {},
  ) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.at = at;
  }
}
