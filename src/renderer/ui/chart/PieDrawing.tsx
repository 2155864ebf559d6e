import { Cell, Pie, PieChart, Tooltip } from 'recharts';
import type { ChartNote, ChartSpec } from '#contract';
import { english, type Words } from '#words';
import { FONT, Furniture } from './Furniture';
import { formatValue } from './format';
import { LABEL_SIZE, type Layout, roomForNotes } from './layout';
import { type Palette, seriesColor } from './palette';
import type { Prepared } from './series';
import { fitNames } from './text-width';

const SLICES_AT_MOST = 8;
/** Pixels for a share behind its name. */
const SHARE_WIDTH = 50;

interface Slice {
  name: string;
  value: number;
  share: number;
}

/** The largest slices; the rest is one more, so that the whole stays the whole. */
export function slicesOf(
  prepared: Prepared,
  words: Pick<Words, 'chart'> = english,
): { slices: Slice[]; notes: ChartNote[] } {
  const most = prepared.spec.look?.top ?? SLICES_AT_MOST;
  const known = prepared.points.map((point) => ({ name: point.label, value: point.values[0] ?? 0 }));
  const total = known.reduce((sum, one) => sum + Math.max(0, one.value), 0);
  const positive = known.filter((one) => one.value > 0).sort((a, b) => b.value - a.value);
  const isAsked = prepared.spec.look?.top !== undefined;
  const kept = positive.slice(0, positive.length > most && !isAsked ? most - 1 : most);
  const rest = positive.slice(kept.length).reduce((sum, one) => sum + one.value, 0);
  const all =
    rest > 0 ? [...kept, { name: `${words.chart.others()} (${positive.length - kept.length})`, value: rest }] : kept;
  return {
    slices: all.map((one) => ({ ...one, share: one.value / total })),
    notes: known.some((one) => one.value < 0) ? [{ code: 'negative_slices' }] : [],
  };
}

interface PieDrawingProps {
  spec: ChartSpec;
  prepared: Prepared;
  layout: Layout;
  palette: Palette;
  interactive: boolean;
  description: string;
  words: Pick<Words, 'chart' | 'ui'>;
}

export function PieDrawing({ spec, prepared, layout, palette, interactive, description, words }: PieDrawingProps) {
  const { slices } = slicesOf(prepared, words);
  const top = layout.head ? 44 : 4;
  const bottom = layout.height - roomForNotes(layout.notes.length);
  const radius = Math.max(30, Math.min(layout.width / 2 - 150, (bottom - top) / 2 - 22));
  const center = { x: layout.width / 2, y: top + (bottom - top) / 2 };
  return (
    <PieChart
      width={layout.width}
      height={layout.height}
      accessibilityLayer={interactive}
      title={spec.title}
      desc={description}
    >
      <Pie
        data={slices}
        dataKey="value"
        nameKey="name"
        cx={center.x}
        cy={center.y}
        outerRadius={radius}
        innerRadius={radius * 0.55}
        startAngle={90}
        endAngle={-270}
        paddingAngle={0.8}
        stroke={palette.background}
        isAnimationActive={false}
        labelLine={false}
        label={false}
      >
        {slices.map((slice, index) => (
          <Cell key={`${index} ${slice.name}`} fill={seriesColor(palette, index)} />
        ))}
      </Pie>
      <SliceLabels slices={slices} center={center} radius={radius} palette={palette} />
      {interactive && (
        <Tooltip
          isAnimationActive={false}
          formatter={(value) => formatValue(Number(value), spec.format)}
          separator="  "
          contentStyle={{
            background: palette.background,
            border: `1px solid ${palette.line}`,
            borderRadius: 8,
            padding: '7px 10px',
            font: `12px/1.5 ${FONT}`,
          }}
          itemStyle={{ color: palette.ink, padding: 0 }}
        />
      )}
      <Furniture layout={{ ...layout, legend: [], endLabels: null }} palette={palette} lines={false} />
    </PieChart>
  );
}

interface SliceLabelsProps {
  slices: readonly Slice[];
  center: { x: number; y: number };
  radius: number;
  palette: Palette;
}

/** Names and shares beside their slices, kept apart on each side. */
function SliceLabels({ slices, center, radius, palette }: SliceLabelsProps) {
  const labels = placeLabels(slices, center, radius);
  const room = center.x - radius - 26 - 8 - SHARE_WIDTH;
  const names = fitNames(
    slices.map(({ name }) => name),
    Math.max(40, room),
    LABEL_SIZE,
  );
  return (
    <g fontFamily={FONT} fontSize={LABEL_SIZE}>
      {labels.map(({ slice, index, right, anchor, y }) => {
        const x = center.x + (right ? radius + 26 : -radius - 26);
        return (
          <g key={slice.name}>
            <polyline
              points={`${anchor.x},${anchor.y} ${right ? x - 12 : x + 12},${y} ${right ? x - 6 : x + 6},${y}`}
              fill="none"
              stroke={seriesColor(palette, index)}
            />
            <text x={x} y={y + 4} textAnchor={right ? 'start' : 'end'} fill={palette.muted}>
              {names[index]}
              <tspan fill={palette.ink} dx={6}>
                {formatValue(slice.share, { style: 'percent', decimals: 1 })}
              </tspan>
            </text>
          </g>
        );
      })}
    </g>
  );
}

function placeLabels(slices: readonly Slice[], center: { x: number; y: number }, radius: number) {
  let turned = 0;
  const labels = slices.map((slice, index) => {
    const angle = 2 * Math.PI * (turned + slice.share / 2) - Math.PI / 2;
    turned += slice.share;
    const anchor = { x: center.x + Math.cos(angle) * (radius + 2), y: center.y + Math.sin(angle) * (radius + 2) };
    return { slice, index, right: Math.cos(angle) >= 0, anchor, y: center.y + Math.sin(angle) * (radius + 12) };
  });
  for (const side of [true, false]) {
    const column = labels.filter((label) => label.right === side).sort((a, b) => a.y - b.y);
    for (let i = 1; i < column.length; i += 1) {
      const [above, below] = [column[i - 1], column[i]];
      if (above && below) below.y = Math.max(below.y, above.y + 16);
    }
  }
  return labels;
}
