import { describe, expect, it } from 'vitest';
import { ThreadId } from '../../../src/preload/contract/ids';
import { analystApp, ask as askIn } from '../../support/app';

const { app, ask, dataset } = analystApp();

/** More customers than are listed with a column. */
const customers = Array.from({ length: 900 }, (_, at) => ({
  code: `C-${String(at).padStart(4, '0')}`,
  name: `${['Brisk', 'Quiet', 'Lofty'][at % 3]} ${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + (Math.floor(at / 26) % 26))}rix`,
  amount: (at * 37) % 1_000,
}));
const special = { code: 'X-77/b', name: 'Zorblatt & Søns', amount: 4_321 };
const rows = [...customers, special];
const content = () =>
  `customer,company,amount\n${rows.map(({ code, name, amount }) => `${code},${name},${amount}`).join('\n')}\n`;
const total = (some: typeof rows): number => some.reduce((sum, { amount }) => sum + amount, 0);
const named = (name: string) => rows.filter((row) => row.name === name);

const figures: [question: string, figure: number][] = [
  ['how much did C-0717 spend?', total(rows.filter(({ code }) => code === 'C-0717'))],
  ['total amount of Zorblatt', total(named(special.name))],
  ['total amount of Zorblat', total(named(special.name))],
  ['total amount for X-77/b', total(named(special.name))],
  [`total amount of ${customers[777]?.name}`, total(named(customers[777]?.name ?? ''))],
  ['how many rows without Zorblatt', customers.length],
];

describe('words that are values of a column of which not all are listed', () => {
  it.each(figures)('%s', async (question, figure) => {
    const answer = await ask('purchases.csv', content, question);
    expect(
      answer.table?.rows.map((row) => row.map(Number)),
      answer.answer,
    ).toEqual([[figure]]);
    expect(answer.steps.filter(({ name }) => name === 'find_values')).toHaveLength(1);
  });

  it('are looked up for a question that goes on as well', async () => {
    const { id } = await dataset('purchases.csv', content);
    const first = await askIn(app(), 'total amount of Zorblatt', { datasetIds: [id] });
    const threadId = ThreadId.parse(first.thread_id);
    const next = await askIn(app(), `and of ${customers[777]?.name}?`, { threadId });
    const expected = total(named(customers[777]?.name ?? ''));
    expect(
      next.table?.rows.map((row) => row.map(Number)),
      next.answer,
    ).toEqual([[expected]]);
  });

  it('are named where the data has none of them', async () => {
    const answer = await ask('purchases.csv', content, 'total amount of Vexington');
    expect(answer.table ?? null).toBeNull();
    expect(answer.answer).toContain('Vexington');
  });

  it('are not looked up where every word is known', async () => {
    const answer = await ask('purchases.csv', content, 'total amount');
    expect(answer.steps.map(({ name }) => name)).not.toContain('find_values');
  });
});
