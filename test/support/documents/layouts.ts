import { BOARD, COMMITTEE, columnLayouts, type Layout, LEFT, RIGHT, text, two } from './column-layouts';
import { asSeen, justified, letters, lines, rowByRow } from './placed-pdf';

const otherLayouts: Layout[] = [
  {
    name: 'a table over both columns, amid them',
    page: {
      placed: [
        ...two(700),
        ...rowByRow(
          lines(['Month', 'January', 'February', 'March'], { x: 80, y: 630 }),
          lines(['Ferries', '12', '9', '131'], { x: 240, y: 630 }),
          lines(['Guests', '1,204', '877', '13,990'], { x: 420, y: 630 }),
        ),
        ...two(560),
      ],
    },
    reads: text(
      COMMITTEE,
      BOARD,
      ['Month\tFerries\tGuests', 'January\t12\t1,204', 'February\t9\t877', 'March\t131\t13,990'],
      COMMITTEE,
      BOARD,
    ),
  },
  {
    name: 'a table within a column',
    page: {
      placed: rowByRow(
        lines([...COMMITTEE, '', 'Cod', 'Herring', 'Plaice', '', ...COMMITTEE], LEFT),
        lines(['', '', '', '', '', '41', '7', '112'], { x: 220, y: 700 }),
        lines([...BOARD, '', ...BOARD, '', ...BOARD], RIGHT),
      ),
    },
    reads: text(COMMITTEE, ['Cod\t41', 'Herring\t7', 'Plaice\t112'], COMMITTEE, BOARD, BOARD, BOARD),
  },
  {
    name: 'right to left, in two columns',
    page: {
      placed: rowByRow(
        lines(['שלום לכל הבאים אל הנמל.', 'הספינה יוצאת בצהרים כל', 'יום והיא שבה רק בערב.'].map(asSeen), {
          x: 330,
          y: 700,
          font: 'hebrew',
          size: 12,
          leading: 16,
        }),
        lines(['השומר מדליק את האור של', 'המגדל כל לילה ואיש לא', 'מפריע לו עד אור הבקר.'].map(asSeen), {
          x: 60,
          y: 700,
          font: 'hebrew',
          size: 12,
          leading: 16,
        }),
      ),
    },
    reads: text(
      ['שלום לכל הבאים אל הנמל.', 'הספינה יוצאת בצהרים כל', 'יום והיא שבה רק בערב.'],
      ['השומר מדליק את האור של', 'המגדל כל לילה ואיש לא', 'מפריע לו עד אור הבקר.'],
    ),
    quote: 'הספינה יוצאת בצהרים כל יום והיא שבה רק בערב.',
  },
  {
    name: 'right to left, each word drawn by itself, with a name in Latin letters',
    page: {
      placed: [
        { x: 300, y: 700, text: asSeen('שלום'), font: 'hebrew', size: 12 },
        { x: 220, y: 700, text: 'Ada', size: 12 },
        { x: 245, y: 700, text: 'Lovelace', size: 12 },
        { x: 190, y: 700, text: asSeen('אמר'), font: 'hebrew', size: 12 },
      ],
    },
    reads: 'שלום Ada Lovelace אמר',
  },
  {
    name: 'writing in columns, the first on the right',
    page: {
      placed: [
        { x: 500, y: 700, text: '返品は三十日以内に', size: 12, font: 'columns of writing' },
        { x: 480, y: 700, text: '受け付けます。', size: 12, font: 'columns of writing' },
      ],
    },
    reads: '返品は三十日以内に\n受け付けます。',
  },
  {
    name: 'a header in both corners and a page number below, drawn first',
    page: {
      placed: [
        { x: 303, y: 40, text: '17', size: 8 },
        { x: 50, y: 760, text: 'Harbour report', size: 8 },
        { x: 500, y: 760, text: 'Spring 1901', size: 8 },
        ...two(700),
      ],
    },
    reads: text(['Harbour report Spring 1901'], COMMITTEE, BOARD, ['17']),
  },
  {
    name: 'ligatures',
    page: {
      placed: lines(['The o3ce of 1sh and 2ags 1nds it e3cient.'], { x: 50, y: 700, font: 'ligatures' }),
    },
    reads: 'The office of fish and flags finds it efficient.',
    quote: 'The office of fish and flags finds it efficient.',
  },
  {
    name: 'words that only distance parts',
    page: {
      placed: [
        { x: 50, y: 700, text: '', pieces: ['The', -278, 'k', 15, 'eeper', -300, 'sleeps', -250, 'by', -278, 'day'] },
        { x: 50, y: 688, text: '', pieces: ['and', -278, 'w', 20, 'atches', -278, 'at', -278, 'night.'] },
      ],
    },
    reads: 'The keeper sleeps by day\nand watches at night.',
    quote: 'The keeper sleeps by day and watches at night.',
  },
  {
    name: 'letters drawn one by one',
    page: {
      placed: letters('The lamp burns.', { x: 50, y: 700 }),
    },
    reads: 'The lamp burns.',
  },
  {
    name: 'a form that was filled in',
    page: {
      placed: [
        ...lines(['Application for a mooring', '', '', 'Name of the owner', '', 'Length in metres', '', 'Remarks'], {
          x: 50,
          y: 740,
        }),
      ],
      fields: [
        { name: 'owner', value: 'Ada Lovelace', rect: [200, 700, 400, 716] },
        { name: 'length', value: '14.5', rect: [200, 676, 400, 692] },
        { name: 'remarks', value: 'None so far', rect: [200, 652, 400, 668] },
      ],
    },
    reads: text(
      ['Application for a mooring'],
      ['Name of the owner\tAda Lovelace', 'Length in metres\t14.5', 'Remarks\tNone so far'],
    ),
  },
  {
    name: 'letters of many sizes: a title, a first letter three lines high, chemistry, small print',
    page: {
      placed: [
        { x: 50, y: 740, text: 'On water', size: 24, font: 'bold' },
        { x: 50, y: 676, text: 'T', size: 44 },
        ...lines(['he formula of water is H', 'known to the keepers, who', 'boil it for their tea and for'], {
          x: 82,
          y: 700,
        }),
        { x: 187.8, y: 698, text: '2', size: 6 },
        { x: 191.3, y: 700, text: 'O, which is' },
        ...lines(['nothing else.'], { x: 50, y: 664 }),
        { x: 50, y: 640, text: 'Printed on the island.', size: 6 },
      ],
    },
    reads: text(
      ['On water'],
      [
        'The formula of water is H2O, which is',
        'known to the keepers, who',
        'boil it for their tea and for',
        'nothing else.',
      ],
      ['Printed on the island.'],
    ),
  },
  {
    name: 'lines spread to the margin, word by word',
    page: {
      placed: justified(
        [...COMMITTEE, ...BOARD].map((line) => line.replaceAll('-', ' ')),
        { x: 50, y: 700, width: 300 },
      ),
    },
    reads: text([...COMMITTEE, ...BOARD]),
  },
  {
    name: 'one column with paragraphs, a list and parted words',
    page: {
      placed: [
        ...lines(
          [
            'Rules of the house',
            '',
            'Guests of the tower are received by the keeper him-',
            'self, who is well-known for his soup. A well-',
            'known guest is no exception.',
            '',
            '*',
            '*',
          ],
          { x: 50, y: 700 },
        ),
        ...lines(['Bring a lamp.', 'Leave the cat alone.'], { x: 70, y: 628 }),
      ],
    },
    reads: text(
      ['Rules of the house'],
      [
        'Guests of the tower are received by the keeper himself,',
        'who is well-known for his soup. A well-known',
        'guest is no exception.',
      ],
      ['* Bring a lamp.', '* Leave the cat alone.'],
    ),
  },
  {
    name: 'a letterhead beside an address, drawn block by block',
    page: {
      placed: [
        ...lines(['Harbour Office', 'Quay Street 4', 'Inverley'], { x: 50, y: 740 }),
        ...lines(['Ada Lovelace', 'Mill Lane 12', 'Dunholme'], { x: 380, y: 740 }),
        ...lines(['Dear Ada,', '', ...COMMITTEE], { x: 50, y: 660 }),
      ],
    },
    reads: text(
      ['Harbour Office', 'Quay Street 4', 'Inverley'],
      ['Ada Lovelace', 'Mill Lane 12', 'Dunholme'],
      ['Dear Ada,'],
      COMMITTEE,
    ),
  },
  {
    name: 'words drawn twice, to look bold',
    page: {
      placed: [
        { x: 50, y: 700, text: 'Danger' },
        { x: 50.3, y: 700, text: 'Danger' },
        { x: 90, y: 700, text: 'of falling' },
      ],
    },
    reads: 'Danger of falling',
  },
];

/** Pages as they are met, made by code, each with the text it reads as. */
export const layouts: readonly Layout[] = [...columnLayouts, ...otherLayouts];
