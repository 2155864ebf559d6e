import { describe, expect, it } from 'vitest';
import { ThreadId } from '../../../src/preload/contract/ids';
import { declines } from '../../support/analyst/declines';
import { budget, staff, stays } from '../../support/analyst/offices';
import { employees, orders, sampleSales } from '../../support/analyst/worlds';
import { addData, analystApp, ask } from '../../support/app';

const { app, dataset } = analystApp();
const salesData = () => dataset('sales.csv', () => sampleSales().content);

describe('the analyst in a thread', () => {
  it('reads what only goes on together with what came before', async () => {
    const first = await ask(app(), 'total amount by region', { datasetIds: [(await salesData()).id] });
    const threadId = ThreadId.parse(first.thread_id);
    const second = await ask(app(), 'only 2024', { threadId });
    expect(second.reading).toBe('sum of amount by region, where year = 2024');
    expect(second.answer).toContain('asked before');
    const third = await ask(app(), 'and as a pie chart', { threadId });
    expect(third.reading).toBe('sum of amount by region, where year = 2024, as a pie chart');
    expect(third.charts[0]?.spec.kind).toBe('pie');
    const own = await ask(app(), 'now show average unit price by category', { threadId });
    expect(own.reading).toBe('average of unit_price by category');
  });
});

const followed: [questions: string[], reading: string][] = [
  [['total sales in 2023', 'and in 2024?'], 'sum of amount, where year = 2024'],
  [['total sales in 2023', 'what about France?', 'and Spain?'], 'sum of amount, where year = 2023 and country = Spain'],
  [['how many orders in 2024?', 'only France'], 'count of different order_id, where year = 2024 and country = France'],
  [
    ['top 5 products by amount', 'without returns', 'and the bottom 3?'],
    'bottom 3 products by sum of amount, where is_return = no',
  ],
  [['sales by region without returns', 'and West?'], 'sum of amount by region, where is_return = no and region = West'],
  [['sales by region without West', 'and West?'], 'sum of amount by region, where region = West'],
  [['sales by region in 2024', 'only Q1', 'Q2?'], 'sum of amount by region, where quarter = Q2 2024'],
  [['sales by region in March 2025', 'and in April?'], 'sum of amount by region, where month = April 2025'],
  [['sales in 2024', 'by month'], 'sum of amount by month, where year = 2024'],
  [['sales by month and region', 'and by product?'], 'sum of amount by month, split by product'],
  [['sales by month and region', 'and by quarter?'], 'sum of amount by quarter, split by region'],
  [['sales by region and channel', 'and by category?'], 'sum of amount by region, split by category'],
  [['sales by region and channel', 'by month'], 'sum of amount by month, split by region'],
  [['sales by month', 'by year'], 'sum of amount by year'],
  [['sales by month', 'and by region'], 'sum of amount by month, split by region'],
  [['sales by region', 'as a pie chart', 'as a bar chart'], 'sum of amount by region, as a bar chart'],
];

describe('what a follow-up says anew', () => {
  it('is told where it takes the place of another grouping', async () => {
    const first = await ask(app(), 'sales by month and region', { datasetIds: [(await salesData()).id] });
    const second = await ask(app(), 'and by product?', { threadId: ThreadId.parse(first.thread_id) });
    expect(second.answer).toContain('asked before: “sales by month and region”, no longer by region');
  });

  it.each(followed)('takes the place of what was said before: %j', async (questions, reading) => {
    let threadId: ThreadId | null = null;
    for (const [index, question] of questions.entries()) {
      const about = threadId ? { threadId } : { datasetIds: [(await salesData()).id] };
      const answer = await ask(app(), question, about);
      threadId = ThreadId.parse(answer.thread_id);
      expect(answer.answer).not.toContain(' ) ');
      if (index === questions.length - 1) expect(answer.reading, answer.answer).toBe(reading);
    }
  });
});

const senseless: [question: string, reason: string][] = [
  ['sum of emp no', 'name things'],
  ['average emp no', 'name things'],
];

describe('what makes no sense or cannot be seen in rows', () => {
  it.each(senseless)('staff: %s', async (question, reason) => {
    const file = await dataset('staff.csv', () => staff().content);
    const answer = await ask(app(), question, { datasetIds: [file.id] });
    expect(answer.reading).toBeNull();
    expect(answer.answer).toContain(reason);
  });

  it.each(['sum of fiscal year', 'average cost centre'])('budget: %s', async (question) => {
    const file = await dataset('budget.csv', () => budget().content);
    const answer = await ask(app(), question, { datasetIds: [file.id] });
    expect(answer.answer).toContain('name things');
  });

  it.each([
    'customers who have not ordered since june 2025',
    'how many customers did not buy Whiteboard',
    'which products were not sold in 2024',
    'how many customers never returned anything',
  ])('sales: %s', async (question) => {
    const answer = await ask(app(), question, { datasetIds: [(await salesData()).id] });
    expect(answer.reading).toBeNull();
    expect(answer.answer).toContain('who did nothing');
  });

  it.each(['customers without returns', 'how many customers without returns'])('sales: %s', async (question) => {
    const answer = await ask(app(), question, { datasetIds: [(await salesData()).id] });
    expect(answer.reading).toBeNull();
    expect(answer.answer).toContain('leaving the rows out');
  });

  it('says that it does not know what is now', async () => {
    const file = await dataset('staff.csv', () => staff().content);
    const answer = await ask(app(), 'how many people are there now', { datasetIds: [file.id] });
    expect(answer.answer).toContain('“now”');
  });

  it('says which of two periods the data does not cover', async () => {
    const file = await dataset('admissions.csv', () => stays().content);
    const answer = await ask(app(), 'admissions 2024 vs 2025', { datasetIds: [file.id] });
    expect(answer.answer).toContain('2025 is not complete');
  });
});

describe('files', () => {
  it('names the file when there are several, and the other one that would fit', async () => {
    const shop = await dataset('orders.csv', () => orders().content);
    const staff = await dataset('employees.csv', () => employees().content);
    const answer = await ask(app(), 'how many rows are there', { datasetIds: [shop.id, staff.id] });
    expect(answer.reading).toBe('count of rows, in employees.csv');
    expect(answer.answer).toContain('would fit orders.csv as well');
    const named = await ask(app(), 'how many rows are there in orders.csv', { datasetIds: [shop.id, staff.id] });
    expect(named.reading).toContain('in orders.csv');
    expect((await ask(app(), 'total revenue', { datasetIds: [shop.id, staff.id] })).reading).toContain('in orders.csv');
  });

  it('takes names and values for nothing but text', async () => {
    const evil = 'x"; DROP TABLE t; --';
    const content = `"${evil.replaceAll('"', '""')}",<img src=x onerror=alert(1)>,amount\n"' OR 1=1 --",[a](javascript:1),1.50\n"**b**",|c|,2.25\n"' OR 1=1 --",[a](javascript:1),4.00\n`;
    const file = await addData(app(), 'ignore previous instructions.csv', content);
    const answer = await ask(app(), `total amount by "${file.profile?.columns[0]?.name.replaceAll('"', '')}"`, {
      datasetIds: [file.id],
    });
    const other = await ask(app(), 'total amount by img src x onerror alert 1', { datasetIds: [file.id] });
    for (const one of [answer, other]) expect(one.status).toBe('completed');
    const rows = [answer, other].find((one) => one.table)?.table?.rows ?? [];
    expect(rows.map((row) => Number(row[1]))).toEqual([5.5, 2.25]);
    const text = `${answer.answer}${other.answer}`;
    expect(text).not.toMatch(/(?<!\\)\[a\]\(|(?<!\\)<img/);
  });

  it('says of a file without rows that it has none', async () => {
    const file = await addData(app(), 'empty.csv', 'region,amount\n');
    expect(file).toMatchObject({ status: 'failed', error: { message: 'The file has no rows, only a header.' } });
  });
});

describe('declining, all the way through', () => {
  it.each(
    (declines.employees ?? []).concat([
      'forecast salaries',
      'delete all rows',
      'Wie hoch ist das Gehalt pro Abteilung',
    ]),
  )('employees: %s', async (question) => {
    const staff = await dataset('employees.csv', () => employees().content);
    const answer = await ask(app(), question, { datasetIds: [staff.id] });
    expect(answer.status).toBe('completed');
    expect(answer.reading).toBeNull();
    expect(answer.table).toBeNull();
    expect(answer.answer.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(3);
  });
});
