import { useQuery } from '@tanstack/react-query';
import type { ThreadId } from '#contract';
import { keys, useClient } from '../../bridge';

export function useThreadDatasets(threadId: ThreadId | null) {
  const client = useClient();
  return useQuery({
    queryKey: threadId ? keys.datasetsOf(threadId) : ['datasets', 'of', 'none'],
    queryFn: () => (threadId ? client.datasets.ofThread({ threadId }) : []),
    enabled: threadId !== null,
  });
}
