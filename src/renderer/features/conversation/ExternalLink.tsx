import { modals } from '@mantine/modals';
import type { ReactNode } from 'react';
import { COPIED, useWords } from '../../ui';
import styles from './Markdown.module.css';

const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** The address a link really leads to; null for anything that is no web or mail address. */
export function trueAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  if (!ALLOWED.has(url.protocol)) return null;
  // What stands before an @ only looks like the host.
  url.username = '';
  url.password = '';
  return url.href;
}

/** A link of an answer. It shows where it leads before anything is opened, since the text may say something else. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  const { ui } = useWords();
  const address = trueAddress(href);
  if (address === null) return <span>{children}</span>;
  const ask = () =>
    modals.openConfirmModal({
      title: ui.conversation.openOutside,
      children: <code className={styles.plain}>{address}</code>,
      labels: { confirm: ui.common.open, cancel: ui.conversation.stayHere },
      onConfirm: () => {
        window.open(address, '_blank', 'noopener,noreferrer');
      },
    });
  return (
    <button type="button" {...COPIED} className={styles.link} title={address} onClick={ask}>
      {children}
    </button>
  );
}
