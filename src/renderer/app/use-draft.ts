import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DatasetId, DocumentId, Draft, ThreadId } from '#contract';
import { keys, useClient } from '../bridge';

const SAVE_AFTER_MS = 300;
const nothing = () => undefined;

/** What is being written, saved a moment after each change, so that no reload or crash costs more than that. */
export function useDraft(threadId: ThreadId | null) {
  const client = useClient();
  const { data } = useQuery({
    queryKey: keys.draft(threadId),
    queryFn: () => client.threads.draft({ threadId }),
    staleTime: 0,
    gcTime: 0,
  });
  const [draft, setDraft] = useState<Omit<Draft, 'threadId'> | null>(null);
  /** Saves go out one after the other, as requests may overtake each other. */
  const saving = useRef<Promise<void>>(Promise.resolve());
  const unsaved = useRef<Omit<Draft, 'threadId'> | null>(null);
  const { text = '', datasetIds = [], documentIds = [] } = data ?? {};
  const current = draft ?? { text, datasetIds, documentIds };

  const save = useCallback(() => {
    const waiting = unsaved.current;
    unsaved.current = null;
    if (!waiting) return;
    const saved = saving.current.then(() => client.threads.saveDraft({ threadId, ...waiting }));
    saving.current = saved.then(nothing, nothing);
  }, [client, threadId]);
  useEffect(() => {
    if (!draft) return;
    unsaved.current = draft;
    const timer = setTimeout(save, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, save]);
  useEffect(() => save, [save]);

  const base = useRef(current);
  base.current = current;
  const setText = useCallback((text: string) => setDraft((known) => ({ ...(known ?? base.current), text })), []);
  const setDatasetIds = useCallback((change: (ids: DatasetId[]) => DatasetId[]) => {
    setDraft((known) => {
      const from = known ?? base.current;
      return { ...from, datasetIds: change(from.datasetIds) };
    });
  }, []);
  const setDocumentIds = useCallback((change: (ids: DocumentId[]) => DocumentId[]) => {
    setDraft((known) => {
      const from = known ?? base.current;
      return { ...from, documentIds: change(from.documentIds) };
    });
  }, []);
  /** After sending, what was sent is no draft any more; a save that was on its way meanwhile is undone. */
  const clear = useCallback(() => {
    const empty = { text: '', datasetIds: [], documentIds: [] };
    setDraft(empty);
    unsaved.current = empty;
    save();
  }, [save]);
  return {
    text: current.text,
    datasetIds: current.datasetIds,
    documentIds: current.documentIds,
    setText,
    setDatasetIds,
    setDocumentIds,
    clear,
    loaded: data !== undefined,
  };
}
