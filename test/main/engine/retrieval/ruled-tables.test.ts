import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import {
  contentOf,
  filledIn,
  placedTables,
  type ReadTable,
  rulesOf,
  tablesAcross,
} from '../../../../src/main/engine/retrieval/reader/layout';
import { lines, type PlacedPage, placedPdf } from '../../../support/documents/placed-pdf';
import { ruledPage, turnedPage } from '../../../support/documents/ruled-pages';

async function tablesIn(pages: PlacedPage[], page = 1): Promise<ReadTable[]> {
  const data = new Uint8Array(placedPdf(pages));
  const options = { data, disableFontFace: true, useSystemFonts: false, verbosity: VerbosityLevel.ERRORS };
  const pdf = await getDocument(options).promise;
  const read = async (number: number) => {
    const shown = await pdf.getPage(number);
    const viewport = shown.getViewport({ scale: 1 });
    const content = contentOf(await shown.getTextContent(), viewport, await filledIn(shown));
    return placedTables(content, rulesOf({ list: await shown.getOperatorList(), OPS }, viewport.transform));
  };
  return tablesAcross(read, { page, pages: pages.length });
}
const rowsIn = async (...pages: PlacedPage[]) => (await tablesIn(pages)).map(({ rows }) => rows);

const XS = [60, 160, 240, 320];
const CATCH = [
  ['Fish', 'Spring', 'Autumn'],
  ['Cod', '41', '3'],
  ['Herring', '7', '4'],
];
const ruled = { xs: XS, top: 700, heights: [16, 16, 16], rows: CATCH };

it.each(['stroked', 'thin', 'inner', 'columns'] as const)(
  'a table with lines around its cells is told cell by cell: %s',
  async (kind) => {
    expect(await rowsIn(ruledPage({ ...ruled, lines: kind }))).toEqual([CATCH]);
  },
);

it('cells of several lines of text are one each, and words that a line ends part-way are put together', async () => {
  const rows = [
    ['Fish', 'Where it\nwas seen', 'Tons'],
    ['Cod', 'off the is-\nlands, and\nbeyond', '1,204'],
    ['Herring\n(all of it)', 'nowhere', '877'],
    ['Plaice', 'in port', '3'],
  ];
  expect(await rowsIn(ruledPage({ xs: XS, top: 700, heights: [30, 42, 30, 16], rows }))).toEqual([
    [
      ['Fish', 'Where it was seen', 'Tons'],
      ['Cod', 'off the islands, and beyond', '1,204'],
      ['Herring (all of it)', 'nowhere', '877'],
      ['Plaice', 'in port', '3'],
    ],
  ]);
});

it('heads over several columns head each of them, and what stands over several rows stands in each', async () => {
  const rows = [
    [
      { text: 'Harbour', down: 2 },
      { text: '2024', across: 2 },
      { text: '2025', across: 2 },
    ],
    ['Tons', 'Boats', 'Tons', 'Boats'],
    [{ text: 'North', down: 2 }, '41', '3', '52', '4'],
    ['7', '1', '8', '1'],
    ['South', '112', '9', '', '10'],
  ];
  const xs = [60, 160, 220, 280, 340, 400];
  expect(await rowsIn(ruledPage({ xs, top: 700, heights: [16, 16, 16, 16, 16], rows }))).toEqual([
    [
      ['Harbour', '2024 Tons', '2024 Boats', '2025 Tons', '2025 Boats'],
      ['North', '41', '3', '52', '4'],
      ['North', '7', '1', '8', '1'],
      ['South', '112', '9', '', '10'],
    ],
  ]);
});

it('a title within the lines is no head, and a head within the rows stands in the first column', async () => {
  const rows = [
    [{ text: 'Catch of the year', across: 3 }],
    ...CATCH,
    [{ text: 'Other fish', across: 3 }],
    ['Eel', '1', '2'],
  ];
  expect(await rowsIn(ruledPage({ xs: XS, top: 700, heights: rows.map(() => 16), rows }))).toEqual([
    [...CATCH, ['Other fish', '', ''], ['Eel', '1', '2']],
  ]);
});

it('rules above and below its heads and its end are enough, with heads over several columns', async () => {
  const level = (y: number, from = 60, to = 400) => `${from} ${y} m ${to} ${y} l S`;
  const page = {
    drawing: [level(712), level(695, 155, 270), level(695, 285, 400), level(680), level(620)].join(' '),
    placed: [
      ...lines(['2024'], { x: 200, y: 700 }),
      ...lines(['2025'], { x: 330, y: 700 }),
      ...lines(['Harbour', 'North', 'South', 'West', 'East'], { x: 62, y: 685, leading: 14 }),
      ...lines(['Tons', '41', '7', '', '3'], { x: 160, y: 685, leading: 14 }),
      ...lines(['Boats', '4', '1', '2', '5'], { x: 230, y: 685, leading: 14 }),
      ...lines(['Tons', '52', '8', '9', '6'], { x: 290, y: 685, leading: 14 }),
      ...lines(['Boats', '5', '', '1', '7'], { x: 360, y: 685, leading: 14 }),
      ...lines(['Counted by hand, in each harbour, by those who were there at the time.'], { x: 60, y: 608 }),
    ],
  };
  expect(await rowsIn(page)).toEqual([
    [
      ['Harbour', '2024 Tons', '2024 Boats', '2025 Tons', '2025 Boats'],
      ['North', '41', '4', '52', '5'],
      ['South', '7', '1', '8', ''],
      ['West', '', '2', '9', '1'],
      ['East', '3', '5', '6', '7'],
    ],
  ]);
});

it('rules between all rows make one row of several lines of text', async () => {
  const level = (y: number) => `60 ${y} m 400 ${y} l S`;
  const page = {
    drawing: [712, 696, 668, 640, 624].map(level).join(' '),
    placed: [
      ...lines(['Fish', 'Cod', '', 'Herring', '', 'Eel'], { x: 62, y: 700, leading: 14 }),
      ...lines(['Where', 'off the islands', 'and beyond', 'in the', 'harbours', 'rivers'], {
        x: 160,
        y: 700,
        leading: 14,
      }),
      ...lines(['Tons', '41', '', '7', '', '1'], { x: 330, y: 700, leading: 14 }),
    ],
  };
  expect(await rowsIn(page)).toEqual([
    [
      ['Fish', 'Where', 'Tons'],
      ['Cod', 'off the islands and beyond', '41'],
      ['Herring', 'in the harbours', '7'],
      ['Eel', 'rivers', '1'],
    ],
  ]);
});

it('two tables of a page are two, below each other and side by side', async () => {
  const below = {
    ...ruled,
    top: 500,
    rows: [
      ['Boat', 'Crew', 'Year'],
      ['Anna', '4', '1998'],
      ['Berta', '6', '2003'],
    ],
  };
  const beside = { ...ruled, xs: [360, 440, 520], rows: CATCH.map((row) => row.slice(0, 2)) };
  expect(await rowsIn(ruledPage(ruled, below, beside))).toEqual([CATCH, beside.rows, below.rows]);
});

it('two tables under rules of one width are two, with a line between them', async () => {
  const level = (y: number) => `60 ${y} m 300 ${y} l S`;
  const columns = (y: number, ...texts: string[][]) =>
    texts.flatMap((words, at) => lines(words, { x: 62 + at * 120, y, leading: 14 }));
  const page = {
    drawing: [712, 696, 654, 612, 596, 554].map(level).join(' '),
    placed: [
      ...columns(700, ['Fish', 'Cod', 'Eel', 'Hake'], ['Tons', '41', '1', '3']),
      ...lines(['Table 2: the boats that were out in that year'], { x: 60, y: 630 }),
      ...columns(600, ['Boat', 'Anna', 'Berta', 'Carla'], ['Crew', '4', '6', '2']),
    ],
  };
  expect(await rowsIn(page)).toEqual([
    [
      ['Fish', 'Tons'],
      ['Cod', '41'],
      ['Eel', '1'],
      ['Hake', '3'],
    ],
    [
      ['Boat', 'Crew'],
      ['Anna', '4'],
      ['Berta', '6'],
      ['Carla', '2'],
    ],
  ]);
});

it('a table over two pages is one, from either of them, with heads that are repeated told once', async () => {
  const second = {
    ...ruled,
    top: 740,
    heights: [16, 16],
    rows: [
      ['Fish', 'Spring', 'Autumn'],
      ['Eel', '1', '2'],
    ],
  };
  const bare = { ...ruled, top: 740, heights: [16], rows: [['Eel', '1', '2']] };
  const footer = (page: PlacedPage, number: number): PlacedPage => ({
    ...page,
    placed: [...page.placed, { x: 300, y: 30, text: `Page ${number}` }],
  });
  const rows = [...CATCH, ['Eel', '1', '2']];
  for (const next of [second, bare]) {
    const pages = [footer(ruledPage({ ...ruled, top: 100 }), 1), footer(ruledPage(next), 2)];
    expect(await tablesIn(pages, 1)).toEqual([{ rows, first: 1, last: 2 }]);
    expect(await tablesIn(pages, 2)).toEqual([{ rows, first: 1, last: 2 }]);
  }
});

it('a table on the next page with other heads is another', async () => {
  const other = {
    ...ruled,
    top: 740,
    rows: [
      ['Boat', 'Crew', 'Year'],
      ['Anna', '4', '1998'],
      ['Berta', '6', '2003'],
    ],
  };
  expect(await tablesIn([ruledPage({ ...ruled, top: 100 }), ruledPage(other)])).toEqual([
    { rows: CATCH, first: 1, last: 1 },
  ]);
});

it('pages that are turned, and tables that are turned on them, are read as they are seen', async () => {
  const page = turnedPage(ruledPage(ruled));
  expect(await rowsIn(page)).toEqual([CATCH]);
  expect(await rowsIn({ ...page, rotate: 0 })).toEqual([CATCH]);
});

it('figures stay as they are written: German commas, empty cells, signs and units', async () => {
  const rows = [
    ['Posten', 'Betrag', 'Anteil'],
    ['Miete', '1.234,56 €', '12,5 %'],
    ['Strom', '', '−0,4 %'],
    ['', '-99,00 €', ''],
    ['Summe', '1.135,56 €', '12,1 %'],
  ];
  const latin = rows.map((row) => row.map((text) => text.replaceAll('€', 'EUR').replaceAll('−', '-')));
  expect(await rowsIn(ruledPage({ xs: XS, top: 700, heights: rows.map(() => 16), rows: latin }))).toEqual([latin]);
});

it('a text that lies over a line leaves its table out, and so do a frame and the grid of a drawing', async () => {
  const over = ruledPage({
    ...ruled,
    rows: [
      ['Fish', 'Spring', 'Autumn'],
      ['Cod', 'none was seen at all in that year', ''],
      ['Eel', '1', '2'],
    ],
  });
  expect(await rowsIn(over)).toEqual([]);
  const framed = { placed: lines(['The ferry leaves at noon.'], { x: 60, y: 700 }), drawing: '40 40 500 700 re S' };
  expect(await rowsIn(framed)).toEqual([]);
  const grid = ruledPage({
    xs: [60, 120, 180, 240, 300],
    top: 700,
    heights: [50, 50, 50, 50],
    rows: Array.from({ length: 4 }, () => ['', '', '', '']),
  });
  expect(await rowsIn({ ...grid, placed: lines(['40', '30', '20'], { x: 62, y: 690, leading: 50 }) })).toEqual([]);
});

describe('a path of very many points', () => {
  const page = ruledPage(ruled);
  const zigzag = Array.from({ length: 200_000 }, (_, at) => `${300 + (at % 2) * 9} ${300 + (at % 2) * 9} l`);
  const stairs = Array.from({ length: 200_000 }, (_, at) => `${at % 4 < 2 ? 10 : 20} ${(at + 1) % 4 < 2 ? 10 : 20} l`);

  it.each(['f', 'S'])('that rules nothing leaves the tables of its page as they are: %s', async (paints) => {
    const drawing = `${page.drawing ?? ''}\n300 300 m ${zigzag.join(' ')} ${paints}`;
    expect(await rowsIn({ ...page, drawing })).toEqual([CATCH]);
  });

  it('that rules too much leaves them to be told by their text', async () => {
    expect(await rowsIn({ ...page, drawing: `${page.drawing ?? ''}\n10 10 m ${stairs.join(' ')} S` })).toEqual([CATCH]);
  });
});
