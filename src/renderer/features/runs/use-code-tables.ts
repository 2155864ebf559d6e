import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { keys, useClient } from '../../bridge';
import { useThreadActions } from '../../ui';
import type { CompletedTable } from './editor/completed-table';

/** The tables of the thread, as code calls them. */
export function useCodeTables(wanted: boolean): readonly CompletedTable[] {
  const client = useClient();
  const { threadId } = useThreadActions();
  const { data } = useQuery({
    queryKey: threadId ? keys.datasetsOf(threadId) : ['datasets', 'of', 'none'],
    queryFn: () => (threadId ? client.datasets.ofThread({ threadId }) : []),
    enabled: wanted && threadId !== null,
  });
  return useMemo(
    () => data?.map(({ table, profile }) => ({ name: table, columns: profile?.columns ?? [] })) ?? [],
    [data],
  );
}
