import type { DataProblem } from '#contract';
import { Note, useWords } from '../../ui';
import styles from './Recovery.module.css';
import { Ways } from './Ways';
import { problemText } from './words';

/** In the window's place while the library cannot be opened. */
export function RecoveryPage({ problems }: { problems: readonly DataProblem[] }) {
  const { ui } = useWords();
  return (
    <main className={styles.page}>
      <h1>{ui.recovery.needsRestoring}</h1>
      {problems.map((problem) => (
        <section key={problem.database} aria-label={problem.database}>
          <Note tone="bad">{problemText(problem, ui.recovery)}</Note>
          <Ways problem={problem} />
        </section>
      ))}
    </main>
  );
}
