import type { Bag } from './bag';
import { ask } from './declined';
import type { Grouping } from './groupings';
import type { Said } from './measures';
import type { Measure } from './plan';

/** "return rate": how many of the rows have the flag. */
export function takeRates(bag: Bag): Said[] {
  return bag.takeAll('rate').map((rate): Said => {
    const flag = bag.all('filter').find((piece) => piece.to === rate.from || piece.from === rate.to + 1);
    if (flag?.filter.kind !== 'flag' || !flag.filter.value) return ask('It is not clear which rate is meant.');
    bag.drop(flag);
    return { measure: { kind: 'rate', column: flag.filter.column }, piece: flag, explicit: true, how: 'name' };
  });
}

export const isAdditive = (measure: Measure): boolean => measure.kind === 'sum' || measure.kind === 'count';

/** Shares need one thing that is split, and something to split it by. */
export function checkShare(measures: readonly Said[], groupings: readonly Grouping[]): void {
  const [said, ...others] = measures;
  if (!said || others.length > 0 || (!isAdditive(said.measure) && said.measure.kind !== 'distinct')) {
    ask('A share can be taken of one total or count.');
  }
  if (groupings.length === 0) ask('It is not clear what to split into shares: add “by” and a column.');
}
