import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PackagesState } from '#contract';
import { keys, putAnswer, useClient } from '../../bridge';

/** The packages of Python and what can be done about them. The source is asked for sizes only when a download is meant. */
export function usePackages() {
  const client = useClient();
  const cache = useQueryClient();
  const take = (act: () => Promise<PackagesState>) =>
    putAnswer(cache, keys.packages, act, (_, state: PackagesState) => state);
  const state = useQuery({ queryKey: keys.packages, queryFn: () => client.packages.state({}), staleTime: 0 });
  const plan = useMutation({
    mutationFn: async (names: string[]) => ({ names, ...(await client.packages.plan({ names })) }),
  });
  const download = useMutation({
    mutationFn: (names: string[]) => take(() => client.packages.download({ names })),
    onSuccess: plan.reset,
  });
  const stop = useMutation({ mutationFn: () => take(() => client.packages.stop({})) });
  const setSource = useMutation({
    mutationFn: (place: string | null) => take(() => client.packages.setSource({ place })),
    onSuccess: plan.reset,
  });
  return { state, plan, download, stop, setSource };
}
