import { AppError } from '#contract/result';

/** Why something could not be computed. Being stopped, or a bug, is no finding, and thrown on. */
export function reasonOf(error: unknown, signal: AbortSignal | undefined): string {
  signal?.throwIfAborted();
  if (error instanceof AppError) return error.message;
  throw error;
}
