import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { AppError } from '#contract/result';

/** What the server or the way to it said, as the analyst should read it. Server text passes only where it helps. */
export function apiError(error: unknown): unknown {
  if (error instanceof APIUserAbortError) return new AppError('cancelled', 'Stopped.', { cause: error });
  if (error instanceof APIConnectionTimeoutError) {
    return new AppError('timeout', 'The server did not answer in time. Try again.', { cause: error });
  }
  if (error instanceof APIConnectionError) {
    return new AppError(
      'unavailable',
      'The server cannot be reached. What you have seen stays readable; try again later.',
      {
        cause: error,
      },
    );
  }
  if (error instanceof APIError) return fromStatus(error);
  return error;
}

/** For what is to be gone in the end. */
export function unlessNotFound(error: unknown): void {
  if (!(error instanceof APIError && error.status === 404)) throw error;
}

/** Servers have no code for it: `Can't add messages to thread_… while a run run_… is active.` */
const RUN_IS_ACTIVE = /\bactive\b/;

function fromStatus(error: APIError): AppError {
  const cause = { cause: error };
  switch (error.status) {
    case 401:
    case 403:
      return new AppError('unauthorized', 'The server did not accept the key. Check it in Settings.', cause);
    case 404:
      return new AppError('not_found', 'The server no longer has this. What is saved here stays readable.', cause);
    case 413:
      return new AppError('too_large', 'This is larger than the server takes.', cause);
    case 429:
      return new AppError('unavailable', 'The server is busy or your quota is used up. Try again in a while.', cause);
    default:
      if (error.status === 400 && RUN_IS_ACTIVE.test(error.message)) {
        return new AppError('busy', 'A run is still under way in this thread. Wait for it, or stop it.', cause);
      }
      return new AppError(
        'unavailable',
        `The server could not do this (${error.status ?? 'no status'}). Try again.`,
        cause,
      );
  }
}
