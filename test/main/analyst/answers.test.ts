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
      for (const offer of offersIn(answer)) {
        const asked = await ask('monthly.csv', monthly, offer.slice(2).replaceAll('\\', ''));
        expect(asked.reading, offer).not.toBeNull();
      }
    },
  );

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
    expect(answer).toContain(
      'Total visits are higher in **December 2025** than in **January 2024**: 370 against 200, +170 (+85\u00a0%).',
    );
    expect(answer).toContain('Of 23 months compared with the one before, 19 rose and 4 fell.');
  });

  it('names the line of a total that it left out', async () => {
    const content = () => 'region,amount\nWest,10\nEast,20\nNorth,5\nTotal,35\n';
    const { answer, table } = await ask('totalled.csv', content, 'amount by region');
    expect(table?.rows).toHaveLength(3);
    expect(answer).toContain('Line 5 of totalled.csv is a total of the rows above and is not in these figures.');
  });
});
