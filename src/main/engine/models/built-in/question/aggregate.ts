import type { PieceOf } from '../language/pieces';
import { isDate } from '../language/scope';
import type { Bag } from './bag';
import { ask } from './declined';
import { addCompared, addOpposed, placeEntities, takeComparing } from './entities';
import { takeFilters } from './filters';
import { autoTime, entityGroup, type Grouping, takeGroupings, takeUnit } from './groupings';
import { busyMeasure, checkBare, checkSold, impliedMeasure, refuseValueOf } from './implied';
import { type Said, type Subject, takeSubject } from './measures';
import { takeMoving } from './moving';
import { perMeasure } from './per';
import type { Aggregate, ChartWish, Filter, Group, Having } from './plan';
import { extremeOf, type Ranking, takeRankedBy, takeRanking } from './ranking';
import { checkShare, isAdditive, takeRates } from './sharing';

const MOST_MEASURES = 4;

/** Totals, counts and averages, on their own or grouped, ranked, as shares or added up over time. */
export function readAggregate(bag: Bag, chart: ChartWish | null): Aggregate {
  checkBare(bag);
  takeDeeds(bag);
  const groupings = takeGroupings(bag);
  const units = takeCountedUnit(bag, groupings);
  const rates = takeRates(bag);
  const subject = takeSubject(bag);
  subject.measures.push(...rates);
  const top = bag.first('top');
  const ranking = takeRanking(bag, subject, groupings);
  if (top && !ranking) takeExtreme(bag, subject);
  const comparing = takeComparing(bag);
  if (comparing) addOpposed(bag, groupings);
  const things = placeEntities(bag, subject, groupings, comparing) || units;
  const said = subject.measures.length > 0;
  const rankedBy = ranking || !said ? takeRankedBy(bag) : null;
  const measures = chooseMeasures(bag, subject, groupings, rankedBy, top);
  refuseValueOf(bag, measures);
  const groups = groupsOf(bag, groupings, ranking);
  const named = said || rankedBy !== null;
  const { filters, having } = conditionsOf(bag, { subject, measures, groups, things, named });
  if (comparing) addCompared(filters, groups, measures.length);
  const share = bag.takeAll('share').length > 0;
  const cumulative = bag.take('cumulative') !== null;
  if (share) checkShare(measures, groups);
  if (cumulative) addTime(bag, measures, groups);
  const moving = takeMoving(bag, measures, groups);
  if (moving && (share || cumulative || having)) ask('A moving average can be taken of one thing at a time.');
  takeSorted(bag, groups, ranking);
  const [first, ...others] = having && !named ? [having.measure] : measures.map((one) => one.measure);
  if (!first || others.length >= MOST_MEASURES) ask('That is more than can be shown at once.');
  if (groups.length > 2) ask('Two groupings at once are the most that can be shown.');
  return {
    kind: 'aggregate',
    measures: [first, ...others],
    groups,
    top: ranking?.top ?? null,
    having,
    share,
    cumulative,
    moving,
    compare: comparing,
    filters,
    chart,
    notes: bag.notes,
  };
}

/** "which owner closed the most deals": a date between the two says what was done, not by when to split. */
function takeDeeds(bag: Bag): void {
  const top = bag.first('top');
  const deed = bag.all('operand').find((piece) => piece.to === top?.from && /ed$/i.test(piece.text));
  const [column, ...others] = deed?.columns ?? [];
  if (!deed || !column || others.length > 0 || !isDate(column) || !bag.has('which')) return;
  bag.drop(deed);
  const { from, to } = deed;
  bag.put({ kind: 'filter', filter: { kind: 'empty', column, not: true }, versus: false, lead: null, from, to });
}

/** "days with more than 900 sessions": the days are what the condition is about. */
function takeCountedUnit(bag: Bag, groupings: Grouping[]): boolean {
  const piece = bag.first('unit') ?? bag.first('season');
  if (!piece || !bag.has('limit') || bag.has('top') || bag.has('aggregate') || groupings.length > 0) return false;
  const unit = takeUnit(bag);
  if (unit) groupings.push({ group: unit.group, lead: 'by', from: piece.from, to: piece.to });
  return unit !== null;
}

interface Found {
  subject: Subject;
  measures: readonly Said[];
  groups: readonly Group[];
  things: boolean;
  named: boolean;
}

function conditionsOf(bag: Bag, found: Found): { filters: Filter[]; having: Having | null } {
  const { subject, measures, groups, things, named } = found;
  const rowish = subject.noun !== null || (named && measures.some((one) => one.measure.kind === 'count'));
  const about = { rowish, things: things && subject.noun === null, measures: named ? measures : [], groups };
  return takeFilters(bag, about);
}

/** "highest price" without anything to rank is the maximum. */
function takeExtreme(bag: Bag, subject: Subject): void {
  const top = bag.first('top');
  const [said, ...others] = subject.measures;
  if (!top?.extreme || top.n !== null || !said || others.length > 0 || said.explicit) return;
  if (!('column' in said.measure)) return;
  const kind = top.direction === 'most' ? 'max' : 'min';
  if (said.measure.kind === 'sum' && said.how === 'concept')
    askExtreme(bag, top, said, kind === 'max' ? 'maximum' : 'minimum');
  subject.measures = [{ ...said, measure: { kind, column: said.measure.column }, explicit: true }];
  bag.drop(top);
}

function askExtreme(bag: Bag, top: PieceOf<'top'>, said: Said, word: string): never {
  const what = said.piece ? bag.text(said.piece) : '';
  const options = [bag.instead(top, word), ...(said.piece ? [bag.instead(said.piece, 'rows')] : [])];
  return ask(`It is not clear what should have the ${top.text} ${what}.`, options);
}

function chooseMeasures(
  bag: Bag,
  subject: Subject,
  groupings: Grouping[],
  rankedBy: Said | null,
  top: PieceOf<'top'> | null,
): Said[] {
  if (rankedBy && subject.measures.length > 0) ask('It is not clear which of the two to rank by.');
  const said = rankedBy ? [rankedBy] : subject.measures;
  const sold = bag.take('sold');
  if (sold && said.length > 0) checkSold(bag, said);
  const busy = bag.take('busy');
  const counted = busy && said.length === 0 && !sold ? busyMeasure(bag, subject, busy) : null;
  const chosen = said.length > 0 ? said : [counted ?? impliedMeasure(bag, subject, sold !== null)];
  const measures = chosen.map((one) => ({ ...one, measure: extremeOf(one.measure, top, one.explicit) }));
  const different = measures.filter((one, index) => measures.findIndex((other) => same(one, other)) === index);
  return perMeasure(bag, subject, groupings, different);
}

const same = (a: Said, b: Said): boolean => JSON.stringify(a.measure) === JSON.stringify(b.measure);

/** What is ranked comes last; numbers with few values are groups too, as in "sales by quantity". */
function groupsOf(bag: Bag, groupings: readonly Grouping[], ranking: Ranking | null): Group[] {
  const said = groupings.map((one) => one.group);
  const groups = ranking ? [...said.filter((group) => group !== ranking.group), ranking.group] : said;
  const by = bag.first('measure by');
  const [column, ...others] = by?.columns ?? [];
  if (!by || !column || others.length > 0 || by.how === 'concept') return groups;
  bag.drop(by);
  const piece: PieceOf<'operand'> = { ...by, kind: 'operand', text: column.name, plural: false };
  return [...groups, entityGroup(bag, { piece, column })];
}

/** A running total runs over time. */
function addTime(bag: Bag, measures: readonly Said[], groups: Group[]): void {
  if (measures.length > 1 || measures.some((one) => !isAdditive(one.measure))) {
    ask('Only one total or count can be added up over time.');
  }
  if (groups[0]?.kind !== 'time') groups.unshift(autoTime(bag));
}

/** Groups come with the largest first anyway; what has an order of its own keeps it. */
function takeSorted(bag: Bag, groups: readonly Group[], ranking: Ranking | null): void {
  const [group, ...others] = groups;
  if (ranking || (group?.kind === 'column' && others.length === 0)) bag.takeAll('sorted');
}
