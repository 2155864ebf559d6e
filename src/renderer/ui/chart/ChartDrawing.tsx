import type { ChartSpec, Table } from '#contract';
import { Cartesian } from './Cartesian';
import { formatValue } from './format';
import { withLabels } from './label-text';
import { layOut, preferredHeight } from './layout';
import { PieDrawing, slicesOf } from './PieDrawing';
import { type ChartTheme, colouredByName, palettes } from './palette';
import { type Prepared, prepare } from './series';

export interface ChartDrawingProps {
  spec: ChartSpec;
  /** The rows the spec's columns are taken from; decimals as text, dates as ISO text. */
  table: Table;
  theme: ChartTheme;
  /** Pixels. Without a height the chart takes what it needs. */
  width: number;
  height?: number | undefined;
  /** Answers to pointer and keyboard with exact values. */
  interactive: boolean;
  /** Carries its title, for a picture that stands alone. */
  standalone?: boolean;
}

const KINDS: Record<ChartSpec['kind'], string> = {
  bar: 'Bar chart',
  line: 'Line chart',
  area: 'Area chart',
  scatter: 'Scatter chart',
  pie: 'Pie chart',
  histogram: 'Histogram',
};

/** One chart, drawn by recharts. The very same component draws the window's chart and the picture that is kept. */
export function ChartDrawing({
  spec: given,
  table,
  theme,
  width,
  height,
  interactive,
  standalone = false,
}: ChartDrawingProps) {
  const spec = withLabels(given);
  const prepared = prepare(spec, table);
  const coloured = spec.kind === 'pie' ? slicesOf(prepared).slices.map((slice) => slice.name) : prepared.series;
  const palette = colouredByName(palettes[theme], coloured);
  const size = { width, height: height ?? preferredHeight(spec, prepared, width) + (standalone ? 40 : 0), standalone };
  const description = describe(spec, prepared);
  const empty = prepared.points.every((point) => point.values.every((value) => value === null));
  if (empty) {
    const why = prepared.points.length > 0 ? 'Every value is empty, so there is nothing to draw.' : null;
    return <Nothing {...size} text={prepared.note ?? why ?? 'There is nothing to draw.'} color={palette.muted} />;
  }
  const layout = layOut(spec, prepared, size);
  const Drawing = spec.kind === 'pie' ? PieDrawing : Cartesian;
  return (
    <Drawing
      spec={spec}
      prepared={prepared}
      layout={layout}
      palette={palette}
      interactive={interactive}
      description={description}
    />
  );
}

/** What a reader who cannot see the chart should know of it. */
export function describe(spec: ChartSpec, prepared: Prepared): string {
  const { points, series } = prepared;
  const values = points.flatMap((point) => point.values.filter((value) => value !== null));
  const range =
    values.length > 0
      ? `, from ${formatValue(Math.min(...values), spec.format)} to ${formatValue(Math.max(...values), spec.format)}`
      : '';
  const split =
    series.length > 1
      ? ` for ${series.length} series (${series.slice(0, 4).join(', ')}${series.length > 4 ? ' …' : ''})`
      : '';
  return `${KINDS[spec.kind]}: ${spec.title}, ${points.length} ${points.length === 1 ? 'point' : 'points'}${split}${range}.`;
}

function Nothing({ width, height, text, color }: { width: number; height: number; text: string; color: string }) {
  return (
    <svg
      className="recharts-surface"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={text}
    >
      <text
        x={width / 2}
        y={height / 2}
        textAnchor="middle"
        fontSize={12.5}
        fill={color}
        fontFamily="Inter, sans-serif"
      >
        {text}
      </text>
    </svg>
  );
}
