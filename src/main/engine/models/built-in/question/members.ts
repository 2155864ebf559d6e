import type { Piece, PieceOf } from '../language/pieces';
import { isDate } from '../language/scope';
import { natureOf } from './additivity';
import type { Bag } from './bag';
import { takeFilters } from './filters';
import { takeUnit } from './groupings';
import { oneOf } from './measures';
import type { ChartWish, Group, Members } from './plan';

/** "how many customers bought more than twice": things counted by what their rows come to together. */
export function readMembers(bag: Bag, chart: ChartWish | null): Members | null {
  dropDeeds(bag);
  const [limit, ...limits] = bag.all('limit');
  const [count, ...counts] = bag.all('aggregate');
  const [operand, ...operands] = bag.all('operand');
  if (!limit || !count || limits.length + counts.length + operands.length > 0) return null;
  const unit = bag.first('unit');
  if (Boolean(operand) === Boolean(unit)) return null;
  if (count.aggregate !== 'count' && count.aggregate !== 'distinct') return null;
  if (limit.op === 'between' || limit.op === 'not between' || !isOfTotals(limit, unit !== null)) return null;
  if (bag.left.some((piece) => !MAY_STAND.has(piece.kind))) return null;
  const of = operand ? thingsOf(bag, operand) : (takeUnit(bag)?.group ?? null);
  if (!of) return null;
  for (const kind of ['aggregate', 'operand', 'sold'] as const) bag.takeAll(kind);
  const { filters, having } = takeFilters(bag, { rowish: false, things: true, measures: [], groups: [of] });
  return having && { kind: 'members', of, having, filters, chart, notes: bag.notes };
}

function thingsOf(bag: Bag, operand: PieceOf<'operand'>): Group | null {
  const columns = operand.columns.filter((column) => column.role !== 'measure' && !isDate(column));
  return columns.length === 0 ? null : { kind: 'column', column: oneOf(bag, operand, columns, 'column') };
}

const MAY_STAND = new Set<Piece['kind']>([
  'limit',
  'unit',
  'aggregate',
  'operand',
  'sold',
  'filter',
  'period',
  'show',
  'only',
]);

/** Orders, rows and sales are what many rows of a thing come to; a price is of each row. What adds up is a total of a day. */
const isOfTotals = ({ of }: PieceOf<'limit'>, overTime: boolean): boolean =>
  of !== null &&
  ('noun' in of || of.how === 'concept' || (overTime && of.columns.every((one) => natureOf(one) === 'sum')));

/** In "admitted more than 3 times" the deed only says what the rows are. */
function dropDeeds(bag: Bag): void {
  for (const limit of bag.all('limit')) {
    const deed = bag.all('operand').find((piece) => piece.to === limit.from && piece.columns.every(isDate));
    if (deed && limit.of && 'noun' in limit.of && limit.of.column === null && bag.all('operand').length > 1)
      bag.drop(deed);
  }
}
