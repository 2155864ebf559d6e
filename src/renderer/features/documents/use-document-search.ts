import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { DocumentId, DocumentMatch } from '#contract';
import { keys, useClient } from '../../bridge';
import type { SourceTarget } from '../../ui';

/** Whoever types is not followed letter by letter. */
const PAUSE_MS = 150;

export interface WordSearch {
  words: string;
  /** Null before anything was searched for. */
  matches: readonly DocumentMatch[] | null;
  /** There are more than those. */
  more: boolean;
  /** Which of the matches is shown, from 0. */
  index: number;
  error: unknown;
  searchFor(words: string): void;
  /** Turns to the next match, or to the one before; behind the last comes the first. */
  step(by: 1 | -1): void;
}

/** Words searched for in a document, and what is to be shown of it: the match, or what was to be shown before. */
export function useDocumentSearch(
  documentId: DocumentId,
  target: SourceTarget,
): { search: WordSearch; shown: SourceTarget } {
  const client = useClient();
  /** Holds only for the target it was made at: another click on a citation leads to that. */
  const [state, setState] = useState({ words: '', index: 0, at: target });
  const [asked] = useDebouncedValue(state.words.trim(), PAUSE_MS);
  const { data, error } = useQuery({
    queryKey: keys.documentSearch(documentId, asked),
    queryFn: () => client.documents.search({ documentId, words: asked }),
    enabled: asked !== '',
  });
  const matches = state.words.trim() === '' ? null : (data?.matches ?? null);
  const count = matches?.length ?? 0;
  const index = Math.min(state.index, Math.max(0, count - 1));
  const match = state.at === target ? matches?.[index] : undefined;
  const shown = useMemo(() => (match ? { ...target, place: match.place, quote: match.text } : target), [match, target]);
  const searchFor = (words: string) => setState({ words, index: 0, at: target });
  const step = (by: 1 | -1) => {
    if (count === 0) return;
    const next = state.at === target ? (index + by + count) % count : index;
    setState({ ...state, index: next, at: target });
  };
  return { search: { words: state.words, matches, more: data?.more ?? false, index, error, searchFor, step }, shown };
}
