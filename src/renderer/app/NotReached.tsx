import { AppError } from '#contract/result';
import { Failure, useWords } from '../ui';
import styles from './NotReached.module.css';

/** The window could not speak with Assay at all: what that means, and the way back in. */
export function NotReached({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { ui } = useWords();
  const locked = error instanceof AppError && error.code === 'forbidden';
  return (
    <main className={styles.page}>
      <h1>{locked ? ui.app.needsKey : ui.app.notReached}</h1>
      <p>{locked ? ui.app.needsKeyMeaning : ui.app.notReachedMeaning}</p>
      <Failure error={error} onRetry={onRetry} />
    </main>
  );
}
