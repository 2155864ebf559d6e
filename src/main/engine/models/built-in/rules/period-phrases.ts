import { add, spanOf, startOf, yearOf } from '../language/calendar';
import { deedAt } from '../language/deeds';
import { MARKS } from '../language/marks';
import { dayWith, type Period, type PeriodPart, partLabel, withYear } from '../language/periods';
import { GRAINS } from '../language/phrases';
import type { PeriodPiece } from '../language/pieces';
import { datesOf, isDate, nounAt, type Scope } from '../language/scope';
import type { Token } from '../language/tokens';
import type { Column, Span } from '../question/plan';
import { type Item, inYear, itemAt } from './period-items';
import { type Rule, skip, textOf, word } from './rule';

type Phrase = Omit<PeriodPiece, 'kind' | 'column' | 'not' | 'spans' | 'vague'> & { items: Period[]; length: number };

const LEADS = new Set([
  'in',
  'during',
  'for',
  'of',
  'on',
  'over',
  'within',
  'throughout',
  'at',
  'only',
  'just',
  'the',
  'both',
  'year',
  '=',
  'is',
]);
const RANGE_END = new Set(['to', 'until', 'till', 'through', 'thru', '-', 'up']);
const LIST_JOINERS = new Set([',', 'and', 'or', 'also', 'in']);
const VERSUS = new Set(['vs', 'versus', 'against', 'v', 'than']);
const ONWARDS = new Set(['on', 'onwards', 'onward', 'upwards', 'forward']);

/** "in March 2024", "between 2023 and 2024", "since June", "last 6 months", "2024 vs 2025" */
export const periodRule: Rule = (scope, tokens, at) => {
  const named = namedColumn(scope, tokens, at);
  const column = named?.column ?? scope.times.all[0];
  if (!column) return null;
  const start = at + (named?.length ?? 0);
  const dates = datesOf(column);
  const phrase = phraseAt(tokens, start, dates?.last ?? null);
  if (!phrase) return null;
  const resolved = settle(phrase.items, dates);
  const length = start - at + phrase.length;
  const { ends, versus } = phrase;
  const relative = phrase.relative === null ? null : textOf(tokens, start, start + phrase.length);
  return {
    pieces: [
      {
        kind: 'period',
        column: named?.column ?? null,
        ...resolved,
        ends: ends && known(ends, resolved),
        versus,
        not: false,
        relative,
      },
    ],
    length,
  };
};

/** "shipped on" before a period names its column; so does "order date is". */
function namedColumn(scope: Scope, tokens: readonly Token[], at: number): { column: Column; length: number } | null {
  const things = /s$/.test(word(tokens, at)) || nounAt(scope, tokens[at]) !== null;
  const deed = things ? null : deedAt(scope, tokens[at]);
  const hit = scope.columns.at(tokens, at) ?? (deed && { columns: [deed], length: 1 });
  const [column] = hit?.columns.filter(isDate) ?? [];
  if (!hit || !column || hit.columns.filter(isDate).length > 1) return null;
  const next = skip(tokens, at + hit.length, new Set(['is', 'was', 'falls', 'lies']));
  return { column, length: next - at };
}

function phraseAt(tokens: readonly Token[], at: number, last: string | null): Phrase | null {
  return openAt(tokens, at, last) ?? rangeAt(tokens, at, last) ?? listAt(tokens, at, last);
}

const END_OF = new Set(['the', 'end', 'of']);

/** "since 2024", "before March 2025", "from 2024 onwards" */
function openAt(tokens: readonly Token[], at: number, last: string | null): Phrase | null {
  const opening = openingAt(tokens, at);
  if (!opening) return null;
  const edge = /^(?:until|after)$/.test(opening.side) ? skip(tokens, at + opening.length, END_OF) : at + opening.length;
  const item = itemAt(tokens, edge, last);
  if (!item) return null;
  let length = edge - at + item.length;
  if (opening.side === 'from') {
    const on = word(tokens, at + length) === 'and' ? 1 : 0;
    const closing = ONWARDS.has(word(tokens, at + length + on));
    if (closing) length += 1 + on;
    else if (!opening.sure || RANGE_END.has(word(tokens, at + length))) return null;
  }
  const period = 'span' in item.period ? { span: opened(item.period.span, opening.side) } : item.period;
  if (!('span' in period)) return null;
  return { items: [period], length, ends: null, versus: false, relative: item.relative ? '' : null };
}

type Side = 'from' | 'after' | 'before' | 'until';

function openingAt(tokens: readonly Token[], at: number): { side: Side; length: number; sure: boolean } | null {
  const first = word(tokens, at);
  const second = word(tokens, at + 1);
  const two = (side: Side) => ({ side, length: 2, sure: true });
  if (/^(?:starting|beginning)$/.test(first) && /^(?:in|from|with|on)$/.test(second)) return two('from');
  if (/^(?:later|newer)$/.test(first) && second === 'than') return two('after');
  if (/^(?:earlier|older)$/.test(first) && second === 'than') return two('before');
  if (first === 'prior' && second === 'to') return two('before');
  if (first === 'up' && /^(?:to|until)$/.test(second)) return two('until');
  if (first === 'from') return { side: 'from', length: 1, sure: false };
  if (first === 'since' || first === 'starting') return { side: 'from', length: 1, sure: true };
  if (first === 'after') return { side: 'after', length: 1, sure: true };
  if (first === 'before') return { side: 'before', length: 1, sure: true };
  return /^(?:until|till|through|thru)$/.test(first) ? { side: 'until', length: 1, sure: true } : null;
}

function opened(span: Span, side: Side): Span {
  switch (side) {
    case 'from':
      return { from: span.from, until: null, label: `from ${span.from}`, unit: null };
    case 'after':
      return { from: span.until, until: null, label: `from ${span.until}`, unit: null };
    case 'before':
      return { from: null, until: span.from, label: `before ${span.from}`, unit: null };
    case 'until':
      return { from: null, until: span.until, label: `before ${span.until}`, unit: null };
  }
}

/** "from January to June 2024", "between 2023 and 2024", "Q1 - Q3 2024" */
function rangeAt(tokens: readonly Token[], at: number, last: string | null): Phrase | null {
  const between = word(tokens, at) === 'between';
  const led = between || word(tokens, at) === 'from';
  const start = led ? at + 1 : skip(tokens, at, LEADS);
  const first = itemAt(tokens, start, last) ?? dayBefore(tokens, start, last);
  if (!first) return null;
  let next = start + first.length;
  if (!joinsRange(tokens, next, between)) return null;
  next += word(tokens, next) === 'up' ? 2 : 1;
  const second = itemAt(tokens, next, last) ?? dayAfter(tokens, next, first.period);
  if (!second) return null;
  const items = shareYears([first.period, second.period], true);
  const [low, high] = items;
  if (!low || !high || !('span' in low) || !('span' in high)) return null;
  const span: Span = {
    from: low.span.from,
    until: high.span.until,
    label: `${low.span.label} to ${high.span.label}`,
    unit: null,
  };
  if (span.from !== null && span.until !== null && span.from >= span.until) return null;
  return {
    items: [{ span }],
    length: next + second.length - at,
    ends: [low.span, high.span],
    versus: false,
    relative: first.relative || second.relative ? '' : null,
  };
}

const joinsRange = (tokens: readonly Token[], at: number, between: boolean): boolean =>
  RANGE_END.has(word(tokens, at)) || (between && word(tokens, at) === 'and');

/** "1 and" in "between 1 and 15 June": the month comes with the second day. */
function dayBefore(tokens: readonly Token[], at: number, last: string | null): Item | null {
  if (!joinsRange(tokens, at + 1, true)) return null;
  const second = itemAt(tokens, at + 2, last);
  const found = second && dayWith(tokens, at, second.period);
  if (!found || !('part' in found.value) || found.value.part.day >= dayIn(second.period)) return null;
  return { period: found.value, length: 1, relative: false };
}

const dayIn = (period: Period): number => ('part' in period ? period.part.day : Number(period.span.from?.slice(8, 10)));

/** "15" in "June 1 to 15, 2024" */
function dayAfter(tokens: readonly Token[], at: number, first: Period): Item | null {
  const found = dayWith(tokens, at, first);
  return found && { period: found.value, length: found.length, relative: false };
}

/** "in 2023 and 2024", "Q1 vs Q2 2025", "this quarter vs last" */
function listAt(tokens: readonly Token[], at: number, last: string | null): Phrase | null {
  const start = itemAt(tokens, at, last) ? at : skip(tokens, at, LEADS);
  const first = itemAt(tokens, start, last);
  if (!first) return null;
  const found = [first];
  let next = start + first.length;
  let versus = false;
  for (;;) {
    const joined = joinAt(tokens, next);
    if (!joined) break;
    const item = itemAt(tokens, joined.next, last) ?? elliptic(tokens, joined.next, found.at(-1), last);
    if (!item || (joined.versus && MARKS.at(tokens, next)?.meaning.kind === 'against')) break;
    versus ||= joined.versus;
    found.push(item);
    next = joined.next + item.length;
  }
  const items = shareYears(
    found.map((item) =>
      versus && last !== null && found.some((one) => one.relative) ? inYear(item.period, last) : item.period,
    ),
    false,
  );
  return { items, length: next - at, ends: null, versus, relative: found.some((item) => item.relative) ? '' : null };
}

function joinAt(tokens: readonly Token[], at: number): { next: number; versus: boolean } | null {
  const compared = word(tokens, at) === 'compared' && /^(?:to|with)$/.test(word(tokens, at + 1));
  if (compared) return { next: at + 2, versus: true };
  if (VERSUS.has(word(tokens, at))) return { next: skip(tokens, at + 1, new Set(['in', 'the'])), versus: true };
  const next = skip(tokens, at, LIST_JOINERS);
  if (next === at || (next === at + 1 && word(tokens, at) === 'in')) return null;
  return { next, versus: false };
}

/** "last" after "this quarter vs" is the last quarter. */
function elliptic(tokens: readonly Token[], at: number, before: Item | undefined, last: string | null): Item | null {
  if (last === null || !before || !('span' in before.period) || !before.relative) return null;
  const { unit } = before.period.span;
  if (unit === null || unit === 'half' || !/^(?:last|previous|prior)$/.test(word(tokens, at))) return null;
  if (GRAINS.at(tokens, at + 1)) return null;
  return { period: { span: spanOf(add(startOf(last, unit), -1, unit), unit) }, length: 1, relative: true };
}

/** Gives "January" in "January to June 2024" its year. */
function shareYears(periods: Period[], ordered: boolean): Period[] {
  return periods.map((period, index) => {
    if ('span' in period) return period;
    const after = periods.slice(index + 1).find((one) => 'span' in one);
    const before = periods.slice(0, index).findLast((one) => 'span' in one);
    const known = after ?? before;
    if (!known || !('span' in known) || known.span.from === null) return period;
    if (known.span.unit === 'year' || known.span.unit === null) return period;
    const year = yearOf(known.span.from);
    const span = withYear(period.part, year);
    const wraps = ordered && after !== undefined && span?.from != null && span.from > known.span.from;
    const settled = wraps ? withYear(period.part, year - 1) : span;
    return settled ? { span: settled } : period;
  });
}

/** A period without a year is settled when the data has it in one year only. */
function settle(
  items: readonly Period[],
  dates: { first: string; last: string } | null,
): { spans: Span[]; vague: PeriodPart[] } {
  const spans: Span[] = [];
  const vague: PeriodPart[] = [];
  for (const item of items) {
    if ('span' in item) {
      spans.push(item.span);
      continue;
    }
    const fits = dates ? yearsWith(item.part, dates) : [];
    if (fits.length === 1 && fits[0]) spans.push(fits[0]);
    else vague.push(item.part);
  }
  return { spans, vague };
}

/** The years of the data in which the part lies. */
export function yearsWith(part: PeriodPart, dates: { first: string; last: string }): Span[] {
  const years = Array.from(
    { length: Math.min(200, yearOf(dates.last) - yearOf(dates.first) + 1) },
    (_, index) => yearOf(dates.first) + index,
  );
  return years
    .map((year) => withYear(part, year))
    .filter(
      (span): span is Span =>
        span?.from != null && span.until != null && span.from <= dates.last && span.until > dates.first,
    );
}

const known = (ends: [Span, Span], resolved: { vague: PeriodPart[] }): [Span, Span] | null =>
  resolved.vague.length > 0 ? null : ends;

export const vagueText = (parts: readonly PeriodPart[]): string => parts.map(partLabel).join(' and ');
