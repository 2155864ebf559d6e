import { expect, test } from 'vitest';
import { layoutPage, type TextItem } from '../../../../src/main/engine/retrieval/reader/layout';
import { atLeastOne } from '../../../support/at-least-one';
import { layouts } from '../../../support/documents/layouts';
import { placedPdf } from '../../../support/documents/placed-pdf';
import { randomFrom } from '../../../support/random';
import { retrievalRoom } from '../../../support/retrieval';

const { retrieval, add } = retrievalRoom();

test.each(layouts.map(({ name, ...layout }) => [name, layout] as const))(
  'a page is read as people read it: %s',
  async (_, { page, reads }) => {
    const { fileId } = await add('page.pdf', placedPdf([page]));
    expect(retrieval().text(fileId)?.text.trim()).toBe(reads);
  },
);

const PAGE = { transform: [1, 0, 0, -1, 0, 792] };
const item = (str: string, x: number, y: number, size = 10): TextItem => ({
  str,
  transform: [size, 0, 0, size, x, y],
  width: str.length * size * 0.5,
  height: size,
});

test.each([
  ['anywhere', 2_900],
  ['anywhere', 19_000],
  ['anywhere', 60_000],
  ['on one line', 19_000],
  ['on lines of their own', 19_000],
])('no word is lost of a page that somebody made of words %s: %i', (where, count) => {
  const random = randomFrom(7);
  const items = Array.from({ length: count }, (_, n) =>
    item(
      `w${n}`,
      random.next() * 600,
      where === 'on one line' ? 400 : where === 'anywhere' ? random.next() * 780 : n,
      1 + random.below(20),
    ),
  );
  const words = layoutPage({ items, ...PAGE }).text.match(/w\d+/g) ?? [];
  expect(new Set(words).size).toBe(count);
});

test('what has no place on a page costs nothing but its own words', () => {
  const broken = [Number.NaN, Number.POSITIVE_INFINITY, -1e300].map((x) => item('nowhere', x, x));
  const { text } = layoutPage({ items: [item('here', 50, 700), ...broken, item('there', 90, 700)], ...PAGE });
  expect(text).toContain('here there');
});

test('each piece of the text says where it stands on the page', () => {
  const items = [item('  inter-', 50, 700), item('national ties', 50, 688), item('', 0, 0), item('x', 50, 400)];
  const { text, pieces } = layoutPage({ items, ...PAGE });
  expect(text).toBe('international\nties\n\nx');
  for (const { start, length, item: index, from } of atLeastOne(pieces)) {
    const shown = items[index ?? -1]?.str.slice(from, from + length);
    expect(text.slice(start, start + length).replaceAll('\n', ' ')).toBe(shown);
  }
});
