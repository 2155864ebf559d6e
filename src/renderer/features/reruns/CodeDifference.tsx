import { diffLines } from 'diff';
import { useMemo } from 'react';
import { readableText, useWords } from '../../ui';
import styles from './Comparisons.module.css';

/** How long it may look for the shortest way from one to the other; then all of it is another one. */
const LONGEST_MS = 500;

/** Two pieces of code line by line: what both have, and what only one of them has. */
export function CodeDifference({ before, after }: { before: string; after: string }) {
  const { ui } = useWords();
  const lines = useMemo(() => linesOf(readableText(before), readableText(after)), [before, after]);
  return (
    <section className={styles.diff} aria-label={ui.comparisons.codeDiffers} tabIndex={0}>
      {lines.map(({ state, text }, at) => {
        if (state === 'same') return <code key={at}>{`  ${text}`}</code>;
        const Line = state === 'removed' ? 'del' : 'ins';
        return (
          <Line key={at} className={styles[state]}>
            <span className={styles.heard}>{ui.comparisons[state]} </span>
            <code>{`${state === 'removed' ? '−' : '+'} ${text}`}</code>
          </Line>
        );
      })}
    </section>
  );
}

interface DiffLine {
  state: 'same' | 'removed' | 'added';
  text: string;
}

function linesOf(before: string, after: string): DiffLine[] {
  const [was, is] = [`${before.trimEnd()}\n`, `${after.trimEnd()}\n`];
  const changes = diffLines(was, is, { timeout: LONGEST_MS }) ?? [
    { value: was, removed: true, added: false },
    { value: is, removed: false, added: true },
  ];
  return changes.flatMap(({ value, removed, added }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text): DiffLine => ({ state: removed ? 'removed' : added ? 'added' : 'same', text })),
  );
}
