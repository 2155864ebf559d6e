import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const figures = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.map((cell) => (cell === null || Number.isNaN(Number(cell)) ? cell : Number(cell))));

const sheet = {
  time_report: [
    'Client,User,Start Date,Start Time,Duration (h),Duration (decimal)',
    'Adler,Ann,2024-01-01,09:00,01:30,1.50',
    'Adler,Bob,2024-01-02,10:00,02:00,2.00',
    'Berg,Ann,2024-01-06,11:00,00:30,0.50',
    'Berg,Ann,2024-01-09,09:00,04:00,4.00',
    '',
  ].join('\n'),
};
const stock = {
  stock: [
    'SKU,Description,On hand,On order,Reorder level,Unit cost,Location',
    'A1,Hammer,10,5,12,2.00,North',
    'A2,Nail box,100,0,50,0.50,North',
    'A3,Drill,3,20,2,40.00,South',
    'A4,Saw,4,8,9,10.00,South',
    '',
  ].join('\n'),
};
const tickets = {
  tickets: [
    'Key,Type,Status,Custom field (Story Points)',
    'T-1,Bug,To Do,',
    'T-2,Story,Blocked,3',
    'T-3,Story,Done,',
    'T-4,Bug,In Review,5',
    'T-5,Story,Closed,8',
    'T-6,Bug,Cancelled,1',
    '',
  ].join('\n'),
};
const league = { league: 'Team,Rank,Points\nA,1,30\nB,2,25\nC,3,20\nD,4,10\n' };

describe('the measure that is meant', () => {
  it.each<[string, Record<string, string>, unknown[][]]>([
    ['How many hours were logged?', sheet, [[8]]],
    [
      'hours by client',
      sheet,
      [
        ['Berg', 4.5],
        ['Adler', 3.5],
      ],
    ],
    ['How many hours were worked at weekends?', sheet, [[0.5]]],
    ['Who worked the most?', sheet, [['Ann', 6]]],
    ['What is our stock worth?', stock, [[230]]],
    [
      'stock value by location',
      stock,
      [
        ['South', 160],
        ['North', 70],
      ],
    ],
    ['how many units do we have in South', stock, [[7]]],
    ['How many items are below their reorder level?', stock, [[2]]],
    [
      'top 2 items by stock value',
      stock,
      [
        ['A3', 120],
        ['A2', 50],
      ],
    ],
    [
      'teams with a rank better than 3',
      league,
      [
        ['A', 1, 30],
        ['B', 2, 25],
      ],
    ],
    ['how many teams have more than 15 points', league, [[3]]],
    ['How many bugs are still open?', tickets, [[2]]],
    ["How many stories don't have story points?", tickets, [[1]]],
  ])('%s', async (question, files, rows) => {
    expect(figures((await ask(files, question)).rows)).toEqual(rows);
  });
});
