import { describe, expect, it } from 'vitest';
import type { Message, PlacedFact } from '../../../src/preload/contract';
import { RunId } from '../../../src/preload/contract/ids';
import { asStanding, isReplaced, unsourcedFigures } from '../../../src/preload/contract/stretches';
import { message } from '../../support/rows';

const runId = RunId.parse('run_1');
const figures = [{ text: '4,711', start: 6, end: 11 }];
const superseded: PlacedFact = { fact: { code: 'superseded', figures, more: 0 }, part: 0, start: 12, end: 12 };
const first = message('1', { role: 'assistant', runId, facts: [superseded] });
const second = message('2', { role: 'assistant', runId });

describe('an answer that was sent back because of its figures', () => {
  it.each<[string, Message[], boolean]>([
    ['the same run answers again', [first, second], true],
    ['nothing comes behind it', [first], false],
    ['the other answer has nothing in it yet', [first, { ...second, parts: [] }], false],
    ['only another run answers', [first, { ...second, runId: RunId.parse('run_2') }], false],
    ['only a question follows', [first, message('3', { runId })], false],
  ])('is replaced or stands: %s', (_, messages, replaced) => {
    expect(isReplaced(first, messages)).toBe(replaced);
  });

  it('has the same figures without a source while it stands', () => {
    const standing = asStanding(first);
    expect(standing.facts.map(({ fact }) => fact.code)).toEqual(['unsourced']);
    expect(unsourcedFigures(standing)).toEqual([{ text: '4,711', part: 0, start: 6, end: 11 }]);
    expect(unsourcedFigures(first)).toEqual(unsourcedFigures(standing));
    expect(isReplaced(second, [second, second])).toBe(false);
  });
});
