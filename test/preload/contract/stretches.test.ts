import { describe, expect, it } from 'vitest';
import type { PlacedFact } from '../../../src/preload/contract';
import { plainParts, replaced, segmentsOf } from '../../../src/preload/contract/stretches';

const remark = (text: string, start: number, end: number, part = 0): PlacedFact => ({
  fact: { code: 'remark', text },
  part,
  start,
  end,
});
/** Text as it is, facts in brackets. */
const shown = (text: string, facts: PlacedFact[]) =>
  segmentsOf(text, facts).map((one) =>
    one.type === 'text' ? one.text : `[${one.fact.code === 'remark' ? one.fact.text : ''}]`,
  );

describe('a text with its facts', () => {
  it.each<[string, PlacedFact[], string[]]>([
    ['abcdef', [], ['abcdef']],
    ['abcdef', [remark('x', 0, 2), remark('y', 4, 6)], ['[x]', 'cd', '[y]']],
    ['abcdef', [remark('y', 4, 6), remark('x', 0, 2)], ['[x]', 'cd', '[y]']],
    ['abc', [remark('x', 0, 0)], ['[x]', 'abc']],
    ['', [remark('x', 0, 20)], ['[x]']],
    ['ab', [remark('x', 0, 20), remark('y', 30, 40)], ['[x]', '[y]']],
    ['abcdef', [remark('x', 0, 4), remark('y', 2, 5)], ['[x]', '[y]', 'f']],
    ['abcdef', [remark('x', 3, 1)], ['abc', '[x]', 'def']],
  ])('%j with %j is %j', (text, facts, pieces) => {
    expect(shown(text, facts)).toEqual(pieces);
  });

  it('loses no text but what words a fact, wherever that is said to be', () => {
    for (let start = 0; start < 9; start += 1)
      for (let end = start; end < 9; end += 1)
        expect(
          shown('abcdef', [remark('', start, end)])
            .join('')
            .replace('[]', ''),
        ).toBe('abcdef'.slice(0, start) + 'abcdef'.slice(end));
  });

  it('is put in plain words, part by part, with its citations numbered', () => {
    const citation = { part: 1, start: 3, end: 6, number: 2, documentId: null, name: 'a', quote: '', place: null };
    const parts = [
      { type: 'text' as const, text: 'One. Two. Three.' },
      { type: 'text' as const, text: 'End【a】.' },
    ];
    const facts = [remark('Zwei.', 5, 9), remark('', 10, 16)];
    const words = ({ fact }: PlacedFact) => (fact.code === 'remark' && fact.text !== '' ? fact.text : null);
    expect(plainParts({ parts, facts, citations: [citation] }, (_fact, placed) => words(placed))).toEqual([
      'One. Zwei. Three.',
      'End [2].',
    ]);
  });

  it('takes one replacement within another for the outer one', () => {
    expect(
      replaced('abcdef', [
        { start: 1, end: 5, text: 'X' },
        { start: 2, end: 3, text: 'Y' },
      ]),
    ).toBe('aXf');
  });
});
