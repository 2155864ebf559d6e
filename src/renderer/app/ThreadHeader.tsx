import { PanelRight } from 'lucide-react';
import type { Thread } from '#contract';
import { RenameField, useThreadCommands } from '../features/threads';
import { Button, shortcutText } from '../ui';
import styles from './Layout.module.css';

interface ThreadHeaderProps {
  /** Not there for one that is about to begin, or not read yet. */
  thread: Thread | null | undefined;
  renaming: boolean;
  /** The name is settled; `byKey` where that was done on the keyboard. */
  onRenamed(byKey: boolean): void;
  /** Whether the inspector is shown; null where there is nothing to inspect. */
  inspector: boolean | null;
  onToggleInspector(): void;
}

/** What the thread is called, who answers in it, and the way to what is behind it. */
export function ThreadHeader({ thread, renaming, onRenamed, inspector, onToggleInspector }: ThreadHeaderProps) {
  const { rename } = useThreadCommands();
  return (
    <header className={styles.bar}>
      {thread && renaming ? (
        <RenameField thread={thread} onRename={(title) => void rename(thread, title)} onDone={onRenamed} />
      ) : (
        <h1 title={thread?.title}>{thread?.title ?? 'New thread'}</h1>
      )}
      <span className={styles.pill}>Data analyst</span>
      <span className={styles.pill}>Built-in, no network</span>
      <span className={styles.space} />
      {inspector !== null && (
        <Button
          look="quiet"
          icon={<PanelRight size={16} />}
          aria-label="Inspector"
          aria-pressed={inspector}
          title={`Inspector (${shortcutText('mod+J')})`}
          onClick={onToggleInspector}
        />
      )}
    </header>
  );
}
