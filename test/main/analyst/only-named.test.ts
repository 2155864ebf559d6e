import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const orders = {
  orders: [
    'order_id,region,product group,ordered,amount',
    'O1,Kiel,Lamp,2024-01-05,10',
    'O2,Kiel,Desk,2024-02-06,2000',
    'O3,Bonn,Lamp,2024-03-07,3000',
    'O4,Bonn,Desk,2025-01-08,60',
    '',
  ].join('\n'),
};

async function read(...texts: string[]) {
  const { understood, rows } = await ask(orders, ...texts);
  return { kind: understood.kind, rows, before: understood.kind === 'query' ? understood.before : null };
}

describe('a question that goes on', () => {
  it.each<[string[], string]>([
    [['total amount by region', 'what about product group'], 'total amount by product group'],
    [['total amount by region', 'and product group?'], 'total amount by product group'],
    [['total amount by region', 'same for product group'], 'total amount by product group'],
    [['total amount by region in 2024', 'how about product group?'], 'total amount by product group in 2024'],
    [['Summe amount nach region', 'dasselbe für product group'], 'Summe amount nach product group'],
    [['Summe amount nach region', 'dasselbe nach product group'], 'Summe amount nach product group'],
  ])('and only names a column is grouped by that: %j', async (texts, whole) => {
    const followed = await read(...texts);
    expect(followed.rows).toEqual((await read(whole)).rows);
    expect(followed.before).toBe(texts[0]);
  });

  it.each<[string[], string]>([
    [['total amount by region', 'only orders over 1000'], 'total amount by region with amount over 1000'],
    [['total amount by region', 'and for orders in 2024'], 'total amount by region in 2024'],
    [['average amount by region', 'just the orders with Lamp'], 'average amount by region for Lamp'],
    [['Summe amount nach region', 'nur orders über 1000'], 'Summe amount nach region mit amount über 1000'],
  ])('and calls rows by their name to choose them counts none: %j', async (texts, whole) => {
    expect((await read(...texts)).rows).toEqual((await read(whole)).rows);
  });

  it('keeps a bound of single amounts, where there are not as many rows', async () => {
    const { rows } = await read('list orders over 1000', 'by region');
    expect(rows).toEqual([
      ['Bonn', 1],
      ['Kiel', 1],
    ]);
    expect((await read('orders over 1000 by region')).rows).toEqual(rows);
  });

  it('never stands by itself without what was asked before', async () => {
    const { kind, rows } = await read('list orders with an amount over 1000', 'by region');
    expect(kind).toBe('query');
    expect(rows).toEqual([
      ['Bonn', 1],
      ['Kiel', 1],
    ]);
  });
});
