import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Api, Assistant, AssistantId } from '#contract';
import { keys, useClient } from '../../bridge';

export function useAssistants() {
  const client = useClient();
  return useQuery({ queryKey: keys.assistants, queryFn: () => client.assistants.list({}), staleTime: 0 });
}

/** What can be done with assistants; the list is read again after each. */
export function useAssistantCommands() {
  const client = useClient();
  const cache = useQueryClient();
  const renew = () => cache.invalidateQueries({ queryKey: keys.assistants });
  const create = useMutation({
    mutationFn: (fields: Parameters<Api['assistants']['create']>[0]) => client.assistants.create(fields),
    onSuccess: renew,
  });
  const update = useMutation({
    mutationFn: (change: Parameters<Api['assistants']['update']>[0]) => client.assistants.update(change),
    onSuccess: renew,
  });
  const duplicate = useMutation({
    mutationFn: (assistantId: AssistantId): Promise<Assistant> => client.assistants.duplicate({ assistantId }),
    onSuccess: renew,
  });
  const remove = useMutation({
    mutationFn: (assistantId: AssistantId) => client.assistants.remove({ assistantId }),
    onSuccess: renew,
  });
  const importFrom = useMutation({
    mutationFn: async (file: File) => client.assistants.import({ json: await file.text() }),
    onSuccess: renew,
  });
  return { create, update, duplicate, remove, importFrom };
}
