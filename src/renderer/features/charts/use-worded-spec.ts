import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Chart } from '#contract';
import { currentLocale, ENGLISH, titledReading, wordedSpec } from '#words';
import { keys, useClient } from '../../bridge';
import { useAnswerNames, useAnswerTitle, useWords } from '../../ui';

/** A chart as the window words it: by the answer around it, else by what is known of its question. */
export function useWordedSpec(chart: Chart | undefined) {
  const words = useWords();
  const client = useClient();
  const title = useAnswerTitle();
  const names = useAnswerNames();
  const isAlone = title === null || names === null;
  const { data: reading = null, isLoading } = useQuery({
    queryKey: keys.chartReading(chart?.id ?? null),
    queryFn: () => (chart ? client.charts.reading({ chartId: chart.id }) : null),
    enabled: chart !== undefined && isAlone && currentLocale().language !== ENGLISH.language,
  });
  // Not in English first, and then in other words.
  const spec = isLoading ? undefined : chart?.spec;
  return useMemo(
    () => spec && wordedSpec(spec, isAlone ? titledReading(reading, words) : { title, names }, words),
    [spec, isAlone, reading, title, names, words],
  );
}
