import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
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
  /** With what is still being kept: changes may follow each other quicker than they are. */
  const latest = useRef(edits);
  useEffect(() => {
    latest.current = edits;
  }, [edits]);
  const renew = () => cache.invalidateQueries({ queryKey: keys.definitions });
  const save = useMutation({
    mutationFn: (next: DefinitionEdits) => client.definitions.save({ datasetId, edits: next }),
    // The last one of several says what is kept.
    scope: { id: `definitions-${datasetId}` },
    onSuccess: renew,
    onError: () => {
      latest.current = edits;
    },
  });
  const reset = useMutation({ mutationFn: () => client.definitions.reset({ datasetId }), onSuccess: renew });
  const set = (change: (latest: DefinitionEdits) => Partial<DefinitionEdits>) => {
    latest.current = { ...latest.current, ...change(latest.current) };
    return save.mutateAsync(latest.current);
  };
  return {
    edits,
    set,
    setField: (edit: FieldEdit) =>
      set((latest) => {
        const others = latest.fields.filter(({ field }) => field !== edit.field);
        return { fields: [...others, { ...fieldEditOf(latest, edit.field), ...edit }] };
      }),
    /** Everything of the field is as derived again. */
    resetField: (field: string) => set(({ fields }) => ({ fields: fields.filter((edit) => edit.field !== field) })),
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
