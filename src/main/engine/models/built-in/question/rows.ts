import type { PieceOf } from '../language/pieces';
import { isDate, isNumeric, mainMeasure, measures, rowsAreStaff } from '../language/scope';
import { severalOf } from '../language/stems';
import type { Bag } from './bag';
import { ask } from './declined';
import { takeFilters } from './filters';
import { isValueOf } from './implied';
import { oneOf } from './measures';
import { quoteName } from './names';
import type { ChartWish, Column, Rows, Values } from './plan';

const PLENTY = 10;
/** Rows that a list without a number brings. */
export const LISTED = 100;

/** Kinds of pieces that ask for something computed, so that rows are not what is wanted. */
const COMPUTED = [
  'aggregate',
  'group',
  'growth',
  'share',
  'rate',
  'cumulative',
  'against',
  'divide',
  'compare',
  'versus',
  'noun by',
  'unit',
  'season',
  'how much',
  'duration',
  'moving',
] as const;

const anyRows: PieceOf<'noun'> = { kind: 'noun', noun: 'rows', column: null, plural: true, from: 0, to: 0 };

const ASKING = ['show', 'some', 'which', 'top', 'edge', 'filter', 'limit', 'above', 'period'] as const;

/** "largest 10 orders", "show orders over 5000 in West", "latest orders": rows as they are. */
export function readRows(bag: Bag, chart: ChartWish | null): Rows | null {
  if (COMPUTED.some((kind) => bag.has(kind))) return null;
  const who = bag.all('which').some((piece) => piece.who);
  const named =
    bag.left.length === 1 &&
    bag.all('filter').some(({ filter }) => filter.column.role === 'id' || filter.kind === 'beside');
  const noun =
    bag.first('noun') ??
    takeRowThing(bag) ??
    (named ? anyRows : who && bag.has('top') ? personNoun(bag) : bag.has('some') ? anyRows : null);
  if (!noun || isValueOf(bag, noun)) return null;
  const asked = ASKING.some((kind) => bag.has(kind));
  const entities = bag.all('operand').some((piece) => !piece.columns.some(isNumeric));
  if (!asked || entities) return null;
  if (bag.has('top') && noun.column && takesSeveralRows(bag, noun.column)) {
    rankThings(bag, noun, noun.column);
    return null;
  }
  const top = bag.take('top');
  const edge = top ? null : bag.take('edge');
  const some = bag.take('some');
  bag.takeAll('noun');
  const order = top
    ? { column: rankColumn(bag, noun), direction: top.direction }
    : edge
      ? timeOrder(bag, edge, noun)
      : null;
  const limit = some?.n ?? top?.n ?? edge?.n ?? (top || edge || some ? (noun.plural ? PLENTY : 1) : LISTED);
  const { filters } = takeFilters(bag, { rowish: true, things: false, measures: [], groups: [] });
  return { kind: 'rows', noun: noun.noun, order, limit, skip: top?.skip ?? 0, filters, chart, notes: bag.notes };
}

/** "items costing at least 50", where each row is an item: the rows are what is asked for. */
function takeRowThing(bag: Bag): PieceOf<'noun'> | null {
  const [piece, ...others] = bag.all('operand').filter((one) => !one.columns.some(isNumeric));
  const [column, ...more] = piece?.columns ?? [];
  if (!piece || !column || others.length + more.length > 0 || !piece.plural || isDate(column)) return null;
  const compared = bag
    .all('filter')
    .some(({ filter }) => ['beside', 'compare', 'between', 'order'].includes(filter.kind));
  const limited = compared || bag.has('limit') || bag.has('above');
  if (!limited || bag.has('top') || column.distinct < bag.scope.dataset.rows) return null;
  bag.drop(piece);
  return { kind: 'noun', noun: piece.text.toLowerCase(), column: null, plural: true, from: piece.from, to: piece.to };
}

/** More than a stray repetition: an order has several lines. */
const takesSeveralRows = (bag: Bag, column: Column): boolean => column.distinct < bag.scope.dataset.rows * 0.98;

/** The largest order of several lines is the one with the largest total. */
function rankThings(bag: Bag, noun: PieceOf<'noun'>, column: Column): void {
  bag.takeAll('noun');
  bag.put({
    kind: 'operand',
    columns: [column],
    how: 'name',
    text: noun.noun,
    plural: noun.plural,
    from: noun.from,
    to: noun.to,
  });
}

/** "who has the highest salary", where each row is a person. */
function personNoun(bag: Bag): PieceOf<'noun'> | null {
  const { rowNoun } = bag.scope;
  const people = /^(?:customer|member|student|player|patient|user|person)$/.test(rowNoun ?? '');
  if (!people && !rowsAreStaff(bag.scope)) return null;
  return { ...anyRows, noun: people && rowNoun ? severalOf(rowNoun) : 'employees', plural: false };
}

/** The number the rows are ranked by: the one that was said, or what the data is mostly about. */
function rankColumn(bag: Bag, noun: PieceOf<'noun'>): Column {
  const by = bag.take('measure by');
  if (by) return oneOf(bag, by, by.columns.filter(isNumeric), 'column');
  const operand = bag.take('operand');
  if (operand)
    return oneOf(
      bag,
      operand,
      operand.columns.filter((column) => isNumeric(column) && column.role !== 'id'),
      'column',
    );
  const main = mainMeasure(bag.scope);
  if (main) return main;
  return ask(
    `It is not clear what to rank the ${noun.noun} by.`,
    measures(bag.scope.dataset).map((column) => `top ${PLENTY} ${noun.noun} by ${quoteName(column.name)}`),
  );
}

/** The first rows of "rows" are those of the file; of anything else, the earliest. */
function timeOrder(bag: Bag, edge: PieceOf<'edge'>, noun: PieceOf<'noun'>): Rows['order'] {
  if (noun.noun === 'rows' && edge.direction === 'least' && !bag.has('operand')) return null;
  const operand = bag.take('operand');
  const named = operand?.columns.filter(isDate) ?? [];
  const { all, clear } = bag.scope.times;
  const [column] = named.length === 1 ? named : all;
  if (!column) return edge.direction === 'least' ? null : ask('The data has no dates, so there are no latest rows.');
  if (named.length === 0 && !clear) ask('The data has more than one date column.');
  return { column, direction: edge.direction };
}

/** "which regions are there", "list products", "which customers are in West": the values of a column. */
export function readValues(bag: Bag, chart: ChartWish | null): Values | null {
  const others = bag.left.filter(
    (piece) => !['operand', 'show', 'which', 'filter', 'period', 'aggregate', 'only', 'sold'].includes(piece.kind),
  );
  const [operand, ...more] = bag.all('operand');
  if (others.length > 0 || !operand || more.length > 0) return null;
  const different = bag
    .all('aggregate')
    .every((piece) => piece.aggregate === 'distinct' && /^(?:different|unique|distinct)$/i.test(piece.text));
  const asked = bag.has('show') || bag.has('which') || !bag.has('aggregate');
  const grouping = operand.columns.filter((column) => column.role !== 'measure' || !isNumeric(column));
  if (!different || !asked || grouping.length === 0) return null;
  bag.takeAll('aggregate');
  bag.takeAll('sold');
  bag.drop(operand);
  const named = grouping.filter((column) => column.role !== 'id');
  const column = oneOf(bag, operand, named.length > 0 ? named : grouping, 'column');
  const { filters } = takeFilters(bag, { rowish: true, things: false, measures: [], groups: [] });
  return { kind: 'values', column, filters, chart, notes: bag.notes };
}
