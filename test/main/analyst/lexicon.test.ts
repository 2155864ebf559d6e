import { expect, it } from 'vitest';
import { ENTRIES } from '../../../src/main/engine/models/built-in/lexicon';
import { NOUNS_OF_ROWS } from '../../../src/main/engine/models/built-in/lexicon/concepts';
import conceptLines from '../../../src/main/engine/models/built-in/lexicon/concepts.tsv?raw';
import stateLines from '../../../src/main/engine/models/built-in/lexicon/states.tsv?raw';
import synonymLines from '../../../src/main/engine/models/built-in/lexicon/synonyms.tsv?raw';
import { phrasesIn, rowsOf } from '../../../src/main/engine/models/built-in/lexicon/table';

/** Every reading of every phrase: `category phrase`, with its values. */
function readings(): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  for (const { category, meaning, phrases } of ENTRIES)
    for (const phrase of phrases) {
      const key = `${category}: ${phrase}`;
      found.set(key, [...(found.get(key) ?? []), meaning]);
    }
  return found;
}

const doubles = (phrases: readonly string[]): string[] =>
  phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at);

it('no phrase means the same thing twice', () => {
  const twice = [...readings()].filter(
    ([, values]) => doubles(values.map((value) => JSON.stringify(value))).length > 0,
  );
  expect(twice.map(([phrase]) => phrase)).toEqual([]);
});

/** What a reading speaks of, and the side that it takes. */
const sideOf = (meaning: unknown): { of: string; side: string } => {
  const { of = null, direction, op } = Object(meaning);
  return { of: JSON.stringify([of, Object(meaning).than]), side: JSON.stringify(direction ?? op ?? null) };
};

it('no phrase takes both sides of one thing', () => {
  const contradictory = [...readings()].filter(([, values]) =>
    values.some((value) => {
      const { of, side } = sideOf(value);
      return side !== 'null' && values.some((other) => sideOf(other).of === of && sideOf(other).side !== side);
    }),
  );
  expect(contradictory.map(([phrase]) => phrase)).toEqual([]);
});

it('no phrase is read over both silently and with a word about it, and none has two values where there can be only one', () => {
  const single =
    /^(?:filler|at_edge|ordering|month|weekday|quarter|half|decade|grain|each_grain|part|ordinal|scale|sign):/;
  const several = [...readings()].filter(([phrase, values]) => single.test(phrase) && values.length > 1);
  expect(several.map(([phrase]) => phrase)).toEqual([]);
});

it('no line of concepts, states, synonyms or nouns of rows has a word twice', () => {
  const lines = [
    ...rowsOf(conceptLines, ['kind', 'mark', 'english', 'german', 'next']).map((row) => [row.english, row.german]),
    ...rowsOf(stateLines, ['english', 'german', 'narrower_english', 'narrower_german']).flatMap((row) => [
      [row.english],
      [row.german],
      [row.narrower_english],
    ]),
    ...rowsOf(synonymLines, ['of', 'words']).map(({ words }) => [words]),
    ...NOUNS_OF_ROWS.map(({ written }) => [written.join('|')]),
  ];
  expect(lines.flatMap((cells) => doubles(phrasesIn(...cells)))).toEqual([]);
});

it('a state that is the opposite of another shares no word with it', () => {
  const states = rowsOf(stateLines, ['english', 'german', 'narrower_english', 'narrower_german']).map((row) =>
    phrasesIn(row.english, row.german),
  );
  const stateOf = (word: string) => states.find(([first]) => first === word) ?? [];
  const opposites = [
    ['unpaid', 'paid'],
    ['open', 'closed'],
    ['won', 'lost'],
    ['active', 'inactive'],
    ['passed', 'failed'],
    ['approved', 'rejected'],
    ['delivered', 'undelivered'],
    ['delayed', 'on time'],
    ['full time', 'part time'],
    ['male', 'female'],
    ['married', 'single'],
    ['positive', 'negative'],
    ['yes', 'no'],
    ['domestic', 'international'],
    ['buy', 'sell'],
    ['income', 'expense'],
  ];
  const shared = opposites.map(([one = '', other = '']) =>
    stateOf(one).filter((word) => stateOf(other).includes(word)),
  );
  expect(opposites.flat().filter((word) => stateOf(word).length === 0)).toEqual([]);
  expect(shared.flat()).toEqual([]);
});
