import { useMemo } from 'react';
import type { ChartSpec } from '#contract';
import { currentLocale } from '#words';
import { outputName, useAnswerNames, useAnswerTitle, useWords } from '../../ui';

/** The chart of an answer as the window words it: its title and its measures, where they are those of the reading. */
export function useWordedSpec(spec: ChartSpec | undefined): ChartSpec | undefined {
  const words = useWords();
  const title = useAnswerTitle();
  const names = useAnswerNames();
  return useMemo(() => {
    if (!spec || title === null || names === null || currentLocale().language === 'en') return spec;
    const y = spec.y.map((measure) => ({ ...measure, label: outputName(measure.column, names, words) }));
    return { ...spec, title, y };
  }, [spec, title, names, words]);
}
