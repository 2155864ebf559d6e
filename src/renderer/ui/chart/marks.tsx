import { Area, Bar, LabelList, Line, ReferenceArea, Scatter } from 'recharts';
import type { ChartSpec } from '#contract';
import { FONT } from './Furniture';
import { formatShort } from './format';
import { type Layout, TICK_SIZE } from './layout';
import { DASHES, type Palette, seriesColor } from './palette';
import type { Point } from './rows';
import { barWith, type Corners, dotIn, loneDots, unfinishedValue, wholeValue } from './shapes';

interface MarkInput {
  spec: ChartSpec;
  name: string;
  index: number;
  layout: Layout;
  palette: Palette;
  points: readonly Point[];
  /** All values of the chart. */
  values: readonly number[];
}

/** One series in the shape its chart gives it. */
export function mark({ spec, name, index, layout, palette, points, values }: MarkInput) {
  const color = seriesColor(palette, index);
  const shared = { name, isAnimationActive: false, dataKey: (point: Point) => point.values[index] } as const;
  const stack = spec.stacked ? { stackId: 'all' } : {};
  // Names at the lines' ends tell them apart already; without them the dashes do.
  const dash = layout.endLabels ? undefined : DASHES[index % DASHES.length];
  const hasUnfinished = points.some(({ unfinished }) => unfinished);
  const labels = layout.valueLabels && (
    <LabelList
      dataKey={(point: unknown) => valueLabel(point, index, spec, values)}
      position={layout.horizontal ? 'right' : 'top'}
      fontSize={TICK_SIZE}
      fontFamily={FONT}
      fill={palette.muted}
    />
  );
  switch (spec.kind) {
    case 'line':
      return [
        <Line
          key={index}
          {...shared}
          {...(hasUnfinished ? { dataKey: wholeValue(index) } : {})}
          type="linear"
          stroke={color}
          strokeWidth={2}
          strokeLinejoin="round"
          {...(dash ? { strokeDasharray: dash } : {})}
          dot={loneDots(points, index, color)}
          activeDot={{ r: 4, strokeWidth: 0, fill: color }}
        >
          {labels}
        </Line>,
        hasUnfinished && (
          <Line
            key={`${index} unfinished`}
            {...shared}
            dataKey={unfinishedValue(points, index)}
            type="linear"
            stroke={color}
            strokeWidth={2}
            strokeDasharray={UNFINISHED}
            dot={false}
            activeDot={{ r: 4, strokeWidth: 0, fill: color }}
          />
        ),
      ];
    case 'area':
      return [
        <Area
          key={index}
          {...shared}
          {...stack}
          {...(hasUnfinished && !spec.stacked ? { dataKey: wholeValue(index) } : {})}
          type="linear"
          stroke={color}
          strokeWidth={1.75}
          fill={color}
          fillOpacity={spec.stacked ? 0.55 : 0.16}
          dot={spec.stacked ? false : loneDots(points, index, color)}
          activeDot={{ r: 4, strokeWidth: 0, fill: color }}
        >
          {labels}
        </Area>,
        hasUnfinished && !spec.stacked && (
          <Area
            key={`${index} unfinished`}
            {...shared}
            dataKey={unfinishedValue(points, index)}
            type="linear"
            stroke={color}
            strokeWidth={1.75}
            strokeDasharray={UNFINISHED}
            fill={color}
            fillOpacity={0.06}
            dot={false}
            activeDot={{ r: 4, strokeWidth: 0, fill: color }}
          />
        ),
      ];
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
          {labels}
        </Bar>
      );
    }
  }
}

/** Dashes of what is not whole, shorter than those that tell series apart. */
const UNFINISHED = '3 4';

/** Areas on top of each other have no dashes of their own: what is not whole lies under a veil. */
export function unfinishedStretches(points: readonly Point[], palette: Palette) {
  return points.flatMap((point, at) => {
    const from = points[at - 1] ?? points[at + 1];
    return point.unfinished && from ? (
      <ReferenceArea
        key={point.x}
        x1={Math.min(from.x, point.x)}
        x2={Math.max(from.x, point.x)}
        fill={palette.background}
        fillOpacity={0.55}
        stroke={palette.faint}
        strokeDasharray={UNFINISHED}
      />
    ) : (
      []
    );
  });
}

function valueLabel(point: unknown, index: number, spec: ChartSpec, values: readonly number[]): string {
  if (typeof point !== 'object' || point === null || !('values' in point) || !Array.isArray(point.values)) return '';
  const value: unknown = point.values[index];
  return typeof value === 'number' ? formatShort(value, spec.format, values) : '';
}
