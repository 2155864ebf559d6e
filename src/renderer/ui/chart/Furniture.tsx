import type { Layout } from './layout';
import { LABEL_SIZE, NOTE_LINE, NOTE_SIZE, TICK_SIZE } from './layout';
import { DASHES, type Palette, seriesColor } from './palette';

export const FONT = 'Inter, "Inter Variable", "Segoe UI", system-ui, sans-serif';

interface FurnitureProps {
  layout: Layout;
  palette: Palette;
  lines: boolean;
}

/** What stands around the data: title, legend, names at the ends of lines, the note. All SVG, so that pictures have it too. */
export function Furniture({ layout, palette, lines }: FurnitureProps) {
  return (
    <g fontFamily={FONT}>
      {layout.head && (
        <text x={12} y={24} fontSize={14} fontWeight={600} fill={palette.ink}>
          {layout.head.title}
        </text>
      )}
      {layout.head?.unit && (
        <text x={12} y={42} fontSize={LABEL_SIZE} fill={palette.muted}>
          {layout.head.unit}
        </text>
      )}
      {layout.legend.map((item) => (
        <g key={item.series}>
          {lines ? (
            <line
              x1={item.x}
              x2={item.x + 13}
              y1={item.y - 4}
              y2={item.y - 4}
              strokeWidth={2}
              stroke={seriesColor(palette, item.series)}
              strokeDasharray={DASHES[item.series % DASHES.length]}
            />
          ) : (
            <rect
              x={item.x + 1}
              y={item.y - 9}
              width={10}
              height={10}
              rx={2.5}
              fill={seriesColor(palette, item.series)}
            />
          )}
          <text x={item.x + 18} y={item.y} fontSize={LABEL_SIZE} fill={palette.muted}>
            {item.text}
          </text>
        </g>
      ))}
      {layout.endLabels?.map((label) => (
        <g key={label.series}>
          <circle cx={layout.plot.right + 7} cy={label.y} r={2.5} fill={seriesColor(palette, label.series)} />
          <text x={layout.plot.right + 13} y={label.y + 4} fontSize={LABEL_SIZE} fill={palette.muted}>
            {label.text}
          </text>
        </g>
      ))}
      {layout.captions.y && (
        <text x={4} y={layout.plot.top - 10} fontSize={TICK_SIZE} fill={palette.muted}>
          {layout.captions.y}
        </text>
      )}
      {layout.captions.x && (
        <text
          x={layout.plot.right}
          y={layout.plot.bottom + 37}
          fontSize={TICK_SIZE}
          textAnchor="end"
          fill={palette.muted}
        >
          {layout.captions.x}
        </text>
      )}
      {layout.notes.map((line, at) => (
        <text
          key={line}
          x={12}
          y={layout.height - 8 - (layout.notes.length - 1 - at) * NOTE_LINE}
          fontSize={NOTE_SIZE}
          fill={palette.faint}
        >
          {line}
        </text>
      ))}
    </g>
  );
}
