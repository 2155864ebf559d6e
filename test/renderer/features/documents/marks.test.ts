import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { contentOf, filledIn } from '../../../../src/main/engine/retrieval/reader/layout';
import { piecesOnPage, readableWidth } from '../../../../src/renderer/features/documents/pdf';
import { layouts } from '../../../support/documents/layouts';
import { placedPdf } from '../../../support/documents/placed-pdf';

const quoted = layouts.flatMap(({ name, page, quote }) => (quote === undefined ? [] : [{ name, page, quote }]));
const dense = (text: string) => text.replaceAll(/[\s-]/g, '');

it.each(quoted)(
  'words that are quoted from a page are marked where they stand on it: $name',
  async ({ page, quote }) => {
    const document = await getDocument({
      data: new Uint8Array(placedPdf([page])),
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
    const shown = await document.getPage(1);
    const content = contentOf(await shown.getTextContent(), shown.getViewport({ scale: 1 }), await filledIn(shown));
    const marked = piecesOnPage(content, quote, { line: 0, column: 0 }).map(
      ({ item, from, to }) => content.items[item]?.str.slice(from, to) ?? '',
    );
    expect(dense(marked.join(''))).toBe(dense(quote));
    expect(marked.every((text) => text !== '')).toBe(true);
  },
);

it('words that stand on a page twice are marked in the line that was quoted', () => {
  const item = (str: string, y: number) => ({
    str,
    transform: [10, 0, 0, 10, 50, y],
    width: str.length * 5,
    height: 10,
  });
  const items = ['Gulls. None.', 'Terns. None.', 'Storks. None.'].map((text, index) => item(text, 700 - index * 12));
  const content = { items, transform: [1, 0, 0, -1, 0, 792] };
  for (const line of [0, 1, 2])
    expect(piecesOnPage(content, 'None.', { line, column: 0 })).toMatchObject([{ item: line }]);
});

it('words that stand in a line twice are marked from their column on', () => {
  const str = 'Storks nest, storks nest.';
  const items = [{ str, transform: [10, 0, 0, 10, 50, 700], width: 125, height: 10 }];
  const content = { items, transform: [1, 0, 0, -1, 0, 792] };
  const starts = [0, 13].map((column) => piecesOnPage(content, 'nest', { line: 0, column })[0]?.from);
  expect(starts).toEqual([7, 20]);
});

it.each([
  [
    'small letters are drawn larger than on paper',
    [
      [8, 900],
      [20, 30],
    ],
    600 * (11 / 8),
  ],
  ['large ones smaller', [[22, 300]], 300],
  ['a page of footnotes not without end', [[4, 300]], 900],
  ['a picture as on paper', [], 600],
])('a page is as wide as it takes to be read: %s', (_, runs, width) => {
  const items = runs.map(([height = 0, count = 0]) => ({ str: 'x'.repeat(count), height }));
  expect(readableWidth(600, items)).toBeCloseTo(width, 6);
});
