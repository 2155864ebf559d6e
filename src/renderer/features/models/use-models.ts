import { useQuery } from '@tanstack/react-query';
import type { AnswererId, ConnectedModel } from '#contract';
import { keys, useClient } from '../../bridge';

/** Everything that can be asked: built-in first, then those used lately, then the rest. */
export function useModels() {
  const client = useClient();
  return useQuery({ queryKey: keys.models, queryFn: () => client.models.list({}) });
}

export function useConnectionList() {
  const client = useClient();
  return useQuery({ queryKey: keys.connections, queryFn: () => client.connections.list({}) });
}

export const modelOf = (models: readonly ConnectedModel[] | undefined, answerer: AnswererId): ConnectedModel | null =>
  models?.find((model) => model.answerer === answerer) ?? null;
