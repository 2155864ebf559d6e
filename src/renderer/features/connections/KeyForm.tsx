import { useEffect, useRef, useState } from 'react';
import { Button, TextField, useWords } from '../../ui';
import styles from './Connections.module.css';

interface KeyFormProps {
  /** The connection's. */
  name: string;
  busy: boolean;
  onGive(key: string): void;
  onCancel(): void;
}

/** A key for a connection; what is typed is in the window only until it is given. */
export function KeyForm({ name, busy, onGive, onCancel }: KeyFormProps) {
  const { ui } = useWords();
  const [key, setKey] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className={styles.keyForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (key.trim() === '') return;
        onGive(key.trim());
        setKey('');
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <TextField
        ref={field}
        label={ui.connections.newKeyFor(name)}
        type="password"
        value={key}
        maxLength={4096}
        hint={ui.connections.newKeyHint}
        onChange={(event) => setKey(event.target.value)}
      />
      <div className={styles.actions}>
        <Button type="submit" look="primary" size="small" disabled={busy || key.trim() === ''}>
          {busy ? ui.connections.testing : ui.connections.useKey}
        </Button>
        <Button look="quiet" size="small" onClick={onCancel}>
          {ui.common.cancel}
        </Button>
      </div>
    </form>
  );
}
