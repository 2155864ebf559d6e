import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useState } from 'react';
import type { DocumentId, DocumentLine } from '#contract';
import { keys, useClient } from '../../bridge';

const PAGE = 200;

interface Looking {
  documentId: DocumentId;
  part: number;
  /** The line to begin at, from 0. */
  line: number;
  scroller: RefObject<HTMLElement | null>;
  /** What a line is high before it is measured, in pixels. */
  lineHeight: number;
}

/** The lines of a part that are in view, read as the reader gets to them. */
export function useLines({ documentId, part, line, scroller, lineHeight }: Looking) {
  const client = useClient();
  const [total, setTotal] = useState<number | null>(null);
  const rows = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
  });
  const items = rows.getVirtualItems();
  const pages = [...new Set([line, ...items.map((item) => item.index)].map((index) => Math.floor(index / PAGE)))];
  const queries = useQueries({
    queries: pages.map((page) => ({
      queryKey: [...keys.documentLines(documentId, part), page],
      queryFn: () => client.documents.lines({ documentId, part, from: page * PAGE, limit: PAGE }),
    })),
  });
  const known = queries.find((query) => query.data)?.data?.total ?? null;
  useEffect(() => setTotal(known), [known]);
  useEffect(() => {
    if (total !== null) rows.scrollToIndex(line, { align: line === 0 ? 'start' : 'center' });
  }, [total, line, rows]);
  const lineAt = (index: number): DocumentLine | undefined =>
    queries[pages.indexOf(Math.floor(index / PAGE))]?.data?.lines[index % PAGE];
  return { rows, items, total, lineAt, error: queries.find((query) => query.error)?.error ?? null };
}

/** The piece of a line's text that a mark covers; null for none. */
export function covered(line: DocumentLine, mark: { start: number; end: number } | null) {
  if (!mark) return null;
  const from = Math.max(0, mark.start - line.start);
  const to = Math.min(line.text.length, mark.end - line.start);
  return from < to ? { from, to } : null;
}
