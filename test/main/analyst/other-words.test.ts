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

describe('words that judge', () => {
  it('what nobody knows to be more or less of is asked back', async () => {
    const { understood } = await ask(wines, 'which country is the most fashionable');
    expect(understood.kind).toBe('open');
  });
});

describe('how long it takes', () => {
  const repairs = {
    repairs: [
      'repair_no,workshop,reported_on,repaired_on,cost',
      '1,East,2024-01-01,2024-01-05,10',
      '2,East,2024-01-02,2024-01-04,20',
      '3,West,2024-01-03,2024-01-13,30',
      '4,West,2024-01-04,,40',
      '',
    ].join('\n'),
  };

  it.each([
    'average time from reported to repaired in days',
    'How many days does it take on average from reported to repaired?',
    'how many days does it take on average until it is repaired',
  ])('%s', async (question) => {
    expect(numbers((await ask(repairs, question)).rows)).toEqual([[16 / 3]]);
  });
});

describe('on average of each', () => {
  const lines = { lines: ['order_id,item,qty', '1,a,1', '1,b,2', '2,a,3', '3,c,1', ''].join('\n') };

  it('the number of rows of each thing, with the average said first', async () => {
    expect(numbers((await ask(lines, 'on average, how many lines does an order have')).rows)).toEqual([[4 / 3]]);
  });
});

describe('how much more the one is than the other', () => {
  it('of two columns, row by row', async () => {
    const prices = { prices: ['product,list_price,dealer_price', 'a,10,8', 'b,20,14', ''].join('\n') };
    expect(numbers((await ask(prices, 'how far is the list price above the dealer price')).rows)).toEqual([[4]]);
    expect(numbers((await ask(prices, 'how much higher is the list price than the dealer price')).rows)).toEqual([[4]]);
  });

  it('of two kinds, of the length that is named', async () => {
    const shells = {
      shells: ['kind,shell_length,shell_width', 'cone,10,4', 'cone,12,5', 'whelk,7,6', 'whelk,9,8', ''].join('\n'),
    };
    const { rows } = await ask(shells, 'how much longer are cone shells than whelk shells?');
    expect(rows.flat().map((cell) => Math.abs(Number(cell)))).toContain(3);
  });
});

describe('kinds of people', () => {
  const receipts = {
    receipts: [
      'receipt,buyer_type,gender,total',
      '1,Member,Female,10',
      '2,Normal,Male,20',
      '3,Normal,Female,5',
      '',
    ].join('\n'),
  };

  it('female customers are rows of that gender, whoever they are', async () => {
    const { rows } = await ask(receipts, 'total by buyer type', 'only female customers');
    expect(new Map(rows.map(([kind, total]) => [kind, Number(total)]))).toEqual(
      new Map([
        ['Member', 10],
        ['Normal', 5],
      ]),
    );
  });

  it('people that the file does not tell are no rows', async () => {
    expect((await ask(receipts, 'total per cashier')).understood.kind).not.toBe('query');
    expect((await ask(receipts, 'total by supplier')).understood.kind).not.toBe('query');
  });
});
