import {
  Area,
  Bar,
  BarChart,
  CartesianGrid,
  ComposedChart,
  LabelList,
  Line,
  ReferenceLine,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { ChartSpec } from '#contract';
import { ChartTooltip } from './ChartTooltip';
import { FONT, Furniture } from './Furniture';
import { formatShort } from './format';
import { type Layout, TICK_SIZE } from './layout';
import { DASHES, type Palette, seriesColor } from './palette';
import type { Point, Prepared } from './series';
import { barWith, type Corners, dotIn, loneDots } from './shapes';
import { fitNames } from './text-width';

interface CartesianProps {
  spec: ChartSpec;
  prepared: Prepared;
  layout: Layout;
  palette: Palette;
  interactive: boolean;
  description: string;
}

/** Everything with two axes. The axes' ticks and room are computed beforehand, so that window and picture agree. */
export function Cartesian({ spec, prepared, layout, palette, interactive, description }: CartesianProps) {
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
  const longest = Math.max(0, ...prepared.points.flatMap((point) => point.values.map((value) => Math.abs(value ?? 0))));
  const domain: [number, number] = [values.min, values.max];
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
            tickFormatter={(x: number) => labels.get(x) ?? ''}
            interval={0}
            tick={tick}
            tickLine={false}
            axisLine={ground}
            height={22}
            tickMargin={6}
            allowDuplicatedCategory={false}
          />
          <YAxis
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
        mark({ spec, name, index, layout, palette, points: prepared.points, longest }),
      )}
      {interactive && (
        <Tooltip
          isAnimationActive={false}
          cursor={
            bars
              ? { fill: palette.line, fillOpacity: 0.5, stroke: 'none' }
              : { stroke: palette.faint, strokeDasharray: '3 3' }
          }
          content={<ChartTooltip spec={spec} series={prepared.series} palette={palette} />}
        />
      )}
      <Furniture layout={layout} palette={palette} note={layout.note} lines={lines} />
    </Chart>
  );
}

interface MarkInput {
  spec: ChartSpec;
  name: string;
  index: number;
  layout: Layout;
  palette: Palette;
  points: readonly Point[];
  /** The largest size of a value in the chart. */
  longest: number;
}

/** One series in the shape its chart gives it. */
function mark({ spec, name, index, layout, palette, points, longest }: MarkInput) {
  const color = seriesColor(palette, index);
  const shared = { name, isAnimationActive: false, dataKey: (point: Point) => point.values[index] } as const;
  const stack = spec.stacked ? { stackId: 'all' } : {};
  // Names at the lines' ends tell them apart already; without them the dashes do.
  const dash = layout.endLabels ? undefined : DASHES[index % DASHES.length];
  switch (spec.kind) {
    case 'line':
      return (
        <Line
          key={index}
          {...shared}
          type="linear"
          stroke={color}
          strokeWidth={2}
          strokeLinejoin="round"
          {...(dash ? { strokeDasharray: dash } : {})}
          dot={loneDots(points, index, color)}
          activeDot={{ r: 4, strokeWidth: 0, fill: color }}
        />
      );
    case 'area':
      return (
        <Area
          key={index}
          {...shared}
          {...stack}
          type="linear"
          stroke={color}
          strokeWidth={1.75}
          fill={color}
          fillOpacity={spec.stacked ? 0.55 : 0.16}
          dot={false}
          activeDot={{ r: 4, strokeWidth: 0, fill: color }}
        />
      );
    case 'scatter':
      return <Scatter key={index} {...shared} shape={dotIn(color)} />;
    default: {
      const radius: Corners =
        spec.stacked || spec.kind === 'histogram' ? 0 : layout.horizontal ? [0, 3, 3, 0] : [3, 3, 0, 0];
      return (
        <Bar
          key={index}
          {...shared}
          {...stack}
          fill={color}
          shape={barWith(radius, color)}
          maxBarSize={spec.kind === 'histogram' ? 200 : 56}
        >
          {layout.valueLabels && (
            <LabelList
              dataKey={(point: unknown) => valueLabel(point, index, spec, longest)}
              position={layout.horizontal ? 'right' : 'top'}
              fontSize={TICK_SIZE}
              fontFamily={FONT}
              fill={palette.muted}
            />
          )}
        </Bar>
      );
    }
  }
}

interface TickProps {
  x: number | string;
  y: number | string;
  payload: { value: number };
}

function valueLabel(point: unknown, index: number, spec: ChartSpec, longest: number): string {
  if (typeof point !== 'object' || point === null || !('values' in point) || !Array.isArray(point.values)) return '';
  const value: unknown = point.values[index];
  return typeof value === 'number' ? formatShort(value, spec.format, longest) : '';
}
