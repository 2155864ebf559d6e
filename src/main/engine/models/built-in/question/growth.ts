import type { TimeGrain } from '#contract/charts';
import { coverOf } from '../language/cover';
import type { PieceOf } from '../language/pieces';
import { timeGroup } from '../rules/groups';
import { aggregateOf, simpleOf } from './aggregation';
import type { Bag } from './bag';
import { ask } from './declined';
import { takeFilters } from './filters';
import { autoTime, entityGroup, type Grouping, takeGroupings } from './groupings';
import { putBackStatistics } from './implied';
import { countOf, defaultMeasure, type Subject, takeSubject } from './measures';
import { overlap } from './periods';
import type { Aggregate, Change, ChartWish, Filter, Group, Growth, Measure, TimeGroup } from './plan';
import { takeRankedBy } from './ranking';
import { type Ends, hasTwo, lastTwo, takeAgainstPeriod, takeEnds, takeSamePeriod, takeSingle } from './spans';

const PLENTY = 10;

interface Asked {
  chart: ChartWish | null;
  measure: Measure;
  /** The rows themselves are counted. */
  rowish: boolean;
  time: TimeGroup | null;
  split: Group | null;
  top: Change['top'];
  against: PieceOf<'against'> | null;
  growing: boolean;
  only: Change['only'];
}

/** Change between two periods, or from each period to the next. */
export function readGrowth(bag: Bag, chart: ChartWish | null): Growth | Change | Aggregate | null {
  const growing = bag.takeAll('growth');
  const against = bag.take('against');
  const ends = takeEnds(bag, growing.length > 0) ?? takeAgainstPeriod(bag);
  if (growing.length === 0 && !against && !ends) return null;
  const asked = takeAsked(bag, chart, growing, against);
  if (ends && !asked.time) return changeOf(bag, asked, ends);
  if (ends && !asked.growing && !against && asked.time) return sideBySide(bag, asked, asked.time, ends);
  if (!asked.time && against?.same) {
    const same = takeSamePeriod(bag);
    if (same) return changeOf(bag, { ...asked, against: null }, same);
  }
  if (!asked.time && !against) {
    const single = takeSingle(bag);
    if (single || asked.split || asked.top) return changeOf(bag, asked, single ?? lastTwo(bag));
  }
  return seriesOf(bag, asked, ends);
}

function takeAsked(
  bag: Bag,
  chart: ChartWish | null,
  growing: PieceOf<'growth'>[],
  against: PieceOf<'against'> | null,
): Asked {
  const groupings = takeGroupings(bag);
  const subject = takeSubject(bag);
  putBackStatistics(bag, subject);
  for (const kind of ['compare', 'versus', 'share', 'sold'] as const) bag.takeAll(kind);
  const which = bag.has('which') && !bag.has('top');
  const { split, plural } = takeSplit(bag, subject, groupings);
  const by = bag.has('top') || split === null ? takeRankedBy(bag) : null;
  const time = groupings.map((one) => one.group).find((group): group is TimeGroup => group.kind === 'time') ?? null;
  return {
    chart,
    measure: measureOf(bag, subject, by?.measure ?? null),
    rowish: subject.noun !== null,
    time,
    split,
    top: takeTop(bag, growing, plural),
    against,
    growing: growing.length > 0,
    only: split && (which || isAttribute(bag, growing)) ? (growing[0]?.direction ?? null) : null,
  };
}

/** "products with rising sales" are those that grew. */
const isAttribute = (bag: Bag, growing: readonly PieceOf<'growth'>[]): boolean =>
  growing.some((piece) =>
    /^(?:rising|growing|increasing|falling|declining|decreasing|dropping|shrinking)$/i.test(bag.text(piece)),
  ) && !bag.has('top');

const filtersOf = (bag: Bag, asked: Asked): Filter[] =>
  takeFilters(bag, { rowish: asked.rowish, things: false, measures: [], groups: [] }).filters;

function changeOf(bag: Bag, asked: Asked, ends: Ends): Change {
  if (asked.against) ask('Two comparisons at once are more than this can do.');
  const { measure, split, top, only, chart } = asked;
  if (measure.kind === 'typical') ask('Averages of totals cannot be compared yet. Ask for the totals.');
  const filters = filtersOf(bag, asked);
  refuseOutside(filters, ends);
  return {
    kind: 'change',
    measure,
    time: ends.column,
    from: ends.from,
    to: ends.to,
    group: split,
    top,
    only,
    filters,
    chart,
    notes: bag.notes,
  };
}

/** A further period that one of the two lies outside of would make it nothing. */
function refuseOutside(filters: readonly Filter[], ends: Ends): void {
  const outside = filters.some(
    (filter) =>
      filter.kind === 'period' &&
      filter.column === ends.column &&
      [ends.from, ends.to].some((end) => filter.not || !filter.spans.some((span) => overlap(span, end))),
  );
  if (outside) ask(`It is not clear which periods to compare: ${ends.from.label} and ${ends.to.label} are not all.`);
}

/** "2024 vs 2025 by month": each month of one year next to that of the other. */
function sideBySide(bag: Bag, asked: Asked, time: TimeGroup, ends: Ends): Aggregate {
  const { measure, split, chart } = asked;
  if (asked.top) ask('Ranking and comparing at once are more than this can do.');
  const years = ends.from.unit === 'year' && ends.to.unit === 'year';
  const part = time.grain === 'month' || time.grain === 'quarter' ? time.grain : null;
  if (years && part && split) ask('Two years can be set side by side for one thing at a time.');
  const beside: Group[] = [
    { kind: 'season', column: time.column, part: part ?? 'month' },
    { ...time, grain: 'year' },
  ];
  const groups: Group[] = years && part ? beside : [time, ...(split ? [split] : [])];
  const period: Filter = { kind: 'period', column: ends.column, spans: [ends.from, ends.to], not: false };
  const filters = [period, ...filtersOf(bag, asked)];
  return aggregateOf({ measures: [measure], groups, filters, chart, notes: bag.notes });
}

function seriesOf(bag: Bag, asked: Asked, ends: Ends | null): Growth {
  const { against, split, chart } = asked;
  if (asked.top) ask('Ask for the fastest growing without “by month” or the like.');
  const filters = filtersOf(bag, asked);
  const time = asked.time ?? seriesTime(bag, against?.grain ?? null);
  const said = filters.find(
    (filter): filter is Extract<Filter, { kind: 'period' }> => filter.kind === 'period' && !filter.not,
  );
  const between = ends && { kind: 'period' as const, column: ends.column, spans: [ends.from, ends.to], not: false };
  return {
    kind: 'growth',
    measure: simpleOf(asked.measure, 'Growth from period to period can be shown for totals and counts.'),
    time,
    against: against?.against === 'year' && time.grain !== 'year' ? 'year' : 'previous',
    split,
    shown: said ?? between,
    filters: filters.filter((filter) => filter !== said),
    chart,
    notes: bag.notes,
  };
}

function takeSplit(
  bag: Bag,
  subject: Subject,
  groupings: readonly Grouping[],
): { split: Group | null; plural: boolean } {
  const groups = groupings.filter((one) => one.group.kind !== 'time').map((one) => one.group);
  const entity = subject.entities.shift();
  if (entity) groups.push(entityGroup(bag, entity));
  for (const one of subject.entities) bag.put(one.piece);
  if (groups.length > 1) ask('Growth can be split by one thing at a time.');
  return { split: groups[0] ?? null, plural: entity?.piece.plural ?? false };
}

function measureOf(bag: Bag, subject: Subject, by: Measure | null): Measure {
  const said = subject.measures.map((one) => one.measure);
  const [first, ...others] = by ? [...said, by] : said;
  if (others.length > 0) ask('Growth can be shown for one thing at a time.');
  if (first) return first;
  if (subject.noun) return countOf(subject.noun);
  return defaultMeasure(bag.scope) ?? ask('It is not clear whose growth is meant.');
}

function takeTop(bag: Bag, growing: readonly PieceOf<'growth'>[], plural: boolean): Change['top'] {
  const top = bag.take('top');
  if (!top) return null;
  const down = growing.some((one) => one.direction === 'down');
  const fastest = /^(?:fastest|slowest|quickest)$/.test(top.text);
  const direction = down && !fastest ? (top.direction === 'most' ? 'least' : 'most') : top.direction;
  return {
    n: top.n ?? bag.take('some')?.n ?? (plural ? PLENTY : 1),
    skip: top.skip,
    direction,
    by: fastest ? 'share' : 'amount',
  };
}

function seriesTime(bag: Bag, grain: TimeGrain | null): TimeGroup {
  const auto = autoTime(bag);
  const dates = coverOf(auto.column);
  const piece = timeGroup(bag.scope, grain ?? (dates && hasTwo(dates, 'year') ? 'year' : 'month'), 'time');
  return piece.kind === 'group' && piece.group.kind === 'time' ? piece.group : auto;
}
