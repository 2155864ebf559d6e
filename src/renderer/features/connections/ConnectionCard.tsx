import { modals } from '@mantine/modals';
import { KeyRound, Plug, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ConnectedModel, Connection } from '#contract';
import { Button, Failure, formatDuration, formatInstant, useWords } from '../../ui';
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
      title: words.ui.connections.removeTitle(name),
      children: words.ui.connections.removeMeaning,
      labels: { confirm: words.ui.common.remove, cancel: words.ui.connections.keepIt },
      onConfirm: () => remove.mutate(),
    });
  return (
    <li ref={card} className={styles.card} tabIndex={-1} aria-label={name}>
      <div className={styles.head}>
        <div className={styles.title}>
          <b>{name}</b> {hostOf(baseUrl) !== name && <span className={styles.host}>{hostOf(baseUrl)}</span>}
        </div>
        <Button size="small" icon={<Plug size={13} />} disabled={busy} onClick={() => verify.mutate()}>
          {verify.isPending ? words.ui.connections.testing : words.ui.connections.test}
        </Button>
        <Button size="small" icon={<KeyRound size={13} />} disabled={busy} onClick={() => setGivesKey(!givesKey)}>
          {keyState.where === 'none' || keyState.where === 'missing'
            ? words.ui.connections.giveKey
            : words.ui.connections.newKey}
        </Button>
        <Button
          size="small"
          look="quiet"
          icon={<Trash2 size={13} />}
          disabled={busy}
          aria-label={words.ui.connections.removeOf(name)}
          title={words.ui.common.remove}
          onClick={confirmRemoval}
        />
      </div>
      <p className={styles.state} role="status">
        <span className={styles[dotOf(connection)]} aria-hidden="true" />
        {verify.isPending || rotateKey.isPending
          ? words.ui.connections.askingForModels
          : verification === null
            ? words.ui.connections.notTested
            : verification.problem !== null
              ? words.ui.connections.notUsable
              : verification.models === null
                ? words.ui.connections.noModels
                : words.ui.connections.answeredIn(verification.models, formatDuration(verification.ms))}
        {verification && (
          <span className={styles.aside}>{words.ui.connections.testedAt(formatInstant(verification.at))}</span>
        )}
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
