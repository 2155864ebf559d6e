import { isDate } from '../language/scope';
import type { Bag } from './bag';
import { ask } from './declined';
import { quoteName } from './names';
import type { Column, Filter } from './plan';

const LACKING = /^(?:without|with|having|that|who|no)$/;

/**
 * "customers without returns" are those none of whose rows is one. Leaving the returns out leaves nearly all of them, so
 * that is not computed in its place.
 */
export function refuseLacking(bag: Bag): void {
  for (const thing of bag.all('operand')) {
    const [column, ...others] = thing.columns;
    if (!column || others.length > 0 || !isShared(bag, column)) continue;
    const lacking = bag.all('filter').find((piece) => piece.from === thing.to && isLeftOut(piece.filter, column));
    if (!lacking || !LACKING.test(bag.tokens[lacking.from]?.word ?? '')) continue;
    const left = bag.text(lacking).split(' ').slice(1).join(' ');
    ask(
      `Which ${bag.text(thing)} have none of these rows (${bag.text(lacking)}) cannot be told by leaving the rows out.`,
      [`number of rows by ${quoteName(column.name)} excluding ${left}`],
    );
  }
}

/** Several rows are about the same thing. */
const isShared = (bag: Bag, column: Column): boolean =>
  column.role !== 'measure' && column.role !== 'flag' && !isDate(column) && column.distinct < bag.scope.dataset.rows;

const isLeftOut = (filter: Filter, thing: Column): boolean =>
  filter.column !== thing &&
  (filter.kind === 'flag' ? !filter.value : 'not' in filter && filter.kind !== 'empty' && filter.not);
