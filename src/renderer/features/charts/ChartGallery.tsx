import { useComputedColorScheme } from '@mantine/core';
import type { Chart } from '#contract';
import { currentLocale, titledReading, type Words, wordedSpec } from '#words';
import { useBridge } from '../../bridge';
import { Button, Failure, formatInstant, Skeleton, useWords } from '../../ui';
import styles from './Charts.module.css';
import { useCharts } from './use-chart';

/** Every chart of this library as a picture, newest first; each leads to the answer it stands in. */
export function ChartGallery({ onOpen }: { onOpen(chart: Chart): void }) {
  const { ui } = useWords();
  const { charts, isPending, error, refetch, hasNextPage, fetchNextPage } = useCharts();
  if (isPending) return <Skeleton label={ui.charts.loadingAll} widths={[100, 100]} height={180} />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (charts.length === 0) return <p className={styles.none}>{ui.charts.none}</p>;
  return (
    <>
      <ul className={styles.gallery}>
        {charts.map((chart) => (
          <li key={chart.id}>
            <GalleryItem chart={chart} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{ui.common.showMore}</Button>}
    </>
  );
}

/** As it was named, else as the question behind it was read; in English that is how it was drawn first. */
const titleOf = ({ spec, reading }: Chart, words: Words): string =>
  spec.look?.title ?? wordedSpec(spec, titledReading(reading ?? null, words), words).title;

function GalleryItem({ chart, onOpen }: { chart: Chart; onOpen(chart: Chart): void }) {
  const bridge = useBridge();
  const title = titleOf(chart, useWords());
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  return (
    <button type="button" className={styles.item} onClick={() => onOpen(chart)}>
      <div>
        <img
          src={bridge.pictureUrl({ kind: 'chart', id: chart.id, format: 'svg', theme, locale: currentLocale() })}
          alt={title}
          loading="lazy"
        />
      </div>
      <span className={styles.itemTitle}>{title}</span>
      <span className={styles.itemTime}>{formatInstant(chart.createdAt)}</span>
    </button>
  );
}
