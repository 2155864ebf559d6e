import { useQuery } from '@tanstack/react-query';
import type { Dataset } from '#contract';
import { keys, useClient } from '../../bridge';
import { DataTable, Failure, Skeleton, useWords } from '../../ui';

const ROWS = 50;

export function FirstRows({ dataset }: { dataset: Dataset }) {
  const { ui } = useWords();
  const client = useClient();
  const { data, error, refetch } = useQuery({
    queryKey: keys.datasetRows(dataset.id),
    queryFn: () => client.datasets.rows({ datasetId: dataset.id, offset: 0, limit: ROWS }),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label={ui.datasets.loadingRows} widths={[100, 100, 100, 100]} />;
  const shares = new Set(dataset.profile?.columns.flatMap((one) => (one.unit?.kind === 'percent' ? [one.name] : [])));
  return <DataTable table={data} label={ui.datasets.firstRowsOf(dataset.name)} shares={shares} maxHeight={260} />;
}
