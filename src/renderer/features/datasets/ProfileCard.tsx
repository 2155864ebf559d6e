import { ChevronDown, ChevronUp, ShieldCheck, Table2, X } from 'lucide-react';
import { useState } from 'react';
import type { Dataset, DatasetProfile } from '#contract';
import { sheetParts } from '#contract/conventions';
import type { Words } from '#words';
import { Button, formatBytes, useWords } from '../../ui';
import { ColumnTable } from './ColumnTable';
import styles from './Datasets.module.css';
import { FirstRows } from './FirstRows';
import { Reservations } from './Reservations';

interface ProfileCardProps {
  dataset: Dataset;
  /** Only its head is shown until more is asked for: there is more beside it. */
  folded: boolean;
  /** It stands below the name of its workbook, and need not repeat it. */
  ofWorkbook?: boolean;
  onRemove(): void;
  onAsk(question: string): void;
  /** Has a workbook's text searched as well: sheets that are no tables are only found so. */
  onSearchText?: (() => void) | undefined;
}

/** What is in a file, before anything is asked of it. */
export function ProfileCard({ dataset, folded, ofWorkbook = false, onRemove, onAsk, onSearchText }: ProfileCardProps) {
  const { ui } = useWords();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const { profile } = dataset;
  if (!profile) return null;
  const open = chosen ?? !folded;
  return (
    <article className={`${styles.card} ${open ? '' : styles.folded}`} aria-label={ui.datasets.profileOf(dataset.name)}>
      <header className={styles.cardHead}>
        <Table2 size={16} aria-hidden="true" />
        <b title={dataset.name}>{ofWorkbook ? (sheetParts(dataset.name).sheet ?? dataset.name) : dataset.name}</b>
        <span>{summaryOf(ui, profile, ofWorkbook ? undefined : dataset.bytes)}</span>
        {folded && (
          <Button
            look="quiet"
            size="small"
            aria-expanded={open}
            aria-label={open ? ui.datasets.hideColumnsOf(dataset.name) : ui.datasets.showColumnsOf(dataset.name)}
            title={open ? ui.datasets.hideColumns : ui.datasets.showColumns}
            icon={open ? <ChevronUp size={14} /> : <ChevronDown size={14} />}
            onClick={() => setChosen(!open)}
          />
        )}
        <Button
          look="quiet"
          size="small"
          aria-label={ui.datasets.remove(dataset.name)}
          icon={<X size={14} />}
          onClick={onRemove}
        />
      </header>
      <Reservations profile={profile} />
      {open && <Profile {...{ dataset, profile, onAsk, onSearchText }} />}
    </article>
  );
}

/** As the built-in analyst reads it, whatever the window's language. */
const WHAT_TO_ASK = 'What can I ask about this data?';

interface ProfileProps extends Pick<ProfileCardProps, 'dataset' | 'onAsk' | 'onSearchText'> {
  profile: DatasetProfile;
}

function Profile({ dataset, profile, onAsk, onSearchText }: ProfileProps) {
  const { ui } = useWords();
  const [view, setView] = useState<'columns' | 'rows'>('columns');
  return (
    <>
      <div className={styles.switch}>
        <button type="button" aria-pressed={view === 'columns'} onClick={() => setView('columns')}>
          {ui.datasets.columns}
        </button>
        <button type="button" aria-pressed={view === 'rows'} onClick={() => setView('rows')}>
          {ui.datasets.firstRows}
        </button>
      </div>
      {view === 'columns' ? (
        <ColumnTable columns={profile.columns} rows={profile.rows} />
      ) : (
        <FirstRows dataset={dataset} />
      )}
      <footer className={styles.cardFoot}>
        <span className={styles.safe}>
          <ShieldCheck size={14} aria-hidden="true" /> {ui.datasets.nothingLeaves}
        </span>
        {profile.format === 'xlsx' && onSearchText && (
          <Button size="small" onClick={onSearchText}>
            {ui.datasets.searchItsTextToo}
          </Button>
        )}
        <Button size="small" onClick={() => onAsk(WHAT_TO_ASK)}>
          {ui.datasets.whatCanIAsk}
        </Button>
      </footer>
    </>
  );
}

export function summaryOf(
  { count, datasets }: Words['ui'],
  profile: DatasetProfile,
  bytes?: number | undefined,
): string {
  return [
    count.rows(profile.rows),
    count.columns(profile.columns.length),
    ...(profile.rejected > 0 ? [datasets.linesRejected(profile.rejected)] : []),
    ...(bytes === undefined ? [] : [formatBytes(bytes)]),
  ].join(' · ');
}
