import { Menu, useComputedColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Copy, Download } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import type { Chart, ChartId } from '#contract';
import { useBridge, useClient } from '../../bridge';
import { Button, copiedPicture, Failure, Skeleton, tellSaved, useCopiedAs, useNear, useWidth } from '../../ui';
import { ChartDrawing } from '../../ui/chart';
import styles from './Charts.module.css';
import { useChart } from './use-chart';

/** A chart in an answer: interactive, with ways to take it along. */
export function ChartCard({ chartId }: { chartId: ChartId }) {
  const card = useRef<HTMLElement>(null);
  const near = useNear(card);
  const bridge = useBridge();
  const { data, error, refetch } = useChart(chartId, near);
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const height = useKeptHeight(chartId, frame, near && data !== undefined && width > 0);
  useCopiedAs(card, () =>
    copiedPicture(
      bridge.pictureUrl({ kind: 'chart', id: chartId, format: 'png', theme: 'light' }),
      data?.chart.spec.title ?? 'Chart',
    ),
  );
  return (
    <figure ref={card} className={styles.card} aria-label={data ? `Chart: ${data.chart.spec.title}` : 'Chart'}>
      <figcaption className={styles.head}>
        <b>{data?.chart.spec.title}</b>
        {data?.chart.spec.format.currency && <span>{data.chart.spec.format.currency}</span>}
        {data && <ChartActions chart={data.chart} theme={theme} />}
      </figcaption>
      <div ref={frame} className={styles.drawing} style={{ minHeight: height }}>
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {near && !data && !error && <Skeleton label="Loading chart" widths={[100]} height={240} />}
        {near && data && width > 0 && (
          <ChartDrawing spec={data.chart.spec} table={data.table} theme={theme} width={width} interactive />
        )}
      </div>
    </figure>
  );
}

/** Heights of charts that were drawn once: what is out of view keeps its room. */
const heights = new Map<ChartId, number>();
const USUAL_HEIGHT = 260;

function useKeptHeight(chartId: ChartId, frame: RefObject<HTMLElement | null>, drawn: boolean): number | undefined {
  useEffect(() => {
    const height = drawn ? frame.current?.getBoundingClientRect().height : undefined;
    if (height) heights.set(chartId, Math.round(height));
  }, [chartId, frame, drawn]);
  return drawn ? undefined : (heights.get(chartId) ?? USUAL_HEIGHT);
}

function ChartActions({ chart, theme }: { chart: Chart; theme: 'light' | 'dark' }) {
  const client = useClient();
  const bridge = useBridge();
  const save = (format: 'png' | 'svg' | 'csv') => tellSaved(client.charts.save({ chartId: chart.id, format }));
  const copy = async () => {
    try {
      const picture = fetch(bridge.pictureUrl({ kind: 'chart', id: chart.id, format: 'png', theme })).then((response) =>
        response.blob(),
      );
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
      notifications.show({ message: 'Copied the chart as a picture' });
    } catch {
      notifications.show({
        color: 'red',
        title: 'Not copied',
        message: 'The clipboard could not be used. Save the chart as PNG instead.',
      });
    }
  };
  return (
    <div className={styles.actions}>
      <Button look="quiet" size="small" icon={<Copy size={13} />} onClick={() => void copy()}>
        Copy
      </Button>
      <Menu position="bottom-end" width={150}>
        <Menu.Target>
          <Button look="quiet" size="small" icon={<Download size={13} />}>
            Save
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('png')}>Picture (PNG)</Menu.Item>
          <Menu.Item onClick={() => void save('svg')}>Drawing (SVG)</Menu.Item>
          <Menu.Item onClick={() => void save('csv')}>Data (CSV)</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
