import { describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';
import { randomFrom } from '../../../support/random';
import { sweep } from '../../../support/sweep';

const data = dataEngine();
const DELIMITERS = [',', ';', '\t', '|'] as const;
const ENDS = ['\n', '\r\n'] as const;
const WORDS = [
  'alpha',
  'beta gamma',
  "O'Brien",
  'say "hi"',
  'a;b',
  'c,d',
  'tab\there',
  'two\nlines',
  'Zoë',
  '🙂',
  '',
  ' padded ',
  '=1+1',
  'x|y',
];

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

/** A file with known contents: quoted where it must be, with lines of the wrong length strewn in. */
function makeFile(seed: number) {
  const random = randomFrom(seed);
  const delimiter = random.pick(DELIMITERS);
  const end = random.pick(ENDS);
  const rows = Array.from({ length: 20 + random.below(200) }, (_, n) => [
    `row ${n}`,
    random.pick(WORDS),
    random.pick(WORDS),
    String(random.below(1_000)),
  ]);
  const quote = (value: string) =>
    /["\r\n]/.test(value) || DELIMITERS.some((one) => value.includes(one)) || random.below(4) === 0
      ? `"${value.replaceAll('"', '""')}"`
      : value;
  let bad = 0;
  const lines = rows.flatMap((row) => {
    const line = row.map(quote).join(delimiter);
    if (random.below(60) !== 0) return [line];
    bad += 1;
    return [line, random.below(2) === 0 ? `lost${delimiter}x` : [...row, 'more'].map(quote).join(delimiter)];
  });
  const text = `name${delimiter}first${delimiter}second${delimiter}count${end}${lines.join(end)}${random.below(2) ? end : ''}`;
  return { text, rows, bad };
}

describe('any CSV file', () => {
  it.each(sweep(SEEDS, 3))('reads back cell by cell and accounts for every record (seed %i)', async (seed) => {
    const { text, rows, bad } = makeFile(seed);
    const { profile, query } = await data.read(text);
    expect([profile.records, profile.rows, profile.rejected]).toEqual([rows.length + bad, rows.length, bad]);
    const read = await query('SELECT name, first, second, count::VARCHAR FROM data');
    // Blanks around a value are no part of it.
    expect(read.map((row) => row.map((cell) => cell ?? ''))).toEqual(rows.map((row) => row.map((text) => text.trim())));
  });
});
