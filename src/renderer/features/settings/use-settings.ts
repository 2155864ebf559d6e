import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Settings } from '#contract';
import { keys, useClient } from '../../bridge';

export function useSettings() {
  const client = useClient();
  const { data, error, refetch } = useQuery({ queryKey: keys.settings, queryFn: () => client.settings.get({}) });
  const change = useCallback(
    (to: Partial<Settings>) => void client.settings.change(to).catch(() => undefined),
    [client],
  );
  return { settings: data, change, error, refetch };
}
