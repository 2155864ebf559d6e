import { SegmentedControl } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { LoggedRequest } from '#contract';
import { keys, useClient } from '../../bridge';
import { Button, Failure, formatCount, Skeleton } from '../../ui';
import styles from './Endpoint.module.css';
import { RequestTable } from './RequestTable';

const isError = (request: LoggedRequest): boolean =>
  request.status === null ? request.ms !== null : request.status >= 400;

/** What programs have asked, as it comes. */
export function Requests({ open }: { open: boolean }) {
  const client = useClient();
  const cache = useQueryClient();
  const [errorsOnly, setErrorsOnly] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: keys.endpointRequests,
    queryFn: () => client.endpoint.requests({}),
    staleTime: 0,
  });
  const clear = async () => {
    await client.endpoint.clearRequests({});
    cache.setQueryData(keys.endpointRequests, []);
  };
  const errors = data?.filter(isError) ?? [];
  const shown = errorsOnly ? errors : (data ?? []);
  return (
    <section className={styles.requests} aria-label="Requests">
      <div className={styles.bar}>
        <h2>Requests</h2>
        <SegmentedControl
          size="xs"
          aria-label="Which requests"
          value={errorsOnly ? 'errors' : 'all'}
          onChange={(value) => setErrorsOnly(value === 'errors')}
          data={[
            { value: 'all', label: 'All' },
            { value: 'errors', label: errors.length > 0 ? `Errors (${formatCount(errors.length)})` : 'Errors' },
          ]}
        />
        <span className={styles.space} />
        <Button
          size="small"
          look="quiet"
          icon={<Trash2 size={13} />}
          disabled={!data?.length}
          onClick={() => void clear()}
        >
          Clear
        </Button>
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label="Loading requests" widths={[100, 100, 100]} />}
      {data && shown.length === 0 && <p className={styles.none}>{emptyText(open, errorsOnly && data.length > 0)}</p>}
      {shown.length > 0 && <RequestTable requests={shown} />}
      <p className={styles.note}>
        The last 500, until Assay is closed. Only what is shown here is kept: never what was sent or answered, and never
        a key.
      </p>
    </section>
  );
}

function emptyText(open: boolean, filtered: boolean): string {
  if (filtered) return 'No errors among these requests.';
  return open
    ? 'No requests yet. Run one of the examples above: what programs ask appears here as it comes.'
    : 'No requests yet. Turn access on, and what programs ask appears here as it comes.';
}
