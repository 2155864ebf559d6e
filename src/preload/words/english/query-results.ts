import { entryOf } from '#contract/entries';
import { partOfWhole } from '#contract/part-of-whole';
import type { Limit, Order, ResultCondition } from '#contract/query';
import type { ReadingNames } from '#contract/readings';
import { listed, number } from './grammar';
import { operand, SIGNS } from './query-conditions';
import { outputTitle } from './query-measures';
import { inner } from './query-parts';

/** What the conditions on the result, the orders and the limits of a query are called. */

export const havingTitle = (names: ReadingNames, { value, op, than }: ResultCondition): string =>
  `${outputTitle(names, value)} ${SIGNS[op]} ${operand(than)}`;

const FIRST = {
  number: { descending: 'highest', ascending: 'lowest' },
  time: { descending: 'latest', ascending: 'earliest' },
} as const;

export function orderTitle(names: ReadingNames, { value, direction }: Order): string {
  const output = entryOf(names.outputs, value);
  // What it is a share of stands where it is computed.
  const isPart = output && !('field' in output.value) && partOfWhole(output.value, names.outputs);
  const title = isPart ? 'share' : inner(outputTitle(names, value));
  const kind = output?.kind ?? 'text';
  if (kind === 'text') return `${title} ${direction === 'ascending' ? 'A to Z' : 'Z to A'}`;
  return `${FIRST[kind][direction]} ${title} first`;
}

export function limitTitle(
  names: ReadingNames,
  { n, within, of, skip = 0 }: Limit,
  ranked: 'top' | 'bottom' | null,
): string {
  const word = ranked ?? 'first';
  const each = within?.length
    ? ` in each ${listed(
        within.map((name) => inner(outputTitle(names, name))),
        'and',
      )}`
    : '';
  const whom = of === undefined ? '' : ` ${inner(outputTitle(names, of))}`;
  const places =
    skip === 0
      ? `${word} ${number(n)}`
      : n === 1
        ? `place ${number(skip + 1)}`
        : `places ${number(skip + 1)} to ${number(skip + n)}`;
  return `${places}${whom}${each}`;
}
