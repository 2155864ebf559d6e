import { FileSpreadsheet } from 'lucide-react';
import type { ReactNode } from 'react';
import { SampleCards } from '../features/datasets';
import { useWords } from '../ui';
import styles from './Welcome.module.css';

interface WelcomeProps {
  /** Files are being attached already, so the invitation steps back. */
  quiet: boolean;
  onSample(name: string): Promise<void>;
  onAsk(question: string): void;
  /** Who answers, as long as that has to be said. */
  answering: ReactNode;
}

/** The new thread: what to do first, and data to try it on. */
export function Welcome({ quiet, onSample, onAsk, answering }: WelcomeProps) {
  const { ui } = useWords();
  if (quiet) return <div className={styles.quiet} data-quiet="" />;
  const take = async (name: string, question: string | null) => {
    await onSample(name);
    if (question) onAsk(question);
  };
  return (
    <div className={styles.welcome}>
      <div className={styles.welcomeColumn}>
        <div className={styles.invitation}>
          <FileSpreadsheet size={26} strokeWidth={1.5} aria-hidden="true" />
          <div>
            <h2>{ui.app.invitation}</h2>
            <p>{ui.app.promise}</p>
          </div>
        </div>
        {answering}
        <h2 className={styles.samples}>{ui.app.orSample}</h2>
        <SampleCards onTake={take} />
      </div>
    </div>
  );
}
