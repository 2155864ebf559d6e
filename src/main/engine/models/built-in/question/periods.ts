import { yearOf } from '../language/calendar';
import { type PeriodPart, withYear } from '../language/periods';
import type { PieceOf } from '../language/pieces';
import { datesOf } from '../language/scope';
import { vagueText, yearsWith } from '../rules/period-phrases';
import type { Bag } from './bag';
import { ask } from './declined';
import { quoteName } from './names';
import type { Column, Filter, Group, Span } from './plan';

type PeriodFilter = Extract<Filter, { kind: 'period' }>;

/** The periods of a question as filters, each with the column and the years it belongs to. */
export function takePeriods(bag: Bag, groups: readonly Group[]): Filter[] {
  const pieces = bag.takeAll('period');
  const years = pieces.filter((piece) => piece.vague.length === 0 && !piece.not).flatMap((piece) => piece.spans);
  const filters = pieces.flatMap((piece) => filtersOf(bag, piece, years, groups));
  const merged = withoutMergedYears(filters, pieces);
  for (const filter of merged) if (filter.kind === 'period') checkInside(filter);
  return merged;
}

export function periodColumn(bag: Bag, piece: PieceOf<'period'>): Column {
  if (piece.column) return piece.column;
  const { all, clear } = bag.scope.times;
  const [first] = all;
  if (first && clear) return first;
  const options = all.map((column) => bag.instead(piece, `${quoteName(column.name)} ${bag.text(piece)}`));
  return ask(
    `“${bag.text(piece)}” could be about ${all.map((column) => quoteName(column.name)).join(' or ')}.`,
    options,
  );
}

function filtersOf(bag: Bag, piece: PieceOf<'period'>, years: readonly Span[], groups: readonly Group[]): Filter[] {
  const column = periodColumn(bag, piece);
  if (piece.relative !== null) noteRelative(bag, piece, column);
  if (piece.vague.length === 0) return [{ kind: 'period', column, spans: piece.spans, not: piece.not }];
  const whole = years.filter((span) => span.unit === 'year' && span.from !== null);
  if (whole.length > 0) {
    const spans = whole.flatMap((span) => piece.vague.map((part) => withYear(part, yearOf(span.from ?? ''))));
    return [
      { kind: 'period', column, spans: [...piece.spans, ...spans.filter((span) => span !== null)], not: piece.not },
    ];
  }
  const everyYear = groups.some((group) => group.kind === 'time' && group.grain === 'year');
  const seasons = everyYear && piece.spans.length === 0 ? seasonOf(piece.vague, column, piece.not) : null;
  return seasons ? [seasons] : askForYear(bag, piece, column);
}

/** "in March 2024" said in two places: the year alone says nothing more once the month has it. */
function withoutMergedYears(filters: readonly Filter[], pieces: readonly PieceOf<'period'>[]): Filter[] {
  if (!pieces.some((piece) => piece.vague.length > 0)) return [...filters];
  const narrow = filters.some(
    (filter) => filter.kind === 'period' && filter.spans.some((span) => span.unit !== 'year'),
  );
  return filters.filter(
    (filter) => !narrow || filter.kind !== 'period' || filter.not || filter.spans.some((span) => span.unit !== 'year'),
  );
}

/** "in March", asked by year, is every March. */
function seasonOf(parts: readonly PeriodPart[], column: Column, not: boolean): Filter | null {
  const [first] = parts;
  if (!first || (first.unit !== 'month' && first.unit !== 'quarter')) return null;
  if (parts.some((part) => part.unit !== first.unit)) return null;
  return { kind: 'season', column, part: first.unit, values: parts.map((part) => part.index), not };
}

function askForYear(bag: Bag, piece: PieceOf<'period'>, column: Column): never {
  const dates = datesOf(column);
  const what = vagueText(piece.vague);
  const [part] = piece.vague;
  const spans = dates && part && piece.vague.length === 1 ? yearsWith(part, dates) : [];
  if (spans.length === 0) {
    return ask(
      `There is no ${what} in the data, which runs from ${dates?.first ?? 'an unknown date'} to ${dates?.last ?? 'an unknown date'}.`,
    );
  }
  const newest = spans.slice(-3).reverse();
  return ask(
    `The data has more than one ${what}, so it needs a year.`,
    newest.map((span) => bag.instead(piece, `in ${span.label}`)),
  );
}

function noteRelative(bag: Bag, piece: PieceOf<'period'>, column: Column): void {
  const dates = datesOf(column);
  if (dates)
    bag.notes.push(
      `“${bag.text(piece)}” is counted back from ${dates.last}, the last date in ${quoteName(column.name)}.`,
    );
}

/** @throws Declined when no row can lie in the period, told with the dates there are. */
function checkInside(filter: PeriodFilter): void {
  const dates = datesOf(filter.column);
  if (!dates || filter.not) return;
  const outside = filter.spans.filter(
    (span) => (span.from !== null && span.from > dates.last) || (span.until !== null && span.until <= dates.first),
  );
  const [first] = outside;
  if (!first) return;
  ask(
    `The data has nothing for ${first.label}: ${quoteName(filter.column.name)} runs from ${dates.first} to ${dates.last}.`,
  );
}

/** The dates that two conditions leave, or null when they leave none. */
export function overlap(a: Span, b: Span): { from: string | null; until: string | null } | null {
  const from = a.from === null ? b.from : b.from === null ? a.from : a.from > b.from ? a.from : b.from;
  const until = a.until === null ? b.until : b.until === null ? a.until : a.until < b.until ? a.until : b.until;
  return from !== null && until !== null && from >= until ? null : { from, until };
}
