import { PanelRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Thread, ThreadChoices } from '#contract';
import type { Words } from '#words';
import { RenameField, useThreadCommands } from '../features/threads';
import { Button, shortcutText, useWords } from '../ui';
import layout from './Layout.module.css';
import styles from './ThreadHeader.module.css';

interface ThreadHeaderProps {
  /** Not there for one that is about to begin, or not read yet. */
  thread: Thread | null | undefined;
  /** Who answers; not there while that is not known. */
  choices: ThreadChoices | undefined;
  /** Which assistant answers. */
  assistant: ReactNode;
  renaming: boolean;
  /** The name is settled; `byKey` where that was done on the keyboard. */
  onRenamed(byKey: boolean): void;
  /** How much was sent, where the inspector does not say it. */
  sent: ReactNode;
  /** Whether the inspector is shown; null where there is nothing to inspect. */
  inspector: boolean | null;
  onToggleInspector(): void;
}

/** What the thread is called, who answers in it, and the way to what is behind it. */
export function ThreadHeader({
  thread,
  assistant,
  choices,
  renaming,
  onRenamed,
  sent,
  inspector,
  onToggleInspector,
}: ThreadHeaderProps) {
  const { ui } = useWords();
  const { rename } = useThreadCommands();
  return (
    <header className={layout.bar}>
      {thread && renaming ? (
        <RenameField thread={thread} onRename={(title) => void rename(thread, title)} onDone={onRenamed} />
      ) : (
        <h1 title={thread?.title}>{thread?.title ?? ui.app.newThread}</h1>
      )}
      {assistant}
      {choices && (
        <span className={styles.answerer} title={answererText(choices.model, ui.app)}>
          {answererText(choices.model, ui.app)}
        </span>
      )}
      <span className={layout.space} />
      {sent && <span className={styles.sent}>{sent}</span>}
      {inspector !== null && (
        <Button
          look="quiet"
          icon={<PanelRight size={16} />}
          aria-label={ui.app.inspector}
          aria-pressed={inspector}
          title={ui.app.inspectorBy(shortcutText('mod+J', ui.keys))}
          onClick={onToggleInspector}
        />
      )}
    </header>
  );
}

function answererText({ connection, name, local }: ThreadChoices['model'], words: Words['ui']['app']): string {
  if (connection === null) return words.builtInAnswers;
  return words.answersAt(name, local ? null : connection);
}
