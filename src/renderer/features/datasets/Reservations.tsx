import type { DatasetProfile } from '#contract';
import { formatCount, Note, plural } from '../../ui';
import styles from './Datasets.module.css';

/** All that an analyst should know before trusting a number from this file. */
export function Reservations({ profile }: { profile: DatasetProfile }) {
  const odd = profile.columns.filter((column) => column.odd !== null);
  const guessed = profile.columns.filter((column) => column.guessed);
  const quiet = [
    ...profile.notes,
    ...(profile.duplicates > 0
      ? [`${plural(profile.duplicates, 'row repeats', 'rows repeat')} an earlier row exactly.`]
      : []),
    ...guessed.map(
      (column) => `${column.name} was read as ${column.readAs ?? column.type}; it could also be read otherwise.`,
    ),
  ];
  if (profile.rejected === 0 && odd.length === 0 && quiet.length === 0) return null;
  return (
    <div className={styles.reservations}>
      {profile.rejected > 0 && (
        <Note tone="warn">
          {formatCount(profile.rejected)} of {plural(profile.records, 'line')} could not be read and{' '}
          {profile.rejected === 1 ? 'is' : 'are'} in no answer.
          <details>
            <summary>Show them</summary>
            <ul className={styles.rejects}>
              {profile.rejects.map((reject) => (
                <li key={reject.line}>
                  Line {formatCount(reject.line)}: {reject.reason} <code>{reject.text.slice(0, 200)}</code>
                </li>
              ))}
            </ul>
          </details>
        </Note>
      )}
      {odd.map((column) => (
        <Note key={column.name} tone="warn">
          {plural(column.odd?.count ?? 0, 'value')} in {column.name} {column.odd?.count === 1 ? 'does' : 'do'} not fit
          and {column.odd?.count === 1 ? 'reads' : 'read'} as empty:{' '}
          {column.odd?.examples.map((one) => `"${one.text}" (row ${formatCount(one.record)})`).join(', ')}
        </Note>
      ))}
      {quiet.length > 0 && (
        <ul className={styles.quiet}>
          {quiet.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
