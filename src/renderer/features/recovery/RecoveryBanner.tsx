import { modals } from '@mantine/modals';
import type { DataProblem } from '#contract';
import { Button, Note } from '../../ui';
import styles from './Recovery.module.css';
import { useRecovery } from './use-recovery';
import { Ways } from './Ways';
import { problemText } from './words';

const MODAL = 'recovery';

/** Above everything else, for as long as something is to be done about the data. */
export function RecoveryBanner({ problems }: { problems: readonly DataProblem[] }) {
  const choose = ({ database }: DataProblem) =>
    modals.open({
      modalId: MODAL,
      title: database === 'library' ? 'Restore the library' : 'Restore the engine’s database',
      size: 'lg',
      children: <Chooser database={database} />,
    });
  return (
    <div className={styles.banner}>
      {problems.map((problem) => (
        <Note
          key={problem.database}
          tone={problem.kind === 'damaged' ? 'bad' : 'warn'}
          live
          action={
            <Button size="small" onClick={() => choose(problem)}>
              Restore …
            </Button>
          }
        >
          {problemText(problem)}
        </Note>
      ))}
    </div>
  );
}

/** Follows the problem while it is open: what can be read is counted meanwhile. */
function Chooser({ database }: Pick<DataProblem, 'database'>) {
  const problem = useRecovery().problems.find((one) => one.database === database);
  if (!problem) return <p>This has been taken care of.</p>;
  return <Ways problem={problem} onDone={() => modals.close(MODAL)} />;
}
