import { FileCheck, History } from 'lucide-react';
import type { Backup, DataProblem } from '#contract';
import { Button, Failure, Note, Section, useWords } from '../../ui';
import styles from './Recovery.module.css';
import { type RecoveryChoice, useRecoveryChoice } from './use-recovery';
import { lossText, momentText } from './words';

interface WaysProps {
  problem: DataProblem;
  /** When something has been done about it. */
  onDone?(): void;
}

/** What can be done about a damaged or missing database, each with what it keeps and what it loses. */
export function Ways({ problem, onDone }: WaysProps) {
  const { ui } = useWords();
  const choice = useRecoveryChoice();
  const { database, kind, backups, savedAt } = problem;
  const choose = (chosen: RecoveryChoice) => choice.mutate(chosen, { onSuccess: () => onDone?.() });
  return (
    <>
      {choice.error && <Failure error={choice.error} />}
      {choice.isPending && (
        <Note tone="info" live>
          {ui.recovery.exchanging}
        </Note>
      )}
      <Section title={ui.recovery.restoreBackup}>
        {backups.length === 0 && <p>{ui.recovery.noBackup}</p>}
        <ul className={styles.backups}>
          {backups.map((backup) => (
            <BackupRow
              key={backup.name}
              backup={backup}
              problem={problem}
              busy={choice.isPending}
              onRestore={() => choose({ to: 'restore', database, backup: backup.name })}
            />
          ))}
        </ul>
      </Section>
      {kind === 'damaged' && (
        <Section title={ui.recovery.keepReadable}>
          <p>
            {problem.readable
              ? ui.recovery.stillReadable(problem.readable, savedAt === null ? null : momentText(savedAt))
              : ui.recovery.readableUnknown}
          </p>
          <Button
            icon={<FileCheck size={14} />}
            disabled={choice.isPending}
            onClick={() => choose({ to: 'repair', database })}
          >
            {ui.recovery.keepReadable}
          </Button>
        </Section>
      )}
      {kind === 'missing' && (
        <Section title={ui.recovery.goOnWithout}>
          <Button disabled={choice.isPending} onClick={() => choose({ to: 'dismiss', database })}>
            {ui.recovery.goOnAsIs}
          </Button>
        </Section>
      )}
      <p className={styles.kept}>
        {ui.recovery.nothingRemoved} <code>quarantine</code>
      </p>
    </>
  );
}

interface BackupRowProps {
  backup: Backup;
  problem: DataProblem;
  busy: boolean;
  onRestore(): void;
}

function BackupRow({ backup, problem, busy, onRestore }: BackupRowProps) {
  const { ui } = useWords();
  const { madeAt, holdings } = backup;
  return (
    <li>
      <div>
        <b>{momentText(madeAt)}</b>
        <span> · {holdings ? ui.recovery.holdings(holdings) : ui.recovery.unreadable}</span>
        {holdings && <p>{lossText(backup, problem, ui.recovery)}</p>}
      </div>
      <Button
        size="small"
        icon={<History size={13} />}
        disabled={busy || holdings === null}
        aria-label={ui.recovery.restoreBackupOf(momentText(madeAt))}
        onClick={onRestore}
      >
        {ui.recovery.restore}
      </Button>
    </li>
  );
}
