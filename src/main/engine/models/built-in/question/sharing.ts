import { measures } from '../language/scope';
import { natureOf } from './additivity';
import type { Bag } from './bag';
import { ask } from './declined';
import type { Said } from './measures';
import { quoteName } from './names';
import type { Group, Measure } from './plan';

/** "return rate": how many of the rows have the flag. */
export function takeRates(bag: Bag): Said[] {
  return bag.takeAll('rate').map((rate): Said => {
    const flag = bag.all('filter').find((piece) => piece.to === rate.from || piece.from === rate.to + 1);
    if (flag?.filter.kind !== 'flag' || !flag.filter.value)
      return ask('It is not clear which rate is meant.', ratesOf(bag, rate));
    bag.drop(flag);
    return { measure: { kind: 'rate', column: flag.filter.column }, piece: flag, explicit: true, how: 'name' };
  });
}

/** What "bounce rate" may be: the bounces set against another total. */
function ratesOf(bag: Bag, rate: { from: number; to: number }): string[] {
  const said = bag.all('operand').find((piece) => piece.to === rate.from);
  const [column, ...others] = said?.columns ?? [];
  if (!said || !column || others.length > 0) return [];
  const totals = measures(bag.scope.dataset).filter((one) => one !== column && natureOf(one) === 'sum');
  return totals.map((one) =>
    bag.instead(
      { from: said.from, to: rate.to },
      `total ${quoteName(column.name)} divided by total ${quoteName(one.name)}`,
    ),
  );
}

export const isAdditive = (measure: Measure): boolean => measure.kind === 'sum' || measure.kind === 'count';

/** Shares need one thing that is split, and something to split it by. */
export function checkShare(said: readonly Said[], groups: readonly Group[]): void {
  const [first, ...others] = said;
  if (!first || others.length > 0 || (!isAdditive(first.measure) && first.measure.kind !== 'distinct')) {
    ask('A share can be taken of one total or count.');
  }
  if (groups.length === 0) ask('It is not clear what to split into shares: add “by” and a column.');
}
