import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Note.module.css';

const ICONS = { info: Info, warn: TriangleAlert, bad: CircleAlert };

interface NoteProps {
  tone: 'info' | 'warn' | 'bad';
  children: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
  /** Read out when it appears. */
  live?: boolean;
}

/** A sentence that needs to be seen: a caveat, a failure, a hint. */
export function Note({ tone, children, action, live = false }: NoteProps) {
  const Icon = ICONS[tone];
  return (
    <div className={`${styles.note} ${styles[tone]}`} role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <Icon size={15} aria-hidden="true" className={styles.icon} />
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  );
}
