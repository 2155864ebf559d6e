import { lines, type PlacedPage, rowByRow } from './placed-pdf';

/** A made page, and the text that whoever reads it would read out. Cells of tables have tabs between them. */
export interface Layout {
  name: string;
  page: PlacedPage;
  reads: string;
  /** A sentence in it that does not stand in one piece on the page, to be quoted and marked. */
  quote?: string;
}

export const COMMITTEE = [
  'The committee found that the harbour is deep',
  'enough for larger ferries, and that the old',
  'quay can carry them. It asked the town for a',
  'new crane before the summer of next year.',
];
export const BOARD = [
  'Separately the board agreed to keep the light',
  'burning through the winter months. Keepers',
  'will be paid by the night, as they were in',
  'the years before the tower was electrified.',
];
const WARDEN = ['wardens count all', 'birds twice a year', 'and write the sum', 'down in a ledger.'];
const FERRY = ['ferries leave at', 'noon and carry no', 'more than forty', 'guests at a time.'];
const STORKS = ['storks nest on the', 'lighthouse until', 'autumn, when they', 'fly to the south.'];

export const LEFT = { x: 50, y: 700 };
export const RIGHT = { x: 322, y: 700 };
export const text = (...blocks: string[][]): string => blocks.map((block) => block.join('\n')).join('\n\n');
export const two = (y: number) => rowByRow(lines(COMMITTEE, { x: 50, y }), lines(BOARD, { x: 322, y }));

export const columnLayouts: Layout[] = [
  {
    name: 'two columns, drawn row by row',
    page: { placed: two(700) },
    reads: text(COMMITTEE, BOARD),
    quote: 'Separately the board agreed to keep the light burning through the winter months.',
  },
  {
    name: 'two columns on lines of their own, the right one drawn first',
    page: { placed: [...lines(BOARD, { ...RIGHT, y: 695, leading: 13 }), ...lines(COMMITTEE, LEFT)] },
    reads: text(COMMITTEE, BOARD),
  },
  {
    name: 'two columns close together, with paragraphs that end side by side',
    page: {
      placed: rowByRow(
        lines([...COMMITTEE, '', ...BOARD], { x: 50, y: 700, size: 9 }),
        lines([...BOARD, '', ...COMMITTEE], { x: 252, y: 700, size: 9 }),
      ),
    },
    reads: text(COMMITTEE, BOARD, BOARD, COMMITTEE),
  },
  {
    name: 'a sentence that goes on in the next column, with a word parted there',
    page: {
      placed: rowByRow(
        lines(
          [
            'Gulls sleep on the northern rocks all year and',
            'are fed by nobody, though visitors try to. The',
            'keeper of the tower says that nobody inter-',
          ],
          LEFT,
        ),
        lines(
          [
            'rupts his work without a reason, and that the',
            'lamp has never gone out while he was there. He',
            'will leave his post in spring.',
          ],
          RIGHT,
        ),
      ),
    },
    reads: [
      'Gulls sleep on the northern rocks all year and',
      'are fed by nobody, though visitors try to. The',
      'keeper of the tower says that nobody interrupts',
      'his work without a reason, and that the',
      'lamp has never gone out while he was there. He',
      'will leave his post in spring.',
    ].join('\n'),
    quote: 'The keeper of the tower says that nobody interrupts his work without a reason',
  },
  {
    name: 'three columns, drawn row by row',
    page: {
      placed: rowByRow(
        lines(WARDEN, { x: 50, y: 700 }),
        lines(FERRY, { x: 230, y: 700 }),
        lines(STORKS, { x: 410, y: 700 }),
      ),
    },
    reads: text(WARDEN, FERRY, STORKS),
    quote: 'wardens count all birds twice a year and write the sum down in a ledger.',
  },
  {
    name: 'headings over both columns, at the top and in the middle',
    page: {
      placed: [
        { x: 50, y: 730, text: 'Report of the harbour committee and of the board to the town', size: 18, font: 'bold' },
        ...two(700),
        {
          x: 50,
          y: 625,
          text: 'What was decided in the second meeting of that very long year',
          size: 18,
          font: 'bold',
        },
        ...two(598),
      ],
    },
    reads: text(
      ['Report of the harbour committee and of the board to the town'],
      COMMITTEE,
      BOARD,
      ['What was decided in the second meeting of that very long year'],
      COMMITTEE,
      BOARD,
    ),
  },
  {
    name: 'notes beside the text',
    page: {
      placed: rowByRow(
        lines([...COMMITTEE, ...BOARD, ...COMMITTEE], { x: 180, y: 700, leading: 14 }),
        lines(['See also the', 'charter of 1871,', 'page twelve.'], { x: 50, y: 686, size: 8, leading: 10 }),
      ),
    },
    reads: text(['See also the', 'charter of 1871,', 'page twelve.'], [...COMMITTEE, ...BOARD, ...COMMITTEE]),
  },
  {
    name: 'a page that is turned to be read',
    page: {
      rotate: 90,
      placed: two(500).map(({ x, y, ...line }) => ({ ...line, x: 612 - y, y: x, turn: 90 })),
    },
    reads: text(COMMITTEE, BOARD),
    quote: 'It asked the town for a new crane before the summer of next year.',
  },
  {
    name: 'a stamp turned up the margin of a page',
    page: {
      placed: [{ x: 30, y: 300, text: 'Copy for the archive', size: 14, turn: 90 }, ...two(700)],
    },
    reads: text(COMMITTEE, BOARD, ['Copy for the archive']),
  },
  {
    name: 'footnotes below columns, with raised numbers in the text',
    page: {
      placed: [
        ...rowByRow(lines(COMMITTEE, LEFT), lines(BOARD, RIGHT)),
        { x: 251, y: 704, text: '1', size: 6 },
        {
          x: 50,
          y: 600,
          text: '1  The harbour was measured in the spring of the same year, at the lowest tide, by the pilots.',
          size: 8,
        },
        {
          x: 50,
          y: 590,
          text: '2  The board has nine members, of whom five are elected by the town and four by the keepers.',
          size: 8,
        },
      ],
    },
    reads: text([`${COMMITTEE[0]}1`, ...COMMITTEE.slice(1)], BOARD, [
      '1 The harbour was measured in the spring of the same year, at the lowest tide, by the pilots.',
      '2 The board has nine members, of whom five are elected by the town and four by the keepers.',
    ]),
  },
];
