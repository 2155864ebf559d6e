import { itemOf } from './rules';
import type { Item } from './terms';
import type { Token } from './tokens';

/** It is asked back what is meant: the reading has to be possible, and no better than one that is known. */
const JUDGED = 0.6;
const MOST: ReadonlyMap<string, 'most' | 'least'> = new Map([
  ['most', 'most'],
  ['least', 'least'],
]);
const IS: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'ist', 'sind', 'war', 'waren', 'and', 'und', '']);
const SUPERLATIVE = /^\p{Ll}{3,}(?:iest|est|ste[rsn]?)$/u;

/** "the most volatile", "the fairest": words nobody knows, which say that something is more so than all others. Of what, has to be asked. */
export function judgements(tokens: readonly Token[], items: readonly Item[]): Item[] {
  const isUnknown = (at: number) =>
    tokens[at]?.kind === 'word' &&
    !tokens[at]?.quoted &&
    items.every((item) => at < item.from || at >= item.to || item.category === 'text');
  return tokens.flatMap((token, at) => {
    const direction = MOST.get(token.word);
    const judged = (to: number, way: 'most' | 'least') =>
      itemOf('superlative', { direction: way, plain: true, judges: true }, at, to, JUDGED);
    // "has the most books" speaks of books: only what is so, or stands before a thing, is a judgement.
    const isSo = IS.has(tokens[at - 1]?.word === 'the' ? (tokens[at - 2]?.word ?? '') : (tokens[at - 1]?.word ?? ''));
    const isOfThing = items.some(
      (item) => item.from === at + 2 && (item.category === 'entity' || item.category === 'field'),
    );
    if (direction && isUnknown(at + 1)) return isSo || isOfThing ? [judged(at + 2, direction)] : [];
    return isUnknown(at) && SUPERLATIVE.test(token.text) ? [judged(at + 1, 'most')] : [];
  });
}
