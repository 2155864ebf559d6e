import { AppError } from '#contract/result';

/** What cannot be had is left out, and the rest exported all the same. */
export async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
