import { describe, expect, it } from 'vitest';
import { analystApp } from '../../support/app';

const { ask } = analystApp();
const months = (years: number[]) =>
  years.flatMap((year) => Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}-01`));
const monthly = () =>
  `month,source,visits,m1\n${months([2024, 2025])
    .flatMap((month, at) =>
      ['web', 'app'].map((source) => `${month},${source},${100 + at * 5 - (at % 6 === 5 ? 30 : 0)},x`),
    )
    .join('\n')}\n`;
const daily = () => 'day,visits\n2022-04-10,5\n2022-04-11,9\n2022-04-12,4\n2022-04-20,3\n';
const offersIn = (answer: string) => answer.split('\n').filter((line) => line.startsWith('- '));

describe('what can be asked', () => {
  it.each(['What can I ask?', 'help', 'what is in this data?', 'describe the data', 'what can I ask about this data?'])(
    'is offered for “%s”',
    async (question) => {
      const { answer } = await ask('monthly.csv', monthly, question);
      expect(answer).toContain('monthly.csv has 48 rows');
      expect(answer).toMatch(/You can ask:\n(?:- .+\n?){6}$/);
    },
  );

  it('has an answer each', async () => {
    const { answer } = await ask('monthly.csv', monthly, 'What can I ask?');
    for (const offer of offersIn(answer)) {
      const asked = await ask('monthly.csv', monthly, offer.slice(2).replaceAll('\\', ''));
      expect(asked.reading, offer).not.toBeNull();
    }
  });

  it('says what the columns are good for', async () => {
    const { answer } = await ask('monthly.csv', monthly, 'what can I ask?');
    expect(answer).toContain('numbers in visits');
    expect(answer).toContain('dates in month from 2024-01-01 to 2025-12-01');
  });
});

describe('whether a period is complete', () => {
  it.each(['visits by year', 'is visits trending up', 'visits 2024 vs 2025', 'visits by quarter'])(
    'is judged by the months that the dates stand for: %s',
    async (question) => {
      expect((await ask('monthly.csv', monthly, question)).answer).not.toContain('not complete');
    },
  );

  it('is judged by the last day where dates are days', async () => {
    expect((await ask('daily.csv', daily, 'visits by month')).answer).toContain('April 2022 is not complete');
  });

  it('is said of months that lack', async () => {
    const short = () =>
      `month,visits\n${months([2024, 2025])
        .slice(0, 21)
        .map((month, at) => `${month},${at}`)
        .join('\n')}\n`;
    expect((await ask('short.csv', short, 'visits by year')).answer).toContain('2025 is not complete');
  });
});

describe('how answers are worded', () => {
  it('counts one row as one', async () => {
    const { answer } = await ask('daily.csv', daily, 'how many rows where visits = 9');
    expect(answer).toContain('There is 1 row.');
  });

  it('says on which day, and in which month', async () => {
    expect((await ask('daily.csv', daily, 'visits by day')).answer).toContain('highest on **2022-04-11**');
    expect((await ask('monthly.csv', monthly, 'visits by month')).answer).toContain('highest in **');
  });

  it('keeps the names of columns and values as they are', async () => {
    expect((await ask('monthly.csv', monthly, 'show 2 rows')).answer).toContain('| month | source | visits | m1 |');
    expect((await ask('monthly.csv', monthly, 'visits by month and source')).answer).toMatch(
      /\| Month \| (?:web \| app|app \| web) \|/,
    );
  });

  it('tells a trend over all of the data', async () => {
    const { answer } = await ask('monthly.csv', monthly, 'is visits trending up by month');
    expect(answer).toContain('Total visits: 200 in **January 2024**, 370 in **December 2025**.');
    expect(answer).toContain('Of 23 months compared with the one before, 19 rose and 4 fell.');
  });

  it('names the line of a total that it left out', async () => {
    const content = () => 'region,amount\nWest,10\nEast,20\nNorth,5\nTotal,35\n';
    const { answer, table } = await ask('totalled.csv', content, 'amount by region');
    expect(table?.rows).toHaveLength(3);
    expect(answer).toContain('Line 5 of totalled.csv is a total of the rows above and is not in these figures.');
  });
});

const stocked = () =>
  'item,supplier,stock,reorder_level,due_date,delivered_date\n' +
  'Chair,Acme,5,10,2025-03-01,2025-03-04\nDesk,Acme,40,12,2025-03-01,2025-03-01\nLamp,Birch,0,8,2025-03-02,\n' +
  'Shelf,Birch,30,30,2025-03-05,2025-03-09\nRug,Core,25,,2025-03-05,2025-03-03\n';

describe('two columns of the same row', () => {
  it.each<[question: string, rows: unknown[][]]>([
    [
      'how many items are below the reorder level by supplier',
      [
        ['Acme', 1],
        ['Birch', 1],
      ],
    ],
    [
      'late deliveries by supplier',
      [
        ['Acme', 1],
        ['Birch', 1],
      ],
    ],
    ['how many deliveries were on time', [[2]]],
    ['number of items out of stock', [[1]]],
    [
      'share of the top 2 items by stock',
      [
        ['Desk', 40, 0.4],
        ['Shelf', 30, 0.3],
      ],
    ],
    [
      'latest delivered date by supplier',
      [
        ['Acme', '2025-03-04'],
        ['Birch', '2025-03-09'],
        ['Core', '2025-03-03'],
      ],
    ],
  ])('%s', async (question, expected) => {
    const { table, answer } = await ask('stocked.csv', stocked, question);
    const cells = (table?.rows ?? []).map((row) =>
      row.map((cell) => (Number.isNaN(Number(cell)) ? cell : Number(cell))),
    );
    expect(cells.toSorted(), answer).toEqual(expected);
  });

  it('says which rows lack one of the two', async () => {
    expect((await ask('stocked.csv', stocked, 'rows with stock below reorder level')).answer).toContain(
      '1 row of the data has no reorder_level',
    );
    expect((await ask('stocked.csv', stocked, 'late deliveries')).answer).toContain(
      '1 row of the data has no delivered_date',
    );
  });

  it('says what the best have together', async () => {
    const { answer } = await ask('stocked.csv', stocked, 'share of the top 2 items by stock');
    expect(answer).toContain('The top 2 together have 70\u00a0% of total stock.');
  });
});

describe('money in whole numbers', () => {
  const deals = () => 'owner,stage,value_eur\nAnn,Won,1000\nBen,Won,2000\nAnn,Lost,500\nBen,Lost,500\nCy,Won,2000\n';

  it('keeps its currency in sums', async () => {
    expect((await ask('deals.csv', deals, 'total value of won deals')).answer).toContain('€\u00a05,000.00');
  });

  it('says of two equal ones that they are', async () => {
    const { answer } = await ask('deals.csv', deals, 'value Ben vs Cy where stage is Won');
    expect(answer).toContain('are equal in');
  });
});
