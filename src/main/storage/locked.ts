import { AppError } from '#contract/result';

const PATIENCE_MS = 10_000;
const EVERY_MS = 100;

/**
 * Opens what another program may hold, such as a backup that is just being made: tried again until it lets go, while
 * everything else goes on. @throws AppError `data_in_use` when it does not within `patienceMs`
 */
export async function retryWhileLocked<T>(open: () => T, patienceMs = PATIENCE_MS): Promise<T> {
  const until = performance.now() + patienceMs;
  while (true) {
    try {
      return open();
    } catch (error) {
      const locked = error instanceof AppError && error.code === 'data_in_use';
      if (!locked || performance.now() >= until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
