import { useQuery } from '@tanstack/react-query';
import type { ThreadId } from '#contract';
import { keys, useClient } from '../../bridge';
import { Failure, Note, Skeleton } from '../../ui';
import { ColumnTable } from './ColumnTable';
import styles from './Datasets.module.css';
import { FirstRows } from './FirstRows';
import { summaryOf } from './ProfileCard';
import { Reservations } from './Reservations';

/** The data of a thread, as the inspector shows it. */
export function DatasetPanel({ threadId }: { threadId: ThreadId }) {
  const { data, error, refetch } = useThreadDatasets(threadId);
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
              <Reservations profile={dataset.profile} />
              <ColumnTable columns={dataset.profile.columns} rows={dataset.profile.rows} />
              <FirstRows dataset={dataset} />
            </>
          )}
        </section>
      ))}
    </>
  );
}

export function useThreadDatasets(threadId: ThreadId | null) {
  const client = useClient();
  return useQuery({
    queryKey: threadId ? keys.datasetsOf(threadId) : ['datasets', 'of', 'none'],
    queryFn: () => (threadId ? client.datasets.ofThread({ threadId }) : []),
    enabled: threadId !== null,
  });
}
