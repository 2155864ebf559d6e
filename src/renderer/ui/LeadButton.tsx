import type { ReactNode } from 'react';
import styles from './LeadButton.module.css';

/** At the end of a sentence: the way to what it is about. */
export function LeadButton({ children, onClick }: { children: ReactNode; onClick(): void }) {
  return (
    <button type="button" className={styles.lead} onClick={onClick}>
      {children}
    </button>
  );
}
