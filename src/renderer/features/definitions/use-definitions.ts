import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DatasetId, ThreadId } from '#contract';
import type { DatasetDefinitions, DefinitionEdits, FieldEdit } from '#contract/definitions';
import { keys, useClient } from '../../bridge';

const NOTHING: DefinitionEdits = { fields: [], measures: [], conditions: [], relations: [], removed: [] };

/** What the columns of a thread's data mean. */
export function useThreadDefinitions(threadId: ThreadId) {
  const client = useClient();
  return useQuery({
    queryKey: [...keys.definitions, threadId],
    queryFn: () => client.definitions.ofThread({ threadId }),
  });
}

/** Changes of what is meant, kept at once for all files of the shape. */
export function useEdits({ datasetId, edits: kept }: DatasetDefinitions) {
  const client = useClient();
  const cache = useQueryClient();
  const edits = kept ?? NOTHING;
  const renew = () => cache.invalidateQueries({ queryKey: keys.definitions });
  const save = useMutation({
    mutationFn: (next: DefinitionEdits) => client.definitions.save({ datasetId, edits: next }),
    onSuccess: renew,
  });
  const reset = useMutation({ mutationFn: () => client.definitions.reset({ datasetId }), onSuccess: renew });
  const set = (change: Partial<DefinitionEdits>) => save.mutateAsync({ ...edits, ...change });
  return {
    edits,
    set,
    /** With nothing but the field's name, everything of it is as derived again. */
    setField: (edit: FieldEdit) => {
      const others = edits.fields.filter(({ field }) => field !== edit.field);
      return set({ fields: Object.keys(edit).length > 1 ? [...others, edit] : others });
    },
    resetAll: () => reset.mutate(),
    error: save.error ?? reset.error,
    saving: save.isPending || reset.isPending,
  };
}

export type Edits = ReturnType<typeof useEdits>;

export const fieldEditOf = (edits: DefinitionEdits, field: string): FieldEdit | null =>
  edits.fields.find((edit) => edit.field === field) ?? null;

export function tablesOf(all: readonly DatasetDefinitions[], but: DatasetId): DatasetDefinitions[] {
  return all.filter(({ datasetId }) => datasetId !== but);
}
