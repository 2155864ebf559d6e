import { type ReactNode, useEffect, useRef } from 'react';
import type { ColumnProfile, DatasetProfile } from '#contract';
import { currentLocale, noteWords, readAsWords, rejectWords, type Words } from '#words';
import { type DataTarget, formatCount, isNumeric, Note, useWords } from '../../ui';
import styles from './Reservations.module.css';

interface ReservationsProps {
  profile: DatasetProfile;
  /** The one that is pointed out. */
  place?: DataTarget | null;
}

/** All that an analyst should know before trusting a number from this file. */
export function Reservations({ profile, place = null }: ReservationsProps) {
  const words = useWords();
  const odd = profile.columns.filter((column) => column.odd !== null);
  const guessed = [
    ...Map.groupBy(
      profile.columns.filter((column) => column.guessed),
      ({ readAs, type }) => JSON.stringify([readAs, readAs.length === 0 && type]),
    ),
  ];
  const repeated = profile.duplicates;
  const quiet = profile.notes.length + guessed.length + repeated;
  if (profile.rejected === 0 && odd.length === 0 && quiet === 0) return null;
  const ofColumn = (name: string) => (place?.column === name ? place : null);
  return (
    <div className={styles.reservations}>
      {profile.rejected > 0 && <Rejected profile={profile} place={place?.column === null ? place : null} />}
      {odd.map((column) => (
        <Pointed key={column.name} on={ofColumn(column.name)}>
          <Note tone="warn">{oddText(words, column)}</Note>
        </Pointed>
      ))}
      {quiet > 0 && (
        <ul className={styles.quiet}>
          {profile.notes.map((note) => (
            <li key={JSON.stringify(note)}>{noteWords(words, note)}</li>
          ))}
          {repeated > 0 && <li>{words.ui.datasets.repeated(repeated)}</li>}
          {guessed.map(([key, columns]) => (
            <li key={key}>
              <Pointed on={columns.some((one) => !one.odd && one.name === place?.column) ? place : null}>
                {words.ui.datasets.guessed(
                  namesOf(words, columns, place),
                  columns.length,
                  readAsText(words, columns[0]),
                )}
              </Pointed>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function readAsText(words: Words, column: ColumnProfile | undefined): string {
  if (!column) return '';
  const { datasets } = words.ui;
  if (column.readAs.length > 0) return datasets.readAs(readAsWords(words, column.readAs));
  return isNumeric(column) ? datasets.withDecimalPoint : datasets.readAs(datasets.types[column.type]);
}

const oddText = ({ ui: { datasets } }: Words, { name, odd }: ColumnProfile): string =>
  datasets.odd(
    name,
    odd?.count ?? 0,
    (odd?.examples ?? []).map(({ text, record }) => datasets.oddExample(text, formatCount(record))).join(', '),
  );

/** More names than this are counted. */
const NAMED_AT_MOST = 6;

/** The names of columns, as many as can be read in a line; the one that is pointed out first. */
function namesOf({ ui: { datasets } }: Words, columns: readonly ColumnProfile[], place: DataTarget | null): string {
  const names = columns
    .map((one) => one.name)
    .toSorted((a, b) => Number(b === place?.column) - Number(a === place?.column));
  const more = names.length - NAMED_AT_MOST;
  const named = more > 0 ? [...names.slice(0, NAMED_AT_MOST), datasets.more(formatCount(more))] : names;
  return new Intl.ListFormat(currentLocale().language).format(named);
}

function Rejected({ profile, place }: { profile: DatasetProfile; place: DataTarget | null }) {
  const words = useWords();
  const list = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (place && list.current) list.current.open = true;
  }, [place]);
  const { rejected, records, rejects } = profile;
  const total = rejects.some(({ reason }) => reason.code === 'total');
  return (
    <Pointed on={place}>
      <Note tone="warn">
        {words.ui.datasets.rejected(rejected, records, total)}
        <details ref={list}>
          <summary>
            {rejected > rejects.length
              ? words.ui.datasets.showFirst(formatCount(rejects.length))
              : rejected === 1
                ? words.ui.common.showIt
                : words.ui.common.showThem}
          </summary>
          <ul className={styles.rejects}>
            {rejects.map((reject) => (
              <li key={reject.line}>
                {words.ui.datasets.line(formatCount(reject.line), rejectWords(words, reject.reason))}{' '}
                <code>{reject.text.slice(0, 200)}</code>
              </li>
            ))}
          </ul>
        </details>
      </Note>
    </Pointed>
  );
}

/** Comes into view with the focus on it when it is pointed out. */
function Pointed({ on, children }: { on: DataTarget | null; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!on) return;
    place.current?.scrollIntoView({ block: 'nearest' });
    place.current?.focus({ preventScroll: true });
  }, [on]);
  return (
    <div ref={place} className={`${styles.reservation} ${on ? styles.pointed : ''}`} tabIndex={-1}>
      {children}
    </div>
  );
}
