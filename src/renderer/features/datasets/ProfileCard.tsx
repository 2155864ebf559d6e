import { ShieldCheck, Table2, X } from 'lucide-react';
import { useState } from 'react';
import type { Dataset, DatasetProfile } from '#contract';
import { Button, formatBytes, plural } from '../../ui';
import { ColumnTable } from './ColumnTable';
import styles from './Datasets.module.css';
import { FirstRows } from './FirstRows';
import { Reservations } from './Reservations';

interface ProfileCardProps {
  dataset: Dataset;
  onRemove(): void;
  onAsk(question: string): void;
  /** Has a workbook's text searched as well: sheets that are no tables are only found so. */
  onSearchText?: (() => void) | undefined;
}

/** What is in a file, before anything is asked of it. */
export function ProfileCard({ dataset, onRemove, onAsk, onSearchText }: ProfileCardProps) {
  const [view, setView] = useState<'columns' | 'rows'>('columns');
  const { profile } = dataset;
  if (!profile) return null;
  return (
    <article className={styles.card} aria-label={`Profile of ${dataset.name}`}>
      <header className={styles.cardHead}>
        <Table2 size={16} aria-hidden="true" />
        <b>{dataset.name}</b>
        <span>{summaryOf(profile, dataset.bytes)}</span>
        <Button
          look="quiet"
          size="small"
          aria-label={`Remove ${dataset.name}`}
          icon={<X size={14} />}
          onClick={onRemove}
        />
      </header>
      <Reservations profile={profile} />
      <div className={styles.switch}>
        <button type="button" aria-pressed={view === 'columns'} onClick={() => setView('columns')}>
          Columns
        </button>
        <button type="button" aria-pressed={view === 'rows'} onClick={() => setView('rows')}>
          First rows
        </button>
      </div>
      {view === 'columns' ? (
        <ColumnTable columns={profile.columns} rows={profile.rows} />
      ) : (
        <FirstRows dataset={dataset} />
      )}
      <footer className={styles.cardFoot}>
        <span className={styles.safe}>
          <ShieldCheck size={14} aria-hidden="true" /> Nothing leaves this computer
        </span>
        {profile.format === 'xlsx' && onSearchText && (
          <Button size="small" onClick={onSearchText}>
            Search its text too
          </Button>
        )}
        <Button size="small" onClick={() => onAsk('What can I ask about this data?')}>
          What can I ask?
        </Button>
      </footer>
    </article>
  );
}

export function summaryOf(profile: DatasetProfile, bytes?: number): string {
  return [
    plural(profile.rows, 'row'),
    plural(profile.columns.length, 'column'),
    ...(profile.rejected > 0 ? [`${plural(profile.rejected, 'line')} rejected`] : []),
    ...(bytes === undefined ? [] : [formatBytes(bytes)]),
  ].join(' · ');
}
