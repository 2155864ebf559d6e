import { useQuery } from '@tanstack/react-query';
import type { ThreadId, UsageGrouping } from '#contract';
import { keys, useClient } from '../../bridge';

/** Tokens, time and money since `from`; of all time where it is null. */
export function useUsage(by: UsageGrouping, from: number | null) {
  const client = useClient();
  return useQuery({
    queryKey: keys.usage(by, from),
    queryFn: () => client.usage.report({ by, ...(from === null ? {} : { from }) }),
    placeholderData: (before) => before,
  });
}

/** How far the budgets of today, and of a thread, are used up. */
export function useBudgets(threadId: ThreadId | null) {
  const client = useClient();
  return useQuery({ queryKey: keys.budgets(threadId), queryFn: () => client.usage.budgets({ threadId }) });
}
