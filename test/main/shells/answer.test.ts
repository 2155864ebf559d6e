import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../src/main/shells/headless/answer';
import type { Citation } from '../../../src/preload/contract';
import { message } from '../../support/rows';

const cites = (name: string, start: number): Citation => ({
  ...{ part: 0, start, end: start + 3, number: 1, documentId: null, name, quote: `words of ${name}` },
  place: { page: 2, sheet: null, line: 4, start: 10, end: 20 },
});

describe('what a command prints of an answer', () => {
  it('numbers the sources of all its messages together', () => {
    const of = (id: string, name: string) =>
      message(id, {
        role: 'assistant',
        parts: [{ type: 'text', text: `Said by ${name}【a】.` }],
        citations: [cites(name, `Said by ${name}`.length)],
      });
    const { answer, sources } = answerOf([of('1', 'a.pdf'), of('2', 'b.pdf'), of('3', 'a.pdf')]);
    expect(answer).toBe('Said by a.pdf [1].\n\nSaid by b.pdf [2].\n\nSaid by a.pdf [1].');
    expect(sources.map(({ number, file, page }) => [number, file, page])).toEqual([
      [1, 'a.pdf', 2],
      [2, 'b.pdf', 2],
    ]);
  });
});
