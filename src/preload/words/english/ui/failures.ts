import type { ErrorCode, Failure } from '#contract/result';

/** What went wrong, and what to do. A failure brings its English sentence along. */
export const failures = {
  of: ({ message }: Failure) => message,
  /** The window itself failed. */
  inWindow: 'Something went wrong in the window. Try again.',
  code: (code: ErrorCode) => `Code: ${code}`,
};
