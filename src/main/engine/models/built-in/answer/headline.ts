import type { Headline, HeadlineFigure } from '#contract/headline';
import type { QueryColumn } from '#contract/query-results';
import { numberOf } from './format';
import type { AnalyzedResult } from './result';

/** What the figures say. Every one of them is a cell of the result, or adds some up. */
export function headlineOf(result: AnalyzedResult): Headline {
  if (result.rows.length === 0) return { kind: 'nothing_fits' };
  if (result.columns.every((column) => column.role === 'field')) return rowsHeadline(result);
  const { groups } = result;
  if (groups.length === 0) return figuresHeadline(result);
  const value = asked(result);
  if (!value) return { kind: 'groups', count: result.rows.length };
  const together = togetherHeadline(result, value);
  if (together) return together;
  if (value.role === 'growth' || value.role === 'difference') return changeHeadline(result, value);
  if (result.rows.length === 1)
    return { kind: 'single', output: value.name, group: groupOf(result, 0), value: figureAt(result, 0, value) };
  return endsHeadline(result, value);
}

const figureAt = (result: AnalyzedResult, row: number, column: QueryColumn): HeadlineFigure => ({
  row,
  column: result.columns.indexOf(column),
  cell: result.cell(row, column),
  show: result.show(column),
});

const groupOf = (result: AnalyzedResult, row: number): HeadlineFigure[] =>
  result.groups.map((column) => figureAt(result, row, column));

/** What the first few have of the whole, where that was asked. */
function togetherHeadline(result: AnalyzedResult, value: QueryColumn): Headline | null {
  const { limit, order } = result.output.query;
  if (value.role !== 'share' || !limit || limit.within || result.rows.length < 2) return null;
  const parts = result.rows.map((_, row) => numberOf(result.cell(row, value)));
  if (parts.some((part) => part === null)) return null;
  const cell = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  const of = result.columns.find(({ name }) => name === value.of);
  return {
    kind: 'together',
    ranked: order?.[0]?.direction === 'ascending' ? 'bottom' : 'top',
    count: result.rows.length,
    share: { row: null, column: null, cell, show: result.show(value) },
    of: of?.name ?? null,
  };
}

/** The value that was asked for: the last one that is not only part of another. */
function asked({ values }: AnalyzedResult): QueryColumn | undefined {
  const telling = values.filter(
    ({ role }) =>
      role === 'share' ||
      role === 'calculation' ||
      role === 'running' ||
      role === 'moving' ||
      role === 'growth' ||
      role === 'difference',
  );
  const change = telling.find(({ role }) => role === 'difference');
  return change ?? telling.at(-1) ?? values[0];
}

const isCounted = ({ aggregate }: QueryColumn): boolean => aggregate === 'count' || aggregate === 'distinct';

function figuresHeadline(result: AnalyzedResult): Headline {
  const value = asked(result);
  const shown = value && value.role !== 'measure' ? [value] : result.values;
  if (shown.every((column) => result.cell(0, column) === null)) return { kind: 'no_value' };
  return {
    kind: 'figures',
    figures: shown.slice(0, 6).map((column) => ({
      output: column.name,
      counts: isCounted(column),
      value: figureAt(result, 0, column),
    })),
    parts: value && value.role !== 'measure' ? partsOf(result, value) : null,
  };
}

/** "12 of 110", where both are counted. */
function partsOf(result: AnalyzedResult, value: QueryColumn): { some: HeadlineFigure; all: HeadlineFigure } | null {
  const [some, all] = result.values.filter((column) => column !== value);
  const made = result.output.query.compute?.find((one) => one.as === value.name);
  if (!made || !('calculate' in made) || made.calculate !== 'divide' || !some || !all) return null;
  return { some: figureAt(result, 0, some), all: figureAt(result, 0, all) };
}

/** How many groups fulfil what was asked of them. */
function keptOf({ output, groups }: AnalyzedResult): { count: number; group: string } | null {
  const [group] = groups;
  if (!group || groups.length > 1 || (output.query.having ?? []).length === 0 || output.query.limit) return null;
  return { count: output.row_count, group: group.name };
}

function extremes(result: AnalyzedResult, column: QueryColumn): { high: number; low: number } | null {
  const known = result.rows.flatMap((_, row) => {
    const cell = result.cell(row, column);
    const dated = column.type === 'date' || column.type === 'timestamp';
    const value = dated && typeof cell === 'string' ? Date.parse(cell) : numberOf(cell);
    return value === null ? [] : [{ row, value }];
  });
  const [first] = known;
  if (!first) return null;
  return {
    high: known.reduce((best, one) => (one.value > best.value ? one : best), first).row,
    low: known.reduce((best, one) => (one.value < best.value ? one : best), first).row,
  };
}

function endsHeadline(result: AnalyzedResult, value: QueryColumn): Headline {
  const ends = extremes(result, value);
  const about = { kept: keptOf(result), output: value.name };
  if (!ends) return { kind: 'empty', ...about };
  const isSame = ends.high === ends.low;
  const [one, two] = [result.cell(0, value), result.cell(1, value)];
  if (result.rows.length === 2 && isSame && one !== null && one === two)
    return {
      kind: 'equal',
      ...about,
      groups: [groupOf(result, 0), groupOf(result, 1)],
      value: figureAt(result, 0, value),
    };
  const { limit, order } = result.output.query;
  const least = order?.[0]?.direction === 'ascending' && limit !== undefined;
  const [first, second] = least ? [ends.low, ends.high] : [ends.high, ends.low];
  const at = (row: number) => ({ group: groupOf(result, row), value: figureAt(result, row, value) });
  return {
    kind: 'ends',
    ...about,
    counts: isCounted(value) && value.role === 'measure',
    least,
    first: at(first),
    other: isSame || limit ? null : at(second),
  };
}

function changeHeadline(result: AnalyzedResult, value: QueryColumn): Headline {
  const { query } = result.output;
  const of = result.columns.find((column) => column.name === value.of);
  const growth = result.columns.find((column) => column.role === 'growth');
  const last = result.rows.findLastIndex((_, row) => result.cell(row, value) !== null);
  if (last === -1) return { kind: 'not_comparable' };
  const course = of ? courseHeadline(result, value, of) : null;
  if (course) return course;
  const hasPercent = growth && growth !== value && result.cell(last, growth) !== null;
  return {
    kind: 'change',
    output: (of ?? value).name,
    group: groupOf(result, last),
    by: figureAt(result, last, value),
    percent: hasPercent ? figureAt(result, last, growth) : null,
    level: of ? figureAt(result, last, of) : null,
    others: query.by?.length === 1 && result.rows.length > 2,
  };
}

const LONG = 4;

/** Where a long line of periods began and ended, and how often it went up and down; null for anything else. */
function courseHeadline(result: AnalyzedResult, value: QueryColumn, of: QueryColumn): Headline | null {
  const [group, ...others] = result.groups;
  const last = result.rows.length - 1;
  if (group?.grain === undefined || others.length > 0 || result.output.truncated || last < LONG) return null;
  if (result.cell(0, of) === null || result.cell(last, of) === null) return null;
  const moves = result.rows.flatMap((_, row) => numberOf(result.cell(row, value)) ?? []);
  const at = (row: number) => ({ group: groupOf(result, row), value: figureAt(result, row, of) });
  return {
    kind: 'course',
    output: of.name,
    first: at(0),
    last: at(last),
    grain: group.grain,
    moves: moves.length,
    rose: moves.filter((move) => move > 0).length,
    fell: moves.filter((move) => move < 0).length,
  };
}

function rowsHeadline(result: AnalyzedResult): Headline {
  const count = result.output.row_count;
  const { query } = result.output;
  const by = query.limit ? result.columns.find((column) => column.name === query.order?.[0]?.value) : undefined;
  const [label] = result.columns.filter((column) => column !== by);
  if (by && label)
    return {
      kind: 'first_row',
      label: figureAt(result, 0, label),
      output: by.name,
      value: figureAt(result, 0, by),
    };
  if (!query.rows?.distinct) return { kind: 'rows', count };
  const [only] = result.columns;
  return count === 1 && only ? { kind: 'only', value: figureAt(result, 0, only) } : { kind: 'different', count };
}
