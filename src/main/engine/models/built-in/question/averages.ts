import type { PieceOf } from '../language/pieces';
import { mainMeasure } from '../language/scope';
import type { Bag } from './bag';
import { ask } from './declined';
import type { About } from './limits';
import { oneOf } from './measures';
import { quoteName } from './names';
import type { Column, Comparison, Filter } from './plan';

const SIDES: Record<Comparison, string> = {
  '>': 'above',
  '>=': 'at least',
  '<': 'below',
  '<=': 'at most',
  '=': 'equal to',
  '!=': 'not equal to',
};

/** "grade above the average": a condition on rows, whose average is that of the whole table. */
export function takeAverages(bag: Bag, about: About): Filter[] {
  return bag.takeAll('above').map((piece): Filter => {
    const column = columnOf(bag, piece);
    if (piece.total || !about.rowish) {
      const where = `${quoteName(column.name)} is ${SIDES[piece.op]} the ${piece.statistic}`;
      ask(`“${bag.text(piece)}” can be asked of single rows, not of groups or totals.`, [
        `rows where ${where}`,
        `number of rows where ${where}`,
      ]);
    }
    const { op, statistic } = piece;
    return { kind: 'mean', column, op, statistic, table: bag.scope.dataset.table };
  });
}

function columnOf(bag: Bag, piece: PieceOf<'above'>): Column {
  if (piece.of) {
    const real = piece.of.filter((column) => column.role === 'measure');
    return oneOf(bag, piece, real.length > 0 ? real : piece.of, 'column');
  }
  return mainMeasure(bag.scope) ?? ask(`It is not clear what has to be ${bag.text(piece)}.`);
}
