import { modals } from '@mantine/modals';
import type { DataProblem } from '#contract';
import { Button, Note, useWords } from '../../ui';
import styles from './Recovery.module.css';
import { useRecovery } from './use-recovery';
import { Ways } from './Ways';
import { problemText } from './words';

const MODAL = 'recovery';

/** Above everything else, for as long as something is to be done about the data. */
export function RecoveryBanner({ problems }: { problems: readonly DataProblem[] }) {
  const { ui } = useWords();
  const choose = ({ database }: DataProblem) =>
    modals.open({
      modalId: MODAL,
      title: database === 'library' ? ui.recovery.restoreLibrary : ui.recovery.restoreEngine,
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
              {ui.recovery.restoreMore}
            </Button>
          }
        >
          {problemText(problem, ui.recovery)}
        </Note>
      ))}
    </div>
  );
}

/** Follows the problem while it is open: what can be read is counted meanwhile. */
function Chooser({ database }: Pick<DataProblem, 'database'>) {
  const { ui } = useWords();
  const problem = useRecovery().problems.find((one) => one.database === database);
  if (!problem) return <p>{ui.recovery.takenCareOf}</p>;
  return <Ways problem={problem} onDone={() => modals.close(MODAL)} />;
}
