import { entryOf } from '#contract/entries';
import { partOfWhole } from '#contract/part-of-whole';
import type { Limit, Order, ResultCondition } from '#contract/query';
import type { ReadingNames } from '#contract/readings';
import { listed, number } from './grammar';
import { operand, SIGNS } from './query-conditions';
import { outputTitle } from './query-measures';

/** What the conditions on the result, the orders and the limits of a query are called. */

export const havingTitle = (names: ReadingNames, { value, op, than }: ResultCondition): string =>
  `${outputTitle(names, value)} ${SIGNS[op]} ${operand(than)}`;

const FIRST = {
  number: { descending: 'absteigend', ascending: 'aufsteigend' },
  time: { descending: 'neueste zuerst', ascending: 'älteste zuerst' },
  text: { descending: 'Z bis A', ascending: 'A bis Z' },
} as const;

export function orderTitle(names: ReadingNames, { value, direction }: Order): string {
  const output = entryOf(names.outputs, value);
  // What it is a share of stands where it is computed.
  const isPart = output && !('field' in output.value) && partOfWhole(output.value, names.outputs);
  const title = isPart ? 'Anteil' : outputTitle(names, value);
  return `nach ${title}, ${FIRST[output?.kind ?? 'text'][direction]}`;
}

const RANKED = { top: 'die ersten', bottom: 'die letzten', first: 'die ersten' } as const;
const RANKED_SINGLE = { top: 'der erste Platz', bottom: 'der letzte Platz', first: 'der erste Platz' } as const;

export function limitTitle(
  names: ReadingNames,
  { n, within, of, skip = 0 }: Limit,
  ranked: 'top' | 'bottom' | null,
): string {
  const each = within?.length
    ? ` je ${listed(
        within.map((name) => outputTitle(names, name)),
        'und',
      )}`
    : '';
  const whom = of === undefined ? '' : ` ${outputTitle(names, of)}`;
  const places =
    skip === 0
      ? n === 1
        ? RANKED_SINGLE[ranked ?? 'first']
        : `${RANKED[ranked ?? 'first']} ${number(n)}`
      : n === 1
        ? `Platz ${number(skip + 1)}`
        : `Plätze ${number(skip + 1)} bis ${number(skip + n)}`;
  return `${places}${whom}${each}`;
}
