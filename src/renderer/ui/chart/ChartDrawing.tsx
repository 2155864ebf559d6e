import type { ChartSpec, Table } from '#contract';
import { chartNoteWords, english, type Words } from '#words';
import { Cartesian } from './Cartesian';
import { formatValue, unitName } from './format';
import { labelText } from './label-text';
import { layOut, preferredHeight, roomForNotes } from './layout';
import { PieDrawing, slicesOf } from './PieDrawing';
import { type ChartTheme, colouredByName, palettes } from './palette';
import { panelsOf } from './panels';
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
  standalone?: boolean | undefined;
  words?: Pick<Words, 'chart' | 'ui'>;
  /** Characters of its texts for which there is no font. */
  missing?: string | undefined;
  /** What the axis measures, where the title does not say it. */
  caption?: string;
}

/** One chart, drawn by recharts. The very same component draws the window's chart and the picture that is kept. */
export function ChartDrawing(props: ChartDrawingProps) {
  const panels = panelsOf(props.spec);
  return panels.length > 1 ? (
    <Panels {...props} panels={panels} />
  ) : (
    <Drawn {...props} spec={panels[0] ?? props.spec} />
  );
}

const PANEL_HEIGHT = 190;
/** Pixels for a title above the first panel. */
const PANEL_HEAD = 40;

function Panels({ panels, height, standalone, ...props }: ChartDrawingProps & { panels: readonly ChartSpec[] }) {
  return (
    <>
      {panels.map((spec, at) => (
        <Drawn
          key={spec.y[0]?.column}
          {...props}
          spec={spec}
          caption={captionOf(spec)}
          standalone={standalone && at === 0}
          missing={at === 0 ? props.missing : undefined}
          {...(spec.horizontal ? {} : { height: PANEL_HEIGHT + (standalone && at === 0 ? PANEL_HEAD : 0) })}
        />
      ))}
    </>
  );
}

/** Above each other they differ in their units, so each says its own. */
function captionOf({ y, format }: ChartSpec): string {
  const names = y.map((axis) => labelText(axis.label ?? axis.column)).join(', ');
  const unit = unitName(format);
  return unit === null ? names : `${names} (${unit})`;
}

function Drawn({
  spec: given,
  table,
  words = english,
  theme,
  width,
  height,
  interactive,
  standalone = false,
  caption,
  missing = '',
}: ChartDrawingProps) {
  const prepared = withMissing(drawnOf(given, table, words), missing);
  const { spec } = prepared;
  const coloured = coloredNames(prepared, words);
  const palette = colouredByName(palettes[theme], coloured, spec.look?.colors);
  const size = {
    width,
    height: height ?? preferredHeight(spec, prepared, width) + (standalone ? 40 : 0),
    standalone,
    caption,
  };
  const description = describe(spec, prepared, words);
  const empty = prepared.points.every((point) => point.values.every((value) => value === null));
  if (empty) {
    const notes = prepared.notes.length > 0 ? prepared.notes : [{ code: 'all_empty' as const }];
    const text = notes.map((note) => chartNoteWords(words, note)).join(' ');
    return <Nothing width={size.width} height={size.height} text={text} color={palette.muted} />;
  }
  const plain = layOut(spec, prepared, size, words);
  const needed = roomForNotes(plain.notes.length - 1);
  const layout =
    height === undefined && needed > 0
      ? layOut(spec, prepared, { ...size, height: size.height + needed }, words)
      : plain;
  const Drawing = spec.kind === 'pie' ? PieDrawing : Cartesian;
  return (
    <Drawing
      spec={spec}
      prepared={prepared}
      layout={layout}
      palette={palette}
      interactive={interactive}
      description={description}
      words={words}
    />
  );
}

function drawnOf(spec: ChartSpec, table: Table, words: Pick<Words, 'chart'>): Prepared {
  const prepared = prepare(spec, table, words);
  if (prepared.spec.kind !== 'pie') return prepared;
  return { ...prepared, notes: [...prepared.notes, ...slicesOf(prepared, words).notes] };
}

const withMissing = (prepared: Prepared, signs: string): Prepared =>
  signs === '' ? prepared : { ...prepared, notes: [...prepared.notes, { code: 'no_font', signs }] };

/** What has a colour of its own. */
export function coloredNames(prepared: Prepared, words: Pick<Words, 'chart'>): string[] {
  return prepared.spec.kind === 'pie' ? slicesOf(prepared, words).slices.map(({ name }) => name) : prepared.series;
}

const NAMED_AT_MOST = 4;

/** What a reader who cannot see the chart should know of it. */
export function describe(spec: ChartSpec, prepared: Prepared, words: Pick<Words, 'chart' | 'ui'>): string {
  const { points, series } = prepared;
  const values = points.flatMap((point) => point.values.filter((value) => value !== null));
  const sentence = words.ui.drawing.describe({
    kind: spec.kind,
    title: spec.title,
    points: points.length,
    series: series.length > 1 ? { count: series.length, first: series.slice(0, NAMED_AT_MOST) } : null,
    range:
      values.length > 0
        ? { from: formatValue(Math.min(...values), spec.format), to: formatValue(Math.max(...values), spec.format) }
        : null,
  });
  return [sentence, ...prepared.notes.map((note) => chartNoteWords(words, note))].join(' ');
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
