import type { ChartSpec, NumberFormat } from '#contract/charts';
import type { Aggregate, ChartWish, DescribedDataset, Group, Question } from '../question/plan';
import { readingTitle } from '../question/reading';
import type { OutColumn, Show } from '../sql/query';
import { numberOf } from './format';
import type { QueryResult } from './result';

const PIECES_OF_A_PIE = 6;
const MOST_PIECES = 12;
const UPRIGHT_BARS = 8;
const LONG_NAME = 14;

/** The picture that fits the answer, or null where a table says more; `note` says when a wish could not be met. */
export function chartFor(
  question: Question,
  main: QueryResult,
  dataset: DescribedDataset,
): { spec: ChartSpec | null; note: string | null } {
  const spec = question.chart === 'none' || main.rows.length < 2 ? null : titled(question, main, dataset);
  const wish = question.chart;
  if (wish === null || wish === 'none' || !spec)
    return { spec, note: wish === null || wish === 'none' ? null : unmet(wish) };
  const wished = withWish(spec, wish, main);
  return { spec: wished ?? spec, note: wished ? null : unmet(wish) };
}

const NAMES: Record<Exclude<ChartWish, 'none'>, string> = {
  bar: 'A bar chart',
  stacked: 'A stacked bar chart',
  line: 'A line chart',
  area: 'An area chart',
  pie: 'A pie chart',
  scatter: 'A scatter chart',
};
const unmet = (wish: Exclude<ChartWish, 'none'>): string => `${NAMES[wish]} cannot show this result.`;

function withWish(spec: ChartSpec, wish: Exclude<ChartWish, 'none'>, main: QueryResult): ChartSpec | null {
  const { horizontal: _, stacked: __, ...rest } = spec;
  if (spec.kind === 'scatter' || spec.kind === 'histogram') return wish === spec.kind ? spec : null;
  switch (wish) {
    case 'scatter':
      return null;
    case 'pie':
      return !spec.series && main.rows.length <= MOST_PIECES && allPositive(main, spec.y[0]?.column)
        ? { ...rest, kind: 'pie' }
        : null;
    case 'stacked':
      return spec.series ? { ...rest, kind: 'bar', stacked: true } : null;
    case 'bar':
      return { ...(spec.kind === 'bar' ? spec : rest), kind: 'bar' };
    default:
      return { ...rest, kind: wish };
  }
}

function titled(question: Question, main: QueryResult, dataset: DescribedDataset): ChartSpec | null {
  const spec = specOf(question, main);
  return spec && { ...spec, title: readingTitle(question, dataset) };
}

/** A chart but for its title. */
type Untitled = Omit<ChartSpec, 'title'>;

function specOf(question: Question, main: QueryResult): Untitled | null {
  switch (question.kind) {
    case 'aggregate':
      return aggregateSpec(question, main);
    case 'growth': {
      const groups: Group[] = question.split ? [question.time, question.split] : [question.time];
      return grouped(question, groups, main, main.query.columns.length - 1);
    }
    case 'change':
      return question.group ? grouped(question, [question.group], main, 3) : null;
    case 'part':
      return question.group ? grouped(question, [question.group], main, 3) : null;
    case 'values':
      return { ...base(main, 1), kind: 'bar', x: { column: main.column(0).name, type: 'category' }, horizontal: true };
    case 'frequency':
      return { ...base(main, 1), kind: 'bar', x: { column: main.column(0).name, type: 'category' } };
    case 'distribution':
      return {
        ...base(main, 2),
        kind: 'histogram',
        x: { column: main.column(0).name, label: question.column.name, type: 'number', until: main.column(1).name },
        xFormat: formatOf(main.column(0).show),
      };
    case 'relation':
      return {
        ...base(main, 1),
        kind: 'scatter',
        x: { column: main.column(0).name, type: 'number' },
        xFormat: formatOf(main.column(0).show),
      };
    default:
      return null;
  }
}

function aggregateSpec(question: Aggregate, main: QueryResult): Untitled | null {
  const { groups, share } = question;
  const cumulative = question.cumulative || question.moving !== null;
  if (groups.length === 0) return null;
  const value = share || cumulative ? main.query.columns.length - 1 : groups.length;
  const spec = grouped(question, groups, main, value);
  const beside =
    spec && groups.length === 1 && !share && !cumulative ? sameShow(main, value, question.measures.length) : [];
  if (spec && beside.length > 1) return { ...spec, y: beside.map(labelled) };
  if (!spec || !share) return spec;
  if (groups.length === 2) return { ...spec, kind: 'bar', stacked: true };
  const pie =
    groups[0]?.kind === 'column' &&
    question.top === null &&
    main.rows.length <= PIECES_OF_A_PIE &&
    allPositive(main, spec.y[0]?.column);
  return pie ? { ...plainBar(spec), kind: 'pie' } : spec;
}

const plainBar = ({ horizontal: _, ...spec }: Untitled): Untitled => spec;

/** Several measures share an axis when they are written alike. */
function sameShow(main: QueryResult, from: number, count: number): OutColumn[] {
  const columns = main.query.columns.slice(from, from + count);
  return columns.filter((column) => JSON.stringify(column.show) === JSON.stringify(columns[0]?.show));
}

/** Time runs along the axis as a line, groups stand as bars; the second group makes the series. */
function grouped(question: Question, groups: readonly Group[], main: QueryResult, value: number): Untitled | null {
  const [first, second] = groups;
  const x = main.column(0);
  if (!first || main.column(value).show.as === 'text' || main.column(value).show.as === 'time') return null;
  // A line would run over the periods that a condition leaves out.
  const whole = question.kind !== 'aggregate' || (question.having === null && question.top === null);
  const time = first.kind === 'time' && first.grain !== 'year';
  const spec = { ...base(main, value), ...(second ? { series: main.column(1).name } : {}) };
  if (time) {
    const change = question.kind === 'growth' && !second;
    return {
      ...spec,
      kind: change || !whole ? 'bar' : 'line',
      x: { column: x.name, type: 'time', grain: first.grain },
    };
  }
  const lines = first.kind === 'time' && second !== undefined && new Set(main.rows.map((row) => row[0])).size > 3;
  const bars = { ...spec, x: { column: x.name, type: 'category' as const } };
  if (lines) return { ...bars, kind: 'line' };
  const lying = first.kind === 'column' && !second && isLong(main);
  return { ...bars, kind: 'bar', ...(lying ? { horizontal: true } : {}) };
}

const isLong = (main: QueryResult): boolean =>
  main.rows.length > UPRIGHT_BARS || main.rows.some((row) => String(row[0] ?? '').length > LONG_NAME);

const labelled = (column: OutColumn) => ({ column: column.name });

function base(main: QueryResult, value: number) {
  const column = main.column(value);
  return { y: [labelled(column)], format: formatOf(column.show) };
}

function formatOf(show: Show): NumberFormat {
  if (show.as === 'currency') return { style: 'currency', currency: show.code, decimals: 2 };
  if (show.as === 'percent') return { style: 'percent' };
  return show.as === 'number' && show.decimals !== null
    ? { style: 'number', decimals: show.decimals }
    : { style: 'number' };
}

function allPositive(main: QueryResult, name: string | undefined): boolean {
  const at = main.query.columns.findIndex((column) => column.name === name);
  return main.rows.every((row) => (numberOf(row[at] ?? null) ?? -1) >= 0);
}
