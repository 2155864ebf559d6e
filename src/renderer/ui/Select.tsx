import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './Select.module.css';

/** A choice of the system's own list, looking like everything else. */
export function Select(props: ComponentProps<'select'>) {
  return (
    <span className={styles.frame}>
      <select {...props} className={styles.select} />
      <ChevronDown size={13} aria-hidden="true" />
    </span>
  );
}
