import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PackagesState } from '#contract';
import { keys, useClient } from '../../bridge';

/** The packages of Python and what can be done about them. The source is asked for sizes only when a download is meant. */
export function usePackages() {
  const client = useClient();
  const cache = useQueryClient();
  const take = (state: PackagesState) => cache.setQueryData(keys.packages, state);
  const state = useQuery({ queryKey: keys.packages, queryFn: () => client.packages.state({}), staleTime: 0 });
  const plan = useMutation({
    mutationFn: async (names: string[]) => ({ names, ...(await client.packages.plan({ names })) }),
  });
  const download = useMutation({
    mutationFn: (names: string[]) => client.packages.download({ names }),
    onSuccess: (next) => {
      plan.reset();
      take(next);
    },
  });
  const stop = useMutation({ mutationFn: () => client.packages.stop({}), onSuccess: take });
  const setSource = useMutation({
    mutationFn: (place: string | null) => client.packages.setSource({ place }),
    onSuccess: (next) => {
      plan.reset();
      take(next);
    },
  });
  return { state, plan, download, stop, setSource };
}
