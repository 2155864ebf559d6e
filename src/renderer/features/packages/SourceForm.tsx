import { useState } from 'react';
import type { PackagesState } from '#contract';
import { Button, useWords } from '../../ui';
import styles from './Packages.module.css';

interface SourceFormProps {
  source: PackagesState['source'];
  busy: boolean;
  /** `taken` is called once the source is the one. */
  onChange(place: string | null, taken: () => void): void;
}

/** Where package files come from: the server of the Python that runs here, a mirror of it, or a folder. */
export function SourceForm({ source, busy, onChange }: SourceFormProps) {
  const { ui } = useWords();
  const [place, setPlace] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // What was refused stays, to be mended.
        if (place.trim() !== '') onChange(place.trim(), () => setPlace(''));
      }}
    >
      <p>
        {ui.packages.sourceKinds[source.kind]}: <code className={styles.place}>{source.place}</code>
      </p>
      <div className={styles.planned}>
        <input
          className={styles.field}
          aria-label={ui.packages.sourceLabel}
          placeholder={ui.packages.sourceExample}
          value={place}
          spellCheck={false}
          onChange={(event) => setPlace(event.target.value)}
        />
        <Button type="submit" disabled={busy || place.trim() === ''}>
          {ui.packages.use}
        </Button>
        {source.chosen && (
          <Button look="quiet" disabled={busy} onClick={() => onChange(null, () => undefined)}>
            {ui.packages.backToFirst}
          </Button>
        )}
      </div>
      <p>{ui.packages.checked}</p>
    </form>
  );
}
