import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { contentOf, filledIn } from '../../../../src/main/engine/retrieval/reader/layout';
import { piecesOnPage } from '../../../../src/renderer/features/documents/pdf';
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
    const marked = piecesOnPage(content, quote, 0).map(
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
  for (const line of [0, 1, 2]) expect(piecesOnPage(content, 'None.', line)).toMatchObject([{ item: line }]);
});
