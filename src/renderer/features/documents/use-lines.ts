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
  /** What is pointed out there; a new one is gone to, even when it is the same. */
  mark: { start: number; end: number } | null;
  scroller: RefObject<HTMLElement | null>;
  /** What a line is high before it is measured, in pixels. */
  lineHeight: number;
}

/** The lines of a part that are in view, read as the reader gets to them. */
export function useLines({ documentId, part, line, mark, scroller, lineHeight }: Looking) {
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
    if (total === null) return;
    rows.scrollToIndex(line, { align: mark ? 'center' : 'start' });
    return mark ? settleOn(scroller) : undefined;
  }, [total, line, mark, rows, scroller]);
  const lineAt = (index: number): DocumentLine | undefined =>
    queries[pages.indexOf(Math.floor(index / PAGE))]?.data?.lines[index % PAGE];
  return { rows, items, total, lineAt, error: queries.find((query) => query.error)?.error ?? null };
}

/** What is pointed out carries this, to be found when it has been drawn. */
export const POINTED = { 'data-pointed': '' };
const FRAMES = 90;
const STILL_FRAMES = 8;

/**
 * Lines are as high as they turn out to be, and those above are read and measured after the way there was reckoned: so
 * what is pointed out is brought to the middle until it stays there. Gives what ends it.
 */
function settleOn(scroller: RefObject<HTMLElement | null>): () => void {
  let frames = 0;
  let still = 0;
  let waiting = 0;
  const look = () => {
    const pointed = scroller.current?.querySelector('[data-pointed]');
    const inSight = pointed && scroller.current && isNearMiddle(pointed, scroller.current);
    still = inSight ? still + 1 : 0;
    if (pointed && !inSight) pointed.scrollIntoView({ block: 'center' });
    frames += 1;
    if (frames < FRAMES && still < STILL_FRAMES) waiting = requestAnimationFrame(look);
  };
  waiting = requestAnimationFrame(look);
  return () => cancelAnimationFrame(waiting);
}

function isNearMiddle(pointed: Element, scroller: HTMLElement): boolean {
  const [inner, outer] = [pointed.getBoundingClientRect(), scroller.getBoundingClientRect()];
  return Math.abs(inner.top + inner.height / 2 - outer.top - outer.height / 2) < outer.height / 3;
}

/** The piece of a line's text that a mark covers; null for none. */
export function covered(line: DocumentLine, mark: { start: number; end: number } | null) {
  if (!mark) return null;
  const from = Math.max(0, mark.start - line.start);
  const to = Math.min(line.text.length, mark.end - line.start);
  return from < to ? { from, to } : null;
}
