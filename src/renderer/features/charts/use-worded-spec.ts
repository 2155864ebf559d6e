import { useMemo } from 'react';
import type { ChartSpec } from '#contract';
import { wordedSpec } from '#words';
import { useAnswerNames, useAnswerTitle, useWords } from '../../ui';

/** The chart of an answer as the window words it. */
export function useWordedSpec(spec: ChartSpec | undefined): ChartSpec | undefined {
  const words = useWords();
  const title = useAnswerTitle();
  const names = useAnswerNames();
  return useMemo(
    () => spec && wordedSpec(spec, title !== null && names !== null ? { title, names } : null, words),
    [spec, title, names, words],
  );
}
