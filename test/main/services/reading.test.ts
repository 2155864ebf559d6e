import { describe, expect, it } from 'vitest';
import { splitReading } from '../../../src/main/services/runs/reading';

const answer = 'Read as **sum of amount by month**\n\nSales came to € 4.';

describe('the reading of an answer', () => {
  it('is taken off the start', () => {
    expect(splitReading(answer, true)).toEqual({
      reading: 'sum of amount by month',
      body: 'Sales came to € 4.',
      decided: true,
    });
  });

  it('shows no half of itself while it arrives, and then never changes what was shown', () => {
    let shown = '';
    for (let end = 0; end <= answer.length; end += 1) {
      const split = splitReading(answer.slice(0, end), false);
      if (!split.decided) continue;
      expect(split.body.startsWith(shown)).toBe(true);
      shown = split.body;
    }
    expect(shown).toBe('Sales came to € 4.');
  });

  it('is null when the answer begins otherwise, decided at the first letter that differs', () => {
    expect(splitReading('Hello', false)).toEqual({ reading: null, body: 'Hello', decided: true });
    expect(splitReading('Read on', false).decided).toBe(true);
    expect(splitReading('Read', false).decided).toBe(false);
  });

  it('may be the whole answer', () => {
    expect(splitReading('Read as **count of rows**', true)).toEqual({
      reading: 'count of rows',
      body: '',
      decided: true,
    });
  });
});
