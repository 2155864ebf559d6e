import type { ErrorCode } from '#contract/result';

/** What went wrong, and what to do. What was reported is English already. */
export const failures = {
  of: (_code: ErrorCode, message: string) => message,
  /** The window itself failed. */
  inWindow: 'Something went wrong in the window. Try again.',
  code: (code: ErrorCode) => `Code: ${code}`,
};
