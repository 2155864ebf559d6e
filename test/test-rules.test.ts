import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const OWN = 'test/test-rules.test.ts';
const files = readdirSync('test', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|cjs)$/.test(entry.name))
  .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
  .filter((file) => file !== OWN)
  .toSorted();
const filesWith = (pattern: RegExp) => files.filter((file) => pattern.test(readFileSync(file, 'utf8')));

/** Where time passes for its own sake, and why. */
const PAUSES: Record<string, string> = {
  'test/bench/round-trips.bench.ts': 'the span that others are measured by',
  'test/e2e/kill.test.ts': 'a kill comes at any time',
  'test/e2e/power-cut.test.ts': 'so does a power cut',
  'test/main/storage/killed-migration.test.ts': 'and so does a kill while a schema is changed',
  'test/support/token-server.ts': 'a server that is paced, which others are measured against',
  'test/support/until.ts': 'looks again and again, up to a bound',
};

it('tests wait for what they wait for, and never just for a while', () => {
  // Wait for the event, move a fake clock, or use `until`.
  expect(filesWith(/\bsetTimeout\(|\bwaitForTimeout\(|timers\/promises|Atomics\.wait\(/)).toEqual(Object.keys(PAUSES));
});

it('no test is left out without saying for want of what', () => {
  // Say what it needs: `needs` in test/support/needs.ts.
  expect(filesWith(/\b(?:describe|it|test)\.(?:skip|skipIf|runIf|todo)\b|\bskip\(/)).toEqual([]);
});
