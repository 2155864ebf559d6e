import { modals } from '@mantine/modals';
import { shortcutText, useWords } from '../ui';
import styles from './Shortcuts.module.css';

const SHORTCUTS = [
  ['palette', 'mod+K'],
  ['new', 'mod+N'],
  ['next', 'alt+↓'],
  ['previous', 'alt+↑'],
  ['inspector', 'mod+J'],
  ['navigation', 'mod+B'],
  ['settings', 'mod+,'],
  ['send', 'enter'],
  ['line', 'shift+enter'],
  ['stop', 'escape'],
  ['recall', '↑ ↓'],
  ['run', 'mod+enter'],
  ['shortcuts', '?'],
] as const;

const MODAL = 'shortcuts';

/** Lists what keys do, until it is closed. */
export function showShortcuts(title: string): void {
  modals.open({ modalId: MODAL, title, children: <ShortcutList /> });
}

function ShortcutList() {
  const { window: words, ui } = useWords();
  return (
    <dl className={styles.list}>
      {SHORTCUTS.map(([name, keys]) => (
        <div key={name}>
          <dt>{words.shortcut[name]()}</dt>
          <dd>
            <kbd>{shortcutText(keys, ui.keys)}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}
