import { nameStems, singular } from '../language/stems';
import { MONEY_COLUMN, QUANTITY_COLUMN } from '../language/synonyms';
import type { Column } from './plan';

const stems = (words: string) => new Set(words.split(' ').map(singular));

const ADDS = stems(
  'cost expense spend spending actual plan planned bounce conversion pageview user lead install message call variance difference payment payroll fee tax vat hour minute visit click view session impression sale order sold budget tip fare profit loss freight shipping volume weight attendance visitor passenger case download signup stock consumption energy production output rain rainfall snow snowfall precipitation',
);
const AVERAGES = stems(
  'price rate temperature humidity pressure age score rating percent ratio index speed latitude longitude voltage level height tenure wind ph bmi discount margin density concentration satisfaction seniority experience ppm co2 battery volt percentile rank grade',
);

/**
 * What a bare column stands for: things add up, states and prices are averaged, and for what could be either (a salary,
 * a distance) there is no honest guess.
 */
export function natureOf(column: Column): 'sum' | 'average' | null {
  const words = nameStems(column.name);
  if (column.unit?.kind === 'percent' || column.name.includes('%') || words.includes('per')) return 'average';
  const averaged = words.some((word) => AVERAGES.has(word)) || isOfOneUnit(words) || isHowLong(words);
  if (averaged) return isTotalOf(words) ? 'sum' : 'average';
  return words.some((word) => ADDS.has(word) || MONEY_COLUMN.has(word) || QUANTITY_COLUMN.has(word)) ? 'sum' : null;
}

const WAITS = stems('response wait waiting resolution reply handling turnaround cycle lead delivery transit');
const TIMES = stems('minute hour day second time min sec');

/** `first_response_minutes` is how long each one took. */
const isHowLong = (words: readonly string[]): boolean =>
  words.some((word) => WAITS.has(word)) && words.some((word) => TIMES.has(word));

/** `unit_cost` is a price. */
const isOfOneUnit = (words: readonly string[]): boolean =>
  words.some(
    (word, at) => word === 'unit' && /^(?:cost|expense|value|charge|fee|weight|profit)$/.test(words[at + 1] ?? ''),
  );

/** `discount_amount` and `total_price` are sums for all that. */
const isTotalOf = (words: readonly string[]): boolean => words.includes('amount') || words.join(' ') === 'total price';
