import type { ColumnProfile, DatasetProfile, ShapeFinding } from '#contract';
import type { Period } from '#contract/query';
import type { ColumnUses } from './column-uses';
import { type ComparedFile, finding, type Mapped } from './mapped-columns';

const DAY_MS = 86_400_000;
/** A pause this long is that of a weekend or a holiday. */
const PAUSE_DAYS = 7;

/** What differs in the rows of two files, and in how they were read. */
export function rowFindings(
  before: ComparedFile,
  now: ComparedFile,
  columns: Mapped,
  uses: ColumnUses,
): ShapeFinding[] {
  const [old, fresh] = [before.profile, now.profile];
  return [
    ...(old.rows === fresh.rows ? [] : [finding('tells', { code: 'rows', before: old.rows, now: fresh.rows })]),
    ...columns.pairs.flatMap((pair) => [...periodFindings(pair), ...keyFindings(pair, old, fresh)]),
    ...columns.pairs.flatMap((pair) => periodsAskedFor(pair, uses)),
    ...repeatFindings(old, fresh),
    ...readingFindings(old, fresh),
  ];
}

type Pair = Mapped['pairs'][number];

function periodFindings({ column, now }: Pair): ShapeFinding[] {
  if (column.role !== 'time' || now.role !== 'time') return [];
  const [was, is] = [spanOf(column), spanOf(now)];
  if (!was || !is) return [];
  const days = Math.round((Date.parse(is.from.slice(0, 10)) - Date.parse(was.to.slice(0, 10))) / DAY_MS);
  const relation = relationOf(was, is, days);
  if (relation === 'same') return [];
  const weight = relation === 'gap' || relation === 'before' ? 'asks' : 'tells';
  return [finding(weight, { code: 'period', column: column.name, before: was, now: is, relation, days })];
}

interface Span {
  from: string;
  to: string;
}

function relationOf(was: Span, is: Span, days: number) {
  if (was.from === is.from && was.to === is.to) return 'same';
  if (is.to < was.from) return 'before';
  if (days <= 0) return 'overlaps';
  return days <= PAUSE_DAYS || monthOf(is.from) - monthOf(was.to) <= 1 ? 'follows' : 'gap';
}

/** Counted from the year 0: files of months that follow each other have every month between them. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

const spanOf = ({ min, max, type }: ColumnProfile): Span | null =>
  (type === 'date' || type === 'timestamp') && typeof min === 'string' && typeof max === 'string'
    ? { from: min, to: max }
    : null;

/** Fixed periods of conditions that the other file has nothing of. */
function periodsAskedFor({ column, now }: Pair, uses: ColumnUses): ShapeFinding[] {
  const data = spanOf(now);
  if (!data) return [];
  const seen = new Set<string>();
  return uses.periods.flatMap(({ column: name, period }) => {
    const span = name === column.name ? daysOf(period) : null;
    const key = JSON.stringify(period);
    if (!span || seen.has(key) || (span.from <= data.to.slice(0, 10) && data.from.slice(0, 10) <= span.to)) return [];
    seen.add(key);
    return [finding('asks', { code: 'period_asked_for', column: column.name, period, data })];
  });
}

/** First and last day; null for what recurs or is counted back from the end of the data. */
function daysOf(period: Period): Span | null {
  const two = (value: number) => String(value).padStart(2, '0');
  switch (period.kind) {
    case 'year':
      return { from: `${period.year}-01-01`, to: `${period.year}-12-31` };
    case 'quarter':
      return {
        from: `${period.year}-${two(period.quarter * 3 - 2)}-01`,
        to: `${period.year}-${two(period.quarter * 3)}-31`,
      };
    case 'month':
      return { from: `${period.year}-${two(period.month)}-01`, to: `${period.year}-${two(period.month)}-31` };
    case 'range':
      return { from: period.from ?? '', to: period.to ?? '9999-12-31' };
    default:
      return null;
  }
}

/** What told rows apart and does so no more. */
function keyFindings({ column, now }: Pair, old: DatasetProfile, fresh: DatasetProfile): ShapeFinding[] {
  const tellsApart = column.distinctExact && old.rows > 1 && column.distinct === old.rows && column.role === 'id';
  const count = fresh.rows - now.nulls - now.distinct;
  return tellsApart && now.distinctExact && count > 0
    ? [finding('asks', { code: 'key_repeats', column: column.name, count })]
    : [];
}

function repeatFindings(old: DatasetProfile, fresh: DatasetProfile): ShapeFinding[] {
  if (fresh.duplicates === 0) return [];
  const fact = { code: 'rows_repeat' as const, before: old.duplicates, now: fresh.duplicates };
  return old.duplicates === 0 ? [finding('asks', fact)] : [];
}

function readingFindings(old: DatasetProfile, fresh: DatasetProfile): ShapeFinding[] {
  const totals = fresh.rejects.filter(({ reason }) => reason.code === 'total').length;
  const others = fresh.rejected - totals;
  const many = others > old.rejected && others > fresh.records / 100;
  const above = fresh.notes.find((note) => note.code === 'lines_above_header');
  const wasAbove = old.notes.find((note) => note.code === 'lines_above_header');
  const newAbove = above && above.count !== wasAbove?.count ? above : null;
  const encoded = old.encoding !== null && fresh.encoding !== null && old.encoding !== fresh.encoding;
  return [
    ...(fresh.rejected > 0
      ? [
          finding(many ? 'asks' : 'tells', {
            ...{ code: 'lines_rejected' as const, before: old.rejected, now: fresh.rejected, totals },
          }),
        ]
      : []),
    ...(newAbove ? [finding('tells', { code: 'lines_above_header', count: newAbove.count })] : []),
    ...(encoded ? [finding('tells', { code: 'encoding', before: old.encoding ?? '', now: fresh.encoding ?? '' })] : []),
  ];
}
