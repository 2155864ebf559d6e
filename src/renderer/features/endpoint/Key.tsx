import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { RefreshCw } from 'lucide-react';
import { useClient } from '../../bridge';
import { Button, CopyButton } from '../../ui';
import styles from './Endpoint.module.css';
import type { ActOnEndpoint } from './use-endpoint';

interface KeyProps {
  busy: boolean;
  act: ActOnEndpoint;
  onFailure(error: unknown): void;
}

/** The key, never shown: it goes from the keychain to the clipboard, and nothing of it stays in the window. */
export function Key({ busy, act, onFailure }: KeyProps) {
  const client = useClient();
  const copy = async () => {
    const { key } = await client.endpoint.copyKey({});
    // Null when Assay has put it on the clipboard itself; a page has to do it in the same act.
    if (key !== null) await navigator.clipboard.writeText(key);
  };
  const rotate = () =>
    modals.openConfirmModal({
      title: 'Make a new key?',
      children:
        'The key so far stops working at once, and connections that use it are ended. Every script needs the new one. Runs that are under way go on.',
      labels: { confirm: 'Make a new key', cancel: 'Keep this one' },
      onConfirm: () =>
        void act(async (api) => {
          const done = await api.rotateKey({});
          notifications.show({ message: 'There is a new key. Copy it into your scripts.' });
          return done;
        }),
    });
  return (
    <>
      <div className={styles.line}>
        <code className={styles.value} role="img" aria-label="The key, hidden">
          assay-••••••••••••••••••••
        </code>
        <CopyButton label="Copy key" copy={copy} onFailure={onFailure} disabled={busy} />
        <Button size="small" icon={<RefreshCw size={13} />} disabled={busy} onClick={rotate}>
          New key…
        </Button>
      </div>
      <p>
        Made when it is first needed, and kept in the keychain of this computer, nowhere else. Whoever has it can read
        and delete what the engine keeps: give it to scripts through the environment, not in their text.
      </p>
    </>
  );
}
