import { useRef, useState } from 'react';
import type { Thread } from '#contract';
import { useWords } from '../../ui';
import styles from './Threads.module.css';

/** Enter and leaving the field rename, Escape does not. */
export function RenameField({
  thread,
  onRename,
  onDone,
}: {
  thread: Thread;
  onRename(title: string): void;
  onDone(byKey: boolean): void;
}) {
  const { ui } = useWords();
  const [title, setTitle] = useState(thread.title);
  const done = useRef(false);
  const finish = (keep: boolean, byKey = true) => {
    // Whoever takes the focus when this is done makes the field lose it once more.
    if (done.current) return;
    done.current = true;
    const plain = title.trim();
    if (keep && plain !== '' && plain !== thread.title) onRename(plain);
    onDone(byKey);
  };
  return (
    <input
      className={styles.rename}
      aria-label={ui.threads.title}
      value={title}
      maxLength={200}
      ref={(field) => field?.focus()}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={() => finish(true, false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // The key is not for what takes the focus next.
        event.preventDefault();
        finish(event.key === 'Enter');
      }}
    />
  );
}
