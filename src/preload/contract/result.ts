import type { CodeRange } from './code-range';
import type { ErrorCode } from './error-codes';
import type { Failure, FailureReason } from './failure-reasons';

export { ERROR_CODES, type ErrorCode } from './error-codes';
export type { Failure } from './failure-reasons';

/** What is told of a failure that was thrown. */
export const failureOf = ({ code, message, reason }: AppError): Failure => ({
  code,
  message,
  ...(reason ? { reason } : {}),
});

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** Thrown inside a process; crosses the doorway only as the `error` of a {@link Result}. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Where in the code that was run, as far as that is known. */
  readonly at: CodeRange | undefined;
  readonly reason: FailureReason | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    { at, reason, ...options }: ErrorOptions & { at?: CodeRange | undefined; reason?: FailureReason | undefined } = {},
  ) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.at = at;
    this.reason = reason;
  }

  /** What was told of a failure, to be thrown here. */
  static from({ code, message, reason }: Failure): AppError {
    return new AppError(code, message, { reason });
  }
}
