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
    const marked = piecesOnPage(content, quote).map(
      ({ item, from, to }) => content.items[item]?.str.slice(from, to) ?? '',
    );
    expect(dense(marked.join(''))).toBe(dense(quote));
    expect(marked.every((text) => text !== '')).toBe(true);
  },
);
