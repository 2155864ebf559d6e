import { expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const layoffs = {
  layoffs: `company,country,date,total_laid_off,percentage_laid_off\n${[
    'Alpha,Italy,2022-03-01,100,0.1',
    'Beta,Spain,2022-05-01,300,0.4',
    'Alpha,Italy,2023-03-01,50,0.2',
    'Gamma,Spain,2023-04-01,20,0.9',
  ].join('\n')}\n`,
};
const fruit = {
  fruit: `date,region,average_price,bags\n${[
    '2024-01-07,Rome,1.2,10',
    '2024-01-14,Rome,0.9,20',
    '2024-01-21,Rome,0.8,30',
    '2024-01-28,Rome,1.1,40',
    '2024-02-04,Rome,0.7,50',
    '2024-01-07,Oslo,0.7,5',
  ].join('\n')}\n`,
};
const houses = {
  houses: `id,waterfront,price,bedrooms\n${['1,0,100,2', '2,1,500,3', '3,0,200,4', '4,1,700,4'].join('\n')}\n`,
};
const players = {
  players: `player,club,loaned_from,wage\n${['Ann,Roma,,10', 'Bob,Lazio,Roma,20', 'Cid,Inter,Lazio,40', 'Dov,Inter,,5'].join('\n')}\n`,
};

const insured = {
  insured: `person,age,children,charges\n${Array.from({ length: 40 }, (_, at) => `p${at},${20 + at},${at % 4},${100 + at}`).join('\n')}\n`,
};
const sales = {
  homes: `id,date,price,yr_built\n${[
    '1,20240113T000000,100,1930',
    '2,20240203T000000,200,1960',
    '3,20240209T000000,300,1940',
    '4,20240301T000000,400,2001',
  ].join('\n')}\n`,
};
const monsters = {
  monsters: `name,type_1,type_2,attack\n${['Ash,Fire,Rock,80', 'Bay,Water,Fire,90', 'Cub,Fire,,10', 'Dew,Rock,,5'].join('\n')}\n`,
};

it.each<[Record<string, string>, string[], (string | number)[][]]>([
  [
    layoffs,
    ['laid off per year'],
    [
      ['2022', 400],
      ['2023', 70],
    ],
  ],
  [
    layoffs,
    ['top 2 companies by number of people laid off'],
    [
      ['Beta', 300],
      ['Alpha', 150],
    ],
  ],
  [fruit, ['how many bags were sold in Rome'], [[150]]],
  [fruit, ['in how many weeks was Rome cheaper than 1'], [[3]]],
  [
    houses,
    ['avg price waterfront vs. not'],
    [
      [0, 150],
      [1, 600],
    ],
  ],
  [houses, ['which is the cheapest house'], [[1, 0, 100]]],
  [
    insured,
    ['number of people by age group'],
    [
      [20, 10],
      [30, 10],
      [40, 10],
      [50, 10],
    ],
  ],
  [insured, ['how many people have three or more kids'], [[10]]],
  [sales, ['how many were built before 1950'], [[2]]],
  [sales, ['how many homes were sold in February 2024'], [[2]]],
  [monsters, ['how many fire monsters have an attack above 70'], [[1]]],
  [players, ['total wage of Inter', 'and Lazio'], [[20]]],
])('what nearly everybody means by it is answered: %j', async (file, texts, expected) => {
  const { rows, understood } = await ask(file, ...texts);
  const shown = rows.map((row) =>
    row.map((cell) => (Number.isNaN(Number(cell)) ? String(cell).replace(/^(\d{4})-01-01.*$/, '$1') : Number(cell))),
  );
  expect(
    shown.map((row) => row.map(String)),
    JSON.stringify(understood),
  ).toEqual(expected.map((row) => row.map(String)));
});
