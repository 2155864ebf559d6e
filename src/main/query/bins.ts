import type { FieldDefinition } from '#contract/definitions';
import type { Condition, Grouping, Query } from '#contract/query';
import type { QueryColumn } from '#contract/query-results';
import type { Cell } from '#contract/tables';

const STEPS = [1, 2, 2.5, 5, 10];
const DEFAULT_WIDTH = '1';

/** The width of bins as decimal text; where only their number is given, a round one for the values that are asked for. */
export function binWidth(
  bin: NonNullable<Grouping['bin']>,
  field: FieldDefinition,
  where: readonly Condition[],
): string {
  if ('width' in bin) return plainWidth(String(bin.width));
  const { from, to } = rangeOf(field, where);
  const width = (to - from) / bin.count;
  if (!Number.isFinite(width) || width <= 0) return DEFAULT_WIDTH;
  const power = 10 ** Math.floor(Math.log10(width));
  const step = STEPS.find((candidate) => candidate * power >= width * 0.999) ?? 10;
  const round = step * power;
  return field.type === 'integer' && round < 1 ? DEFAULT_WIDTH : plain(round);
}

/** Of all that is counted, so much in a single bin says nothing of how values are spread. */
const MOSTLY = 0.8;
const NARROWER = 10;

/**
 * The query with bins a tenth as wide, where the number of bins was left to us and a few values far out have put nearly all
 * the others into one; null where its bins say something, or would
 * become narrower than `least`.
 */
export function withNarrowerBins(
  query: Query,
  columns: readonly QueryColumn[],
  rows: readonly (readonly Cell[])[],
  least: number,
): Query | null {
  const [grouping, ...others] = query.by ?? [];
  const [column, measure] = columns;
  if (!grouping?.bin || !('count' in grouping.bin) || others.length > 0 || measure?.role !== 'measure') return null;
  const width = Number(column?.width);
  const counts = rows.map((row) => Math.abs(numberOf(row[1])) || 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (!(width > 0) || rows.length < 2 || Math.max(...counts) <= total * MOSTLY) return null;
  if (width <= least) return null;
  return { ...query, by: [{ ...grouping, bin: { width: plain(width / NARROWER) } }] };
}

const MOST_DIGITS = 12;

/** As it is written, unless that is in a form that not all databases read. */
export const plainWidth = (width: string): string =>
  /^\d+(?:\.\d+)?$/.test(width) && (width.split('.')[1]?.length ?? 0) <= MOST_DIGITS ? width : plain(Number(width));

const numberOf = (cell: Cell | undefined): number => (cell === null || cell === undefined ? Number.NaN : Number(cell));

/** From the least to the greatest value, as far as conditions on the field leave them. */
function rangeOf(field: FieldDefinition, where: readonly Condition[]): { from: number; to: number } {
  let from = numberOf(field.min);
  let to = numberOf(field.max);
  for (const condition of where) {
    if (!('field' in condition) || condition.field !== field.id) continue;
    if (condition.op === 'between') {
      from = Math.max(from, Number(condition.from));
      to = Math.min(to, Number(condition.to));
    }
    if (condition.op === '>' || condition.op === '>=') from = Math.max(from, Number(condition.value));
    if (condition.op === '<' || condition.op === '<=') to = Math.min(to, Number(condition.value));
  }
  return { from, to };
}

/** Without an exponent, and without what doubles add: `0.25`. */
function plain(value: number): string {
  const digits = Math.min(MOST_DIGITS, Math.max(0, 2 - Math.floor(Math.log10(value))));
  const text = value.toFixed(digits);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
