import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const numbers = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map(Number));

const wines = {
  wines: [
    'wine,country,acidity,alcohol_percent,tannin_strength,quality,organic_certification,medal',
    'A,Italy,5.1,12.5,3,6,yes,true',
    'B,Italy,6.2,13.5,5,7,no,false',
    'C,France,4.4,14.0,7,8,yes,true',
    'D,France,4.9,11.0,2,5,no,false',
    'E,Spain,5.6,13.0,6,7,no,false',
    'F,Spain,7.7,14.5,8,4,yes,false',
    '',
  ].join('\n'),
};

describe('words of the same family as a column', () => {
  it('an acidic wine is one with much acidity', async () => {
    const { rows } = await ask(wines, 'which wine is the most acidic');
    expect(rows[0]?.[0]).toBe('F');
  });

  it('certified wines by certification', async () => {
    const { rows } = await ask(wines, 'average quality by organic cert');
    expect(rows).toHaveLength(2);
  });

  it('least acidic turns the ranking of a question before', async () => {
    const { rows } = await ask(wines, 'which wine is the most acidic', 'and the least acidic?');
    expect(rows[0]?.[0]).toBe('C');
  });
});

describe('what goes together', () => {
  it.each([
    'is alcohol related to quality?',
    'does alcohol go hand in hand with quality?',
    'are alcohol and quality correlated',
    'is there a link between alcohol and quality',
    'how is alcohol associated with quality',
  ])('%s', async (question) => {
    const { understood } = await ask(wines, question);
    expect(understood).toMatchObject({ query: { compute: [{ measure: 'correlation' }] } });
  });
});

describe('bounds', () => {
  it('the column may stand between the word and the number', async () => {
    expect(numbers((await ask(wines, 'how many are above quality 6')).rows)).toEqual([[3]]);
    expect(numbers((await ask(wines, 'how many wines under quality 5.5')).rows)).toEqual([[2]]);
  });

  it('what led to something has it', async () => {
    const { rows } = await ask(wines, 'what % of wines led to a medal');
    expect(Number(rows[0]?.at(-1))).toBeCloseTo(1 / 3);
  });
});

describe('verbs of who asks', () => {
  const shop = {
    sales: [
      'sold_on,branch,tax,total',
      '2024-03-01,North,2,10',
      '2024-03-04,South,3,20',
      '2024-04-01,North,4,30',
      '',
    ].join('\n'),
  };

  it('what we collect is what there is', async () => {
    const { rows, understood } = await ask(shop, 'how much tax did we collect in March?');
    expect(numbers(rows)).toEqual([[5]]);
    expect(understood).toMatchObject({ unused: ['collect'] });
  });

  it('a verb that turns the figure is not read over', async () => {
    const { understood } = await ask(shop, 'how much tax did we refund in March?');
    expect(understood.kind).not.toBe('query');
  });
});

describe('when something was highest', () => {
  const rates = { rates: ['month,jobless_rate', '2020-01-01,3.5', '2020-02-01,9.1', '2020-03-01,4.2', ''].join('\n') };

  it('tells the time with the figure', async () => {
    const { rows } = await ask(rates, 'when was the jobless rate at its highest?');
    expect(String(rows[0]?.[0])).toContain('2020-02');
  });
});

describe('shares of what was asked before', () => {
  const pupils = {
    pupils: ['name,gender,passed,hours', 'a,female,yes,1', 'b,female,no,2', 'c,female,yes,3', 'd,male,yes,4', ''].join(
      '\n',
    ),
  };

  it('what is named again is the whole, the rest is the part', async () => {
    const { rows } = await ask(pupils, 'how many female pupils passed', 'what share of all female pupils is that?');
    expect(Number(rows[0]?.at(-1))).toBeCloseTo(2 / 3);
  });
});
