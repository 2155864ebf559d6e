import { modals } from '@mantine/modals';
import { KeyRound, Plug, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ConnectedModel, Connection } from '#contract';
import { Button, Failure, formatDuration, formatInstant, plural, useWords } from '../../ui';
import { hostOf } from './address';
import { ConnectionDetails } from './ConnectionDetails';
import { ConnectionState } from './ConnectionState';
import styles from './Connections.module.css';
import { KeyForm } from './KeyForm';
import { useConnectionCommands } from './use-connections';

interface ConnectionCardProps {
  connection: Connection;
  /** Those it lists. */
  models: readonly ConnectedModel[];
  /** It was added just now, and is read on from. */
  isNew: boolean;
}

/** A connection: whether it can be used, where its key is, and what can be done with it. */
export function ConnectionCard({ connection, models, isNew }: ConnectionCardProps) {
  const { name, baseUrl, verification, keyState } = connection;
  const words = useWords();
  const commands = useConnectionCommands(connection.id);
  const card = useRef<HTMLLIElement>(null);
  const [givesKey, setGivesKey] = useState(false);
  useEffect(() => {
    if (isNew) card.current?.focus();
  }, [isNew]);
  const { verify, update, rotateKey, remove, forgetQuirks } = commands;
  const busy = verify.isPending || rotateKey.isPending || remove.isPending;
  const failure = verify.error ?? update.error ?? rotateKey.error ?? remove.error ?? forgetQuirks.error;
  const confirmRemoval = () =>
    modals.openConfirmModal({
      title: `Remove ${name}?`,
      children:
        'Its key is taken out of the keychain, and its models answer no more. What was sent to it stays listed.',
      labels: { confirm: 'Remove', cancel: 'Keep it' },
      onConfirm: () => remove.mutate(),
    });
  return (
    <li ref={card} className={styles.card} tabIndex={-1} aria-label={name}>
      <div className={styles.head}>
        <div className={styles.title}>
          <b>{name}</b> {hostOf(baseUrl) !== name && <span className={styles.host}>{hostOf(baseUrl)}</span>}
        </div>
        <Button size="small" icon={<Plug size={13} />} disabled={busy} onClick={() => verify.mutate()}>
          {verify.isPending ? 'Testing …' : 'Test'}
        </Button>
        <Button size="small" icon={<KeyRound size={13} />} disabled={busy} onClick={() => setGivesKey(!givesKey)}>
          {keyState.where === 'none' || keyState.where === 'missing' ? 'Give a key…' : 'New key…'}
        </Button>
        <Button
          size="small"
          look="quiet"
          icon={<Trash2 size={13} />}
          disabled={busy}
          aria-label={`Remove ${name}`}
          title="Remove"
          onClick={confirmRemoval}
        />
      </div>
      <p className={styles.state} role="status">
        <span className={styles[dotOf(connection)]} aria-hidden="true" />
        {verify.isPending || rotateKey.isPending
          ? 'Asking for its models …'
          : verification === null
            ? 'Not tested yet'
            : verification.problem !== null
              ? 'Cannot be used now'
              : verification.models === null
                ? 'It answers, and lists no models'
                : `${plural(verification.models, 'model')} · answered in ${formatDuration(verification.ms)}`}
        {verification && <span className={styles.aside}>tested {formatInstant(verification.at)}</span>}
      </p>
      <p className={styles.keyState}>{words.connection.keyState[keyState.where]()}</p>
      <ConnectionState connection={connection} onGiveKey={() => setGivesKey(true)} onTest={() => verify.mutate()} />
      {failure && <Failure error={failure} />}
      {givesKey && (
        <KeyForm
          name={name}
          busy={rotateKey.isPending}
          onGive={(key) => rotateKey.mutate(key, { onSuccess: () => setGivesKey(false) })}
          onCancel={() => setGivesKey(false)}
        />
      )}
      <ConnectionDetails connection={connection} models={models} commands={commands} />
    </li>
  );
}

function dotOf({ verification }: Connection): 'fine' | 'wrong' | 'unknown' {
  if (verification === null) return 'unknown';
  return verification.problem === null ? 'fine' : 'wrong';
}
