import { expect, it } from 'vitest';
import { placedFacts } from '../../../../src/main/services/runs/placed-facts';
import type { AnswerFact, MessagePart } from '../../../../src/preload/contract';
import { unsourcedFigures } from '../../../../src/preload/contract/stretches';

const fact: AnswerFact = { code: 'result_cut' };
const text = (value: string): MessagePart => ({ type: 'text', text: value });

it.each([
  ['abcdef', 2, 4, 'cd'],
  ['a🙂b🙂c', 1, 4, '🙂b🙂'],
  ['🙂🙂', 0, 2, '🙂🙂'],
  ['e\u0301🙂', 2, 3, '🙂'],
])('places that count characters are found in %j', (value, start, end, words) => {
  const [placed] = placedFacts([{ fact, part: 0, start, end }], [text(value)]);
  expect(value.slice(placed?.start, placed?.end)).toBe(words);
});

it('places in text that still comes are kept open until it is there', () => {
  const reading = { fact, part: 0, start: 0, end: 5 };
  expect(placedFacts([reading], [])).toMatchObject([{ start: 0, end: 5 }]);
  expect(placedFacts([reading], [text('🙂a')])).toMatchObject([{ start: 0, end: 6 }]);
  expect(placedFacts([reading], [text('🙂a🙂bc!')])).toMatchObject([{ start: 0, end: 7 }]);
});

it('facts of what is no text are passed over', () => {
  const chart = { type: 'missing', remoteFileId: 'f', path: null, reason: 'unavailable' } as const;
  expect(placedFacts([{ fact, part: 0, start: 0, end: 1 }], [chart])).toEqual([]);
});

it('figures that a fact names are found where they stand, before the words of the fact and behind emoji', () => {
  const value = '🙂🙂 It is 4,711 🙂 or 12 %.';
  const figures = [
    { text: '4,711', start: 9, end: 14 },
    { text: '12 %', start: 20, end: 24 },
  ];
  const unsourced: AnswerFact = { code: 'unsourced', figures, more: 0 };
  const [placed] = placedFacts([{ fact: unsourced, part: 0, start: 25, end: 25 }], [text(value)]);
  const found = unsourcedFigures({ facts: placed ? [placed] : [] });
  expect(found.map(({ start, end }) => value.slice(start, end))).toEqual(['4,711', '12 %']);
  expect([placed?.start, placed?.end]).toEqual([value.length, value.length]);
});
