import { FileSpreadsheet } from 'lucide-react';
import type { ReactNode } from 'react';
import { SampleCards } from '../features/datasets';
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
            <h2>Drop a CSV or a document anywhere, then ask in plain English</h2>
            <p>Every number comes from a query you can open, change and run again, every quote from its page.</p>
          </div>
        </div>
        {answering}
        <h2 className={styles.samples}>Or try it on a sample</h2>
        <SampleCards onTake={take} />
      </div>
    </div>
  );
}
