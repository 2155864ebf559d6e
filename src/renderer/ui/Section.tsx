import type { ReactNode } from 'react';
import styles from './Section.module.css';

/** A part of a page of settings: what it is about at the left, what can be done at the right. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
