import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const line = (at: number): string =>
  [
    `H${at}`,
    ['oak', 'fir', 'elm'][at % 3],
    `2024-0${1 + (at % 3)}-1${at % 9}`,
    at,
    40 - at * 2,
    5 + ((at * 7) % 11),
    at % 2 ? 'yes' : 'no',
  ].join();
const trees = {
  trees: `tree_id,species,planted,height,distance,sap,ill\n${Array.from({ length: 15 }, (_, at) => line(at + 1)).join('\n')}\n`,
};
/** A rate of every month of two years. */
const rates = {
  rates: `month,UNRATE,U6RATE\n${Array.from({ length: 24 }, (_, at) => `202${2 + Math.floor(at / 12)}-${String(1 + (at % 12)).padStart(2, '0')}-01,${(3 + at / 10).toFixed(1)},${(6 + at / 10).toFixed(1)}`).join('\n')}\n`,
};
const cash = {
  cash: 'day,text,money_in,money_out,cash_balance\n2023-01-03,start,100,,100\n2023-11-20,rent,,30,70\n2024-02-01,gift,50,,120\n',
};

async function queryOf(files: Parameters<typeof ask>[0], ...texts: string[]) {
  const { understood, rows } = await ask(files, ...texts);
  return understood.kind === 'query' ? { query: understood.query, rows, before: understood.before } : understood.kind;
}

describe('what goes on from a question keeps what it was about', () => {
  it.each<[string[], string[]]>([
    [['correlation between height and sap', 'what about distance?'], ['correlation between height and distance']],
    [['correlation between height and sap', 'ok and distance vs sap?'], ['correlation between distance and sap']],
    [['correlation between height and sap', 'and distance and height?'], ['correlation between distance and height']],
    [['average height by species', 'only ill trees'], ['average height by species of ill trees']],
    [['average height by species', 'just the ones planted in March 2024'], ['average height by species in March 2024']],
    [['which trees have a height above 9', 'how many of them are elm?'], ['how many elm trees have a height above 9']],
    [
      ['how many trees have a height above 9', 'how many in March 2024?'],
      ['how many trees have a height above 9 in March 2024'],
    ],
  ])('%j', async (texts, whole) => {
    const followed = await queryOf(trees, ...texts);
    const asked = await queryOf(trees, ...whole);
    expect(followed).toHaveProperty('rows', (asked as { rows: unknown }).rows);
  });

  it('the same of another column, in the same groups', async () => {
    const asked = await queryOf(rates, 'average UNRATE per year', 'same for U6RATE');
    expect(asked).toMatchObject({
      rows: [
        [expect.anything(), 6.55],
        [expect.anything(), 7.75],
      ].map((row) => row),
    });
  });

  it('how many of those that were counted fulfil one condition more', async () => {
    const asked = await queryOf(rates, 'how many months was UNRATE above 4?', 'how many of them in 2023?');
    expect(asked).toHaveProperty('rows', [[12]]);
  });
});

it('a balance of cash is told as it last was, and not added up', async () => {
  expect(await queryOf(cash, 'what was the cash balance at the end of 2023?')).toHaveProperty('rows', [[70]]);
});
