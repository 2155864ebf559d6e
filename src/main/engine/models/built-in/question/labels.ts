import type { PieceOf } from '../language/pieces';
import { isNumeric } from '../language/scope';
import type { Bag } from './bag';
import { ask } from './declined';
import { quoteName } from './names';

/** The average year of a purchase says something; the average account number does not. */
const IN_TIME = /year|month|week|quarter|hour/i;

/** A sum of years or of article numbers says nothing; "total customers" counts them. */
export function refuseLabels(bag: Bag, piece: PieceOf<'operand'>, said: readonly PieceOf<'aggregate'>[]): void {
  const [column, ...others] = piece.columns;
  if (!column || others.length > 0 || !isNumeric(column) || column.role === 'measure') return;
  const senseless = said.find(
    ({ aggregate, text }) =>
      (aggregate === 'sum' && /sum|add/i.test(text)) ||
      (column.role === 'id' && aggregate === 'average' && said.length === 1 && !piece.plural && !bag.has('group')) ||
      (column.role === 'dimension' && (aggregate === 'sum' || (aggregate === 'average' && !IN_TIME.test(column.name)))),
  );
  if (!senseless) return;
  const name = quoteName(column.name);
  ask(`The numbers of ${name} name things, so their ${senseless.aggregate} says nothing.`, [
    `number of different ${name}`,
    `different values of ${name}`,
  ]);
}
