import type { ChartKind, ChartSpec, NumberFormat, TimeGrain } from '#contract/charts';
import type { QueryColumn } from '#contract/query-results';
import { showOf } from '../../../../query';
import { numberOf } from './format';
import type { AnalyzedResult } from './result';

const MOST_PIECES = 12;
const PIECES_OF_A_PIE = 6;
const UPRIGHT_BARS = 8;
const LONG_NAME = 14;
const TIME_GRAINS: ReadonlySet<string> = new Set(['day', 'week', 'month', 'quarter', 'year']);

/** The picture that fits the answer, or null where a table says more; `unfit` is a kind that was wished for and cannot show it. */
export function chartFor(result: AnalyzedResult, title: string): { spec: ChartSpec | null; unfit: ChartKind | null } {
  const wish = result.output.query.show?.chart ?? null;
  if (wish === 'none') return { spec: null, unfit: null };
  const spec = result.rows.length < 2 ? null : specOf(result, title.slice(0, 200) || 'Chart');
  if (wish === null) return { spec, unfit: null };
  const wished = spec && withWish(spec, wish, result);
  return { spec: wished ?? spec, unfit: wished ? null : wish };
}

function specOf(result: AnalyzedResult, title: string): ChartSpec | null {
  const [first, second, ...more] = result.groups;
  const value = drawn(result);
  if (!first || !value || more.length > 0 || result.groups.length === 0) return null;
  const show = showOf(value);
  if (show.as === 'text' || show.as === 'time' || show.as === 'part') return null;
  const y = second ? [value] : measures(result, value);
  const spec = {
    title,
    y: y.map((column) => ({
      column: column.name,
      label: column.name.replaceAll('_', ' '),
      ...(isWrittenAlike(column, value) ? {} : { format: formatOf(column) }),
    })),
    format: formatOf(value),
    ...(second ? { series: second.name } : {}),
  };
  if (
    first.grain &&
    TIME_GRAINS.has(first.grain) &&
    first.grain !== 'year' &&
    !result.output.query.having &&
    !result.output.query.limit
  ) {
    const kind = value.role === 'difference' || value.role === 'growth' ? 'bar' : 'line';
    return { ...spec, kind, x: { column: first.name, type: 'time', grain: first.grain as TimeGrain } };
  }
  const bars = { ...spec, x: { column: first.name, type: 'category' as const } };
  if (
    value.role === 'share' &&
    !second &&
    result.rows.length <= PIECES_OF_A_PIE &&
    first.role === 'group' &&
    allPositive(result, value)
  )
    return { ...bars, kind: 'pie' };
  const lying = first.role === 'group' && !second && isLong(result, first);
  return {
    ...bars,
    kind: 'bar',
    ...(lying ? { horizontal: true } : {}),
    ...(second && value.role === 'share' ? { stacked: true } : {}),
  };
}

/** What the question was after: the share rather than what it is of. */
function drawn({ values }: AnalyzedResult): QueryColumn | undefined {
  const order = ['share', 'running', 'moving', 'difference', 'calculation'];
  for (const role of order) {
    const found = values.find((column) => column.role === role);
    if (found) return found;
  }
  return values.find((column) => column.role === 'measure');
}

/** All that were asked for; they share an axis where they are written alike. */
function measures({ values }: AnalyzedResult, value: QueryColumn): QueryColumn[] {
  if (value.role !== 'measure') return [value];
  const isDrawn = (column: QueryColumn) => !['text', 'time', 'part'].includes(showOf(column).as);
  const drawn = values.filter((column) => column.role === 'measure' && isDrawn(column));
  return [value, ...drawn.filter((column) => column !== value)].slice(0, 12);
}

const isWrittenAlike = (a: QueryColumn, b: QueryColumn): boolean => {
  const [one, other] = [formatOf(a), formatOf(b)];
  return one.style === other.style && one.currency === other.currency;
};

const isLong = (result: AnalyzedResult, column: QueryColumn): boolean =>
  result.rows.length > UPRIGHT_BARS ||
  result.rows.some((_, row) => String(result.cell(row, column) ?? '').length > LONG_NAME);

const allPositive = (result: AnalyzedResult, column: QueryColumn): boolean =>
  result.rows.every((_, row) => (numberOf(result.cell(row, column)) ?? -1) >= 0);

function withWish(spec: ChartSpec, wish: ChartKind, result: AnalyzedResult): ChartSpec | null {
  const { horizontal: _, ...rest } = spec;
  switch (wish) {
    case 'bar':
      return { ...(spec.kind === 'bar' ? spec : rest), kind: 'bar' };
    case 'line':
    case 'area':
      return { ...rest, kind: wish };
    case 'pie':
      return !spec.series &&
        result.rows.length <= MOST_PIECES &&
        result.values.every((column) => column.role !== 'measure' || allPositive(result, column))
        ? { ...rest, y: rest.y.slice(0, 1), kind: 'pie' }
        : null;
    default:
      return spec.kind === wish ? spec : null;
  }
}

function formatOf(column: QueryColumn): NumberFormat {
  const show = showOf(column);
  if (show.as === 'currency') return { style: 'currency', currency: show.code, decimals: 2 };
  if (show.as === 'percent') return { style: 'percent' };
  if (show.as !== 'number') return { style: 'number' };
  const decimals = show.decimals === null ? {} : { decimals: Math.min(show.decimals, 10) };
  return { style: 'number', ...decimals, ...(show.unit === null ? {} : { unit: show.unit.slice(0, 40) }) };
}
