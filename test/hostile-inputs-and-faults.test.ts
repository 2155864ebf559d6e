import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atLeastOne } from './support/at-least-one';

const page = readFileSync('docs/hostile-inputs-and-faults.md', 'utf8');
const [, hostileInputs = '', faults = ''] = page.split(/^## /m);

interface Entry {
  number: number;
  status: string;
  tests: { file: string; name: string }[];
}

/** The entries of one half of the page. */
function entriesOf(half: string): Entry[] {
  return [...half.matchAll(/^\| (\d+) \| .+? \| (.+?) \|(.*)\|$/gm)].map(([, number, status = '', shownBy = '']) => ({
    number: Number(number),
    status,
    tests: [...shownBy.matchAll(/`([^`]+)` “([^”]+)”/g)].map(([, file = '', name = '']) => ({ file, name })),
  }));
}

/** Whether a test of this name stands in a file. */
function declares(file: string, name: string): boolean {
  const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return ["'", '`', '"'].some((quote) => source.includes(`${quote}${name}${quote}`));
}

describe.each([
  ['hostile inputs', entriesOf(hostileInputs)],
  ['faults', entriesOf(faults)],
])('the page about %s', (_, entries) => {
  it('numbers them without gaps', () => {
    expect(entries.map(({ number }) => number)).toEqual(atLeastOne(entries).map((_entry, index) => index + 1));
  });

  it('says of each how it stands: held by a test, or why not', () => {
    const unsaid = atLeastOne(entries).filter(({ status, tests }) =>
      /^held/.test(status) ? tests.length === 0 : !/^(?:not applicable|\*\*open\*\*)\. \S+/.test(status),
    );
    expect(unsaid).toEqual([]);
  });

  it('names tests that there are', () => {
    const named = entries.flatMap(({ number, tests }) => tests.map((test) => ({ number, ...test })));
    expect(atLeastOne(named).filter(({ file, name }) => !declares(file, name))).toEqual([]);
  });
});
