import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useClient } from '../../bridge';
import { Button, CopyButton, Note, useWords } from '../../ui';
import styles from './Endpoint.module.css';
import type { ActOnEndpoint } from './use-endpoint';

/** No referrer either: the address of the page is good for one visit. */
const CONFIRMATION = 'noopener,noreferrer,popup,width=620,height=460';

interface KeyProps {
  busy: boolean;
  act: ActOnEndpoint;
  onFailure(error: unknown): void;
}

/** The key, never shown: it goes from the keychain to the clipboard, and nothing of it stays in the window. */
export function Key({ busy, act, onFailure }: KeyProps) {
  const { ui } = useWords();
  const client = useClient();
  const [confirmAt, setConfirmAt] = useState<string | null>(null);
  const copy = async (): Promise<boolean> => {
    const { confirmAt: page } = await client.endpoint.copyKey({});
    setConfirmAt(page);
    if (page === null) return true;
    // A page of the shell's asks for a yes and copies; this one never sees the key.
    window.open(page, '_blank', CONFIRMATION);
    return false;
  };
  const rotate = () =>
    modals.openConfirmModal({
      title: ui.endpoint.newKeyTitle,
      children: ui.endpoint.newKeyMeaning,
      labels: { confirm: ui.endpoint.makeNewKey, cancel: ui.endpoint.keepThisOne },
      onConfirm: () =>
        void act(async (api) => {
          const done = await api.rotateKey({});
          notifications.show({ message: ui.endpoint.newKeyMade });
          return done;
        }),
    });
  return (
    <>
      <div className={styles.line}>
        <code className={styles.value} role="img" aria-label={ui.endpoint.keyHidden}>
          assay-••••••••••••••••••••
        </code>
        <CopyButton label={ui.endpoint.copyKey} copy={copy} onFailure={onFailure} disabled={busy} />
        <Button size="small" icon={<RefreshCw size={13} />} disabled={busy} onClick={rotate}>
          {ui.endpoint.newKey}
        </Button>
      </div>
      {confirmAt !== null && (
        <Note tone="info" live>
          {ui.endpoint.asksInPage}{' '}
          <a href={confirmAt} target="_blank" rel="noopener noreferrer">
            {ui.endpoint.openItHere}
          </a>
          .
        </Note>
      )}
      <p>{ui.endpoint.keyMeaning}</p>
    </>
  );
}
