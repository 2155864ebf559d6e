import type { PieceOf } from '../language/pieces';
import { isDate, isNumeric, mainMeasure, measures } from '../language/scope';
import { nameStems } from '../language/stems';
import { natureOf } from './additivity';
import { aggregateOf } from './aggregation';
import type { Bag } from './bag';
import { ask } from './declined';
import { takeFilters } from './filters';
import { countOf, oneOf } from './measures';
import { quoteName } from './names';
import type {
  Aggregate,
  ChartWish,
  Checks,
  Column,
  Distribution,
  Frequency,
  Measure,
  Outliers,
  Question,
  Relation,
} from './plan';

const ROWS = { rowish: true, things: false, measures: [], groups: [] };

/** Missing values, duplicates, values that could not be read, and what is in the data at all. */
export function readChecks(bag: Bag, chart: ChartWish | null): Checks | Aggregate | null {
  if (bag.has('group') && bag.has('missing') && bag.all('operand').length === 1) {
    takeMissingFilter(bag);
    if (!bag.has('noun')) bag.put({ kind: 'noun', noun: 'rows', column: null, plural: true, from: 0, to: 0 });
    return null;
  }
  if (bag.has('group') || bag.has('measure by')) return null;
  if (bag.has('missing')) return readMissing(bag, chart);
  if (bag.has('duplicates')) {
    bag.take('duplicates');
    const noun = bag.take('noun');
    bag.takeAll('aggregate');
    const operand = bag.take('operand');
    const column = operand ? oneOf(bag, operand, operand.columns, 'column') : (noun?.column ?? null);
    return check(bag, 'duplicates', column, chart);
  }
  return bag.has('describe') ? readDescribe(bag, chart) : null;
}

function readMissing(bag: Bag, chart: ChartWish | null): Checks | null {
  const operands = bag.all('operand');
  if (bag.has('noun') && operands.length === 1) {
    takeMissingFilter(bag);
    return null;
  }
  bag.takeAll('missing');
  bag.takeAll('aggregate');
  bag.take('top');
  const operand = bag.take('operand');
  return check(bag, 'missing', operand ? oneOf(bag, operand, operand.columns, 'column') : null, chart);
}

/** "orders missing a customer" are rows with an empty column. */
function takeMissingFilter(bag: Bag): void {
  const missing = bag.take('missing');
  const operand = bag.take('operand');
  if (!missing || !operand) return;
  const column = oneOf(bag, operand, operand.columns, 'column');
  bag.put({
    kind: 'filter',
    filter: { kind: 'empty', column, not: false },
    versus: false,
    lead: null,
    from: missing.from,
    to: missing.to,
  });
}

function readDescribe(bag: Bag, chart: ChartWish | null): Checks | Aggregate | null {
  const operand = bag.first('operand');
  if (bag.has('noun') || bag.has('aggregate') || bag.has('top')) {
    bag.takeAll('describe');
    return bag.has('aggregate') || bag.has('top') ? null : rowsDescribed(bag, chart);
  }
  bag.takeAll('describe');
  if (!operand) return check(bag, 'describe', null, chart);
  const numeric = operand.columns.filter((column) => isNumeric(column) && column.role !== 'id');
  if (numeric.length === 0) return null;
  bag.drop(operand);
  return statistics(bag, oneOf(bag, operand, numeric, 'column'), chart);
}

function rowsDescribed(bag: Bag, chart: ChartWish | null): Checks {
  bag.takeAll('noun');
  return check(bag, 'describe', null, chart);
}

/** "describe price": what is usually wanted of a column of numbers. */
function statistics(bag: Bag, column: Column, chart: ChartWish | null): Aggregate {
  const rest: Measure[] = (['median', 'min', 'max'] as const).map((kind) => ({ kind, column }));
  const measures: Aggregate['measures'] = [{ kind: 'average', column }, ...rest];
  if (natureOf(column) === 'sum') measures.unshift({ kind: 'sum', column });
  const { filters } = takeFilters(bag, ROWS);
  return aggregateOf({ measures, groups: [], filters, chart, notes: bag.notes });
}

function check(bag: Bag, kind: Checks['kind'], column: Column | null, chart: ChartWish | null): Checks {
  const { filters } = takeFilters(bag, ROWS);
  return { kind, column, filters, chart, notes: bag.notes };
}

/** A question about how a number is spread, or how two go together. */
export function readShape(bag: Bag, chart: ChartWish | null): Distribution | Outliers | Relation | null {
  if (bag.has('outliers') && !bag.has('group')) return readOutliers(bag, chart);
  if (bag.has('distribution')) return readDistribution(bag, chart);
  const operands = bag.all('operand').filter((piece) => piece.columns.some(isNumeric));
  const opposed =
    bag.has('versus') && operands.length === 2 && !bag.has('group') && !bag.has('aggregate') && !areTotals(operands);
  const scatter = chart === 'scatter' && operands.length === 2 && !bag.has('group');
  return bag.has('relation') || opposed || scatter ? readRelation(bag, chart) : null;
}

/** "budget vs actual" sets two sums of money next to each other; other numbers are looked at row by row. */
const areTotals = (operands: readonly PieceOf<'operand'>[]): boolean =>
  operands.every(({ columns }) =>
    columns.every((one) => natureOf(one) === 'sum' && (one.unit?.kind === 'currency' || isPlanned(one))),
  );

const isPlanned = ({ name }: Column): boolean =>
  nameStems(name).some((stem) => /^(?:budget|actual|plan|planned|target|forecast)$/.test(stem));

function readOutliers(bag: Bag, chart: ChartWish | null): Outliers {
  bag.takeAll('outliers');
  bag.takeAll('aggregate');
  bag.take('noun');
  const operand = bag.take('operand');
  const column = operand ? numberOf(bag, operand) : mainMeasure(bag.scope);
  if (!column)
    ask(
      'It is not clear in which column to look for outliers.',
      measures(bag.scope.dataset).map((one) => `outliers in ${quoteName(one.name)}`),
    );
  const { filters } = takeFilters(bag, ROWS);
  return { kind: 'outliers', column, filters, chart, notes: bag.notes };
}

/** How often the values of a category occur is a count by it, so that is left to others. */
function readDistribution(bag: Bag, chart: ChartWish | null): Distribution | null {
  const [operand] = bag.all('operand');
  const numeric = operand?.columns.some((column) => isNumeric(column) && column.role === 'measure') ?? false;
  const grouped = bag.has('group') || bag.has('noun');
  if (numeric && operand && bag.has('group')) refuseSpreads(bag, operand);
  if (grouped || (operand && !numeric)) {
    bag.takeAll('distribution');
    if (operand && !grouped) countBy(bag, operand);
    return null;
  }
  bag.takeAll('distribution');
  if (operand) bag.drop(operand);
  const column = operand ? numberOf(bag, operand) : mainMeasure(bag.scope);
  if (!column)
    ask(
      'It is not clear whose distribution is meant.',
      measures(bag.scope.dataset).map((one) => `distribution of ${quoteName(one.name)}`),
    );
  const { filters } = takeFilters(bag, ROWS);
  return { kind: 'distribution', column, filters, chart, notes: bag.notes };
}

/** How a level is spread in each of several groups is no average and no total of them. */
function refuseSpreads(bag: Bag, operand: PieceOf<'operand'>): void {
  const [said] = bag.all('distribution');
  const added = operand.columns.every((column) => natureOf(column) === 'sum');
  if (!said || (added && !bag.all('group').some((piece) => isEach(piece.lead)))) return;
  ask(`“${bag.text(said)}” is shown for all rows together, not for each group.`, [
    `quartiles of ${operand.text} ${bag
      .all('group')
      .map((piece) => bag.text(piece))
      .join(' ')}`,
    `distribution of ${operand.text}`,
  ]);
}

const isEach = (lead: PieceOf<'group'>['lead']): boolean => lead === 'per' || lead === 'each';

/** "orders per customer distribution": how many customers have one order, two, three. */
export function readFrequency(bag: Bag, chart: ChartWish | null): Frequency | null {
  const [group, ...groups] = bag.all('group');
  const noun = bag.first('noun');
  if (!bag.has('distribution') || !group || !noun || groups.length > 0 || !isEach(group.lead)) return null;
  if (group.group.kind !== 'column' || bag.has('operand')) return null;
  const measure = countOf(noun);
  for (const kind of ['distribution', 'group', 'noun', 'aggregate'] as const) bag.takeAll(kind);
  const { filters } = takeFilters(bag, ROWS);
  return { kind: 'frequency', measure, per: group.group.column, filters, chart, notes: bag.notes };
}

function countBy(bag: Bag, operand: PieceOf<'operand'>): void {
  const column = oneOf(bag, operand, operand.columns, 'column');
  bag.drop(operand);
  bag.put({ kind: 'noun', noun: 'rows', column: null, plural: true, from: operand.from, to: operand.from });
  bag.put({ kind: 'group', group: { kind: 'column', column }, lead: 'by', from: operand.from, to: operand.to });
}

function readRelation(bag: Bag, chart: ChartWish | null): Relation {
  bag.takeAll('relation');
  bag.takeAll('versus');
  bag.takeAll('compare');
  const [first, second, ...others] = bag.takeAll('operand');
  if (!first || !second || others.length > 0) ask('A relation needs two columns of numbers.');
  const [x, y] = [numberOf(bag, first), numberOf(bag, second)];
  if (x === y) ask('A relation needs two different columns.');
  const { filters } = takeFilters(bag, ROWS);
  return { kind: 'relation', x, y, filters, chart, notes: bag.notes };
}

function numberOf(bag: Bag, operand: PieceOf<'operand'>): Column {
  const numeric = operand.columns.filter((column) => isNumeric(column) && column.role !== 'id');
  if (numeric.length === 0) ask(`${quoteName(operand.columns[0]?.name ?? operand.text)} holds no numbers.`);
  const real = numeric.filter((column) => column.role === 'measure');
  return oneOf(bag, operand, real.length > 0 ? real : numeric, 'column');
}

/** "when did we sell the most" needs a unit of time. */
function askWhen(bag: Bag): never {
  const when = bag.first('when');
  const top = bag.first('top');
  const direction = top?.direction === 'least' ? 'lowest' : 'highest';
  const said = bag.all('operand').find((piece) => piece.columns.some(isNumeric));
  const main = said?.text ?? mainMeasure(bag.scope)?.name ?? 'number of rows';
  return ask(
    `“${when ? bag.text(when) : 'when'}” could ask for a day, a month or a year.`,
    ['day', 'month', 'year'].map((unit) => `which ${unit} had the ${direction} ${quoteName(main)}`),
  );
}

/** The first and last date, or the smallest and greatest number. */
export function readRange(bag: Bag, chart: ChartWish | null): Question | null {
  const edge = bag.first('edge');
  const when = bag.has('when') && edge !== null;
  if (bag.has('when') && bag.has('top') && bag.scope.times.all.length > 0) askWhen(bag);
  if (edge && !bag.has('noun') && !when) takeLatest(bag, edge);
  if ((!bag.has('range') && !when) || bag.has('group')) return null;
  bag.takeAll('range');
  bag.take('when');
  const operand = bag.take('operand');
  if (edge) bag.drop(edge);
  bag.take('noun');
  const column = operand
    ? oneOf(
        bag,
        operand,
        operand.columns.filter((one) => isDate(one) || isNumeric(one)),
        'column',
      )
    : dateOf(bag);
  const kinds = edge ? [edge.direction === 'most' ? ('max' as const) : ('min' as const)] : (['min', 'max'] as const);
  const [first, ...others] = kinds.map((kind): Measure => ({ kind, column }));
  if (!first) return null;
  const { filters } = takeFilters(bag, ROWS);
  return aggregateOf({ measures: [first, ...others], groups: [], filters, chart, notes: bag.notes });
}

/** "latest order date by country" is the greatest date of each; rows are meant where they are named. */
function takeLatest(bag: Bag, edge: PieceOf<'edge'>): void {
  const said = bag.all('operand').find((piece) => piece.from === edge.to && piece.columns.some(isDate));
  if (edge.n !== null || (!said && !(bag.has('range') && bag.has('group')))) return;
  const { from } = edge;
  bag.drop(edge);
  bag.takeAll('range');
  if (!said) {
    const column = dateOf(bag);
    bag.put({ kind: 'operand', columns: [column], how: 'name', text: column.name, plural: false, from, to: from });
  }
  const [aggregate, text] = edge.direction === 'most' ? (['max', 'latest'] as const) : (['min', 'earliest'] as const);
  bag.put({ kind: 'aggregate', aggregate, text, from: from - 1, to: from });
}

function dateOf(bag: Bag): Column {
  const { all, clear } = bag.scope.times;
  const [first] = all;
  if (first && clear) return first;
  if (!first) return ask('The data has no dates.');
  return ask(
    'The data has more than one date column.',
    all.map((column) => `date range of ${quoteName(column.name)}`),
  );
}
