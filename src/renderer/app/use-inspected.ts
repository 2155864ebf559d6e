import { useCallback, useRef, useState } from 'react';
import type { NumberSource, ThreadId } from '#contract';
import type { DataPlace } from '../features/datasets';
import type { SourceTarget } from '../features/documents';
import type { Pointed } from '../features/runs';

/** What the inspector of a thread points out. */
interface Inspected {
  threadId: ThreadId | null;
  source: Pointed | null;
  place: DataPlace | null;
  opened: SourceTarget | null;
}

/**
 * What the inspector is asked to point out, and the ways to ask for it. `reveal` unfolds it. Each asking makes a new
 * object: it is a place to go to, also the second time.
 */
export function useInspected(threadId: ThreadId | null, reveal: () => void) {
  const nothing: Inspected = { threadId, source: null, place: null, opened: null };
  const [kept, setKept] = useState(nothing);
  const inspected = kept.threadId === threadId ? kept : nothing;
  // Kept in refs, as messages are drawn anew, and lose the focus, when what they call changes.
  const latest = useRef({ inspected, reveal });
  latest.current = { inspected, reveal };
  const point = useCallback((to: Partial<Inspected>) => {
    setKept({ ...latest.current.inspected, ...to });
    if (Object.values(to).some(Boolean)) latest.current.reveal();
  }, []);
  const showResult = useCallback((source: Pointed) => point({ source: { ...source } }), [point]);
  const showNumber = useCallback(
    ({ resultId, row, column }: NumberSource) => showResult({ resultId, cell: { row, column } }),
    [showResult],
  );
  const showData = useCallback((place: DataPlace) => point({ place: { ...place } }), [point]);
  const openSource = useCallback(
    (target: SourceTarget | null) => point({ opened: target && structuredClone(target) }),
    [point],
  );
  const forget = useCallback(() => point({ source: null, place: null }), [point]);
  return { inspected, showResult, showNumber, showData, openSource, forget };
}
