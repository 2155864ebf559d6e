import { useEffect, useRef, useState } from 'react';
import { Button, TextField } from '../../ui';
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
        label={`New key for ${name}`}
        type="password"
        value={key}
        maxLength={4096}
        hint="Takes the place of the one there is, and is tested at once."
        onChange={(event) => setKey(event.target.value)}
      />
      <div className={styles.actions}>
        <Button type="submit" look="primary" size="small" disabled={busy || key.trim() === ''}>
          {busy ? 'Testing …' : 'Use this key'}
        </Button>
        <Button look="quiet" size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
