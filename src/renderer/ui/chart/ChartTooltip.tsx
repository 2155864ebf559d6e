import type { ChartSpec } from '#contract';
import type { Words } from '#words';
import { FONT } from './Furniture';
import { formatAlike, formatValue } from './format';
import { labelText } from './label-text';
import { type Palette, seriesColor } from './palette';
import type { Point } from './series';

interface ChartTooltipProps {
  active?: boolean;
  payload?: readonly { payload?: Point }[];
  spec: ChartSpec;
  series: readonly string[];
  palette: Palette;
  words: Pick<Words, 'chart' | 'ui'>;
}

/** Exact values of the place under the pointer, largest series first as they stand in the picture. */
export function ChartTooltip({ active, payload, spec, series, palette, words }: ChartTooltipProps) {
  const point = payload?.[0]?.payload;
  if (!active || !point) return null;
  const rows = series
    .map((name, index) => ({ name, index, value: point.values[index] ?? null }))
    .filter((row) => row.value !== null || series.length === 1);
  const values = formatAlike(
    rows.map((row) => row.value ?? 0),
    spec.format,
  );
  return (
    <div
      style={{
        background: palette.background,
        border: `1px solid ${palette.line}`,
        borderRadius: 8,
        padding: '7px 10px',
        font: `12px/1.5 ${FONT}`,
        color: palette.ink,
        boxShadow: '0 4px 16px rgb(0 0 0 / 12%)',
        fontVariantNumeric: 'tabular-nums',
        maxWidth: 320,
      }}
    >
      <div style={{ color: palette.muted, marginBottom: 2 }}>
        {spec.kind === 'scatter' ? scatterLabel(point, spec) : point.label}
        {point.unfinished && ` (${words.chart.unfinished()})`}
      </div>
      {rows.map((row, place) => (
        <div key={row.index} style={{ display: 'flex', gap: 10, alignItems: 'baseline' }}>
          <span
            style={{ width: 8, height: 8, borderRadius: 2, background: seriesColor(palette, row.index), flex: 'none' }}
          />
          <span style={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {row.name}
          </span>
          <span>{row.value === null ? words.ui.drawing.noData : values[place]}</span>
        </div>
      ))}
    </div>
  );
}

function scatterLabel(point: Point, spec: ChartSpec): string {
  if (spec.x.type !== 'number') return point.label;
  return `${spec.x.label ?? labelText(spec.x.column)}: ${formatValue(point.x, spec.xFormat ?? { style: 'number' })}`;
}
