import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const matches = {
  results:
    'date,home_team,away_team,home_score,away_score,cup,neutral\n2021-01-01,Ajax,Basel,3,1,A,true\n2021-02-01,Basel,Ajax,2,2,A,false\n2021-03-01,Celtic,Ajax,0,1,B,false\n2021-04-01,Ajax,Celtic,1,0,B,false\n',
};
const power = {
  power: `from;${['Wind Offshore', 'Wind Onshore', 'Photovoltaic', 'Gas'].map((source) => `${source} [MWh] Calculated resolutions`).join(';')}\n${Array.from({ length: 24 }, (_, at) => `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01;${1000 + at}.5;${2000 + at}.5;${3000 + at}.5;${4000 + at}.5`).join('\n')}\n`,
};

async function cells(files: Parameters<typeof ask>[0], ...texts: string[]): Promise<unknown[][]> {
  const { rows, understood } = await ask(files, ...texts);
  expect(understood.kind, JSON.stringify(understood)).toBe('query');
  return rows.map((row) =>
    row.map((cell) => (cell !== null && cell !== '' && !Number.isNaN(Number(cell)) ? Number(cell) : cell)),
  );
}

describe('goals of a match are those of both sides, unless one of them is spoken of', () => {
  it.each<[string[], unknown[][]]>([
    [['average goals per match'], [[2.5]]],
    [
      ['average number of goals per match', 'split that by cup'],
      [
        ['A', 4],
        ['B', 1],
      ],
    ],
    [
      ['top 2 teams by goals scored as the home team'],
      [
        ['Ajax', 4],
        ['Basel', 2],
      ],
    ],
    [
      ['goals by away team'],
      [
        ['Ajax', 3],
        ['Basel', 1],
        ['Celtic', 0],
      ],
    ],
  ])('%j', async (texts, expected) => {
    expect(await cells(matches, ...texts)).toEqual(expected);
  });
});

describe('columns are called by what is their own in their names', () => {
  it.each<[string[], unknown[][]]>([
    [['total photovoltaic in 2021'], [[36072]]],
    [['total photovoltaic in 2021', 'and in 2022?'], [[36216]]],
    [
      ['wind onshore per year'],
      [
        [2021, 24072],
        [2022, 24216],
      ],
    ],
    [['average gas per month in 2022'], [[4018]]],
  ])('%j', async (texts, expected) => {
    expect(await cells(power, ...texts)).toEqual(expected);
  });
});
