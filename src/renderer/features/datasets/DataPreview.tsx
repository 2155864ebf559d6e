import { useQueries } from '@tanstack/react-query';
import type { DatasetId } from '#contract';
import { keys, useClient } from '../../bridge';
import { Failure, Skeleton, useWords } from '../../ui';
import { FirstRows } from './FirstRows';
import styles from './Preview.module.css';

/** The first rows of a file that has been read: of each sheet of a workbook. */
export function DataPreview({ datasetIds }: { datasetIds: readonly DatasetId[] }) {
  const client = useClient();
  const { library: words } = useWords();
  const read = useQueries({
    queries: datasetIds.map((datasetId) => ({
      queryKey: keys.dataset(datasetId),
      queryFn: () => client.datasets.get({ datasetId }),
    })),
  });
  return (
    <div className={styles.previews}>
      {read.map(({ data: dataset, error, refetch }, at) => (
        <section key={datasetIds[at]}>
          {error && <Failure error={error} onRetry={() => void refetch()} />}
          {!dataset && !error && <Skeleton label={words.loading()} widths={[100, 100, 100]} />}
          {dataset && (
            <>
              <h3>
                {dataset.sheet ?? ''}
                {dataset.profile && (
                  <small>{words.columns(dataset.profile.rows, dataset.profile.columns.length)}</small>
                )}
              </h3>
              <FirstRows dataset={dataset} />
            </>
          )}
        </section>
      ))}
    </div>
  );
}
