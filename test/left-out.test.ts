import { describe, expect, it, onTestFinished } from 'vitest';
import type { TestModule } from 'vitest/node';
import { LeftOutReporter } from '../scripts/left-out.mjs';
import { type Need, needs } from './support/needs';

const deno: Need = { name: 'Deno', missing: 'run npm ci', always: true };
const network: Need = { name: 'a network', missing: 'there is none' };
const there: Need = { name: 'a disk', missing: null };

/** A run that left out tests with these needs, as the runner tells reporters of it. */
const modulesOf = (...tests: ReturnType<typeof needs>[]) => {
  const all = tests.filter(({ skip }) => skip).map(({ meta }) => ({ meta: () => meta }));
  return [{ children: { allTests: () => all } }] as unknown as TestModule[];
};

function report(isStrict: boolean, ...tests: ReturnType<typeof needs>[]) {
  const before = process.exitCode;
  onTestFinished(() => {
    process.exitCode = before;
  });
  process.exitCode = 0;
  const lines: string[] = [];
  new LeftOutReporter(isStrict, (line) => lines.push(line)).onTestRunEnd(modulesOf(...tests));
  return { lines, failed: process.exitCode === 1 };
}

describe('the last line of a run', () => {
  it('says how many tests were left out, and for want of what', () => {
    const { lines, failed } = report(false, needs(deno), needs(network), needs(deno), needs(there));
    expect(lines).toEqual([
      'Left out: 2 tests for want of Deno (run npm ci), 1 test for want of a network (there is none).',
    ]);
    expect(failed).toBe(false);
  });

  it('says so when nothing was', () => {
    expect(report(true, needs(there)).lines).toEqual(['No test was left out for want of anything.']);
  });

  it('comes with a failure where what is wanting is always there', () => {
    const { lines, failed } = report(true, needs(there, deno), needs(network));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^FAILED: .*Deno/);
    expect(lines[0]).not.toContain('network');
    expect(failed).toBe(true);
    expect(report(true, needs(network)).failed).toBe(false);
  });
});
