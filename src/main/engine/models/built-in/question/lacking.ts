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

/** "departments where actual is above budget": each of their rows, or all of them together. */
export function refuseUnclearBeside(bag: Bag): void {
  const said = bag.all('filter').find((piece) => piece.filter.kind === 'beside');
  const ofRows = bag
    .all('operand')
    .some((piece) => piece.columns.some((one) => one.distinct >= bag.scope.dataset.rows));
  if (said?.filter.kind !== 'beside' || ofRows || bag.has('noun') || bag.has('aggregate') || bag.has('group')) return;
  const { column, other } = said.filter;
  const thing = bag.all('operand').find((piece) => piece.columns.every((one) => isShared(bag, one)));
  const name = quoteName(thing?.columns[0]?.name ?? '');
  if (!thing) return;
  ask(`“${bag.text(said)}” could be about each row, or about all rows of the same ${name} together.`, [
    `show rows where ${bag.text(said).replace(/^(?:where|with|whose|having|have|has) /, '')}`,
    `total ${quoteName(column.name)} and total ${quoteName(other.name)} by ${name}`,
  ]);
}

/** Several rows are about the same thing. */
const isShared = (bag: Bag, column: Column): boolean =>
  column.role !== 'measure' && column.role !== 'flag' && !isDate(column) && column.distinct < bag.scope.dataset.rows;

const isLeftOut = (filter: Filter, thing: Column): boolean =>
  filter.column !== thing &&
  (filter.kind === 'flag' ? !filter.value : 'not' in filter && filter.kind !== 'empty' && filter.not);
