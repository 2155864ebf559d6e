import { BarChart, CartesianGrid, ComposedChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { ChartSpec } from '#contract';
import type { Words } from '#words';
import { ChartTooltip } from './ChartTooltip';
import { FONT, Furniture } from './Furniture';
import { type Layout, TICK_SIZE } from './layout';
import { mark, unfinishedStretches } from './marks';
import type { Palette } from './palette';
import type { Prepared } from './series';
import { fitNames, textWidth } from './text-width';

interface CartesianProps {
  spec: ChartSpec;
  prepared: Prepared;
  layout: Layout;
  palette: Palette;
  interactive: boolean;
  description: string;
  words: Pick<Words, 'chart' | 'ui'>;
}

/** Everything with two axes. The axes' ticks and room are computed beforehand, so that window and picture agree. */
export function Cartesian({ spec, prepared, layout, palette, interactive, description, words }: CartesianProps) {
  const { plot, values } = layout;
  const tick = { fontSize: TICK_SIZE, fill: palette.faint, fontFamily: FONT };
  const labels = new Map(layout.xTicks.map((one) => [one.at, one.label]));
  const numeric = layout.xDomain !== null;
  const fitted = fitNames(
    prepared.points.map((point) => point.label),
    plot.left - 14,
    TICK_SIZE,
  );
  const names = new Map(prepared.points.map((point, index) => [point.x, { short: fitted[index], whole: point.label }]));
  // The line at zero is the one to be measured from.
  const ground = values.min < 0 && !layout.horizontal ? false : { stroke: palette.axis };
  const lines = spec.kind === 'line';
  const bars = spec.kind === 'bar' || spec.kind === 'histogram';
  // The one points out a whole bar, the other draws a line where the pointer is.
  const Chart = bars ? BarChart : ComposedChart;
  const drawn = prepared.points.flatMap((point) => point.values.filter((value) => value !== null));
  const domain: [number, number] = [values.min, values.max];
  const scale = spec.look?.log ? ({ scale: 'log' } as const) : {};
  return (
    <Chart
      width={layout.width}
      height={layout.height}
      data={prepared.points}
      layout={layout.horizontal ? 'vertical' : 'horizontal'}
      margin={{
        left: 0,
        top: plot.top,
        right: layout.width - plot.right,
        bottom: layout.height - plot.bottom - (layout.horizontal ? 0 : 22),
      }}
      stackOffset="sign"
      barCategoryGap={spec.kind === 'histogram' ? 1 : '22%'}
      barGap={2}
      accessibilityLayer={interactive}
      title={spec.title}
      desc={description}
    >
      <CartesianGrid
        stroke={palette.line}
        vertical={layout.horizontal && !layout.valueLabels}
        horizontal={!layout.horizontal}
      />
      {layout.horizontal ? (
        <>
          <XAxis
            type="number"
            {...scale}
            domain={domain}
            ticks={values.ticks}
            tickFormatter={layout.valueFormat}
            tick={tick}
            tickLine={false}
            axisLine={false}
            height={22}
            hide={layout.valueLabels}
          />
          <YAxis
            type="category"
            dataKey="x"
            tickFormatter={(x: number) => names.get(x)?.short ?? ''}
            tick={({ x, y, payload }: TickProps) => (
              <text
                x={x}
                y={y}
                dy="0.355em"
                textAnchor="end"
                fontSize={TICK_SIZE}
                fontFamily={FONT}
                fill={palette.muted}
              >
                {names.get(payload.value)?.short}
                {interactive && <title>{names.get(payload.value)?.whole}</title>}
              </text>
            )}
            tickLine={false}
            axisLine={values.min < 0 ? false : { stroke: palette.axis }}
            width={plot.left}
            interval={0}
          />
        </>
      ) : (
        <>
          <XAxis
            dataKey="x"
            type={numeric ? 'number' : 'category'}
            {...(layout.xDomain ? { domain: layout.xDomain } : {})}
            ticks={layout.xTicks.map((one) => one.at)}
            interval={0}
            tick={({ x, y, payload }: TickProps) => {
              const label = labels.get(payload.value) ?? '';
              const half = textWidth(label, TICK_SIZE) / 2;
              // A name below the first or the last mark is moved in, so that all of it can be read.
              const at = Math.min(Math.max(Number(x), half + 2), layout.width - half - 2);
              return (
                <text {...tick} x={at} y={y} dy="0.71em" textAnchor="middle">
                  {label}
                </text>
              );
            }}
            tickLine={false}
            axisLine={ground}
            height={22}
            tickMargin={6}
            allowDuplicatedCategory={false}
          />
          <YAxis
            {...scale}
            domain={domain}
            ticks={values.ticks}
            tickFormatter={layout.valueFormat}
            tick={tick}
            tickLine={false}
            axisLine={false}
            width={plot.left}
            interval={0}
          />
        </>
      )}
      {values.min < 0 &&
        (layout.horizontal ? (
          <ReferenceLine x={0} stroke={palette.axis} />
        ) : (
          <ReferenceLine y={0} stroke={palette.axis} />
        ))}
      {prepared.series.map((name, index) =>
        mark({ spec, name, index, layout, palette, points: prepared.points, values: drawn }),
      )}
      {spec.kind === 'area' && spec.stacked && unfinishedStretches(prepared.points, palette)}
      {interactive && (
        <Tooltip
          isAnimationActive={false}
          cursor={
            bars
              ? { fill: palette.line, fillOpacity: 0.5, stroke: 'none' }
              : { stroke: palette.faint, strokeDasharray: '3 3' }
          }
          content={<ChartTooltip spec={spec} series={prepared.series} palette={palette} words={words} />}
        />
      )}
      <Furniture layout={layout} palette={palette} lines={lines} />
    </Chart>
  );
}

interface TickProps {
  x: number | string;
  y: number | string;
  payload: { value: number };
}
