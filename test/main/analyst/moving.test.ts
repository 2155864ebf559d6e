import { expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const visits = {
  clinic:
    'visit_id,visited_on,ward,fee\n1,2024-01-05,A,10\n2,2024-01-20,B,30\n3,2024-02-02,A,90\n4,2024-03-03,B,20\n5,2024-04-04,A,60\n6,2024-05-05,A,50\n',
};

it.each([
  'total fee by month and the median of the last three months',
  'total fee per month and the median of the last 3 months',
  'monthly total fee and the median over the last three months',
  'for each month the total fee and the median of the past three months',
  'summe fee pro Monat und der Median der letzten drei Monate',
])('%s', async (question) => {
  const { rows, understood } = await ask(visits, question);
  expect(
    rows.map((row) => row.map((cell, at) => (at > 0 && cell !== null ? Number(cell) : String(cell).slice(0, 7)))),
    JSON.stringify(understood),
  ).toEqual([
    ['2024-01', 40, 'null'],
    ['2024-02', 90, 'null'],
    ['2024-03', 20, 40],
    ['2024-04', 60, 60],
    ['2024-05', 50, 50],
  ]);
});

it.each([
  ['total fee by month and the average of the last two months', [null, 65, 55, 40, 55]],
  ['total fee by month and the sum of the last 2 months', [null, 130, 110, 80, 110]],
])('%s is another of the same kind', async (question, moving) => {
  const { rows, understood } = await ask(visits, question);
  expect(
    rows.map((row) => (row.at(-1) === null ? null : Number(row.at(-1)))),
    JSON.stringify(understood),
  ).toEqual(moving);
});

it.each([
  ['median fee of the last three months', 50],
  ['median fee in the last 3 months', 50],
])('%s is one figure of the rows of these months', async (question, figure) => {
  const { rows, understood } = await ask(visits, question);
  expect(
    rows.map((row) => row.map(Number)),
    JSON.stringify(understood),
  ).toEqual([[figure]]);
});
