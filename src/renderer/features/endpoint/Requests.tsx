import { SegmentedControl } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { LoggedRequest } from '#contract';
import type { Words } from '#words';
import { keys, useClient } from '../../bridge';
import { Button, Failure, formatCount, Skeleton, useWords } from '../../ui';
import styles from './Endpoint.module.css';
import { RequestTable } from './RequestTable';

const isError = (request: LoggedRequest): boolean =>
  request.status === null ? request.ms !== null : request.status >= 400;

/** What programs have asked, as it comes. */
export function Requests({ open }: { open: boolean }) {
  const { ui } = useWords();
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
    <section className={styles.requests} aria-label={ui.endpoint.requests}>
      <div className={styles.bar}>
        <h2>{ui.endpoint.requests}</h2>
        <SegmentedControl
          size="xs"
          aria-label={ui.endpoint.whichRequests}
          value={errorsOnly ? 'errors' : 'all'}
          onChange={(value) => setErrorsOnly(value === 'errors')}
          data={[
            { value: 'all', label: ui.common.all },
            {
              value: 'errors',
              label: errors.length > 0 ? ui.endpoint.errorsOf(formatCount(errors.length)) : ui.endpoint.errors,
            },
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
          {ui.endpoint.clear}
        </Button>
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={ui.endpoint.loadingRequests} widths={[100, 100, 100]} />}
      {data && shown.length === 0 && (
        <p className={styles.none}>{emptyText(ui.endpoint, open, errorsOnly && data.length > 0)}</p>
      )}
      {shown.length > 0 && <RequestTable requests={shown} />}
      <p className={styles.note}>{ui.endpoint.requestsMeaning}</p>
    </section>
  );
}

function emptyText(words: Words['ui']['endpoint'], open: boolean, filtered: boolean): string {
  if (filtered) return words.noErrors;
  return open ? words.noRequestsYet : words.noRequestsClosed;
}
