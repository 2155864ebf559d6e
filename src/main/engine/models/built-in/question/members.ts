import type { Piece, PieceOf } from '../language/pieces';
import { isDate } from '../language/scope';
import type { Bag } from './bag';
import { takeFilters } from './filters';
import { oneOf } from './measures';
import type { ChartWish, Group, Members } from './plan';

/** "how many customers bought more than twice": things counted by what their rows come to together. */
export function readMembers(bag: Bag, chart: ChartWish | null): Members | null {
  dropDeeds(bag);
  const [limit, ...limits] = bag.all('limit');
  const [count, ...counts] = bag.all('aggregate');
  const [operand, ...operands] = bag.all('operand');
  if (!limit || !count || !operand || limits.length + counts.length + operands.length > 0) return null;
  if (count.aggregate !== 'count' && count.aggregate !== 'distinct') return null;
  if (limit.op === 'between' || limit.op === 'not between' || !isOfTotals(limit)) return null;
  if (bag.left.some((piece) => !MAY_STAND.has(piece.kind))) return null;
  const columns = operand.columns.filter((column) => column.role !== 'measure' && !isDate(column));
  if (columns.length === 0) return null;
  const column = oneOf(bag, operand, columns, 'column');
  for (const kind of ['aggregate', 'operand', 'sold'] as const) bag.takeAll(kind);
  const group: Group = { kind: 'column', column };
  const { filters, having } = takeFilters(bag, { rowish: false, things: true, measures: [], groups: [group] });
  return having && { kind: 'members', column, having, filters, chart, notes: bag.notes };
}

const MAY_STAND = new Set<Piece['kind']>(['limit', 'aggregate', 'operand', 'sold', 'filter', 'period', 'show', 'only']);

/** Orders, rows and sales are what many rows of a thing come to; a price is of each row. */
const isOfTotals = ({ of }: PieceOf<'limit'>): boolean => of !== null && ('noun' in of || of.how === 'concept');

/** In "admitted more than 3 times" the deed only says what the rows are. */
function dropDeeds(bag: Bag): void {
  for (const limit of bag.all('limit')) {
    const deed = bag.all('operand').find((piece) => piece.to === limit.from && piece.columns.every(isDate));
    if (deed && limit.of && 'noun' in limit.of && limit.of.column === null && bag.all('operand').length > 1)
      bag.drop(deed);
  }
}
