import { useComputedColorScheme } from '@mantine/core';
import { useMemo, useRef } from 'react';
import type { PinnedChart } from '#contract';
import { titledReading, wordedSpec } from '#words';
import { useNear, useWidth, useWords } from '../../ui';
import { ChartDrawing, headUnit } from '../../ui/chart';
import styles from './Reports.module.css';

/** A chart as it was pinned, drawn anew in the words and the theme of the window. */
export function PinnedChartView({ chart }: { chart: PinnedChart }) {
  const words = useWords();
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const frame = useRef<HTMLDivElement>(null);
  const near = useNear(frame);
  const width = useWidth(frame, near);
  const spec = useMemo(() => wordedSpec(chart.spec, titledReading(chart.reading, words), words), [chart, words]);
  const unit = headUnit(spec);
  const title = spec.look?.title ?? spec.title;
  return (
    <figure className={styles.chart} aria-label={words.ui.charts.chartOf(title)}>
      <figcaption>
        <b>{title}</b>
        {unit && <span>{unit}</span>}
      </figcaption>
      <div ref={frame} className={styles.drawing}>
        {near && width > 0 && (
          <ChartDrawing spec={spec} table={chart.table} theme={theme} width={width} interactive words={words} />
        )}
      </div>
    </figure>
  );
}
