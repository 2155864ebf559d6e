import { useRef, useState } from 'react';
import type { LibraryFile } from '#contract';
import { useWords } from '../../ui';
import styles from './Files.module.css';
import { useFileCommands } from './use-files';

/** Enter and leaving the field rename, Escape does not. Before the ending is what is marked first. */
export function RenameFile({ file, onDone }: { file: LibraryFile; onDone(): void }) {
  const { library: words } = useWords();
  const { rename } = useFileCommands();
  const [name, setName] = useState(file.name);
  const done = useRef(false);
  const finish = (keep: boolean) => {
    if (done.current) return;
    done.current = true;
    const plain = name.trim();
    if (keep && plain !== '' && plain !== file.name) void rename(file.id, plain);
    onDone();
  };
  return (
    <input
      className={styles.rename}
      aria-label={words.nameOf(file.name)}
      value={name}
      maxLength={200}
      ref={(field) => field?.focus()}
      onFocus={(event) => {
        const ending = /\.[a-z0-9]{1,8}$/i.exec(file.name)?.[0] ?? '';
        event.target.setSelectionRange(0, file.name.length - ending.length);
      }}
      onChange={(event) => setName(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        // A dialog around it stays open.
        event.stopPropagation();
        finish(event.key === 'Enter');
      }}
    />
  );
}
