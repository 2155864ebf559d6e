import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Button, formatBytes, formatInstant, useWords } from '../../ui';
import styles from './Deletions.module.css';
import { useCopies } from './use-deletions';

/** The copies that still hold what was erased since they were made, and the way to have none of that. */
export function Copies({ onRenew, isRenewing }: { onRenew(setAside: boolean): void; isRenewing: boolean }) {
  const { deletions: words } = useWords();
  const { data } = useCopies();
  const [withSetAside, setWithSetAside] = useState(false);
  if (!data) return null;
  const { copies, daysKept, setAside } = data;
  return (
    <section aria-label={words.copiesTitle()}>
      <h2>{words.copiesTitle()}</h2>
      <p className={styles.lead}>{words.copiesLead(daysKept)}</p>
      {copies.length === 0 && <p className={styles.none}>{words.noCopies()}</p>}
      <ul>
        {copies.map(({ name, database, madeAt, bytes, kind }) => (
          <li key={name}>
            <span className={styles.name}>
              {words.copiesOf[database]()}, {formatInstant(madeAt)}
            </span>
            <small>
              {kind === 'day' ? words.copyDay() : words.copyUpdate()} · {formatBytes(bytes)}
            </small>
          </li>
        ))}
      </ul>
      {setAside.files > 0 && (
        <>
          <p className={styles.lead}>{words.setAside(setAside.files, formatBytes(setAside.bytes))}</p>
          <Checkbox
            label={words.withSetAside()}
            checked={withSetAside}
            onChange={(event) => setWithSetAside(event.currentTarget.checked)}
          />
        </>
      )}
      <Button disabled={isRenewing} onClick={() => onRenew(withSetAside)}>
        {isRenewing ? words.renewing() : words.renew()}
      </Button>
      <p className={styles.lead}>{words.beyond()}</p>
    </section>
  );
}
