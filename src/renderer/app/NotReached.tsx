import { AppError } from '#contract/result';
import { Failure } from '../ui';
import styles from './NotReached.module.css';

/** The window could not speak with Assay at all: what that means, and the way back in. */
export function NotReached({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const locked = error instanceof AppError && error.code === 'forbidden';
  return (
    <main className={styles.page}>
      <h1>{locked ? 'This address needs its key' : 'Assay cannot be reached'}</h1>
      <p>
        {locked
          ? 'Open the whole address that Assay printed when it started: it ends in a key that only this computer knows. If you cannot find it, start Assay again.'
          : 'Start Assay again, and open the address it prints. Nothing was lost.'}
      </p>
      <Failure error={error} onRetry={onRetry} />
    </main>
  );
}
