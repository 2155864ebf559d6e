import { SlidersHorizontal } from 'lucide-react';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import type { DatasetId, ThreadId } from '#contract';
import { Button, Code, type DataTarget, Failure, Note, Skeleton, useThreadActions, useWords } from '../../ui';
import { ColumnTable } from './ColumnTable';
import styles from './Datasets.module.css';
import { FirstRows } from './FirstRows';
import { summaryOf } from './ProfileCard';
import { Reservations } from './Reservations';
import { useThreadDatasets } from './use-thread-datasets';

/** What the columns of a dataset mean, where that can be changed. */
export type DefinitionsView = ComponentType<{ threadId: ThreadId; datasetId: DatasetId }>;

interface DatasetPanelProps {
  threadId: ThreadId;
  /** What was asked about; each new value is gone to. */
  place: DataTarget | null;
  Definitions: DefinitionsView;
}

/** The data of a thread, as the inspector shows it. */
export function DatasetPanel({ threadId, place, Definitions }: DatasetPanelProps) {
  const { data, error, refetch } = useThreadDatasets(threadId);
  const { explore } = useThreadActions();
  const words = useWords();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={words.ui.datasets.loading} widths={[60, 100, 100, 80]} />;
  return (
    <>
      {data.map((dataset) => (
        <section key={dataset.id} className={styles.panel} aria-label={dataset.name}>
          <h2 className={styles.panelTitle} title={dataset.name}>
            {dataset.name}
          </h2>
          {dataset.error && <Note tone="bad">{words.ui.datasets.notRead(words.ui.failures.of(dataset.error))}</Note>}
          {dataset.origin?.sql && (
            <details className={styles.origin}>
              <summary>{words.work.madeOf()}</summary>
              <Code text={dataset.origin.sql} language="sql" />
            </details>
          )}
          {dataset.profile && (
            <>
              <p className={styles.panelAbout}>
                {summaryOf(words.ui, dataset.profile, dataset.bytes)} · {words.ui.datasets.inQueries}{' '}
                <code>{dataset.table}</code>
              </p>
              <Views
                data={
                  <>
                    <Reservations profile={dataset.profile} place={place?.datasetId === dataset.id ? place : null} />
                    <ColumnTable columns={dataset.profile.columns} rows={dataset.profile.rows} />
                    <FirstRows dataset={dataset} />
                  </>
                }
                definitions={<Definitions threadId={threadId} datasetId={dataset.id} />}
                wanted={place?.datasetId === dataset.id ? place : null}
                onExplore={() => explore(dataset.table)}
              />
            </>
          )}
        </section>
      ))}
    </>
  );
}

interface ViewsProps {
  data: ReactNode;
  definitions: ReactNode;
  /** What was asked about is in the data. */
  wanted: DataTarget | null;
  onExplore(): void;
}

/** What is in the data, or what it means. */
function Views({ data, definitions, wanted, onExplore }: ViewsProps) {
  const { ui } = useWords();
  const [means, setMeans] = useState(false);
  useEffect(() => {
    if (wanted) setMeans(false);
  }, [wanted]);
  return (
    <>
      <div className={styles.views}>
        <div className={styles.switch}>
          <button type="button" aria-pressed={!means} onClick={() => setMeans(false)}>
            {ui.datasets.values}
          </button>
          <button type="button" aria-pressed={means} onClick={() => setMeans(true)}>
            {ui.datasets.definitions}
          </button>
        </div>
        <Button
          size="small"
          icon={<SlidersHorizontal size={12} />}
          title={ui.datasets.exploreMeaning}
          onClick={onExplore}
        >
          {ui.datasets.explore}
        </Button>
      </div>
      {means ? definitions : data}
    </>
  );
}
