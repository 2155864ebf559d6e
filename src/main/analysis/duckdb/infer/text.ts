import { EMPTY_TEXT, EMPTY_UNLESS_USUAL, type How } from '../recipe';
import { type InferredColumn, TEXT } from './types';

/** Text of which no sample says more. */
export const PLAIN_TEXT: How = { as: 'text', empty: [...EMPTY_TEXT, ...EMPTY_UNLESS_USUAL], trimmed: true };

const isSign = (word: string): boolean => /^[^\p{L}\p{N}]+$/u.test(word);
/** NA is Namibia among countries, and North America among continents. */
const isShortCode = (word: string): boolean => /^[A-Z]{2,3}$/.test(word);

/**
 * A text column, with the words that stand for no value in it: those that do so in numbers as well, unless the other values
 * are such words themselves, codes of two letters or signs.
 */
export function inferText(sample: readonly string[]): InferredColumn {
  const none = new Set<string>(EMPTY_UNLESS_USUAL);
  const values = new Set<string>();
  const words = new Set<string>();
  for (const text of sample) {
    const word = text.trim();
    if (none.has(word.toLowerCase())) words.add(word);
    else if (word !== '' && values.size < 1_000) values.add(word);
  }
  const most = (test: (word: string) => boolean) => [...values].filter(test).length > values.size / 2;
  const [codes, signs] = [most(isShortCode), most(isSign)];
  // Without a value beside them, nothing tells what they stand for.
  const usual = (word: string): boolean => (isSign(word) ? signs : codes && isShortCode(word.toUpperCase()));
  const empty = [...EMPTY_TEXT, ...EMPTY_UNLESS_USUAL.filter((word) => !usual(word))];
  return { ...TEXT, how: { as: 'text', empty, trimmed: true } };
}
