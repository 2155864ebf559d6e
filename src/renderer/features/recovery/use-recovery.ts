import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Api, DatabaseName, RecoveryState } from '#contract';
import { keys, putAnswer, useClient } from '../../bridge';

/** Databases that need the analyst's word; none while that is not known. */
export function useRecovery(): RecoveryState {
  const client = useClient();
  const { data } = useQuery({ queryKey: keys.recovery, queryFn: () => client.recovery.get({}) });
  return data ?? { open: true, problems: [] };
}

export type RecoveryChoice =
  | { to: 'restore'; database: DatabaseName; backup: string }
  | { to: 'repair' | 'dismiss'; database: DatabaseName };

/** Does what was chosen; the app has other databases then, so everything is read again. */
export function useRecoveryChoice() {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (choice: RecoveryChoice) =>
      putAnswer(
        cache,
        keys.recovery,
        () => apply(client, choice),
        (_, state: RecoveryState) => state,
      ),
    onSuccess: async (_, { to }) => {
      if (to !== 'dismiss') await cache.resetQueries();
    },
  });
}

function apply(client: Api, choice: RecoveryChoice): Promise<RecoveryState> {
  const { database } = choice;
  switch (choice.to) {
    case 'restore':
      return client.recovery.restore({ database, backup: choice.backup });
    case 'repair':
      return client.recovery.repair({ database });
    case 'dismiss':
      return client.recovery.dismiss({ database });
  }
}
