import { SlidersHorizontal } from 'lucide-react';
import type { ThreadId } from '#contract';
import { Button, type DataTarget, Failure, Note, Skeleton, useThreadActions } from '../../ui';
import { ColumnTable } from './ColumnTable';
import styles from './Datasets.module.css';
import { FirstRows } from './FirstRows';
import { summaryOf } from './ProfileCard';
import { Reservations } from './Reservations';
import { useThreadDatasets } from './use-thread-datasets';

interface DatasetPanelProps {
  threadId: ThreadId;
  /** What was asked about; each new value is gone to. */
  place: DataTarget | null;
}

/** The data of a thread, as the inspector shows it. */
export function DatasetPanel({ threadId, place }: DatasetPanelProps) {
  const { data, error, refetch } = useThreadDatasets(threadId);
  const { explore } = useThreadActions();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="Loading data" widths={[60, 100, 100, 80]} />;
  return (
    <>
      {data.map((dataset) => (
        <section key={dataset.id} className={styles.panel} aria-label={dataset.name}>
          <h2 className={styles.panelTitle} title={dataset.name}>
            {dataset.name}
          </h2>
          {dataset.error && <Note tone="bad">Could not be read: {dataset.error.message}</Note>}
          {dataset.profile && (
            <>
              <p className={styles.panelAbout}>
                {summaryOf(dataset.profile, dataset.bytes)} · in queries <code>{dataset.table}</code>
              </p>
              <div>
                <Button
                  size="small"
                  icon={<SlidersHorizontal size={12} />}
                  title="Put a question together from what the data has"
                  onClick={() => explore(dataset.table)}
                >
                  Explore
                </Button>
              </div>
              <Reservations profile={dataset.profile} place={place?.datasetId === dataset.id ? place : null} />
              <ColumnTable columns={dataset.profile.columns} rows={dataset.profile.rows} />
              <FirstRows dataset={dataset} />
            </>
          )}
        </section>
      ))}
    </>
  );
}
