import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { contentOf, filledIn, tablesOf } from '../../../../src/main/engine/retrieval/reader/layout';
import { layouts } from '../../../support/documents/layouts';
import { lines, type Placed, type PlacedPage, placedPdf } from '../../../support/documents/placed-pdf';

async function tablesIn(page: PlacedPage) {
  const data = new Uint8Array(placedPdf([page]));
  const options = { data, disableFontFace: true, useSystemFonts: false, verbosity: VerbosityLevel.ERRORS };
  const shown = await (await getDocument(options).promise).getPage(1);
  return tablesOf(contentOf(await shown.getTextContent(), shown.getViewport({ scale: 1 }), await filledIn(shown)));
}
/** Columns of words, each at its own place from the left. */
const table = (columns: Record<number, string[]>): Placed[] =>
  Object.entries(columns).flatMap(([x, words]) =>
    lines(words, { x: Number(x), y: 700 }).filter(({ text }) => text !== ''),
  );

it('a table of a page is told cell by cell, amid columns of text', async () => {
  const page = layouts.find(({ name }) => name === 'a table over both columns, amid them')?.page;
  expect(await tablesIn(page ?? { placed: [] })).toEqual([
    [
      ['Month', 'Ferries', 'Guests'],
      ['January', '12', '1,204'],
      ['February', '9', '877'],
      ['March', '131', '13,990'],
    ],
  ]);
});

it('a cell that is empty stays empty, and those behind it stay in their columns', async () => {
  const placed = table({
    60: ['Bird', 'Gull', 'Tern', 'Stork', 'Owl', 'Crow'],
    200: ['Seen', '12', '', '3', '', '7'],
    320: ['Nests', '4', '9', '', '', '1'],
  });
  expect(await tablesIn({ placed })).toEqual([
    [
      ['Bird', 'Seen', 'Nests'],
      ['Gull', '12', '4'],
      ['Tern', '', '9'],
      ['Stork', '3', ''],
      ['Owl', '', ''],
      ['Crow', '7', '1'],
    ],
  ]);
});

it('lines of text, and two rows that stand under each other, are no table', async () => {
  const prose = lines(['The ferry leaves at noon.', 'Nobody rows at night.', 'Gulls sleep here.'], { x: 60, y: 700 });
  expect(await tablesIn({ placed: prose })).toEqual([]);
  expect(await tablesIn({ placed: table({ 60: ['Cod', 'Plaice'], 240: ['41', '112'] }) })).toEqual([]);
});

it('a line that heads several columns, and one below, are no rows of the table', async () => {
  const placed = [
    ...lines(['Catch of all boats in the year before, in tons'], { x: 60, y: 715 }),
    ...table({
      60: ['Fish', 'Cod', 'Herring', 'Plaice'],
      200: ['Spring', '41', '7', '112'],
      320: ['Autumn', '3', '4', '5'],
    }),
    ...lines(['Plaice was counted twice in spring, and once in autumn of that year.'], { x: 60, y: 652 }),
  ];
  expect(await tablesIn({ placed })).toEqual([
    [
      ['Fish', 'Spring', 'Autumn'],
      ['Cod', '41', '3'],
      ['Herring', '7', '4'],
      ['Plaice', '112', '5'],
    ],
  ]);
});

it('a cell that lies over values of two columns leaves its table out, rather than one of them', async () => {
  const placed = [
    ...table({ 60: ['Cod', 'Herring', '', 'Plaice'], 200: ['41', '7', '', '112'], 260: ['3', '4', '', '5'] }),
    ...lines(['Eel'], { x: 60, y: 676 }),
    ...lines(['none was seen at all'], { x: 195, y: 676 }),
  ];
  expect(await tablesIn({ placed })).toEqual([]);
});
