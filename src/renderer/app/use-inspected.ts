import { useCallback, useRef, useState } from 'react';
import type { ThreadId } from '#contract';
import type { DataTarget, ResultTarget, SourceTarget } from '../ui';

/** What the inspector of a thread points out. */
interface Inspected {
  threadId: ThreadId | null;
  result: ResultTarget | null;
  data: DataTarget | null;
  source: SourceTarget | null;
  /** Set where what was sent is asked for. */
  sent: object | null;
}

/**
 * What the inspector is asked to point out, and the ways to ask for it. `reveal` unfolds it. Each asking makes a new
 * object: it is a place to go to, also the second time.
 */
export function useInspected(threadId: ThreadId | null, reveal: () => void) {
  const nothing: Inspected = { threadId, result: null, data: null, source: null, sent: null };
  const [kept, setKept] = useState(nothing);
  const inspected = kept.threadId === threadId ? kept : nothing;
  // Kept in refs, as messages are drawn anew, and lose the focus, when what they call changes.
  const latest = useRef({ inspected, reveal });
  latest.current = { inspected, reveal };
  const point = useCallback((to: Partial<Inspected>) => {
    setKept({ ...latest.current.inspected, ...to });
    if (Object.values(to).some(Boolean)) latest.current.reveal();
  }, []);
  const showResult = useCallback((target: ResultTarget) => point({ result: { ...target } }), [point]);
  const showData = useCallback((target: DataTarget) => point({ data: { ...target } }), [point]);
  const openSource = useCallback(
    (target: SourceTarget | null) => point({ source: target && structuredClone(target) }),
    [point],
  );
  const showSent = useCallback(() => point({ sent: {} }), [point]);
  const forget = useCallback(() => point({ result: null, data: null, sent: null }), [point]);
  return { inspected, showResult, showData, openSource, showSent, forget };
}
