import { MONTHS, WEEKDAYS } from './calendar';
import { MARKS, REFUSALS } from './marks';
import { CHARTS, GRAINS, RESERVED, SEASONS } from './phrases';
import { NEWEST, RANKED_BY, RANKS } from './ranks';

const FIXED: ReadonlySet<string> = new Set([
  ...RESERVED,
  ...[MARKS, REFUSALS, CHARTS, GRAINS, SEASONS, RANKS, RANKED_BY, NEWEST].flatMap((phrases) => phrases.words()),
  ...[...MONTHS, ...WEEKDAYS].flatMap((name) => [
    name.toLowerCase(),
    `${name.toLowerCase()}s`,
    name.slice(0, 3).toLowerCase(),
  ]),
]);

/** The word means something in any data, so it is no misspelt name and no value that the profile happens to lack. */
export const isFixed = (word: string): boolean => FIXED.has(word);
