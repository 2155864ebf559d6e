import { useComputedColorScheme } from '@mantine/core';
import { Redo2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { ChartId } from '#contract';
import { currentLocale } from '#words';
import { useBridge } from '../../bridge';
import {
  Button,
  copiedPicture,
  Failure,
  hasCommand,
  Skeleton,
  useCopiedAs,
  useNear,
  useWidth,
  useWords,
} from '../../ui';
import { ChartDrawing, headUnit } from '../../ui/chart';
import { ChartActions } from './ChartActions';
import { ChartEditor } from './ChartEditor';
import styles from './Charts.module.css';
import { EnlargedChart } from './EnlargedChart';
import { useChartVersions } from './use-chart-versions';
import { useMissingSigns } from './use-missing-signs';
import { useWordedSpec } from './use-worded-spec';

/** A chart in an answer: interactive, to be changed, with ways to take it along. */
export function ChartCard({ chartId }: { chartId: ChartId }) {
  const card = useRef<HTMLElement>(null);
  const near = useNear(card);
  const bridge = useBridge();
  const words = useWords();
  const versions = useChartVersions(chartId, near);
  const { chart, data, error } = versions;
  const theme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, near);
  const missing = useMissingSigns(frame, near && data !== undefined && width > 0, chart);
  const height = useKeptHeight(chartId, frame, near && data !== undefined && width > 0);
  const spec = useWordedSpec(chart);
  const unit = spec && headUnit(spec);
  const title = spec && (spec.look?.title ?? spec.title);
  useCopiedAs(card, () =>
    copiedPicture(
      bridge.pictureUrl({
        kind: 'chart',
        id: chart?.id ?? chartId,
        format: 'png',
        theme: 'light',
        locale: currentLocale(),
      }),
      title ?? words.ui.charts.chart,
    ),
  );
  return (
    <figure
      ref={card}
      className={styles.card}
      aria-label={title ? words.ui.charts.chartOf(title) : words.ui.charts.chart}
      onKeyDown={(event) => stepByKeys(event, versions)}
    >
      <figcaption className={styles.head}>
        <b>{title}</b>
        {unit && <span>{unit}</span>}
        {data && chart && spec && (
          <div className={styles.actions}>
            {versions.of > 1 && <Versions {...versions} />}
            <ChartEditor spec={spec} table={data.table} look={versions.look} theme={theme} onChange={versions.change} />
            <EnlargedChart spec={spec} table={data.table} theme={theme} />
            <ChartActions chartId={chart.id} theme={theme} />
          </div>
        )}
      </figcaption>
      <div ref={frame} className={styles.drawing} style={{ minHeight: height }}>
        {error && <Failure error={error} onRetry={() => void versions.refetch()} />}
        {near && !data && !error && <Skeleton label={words.ui.charts.loading} widths={[100]} height={240} />}
        {near && data && spec && width > 0 && (
          <ChartDrawing
            spec={spec}
            table={data.table}
            theme={theme}
            width={width}
            missing={missing}
            interactive
            words={words}
          />
        )}
      </div>
    </figure>
  );
}

interface Steps {
  at: number;
  of: number;
  undo: (() => void) | null;
  redo: (() => void) | null;
}

/** At the chart, Ctrl+Z goes through its own versions; the question's are left alone. Text that is written has its own. */
function stepByKeys(event: KeyboardEvent, { of, undo, redo }: Steps): void {
  const isWritten = event.target instanceof HTMLInputElement && event.target.type === 'text';
  if (of < 2 || isWritten || !hasCommand(event.nativeEvent) || event.key.toLowerCase() !== 'z') return;
  event.preventDefault();
  event.nativeEvent.stopImmediatePropagation();
  (event.shiftKey ? redo : undo)?.();
}

function Versions({ at, of, undo, redo }: Steps) {
  const {
    chart: { editor },
    ui,
  } = useWords();
  return (
    <span className={styles.versions}>
      <Button
        look="quiet"
        size="small"
        icon={<Undo2 size={12} />}
        aria-label={editor.earlier()}
        title={ui.charts.byKey(editor.earlier(), 'Z')}
        disabled={!undo}
        onClick={() => undo?.()}
      />
      <span role="status">{editor.place(at, of)}</span>
      <Button
        look="quiet"
        size="small"
        icon={<Redo2 size={12} />}
        aria-label={editor.later()}
        title={ui.charts.byShiftedKey(editor.later(), 'Z')}
        disabled={!redo}
        onClick={() => redo?.()}
      />
    </span>
  );
}

/** Heights of charts that were drawn once: what is out of view keeps its room. */
const heights = new Map<ChartId, number>();
const USUAL_HEIGHT = 260;

function useKeptHeight(chartId: ChartId, frame: RefObject<HTMLElement | null>, drawn: boolean): number | undefined {
  useEffect(() => {
    if (!drawn || !frame.current) return;
    // Told when it is laid out: asking for it would lay out the page between the drawings of two charts.
    const observer = new ResizeObserver(([entry]) => {
      const height = Math.round(entry?.contentRect.height ?? 0);
      if (height > 0) heights.set(chartId, height);
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [chartId, frame, drawn]);
  return drawn ? undefined : (heights.get(chartId) ?? USUAL_HEIGHT);
}
