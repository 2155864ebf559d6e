import { takeAverages } from './averages';
import type { Bag } from './bag';
import { ask } from './declined';
import { type About, takeLimits } from './limits';
import { quoteName } from './names';
import { takePeriods } from './periods';
import type { Filter, Having } from './plan';

/** Takes every condition out of the bag. @throws Declined when two of them leave nothing. */
export function takeFilters(bag: Bag, about: About): { filters: Filter[]; having: Having | null } {
  const said = bag.takeAll('filter').map((piece) => piece.filter);
  const periods = takePeriods(bag, about.groups);
  const limits = takeLimits(bag, about);
  const filters = combined([...periods, ...said, ...limits.filters, ...takeAverages(bag, about)]);
  return { filters, having: limits.having };
}

/** Conditions without repetition. */
export function combined(filters: readonly Filter[]): Filter[] {
  const kept: Filter[] = [];
  for (const filter of filters) {
    if (kept.some((one) => JSON.stringify(keyOf(one)) === JSON.stringify(keyOf(filter)))) continue;
    if (kept.some((one) => excludes(one, filter))) ask(`${quoteName(filter.column.name)} cannot be both at once.`);
    kept.push(filter);
  }
  return kept;
}

const keyOf = (filter: Filter) => ({ ...filter, column: filter.column.name });

/** No row can satisfy both. */
function excludes(a: Filter, b: Filter): boolean {
  if (a.column !== b.column) return false;
  if (a.kind === 'flag' && b.kind === 'flag') return a.value !== b.value;
  if (a.kind === 'values' && b.kind === 'values') {
    const left = a.not
      ? b.values.filter((value) => !a.values.includes(value))
      : a.values.filter((value) => b.values.includes(value) !== b.not);
    return !(a.not && b.not) && left.length === 0;
  }
  if (a.kind === 'season' && b.kind === 'season') return false;
  return a.kind === 'period' && b.kind === 'period' && !a.not && !b.not && disjoint(a, b);
}

function disjoint(a: Extract<Filter, { kind: 'period' }>, b: Extract<Filter, { kind: 'period' }>): boolean {
  return a.spans.every((one) =>
    b.spans.every(
      (other) =>
        (one.until !== null && other.from !== null && one.until <= other.from) ||
        (one.from !== null && other.until !== null && one.from >= other.until),
    ),
  );
}
