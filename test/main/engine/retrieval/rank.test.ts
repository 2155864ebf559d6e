import { describe, expect, it } from 'vitest';
import { judge, queryOf } from '../../../../src/main/engine/retrieval/rank';
import { growth } from '../../../support/growth';

const query = queryOf('storks nesting', () => 1);
const phrase = (text: string): number => judge({ title: 'a.txt', text, bm25: -1 }, query).why.phrase;

describe('neighbouring words of a question', () => {
  it.each([
    ['storks are nesting', 1],
    ['storks a b c nesting', 1],
    ['storks a b c d nesting', 0],
    ['nesting storks', 0],
    ['nesting storks and other storks far away from any nesting storks nesting', 1],
  ])('stand together within four words, in their order: %s', (text, share) => {
    expect(phrase(text)).toBe(share);
  });

  it('are looked for in time that grows with the passage, whatever it repeats', () => {
    const repeated = (words: number) => phrase(`${'nesting '.repeat(words)}${'storks '.repeat(words)}`);
    expect(repeated(1_000)).toBe(0);
    expect(growth(1_500, 10, repeated)).toBeLessThan(35);
  });
});
