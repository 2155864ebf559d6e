import { describe, expect, it } from 'vitest';
import { Pace, usualPatience } from '../../../src/main/shells/common/pace';
import { Rate, spanText } from '../../../src/main/shells/common/rate';

const waiting = { complete: false, waitsForUs: false, read: 0, written: 0, untaken: 0 };
/** Looks every five seconds at a body of which nothing more comes. */
function looks(pace: Pace, from: number, to: number) {
  let verdict = 'fine';
  for (let now = from; now <= to && verdict === 'fine'; now += usualPatience.checkMs) verdict = pace.look(now, waiting);
  return verdict;
}

describe('the pace of a body', () => {
  it('is too slow when nothing comes for twenty seconds', () => {
    const pace = new Pace(usualPatience, 0, waiting);
    expect(looks(pace, 5_000, 15_000)).toBe('fine');
    expect(looks(pace, 20_000, 20_000)).toBe('too_slow');
  });

  it('is nobody’s fault while the computer slept', () => {
    const pace = new Pace(usualPatience, 0, waiting);
    expect(pace.look(5_000, waiting)).toBe('fine');
    expect(pace.look(3_600_000, waiting)).toBe('fine');
    expect(looks(pace, 3_605_000, 3_615_000)).toBe('fine');
    expect(looks(pace, 3_620_000, 3_620_000)).toBe('too_slow');
  });
});

describe('requests a minute', () => {
  it('come back evenly, and never more than a minute’s worth', () => {
    let now = 0;
    const rate = new Rate(() => now);
    for (let n = 0; n < 60; n += 1) expect(rate.take(60).allowed).toBe(true);
    expect(rate.take(60)).toEqual({ allowed: false, remaining: 0, resetMs: 60_000, retryMs: 1_000 });
    now += 2_500;
    expect([rate.take(60), rate.take(60), rate.take(60)].map((one) => one.allowed)).toEqual([true, true, false]);
    now += 10 * 60_000;
    expect(rate.take(60).remaining).toBe(59);
  });

  it('are fewer at once when the limit is lowered', () => {
    const rate = new Rate(() => 0);
    expect(rate.take(1_000).remaining).toBe(999);
    expect(rate.take(60).remaining).toBe(59);
  });

  it.each([
    [20, '20ms'],
    [1_500, '1.5s'],
    [59_000, '59s'],
    [59_960, '1m0s'],
    [119_600, '2m0s'],
    [360_000, '6m0s'],
    [119_960, '2m0s'],
  ])('are told as spans: %i ms', (ms, text) => expect(spanText(ms)).toBe(text));
});
