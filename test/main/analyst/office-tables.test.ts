import { expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const LANDS = ['Hessen', 'Bayern', 'Berlin'];
const SEXES = ['männlich', 'weiblich'];
const people = (year: number, land: number, sex: number): number => 1000 * (land + 1) + 10 * (year - 2020) + sex;
const flat = {
  '12411-0011_flat': [
    'Zeit_Label;Zeit;1_Merkmal_Label;1_Auspraegung_Label;2_Merkmal_Label;2_Auspraegung_Label;BEVSTD__Bevoelkerungsstand__Anzahl',
    ...[2021, 2022].flatMap((year) =>
      LANDS.flatMap((land, at) =>
        SEXES.map((sex, of) => `Stichtag;31.12.${year};Bundesländer;${land};Geschlecht;${sex};${people(year, at, of)}`),
      ),
    ),
    '',
  ].join('\n'),
};

const emissions = {
  emissions: `country,year,co2,co2_per_capita\n${[
    'France,2020,280,4.3',
    'Germany,2020,640,7.7',
    'Italy,2020,300,5.1',
    'World,2020,35000,4.5',
    'France,2021,306,4.7',
    'Germany,2021,675,8.1',
    'Italy,2021,337,5.7',
    'World,2021,37000,4.7',
  ].join('\n')}\n`,
};

it.each<[string, (string | number)[][]]>([
  ['Wie viele Einwohner hatte Bayern Ende 2022?', [[2 * 2020 + 1]]],
  [
    'Bevölkerung je Bundesland am 31.12.2021',
    [
      ['Berlin', 6021],
      ['Bayern', 4021],
      ['Hessen', 2021],
    ],
  ],
  ['Welches war 2021 das kleinste Bundesland nach Einwohnern?', [['Hessen', 2021]]],
])('a column is called what its file says that it holds: %s', async (question, expected) => {
  const { rows, understood } = await ask(flat, question);
  expect(
    rows.map((row) => row.map((cell) => (LANDS.includes(String(cell)) ? cell : Number(cell)))),
    JSON.stringify(understood),
  ).toEqual(expected);
});

it.each<[string, unknown[]]>([
  ['how much co2 did Germany emit in 2021', [675]],
  ['which country emitted the most co2 in 2020', ['Germany', 640]],
  ['which country emitted the most co2', ['Germany', 1315]],
])('what is told per head as well is an amount, and the world is no country: %s', async (question, expected) => {
  const { rows, understood } = await ask(emissions, question);
  expect(
    rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' && Number.isNaN(Number(cell)) ? cell : Number(cell))),
    ),
    JSON.stringify(understood),
  ).toEqual([expected]);
});
