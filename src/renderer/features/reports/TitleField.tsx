import { useState } from 'react';
import { useWords } from '../../ui';
import styles from './Reports.module.css';

/** The title, written where it stands: Enter and leaving it rename, Escape does not. */
export function TitleField({ title, onRename }: { title: string; onRename(title: string): void }) {
  const { ui } = useWords();
  const [text, setText] = useState(title);
  const finish = () => {
    const plain = text.trim();
    if (plain === '') setText(title);
    else if (plain !== title) onRename(plain);
  };
  return (
    <input
      className={styles.title}
      aria-label={ui.reports.title}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setText(title);
        if (event.key === 'Enter') finish();
      }}
    />
  );
}
