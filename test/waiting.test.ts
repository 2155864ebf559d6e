import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Where time passes for its own sake, and why. */
const MEANT: Record<string, string> = {
  'test/support/until.ts': 'looks again and again, up to a bound',
  'test/e2e/kill.test.ts': 'a kill comes at any time',
  'test/bench/round-trips.bench.ts': 'the span that others are measured by',
};
const SLEEPS = /\bsetTimeout\(|\bwaitForTimeout\(|timers\/promises|Atomics\.wait\(/;

it('tests wait for what they wait for, and never just for a while', () => {
  const files = readdirSync('test', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|cjs)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
  const sleeping = files.filter((file) => SLEEPS.test(readFileSync(file, 'utf8')));
  // Wait for the event, move a fake clock, or use `until`.
  expect(sleeping.filter((file) => file !== 'test/waiting.test.ts').toSorted()).toEqual(Object.keys(MEANT).toSorted());
});
