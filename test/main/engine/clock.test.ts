import { uptime } from 'node:os';
import { expect, test } from 'vitest';
import { systemClock, undisturbed } from '../../../src/main/engine/clock';
import { TestClock } from '../../support/test-clock';

test('the time that passes never goes back, and is that of the machine', async () => {
  const read = Array.from({ length: 10_000 }, () => systemClock.monotonic());
  expect(read).toEqual(read.toSorted((a, b) => a - b));
  await new Promise((resolve) => systemClock.after(20, () => resolve(undefined)));
  expect(systemClock.monotonic()).toBeGreaterThan(read.at(-1) ?? 0);
  expect(Math.abs(systemClock.monotonic() / 1000 - uptime())).toBeLessThan(5);
});

test('an undisturbed clock goes on with the date it began with, and counts sleep', () => {
  const clock = new TestClock(1_000);
  const steady = undisturbed(clock);
  clock.set(1_000_000);
  clock.advance(50);
  clock.set(-5_000_000);
  clock.sleep(7);
  expect(steady.now()).toBe(1_057);
});
