import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Need, needs } from '../../../support/needs';
import { type Difference, differences } from '../../../support/recordings/differ';
import { type Recording, readRecordings } from '../../../support/recordings/exchanges';
import { replay } from '../../../support/recordings/replay';
import { type Allowed, allowed } from './differences';

/** Recordings of upstream are other people's and do not come with this repository. */
const usual = ['assistants-v2', 'files-containers-vectorstores/openai-dotnet'].map((one) =>
  join(process.cwd(), '../shared/reference/recordings', one),
);
const given = process.env.ASSAY_RECORDINGS;
const folders = given === undefined ? usual : [given];
const recordings = folders.filter((one) => existsSync(one)).flatMap(readRecordings);
const ALL_RECORDINGS: Need = { name: 'all recordings', missing: folders === usual ? null : 'unset ASSAY_RECORDINGS' };
const RECORDINGS: Need = {
  name: 'recordings of upstream',
  missing: recordings.length > 0 ? null : 'set ASSAY_RECORDINGS',
};

const nameOf = ({ at, upstream, assay }: Difference): string => JSON.stringify([at, upstream, assay]);
const each = ({ at, upstream, assay }: Allowed): string[] => at.map((one) => nameOf({ at: one, upstream, assay }));
const known = new Set(allowed.flatMap(each));

const comparisons = new Map<Recording, ReturnType<typeof compared>>();

/** Where the engine differs from a recording. It is replayed once, whichever test asks first. */
function compare(recording: Recording) {
  const comparison = comparisons.get(recording) ?? compared(recording);
  comparisons.set(recording, comparison);
  return comparison;
}

async function compared(recording: Recording) {
  const replayed = await replay(recording);
  expect(replayed.length).toBeGreaterThan(0);
  return replayed.flatMap((one) => differences(one).map((difference) => ({ ...difference, to: one.request })));
}

describe(`upstream's own answers`, needs(RECORDINGS), () => {
  test.each(recordings.map((recording) => [recording.name, recording] as const))(
    '%s: the same requests are answered alike',
    async (_, recording) => {
      const found = await compare(recording);
      expect(found.filter((difference) => !known.has(nameOf(difference)))).toEqual([]);
    },
  );

  test('no difference is allowed that is not there', needs(ALL_RECORDINGS), async () => {
    const met = new Set<string>();
    for (const recording of recordings) for (const difference of await compare(recording)) met.add(nameOf(difference));
    expect([...known].filter((name) => !met.has(name))).toEqual([]);
  });
});

test('every allowed difference is told in the documentation, as it is', () => {
  const page = readFileSync(join(process.cwd(), 'docs/protocol-differences.md'), 'utf8');
  const rows = allowed.map(({ at, upstream, assay, why }) => {
    const where = at.map((one) => `\`${one}\``).join(', ');
    return `| ${where} | ${upstream} | ${assay} | ${why} |`;
  });
  expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
});
