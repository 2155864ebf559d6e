import type { ChartSpec } from '#contract';
import { chartNoteWords, english, type Words } from '#words';
import { formatTick, unitName } from './format';
import { labelText } from './label-text';
import type { Prepared } from './series';
import { fitNames, fitText, linesOf, textWidth } from './text-width';
import { logScale, niceScale, type Scale } from './ticks';
import { type TimeTick, timeTicks } from './time-axis';

export const TICK_SIZE = 11;
export const LABEL_SIZE = 11.5;
const LINE_HEIGHT = 18;
const END_LABEL_AT_MOST = 130;
const HEAD_SIZE = 14;
/** More values would stand on each other. */
const MARKS_LABELLED = 40;
/** Of a lying chart's width, for the names of its bars. */
const CATEGORY_SHARE = 0.4;
/** Pixels for a value above, or below, a standing bar. */
const VALUE_ROOM = 14;
/** Pixels for a value beside a lying one. */
const VALUE_WIDTH = 48;

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Layout {
  width: number;
  height: number;
  /** Where the data is drawn. */
  plot: Box;
  values: Scale;
  valueFormat: (value: number) => string;
  xTicks: TimeTick[];
  xDomain: [number, number] | null;
  horizontal: boolean;
  /** Series names beside the ends of their lines, already kept apart; null when a legend names them. */
  endLabels: { series: number; y: number; text: string }[] | null;
  legend: { series: number; x: number; y: number; text: string }[];
  /** The values that stand at the bars themselves, when there are few. */
  valueLabels: boolean;
  head: { title: string; unit: string | null } | null;
  /** What the axes measure, where the title does not say it. */
  captions: { x: string | null; y: string | null };
  /** What could not be drawn, or is drawn unusually, in lines under the chart. */
  notes: string[];
}

/** Bars lie down when their names would not fit under them. */
function liesDown(spec: ChartSpec, prepared: Prepared, width: number): boolean {
  if (spec.kind !== 'bar' || spec.x.type === 'time') return false;
  if (spec.horizontal) return true;
  const widest = Math.max(0, ...prepared.points.map((point) => textWidth(point.label, TICK_SIZE)));
  return prepared.points.length <= 30 && widest > (width - 80) / Math.max(1, prepared.points.length) - 6;
}

/** Lines that are few are named where they end. */
const hasEndLabels = (spec: ChartSpec, { series, points }: Prepared): boolean =>
  series.length > 1 && spec.kind === 'line' && series.length <= 8 && points.length > 1;

const hasLegend = (spec: ChartSpec, prepared: Prepared): boolean =>
  prepared.series.length > 1 && !hasEndLabels(spec, prepared);

/** The height a chart asks for: rows of names take none from the data, and lying bars need room for each. */
export function preferredHeight(spec: ChartSpec, prepared: Prepared, width: number): number {
  if (!liesDown(spec, prepared, width)) {
    const legend = hasLegend(spec, prepared) ? legendRows(prepared.series, width - 24, 0).height - LINE_HEIGHT : 0;
    return Math.round(Math.min(340, Math.max(240, width * 0.42)) + Math.max(0, legend));
  }
  const bars = prepared.points.length * (spec.stacked ? 1 : Math.max(1, prepared.series.length * 0.7));
  return Math.round(Math.max(140, 56 + bars * (bars > 20 ? 21 : 26)));
}

export const NOTE_SIZE = 10.5;
export const NOTE_LINE = 14;

/** What its notes need below a chart. */
export const roomForNotes = (lines: number): number => (lines > 0 ? lines * NOTE_LINE + 6 : 0);

export function layOut(
  spec: ChartSpec,
  prepared: Prepared,
  size: { width: number; height: number; standalone: boolean; caption?: string | undefined },
  words: Pick<Words, 'chart'> = english,
): Layout {
  const { width, height } = size;
  const horizontal = liesDown(spec, prepared, width);
  const head = size.standalone
    ? {
        title: fitText(spec.title, width - 24, HEAD_SIZE * 1.06),
        unit: size.caption === undefined ? unitName(spec.format) : null,
      }
    : null;
  const headHeight = head ? (head.unit ? 52 : 38) : 6;
  const ends = hasEndLabels(spec, prepared);
  const legend = hasLegend(spec, prepared)
    ? legendRows(prepared.series, width - 24, headHeight)
    : { items: [], height: 0 };
  const valueLabels = hasValueLabels(spec, prepared, horizontal);
  const inScale = valuesOf(spec, prepared, valueLabels ? (horizontal ? VALUE_WIDTH / width : VALUE_ROOM / height) : 0);
  const isLog = spec.look?.log === true;
  const values = isLog
    ? logScale(inScale)
    : niceScale(inScale, {
        zero: spec.kind !== 'line' && spec.kind !== 'scatter',
        count: horizontal ? Math.max(3, width / 140) : Math.max(3, height / 62),
      });
  const captions = size.caption === undefined ? captionsOf(spec) : { x: null, y: size.caption };
  const notes = notesOf(spec, prepared, values, width, words);
  const valueFormat = (value: number) => formatTick(value, spec.format, isLog ? value : values.step);
  const axisWidth = horizontal
    ? Math.min(
        width * CATEGORY_SHARE,
        Math.max(...prepared.points.map((point) => textWidth(point.label, TICK_SIZE)), 20),
      ) + 12
    : Math.max(...values.ticks.map((tick) => textWidth(valueFormat(tick), TICK_SIZE)), 12) + 10;
  const lastTick = textWidth(valueFormat(values.ticks.at(-1) ?? 0), TICK_SIZE);
  const endWidth = ends
    ? Math.min(END_LABEL_AT_MOST, Math.max(...prepared.series.map((name) => textWidth(name, LABEL_SIZE)))) + 14
    : 14;
  const plot: Box = {
    left: axisWidth + 4,
    top:
      headHeight +
      legend.height +
      (legend.height > 0 ? 8 : 10) +
      (captions.y ? 14 : 0) +
      (valueLabels && !horizontal ? VALUE_ROOM : 0),
    right: width - (horizontal ? (valueLabels ? 64 : Math.max(endWidth, lastTick / 2 + 4)) : endWidth),
    bottom: height - (horizontal ? (valueLabels ? 10 : 26) : 26) - (captions.x ? 16 : 0) - roomForNotes(notes.length),
  };
  const xDomain = domainOf(spec, prepared, plot.right - plot.left);
  return {
    width,
    height,
    plot,
    values,
    valueFormat,
    horizontal,
    xDomain,
    xTicks: ticksOf(spec, prepared, xDomain, plot.right - plot.left),
    endLabels: ends ? endLabels({ prepared, values, plot, isLog }) : null,
    legend: legend.items,
    valueLabels,
    head,
    captions,
    notes,
  };
}

/** Scatter charts and histograms show two measures, and their titles seldom name both. */
function captionsOf(spec: ChartSpec): Layout['captions'] {
  if (spec.kind !== 'scatter' && spec.kind !== 'histogram') return { x: null, y: null };
  const y = spec.y[0];
  return {
    x: spec.x.label ?? (spec.kind === 'scatter' ? labelText(spec.x.column) : null),
    y: y?.label ?? (spec.kind === 'scatter' && y ? labelText(y.column) : null),
  };
}

/** As the analyst wants it; else at bars, where they are few. */
function hasValueLabels(spec: ChartSpec, { points, series }: Prepared, horizontal: boolean): boolean {
  const marks = points.length * series.length;
  if (spec.look?.labels !== undefined)
    return spec.look.labels && !spec.stacked && spec.kind !== 'scatter' && marks <= MARKS_LABELLED;
  return spec.kind === 'bar' && points.length * (spec.stacked ? 99 : series.length) <= (horizontal ? 60 : 12);
}

function notesOf(
  spec: ChartSpec,
  prepared: Prepared,
  values: Scale,
  width: number,
  words: Pick<Words, 'chart'>,
): string[] {
  const cut =
    spec.kind === 'line' && values.min > 0 && !spec.look?.log
      ? [{ code: 'axis_from' as const, at: formatTick(values.min, spec.format, values.step) }]
      : [];
  const sentences = [...prepared.notes, ...cut].map((note) => chartNoteWords(words, note));
  return linesOf(sentences.join(' '), width - 24, NOTE_SIZE);
}

/** All that the axis must hold. `room` is a share of the height that negative values need below themselves. */
function valuesOf(spec: ChartSpec, prepared: Prepared, room: number): number[] {
  const all = valuesIn(spec, prepared);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  return low < 0 && room > 0 ? [...all, low - (high - low) * room * 1.5] : all;
}

function valuesIn(spec: ChartSpec, prepared: Prepared): number[] {
  const stacked = spec.stacked && (spec.kind === 'bar' || spec.kind === 'area');
  return prepared.points.flatMap((point) => {
    const known = point.values.filter((value) => value !== null);
    if (!stacked) return known;
    const sum = (sign: number) => known.filter((value) => value * sign > 0).reduce((total, value) => total + value, 0);
    return [sum(1), sum(-1)];
  });
}

function numberScale(xs: readonly number[], width: number): Scale {
  return niceScale(xs, { zero: false, count: Math.min(8, Math.max(2, width / 90)) });
}

function domainOf(spec: ChartSpec, prepared: Prepared, width: number): [number, number] | null {
  if (spec.x.type === 'category' || spec.kind === 'histogram' || spec.kind === 'bar') return null;
  const xs = prepared.points.map((point) => point.x);
  if (xs.length === 0) return null;
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  if (spec.x.type === 'number') {
    const scale = numberScale(xs, width);
    return [scale.min, scale.max];
  }
  return low === high ? [low - 43_200_000, high + 43_200_000] : [low, high];
}

function ticksOf(spec: ChartSpec, prepared: Prepared, domain: [number, number] | null, width: number): TimeTick[] {
  const { points } = prepared;
  const fits = Math.max(2, Math.floor(width / 78));
  if (spec.x.type === 'time') {
    const [from, to] = [points[0]?.x, points.at(-1)?.x];
    if (from === undefined || to === undefined) return [];
    const ticks = timeTicks(from, to, spec.x.grain, fits);
    if (domain) return ticks;
    const places = new Set(points.map((point) => point.x));
    return ticks.filter((tick) => places.has(tick.at));
  }
  if (spec.x.type === 'number' && domain) {
    const scale = numberScale(
      points.map((point) => point.x),
      width,
    );
    return scale.ticks.map((at) => ({ at, label: formatTick(at, spec.xFormat ?? { style: 'number' }, scale.step) }));
  }
  const room = width / Math.max(1, points.length);
  const widest = Math.min(90, Math.max(20, ...points.map((point) => textWidth(point.label, TICK_SIZE))));
  const every = Math.max(1, Math.ceil((widest + 8) / Math.max(room, 1)));
  return points.flatMap((point, index) =>
    index % every === 0
      ? [{ at: point.x, label: fitText(point.label, Math.max(room * every - 6, 24), TICK_SIZE) }]
      : [],
  );
}

function legendRows(names: readonly string[], width: number, top: number) {
  const items: Layout['legend'] = [];
  let x = 12;
  let y = top + 10;
  for (const [series, text] of fitNames(names, 150, LABEL_SIZE).entries()) {
    const needed = 18 + textWidth(text, LABEL_SIZE) + 16;
    if (x > 12 && x + needed > width) {
      x = 12;
      y += LINE_HEIGHT;
    }
    items.push({ series, x, y, text });
    x += needed;
  }
  return { items, height: y - top + 4 };
}

/** Labels at the height of each line's last value, pushed apart where they would touch. */
function endLabels({
  prepared,
  values,
  plot,
  isLog,
}: {
  prepared: Prepared;
  values: Scale;
  plot: Box;
  isLog: boolean;
}): NonNullable<Layout['endLabels']> {
  const place = isLog ? Math.log10 : (value: number) => value;
  const share = (value: number) => (place(value) - place(values.min)) / (place(values.max) - place(values.min));
  const toY = (value: number) => plot.bottom - share(value) * (plot.bottom - plot.top);
  const labels = fitNames(prepared.series, END_LABEL_AT_MOST, LABEL_SIZE).flatMap((text, series) => {
    const last = prepared.points.findLast((point) => point.values[series] !== null)?.values[series];
    return last === null || last === undefined ? [] : [{ series, y: toY(last), text }];
  });
  labels.sort((a, b) => a.y - b.y);
  const gap = 14;
  for (let index = 1; index < labels.length; index += 1) {
    const [above, below] = [labels[index - 1], labels[index]];
    if (above && below) below.y = Math.max(below.y, above.y + gap);
  }
  const overflow = (labels.at(-1)?.y ?? 0) - plot.bottom;
  if (overflow <= 0) return labels;
  for (let index = labels.length - 1, floor = plot.bottom; index >= 0; index -= 1, floor -= gap) {
    const label = labels[index];
    if (label) label.y = Math.min(label.y, floor);
  }
  return labels;
}
