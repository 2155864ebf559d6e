import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const orders = {
  orders: [
    'order_id,customer,region,amount',
    'O1,Ann,Kiel,10',
    'O2,Ann,Kiel,2000',
    'O3,Bo,Bonn,3000',
    'O4,Cy,Bonn,60',
    '',
  ].join('\n'),
};

describe('a bound of how many there are', () => {
  it.each([
    ['which customers have fewer than 1000 orders', ['Ann', 'Bo', 'Cy']],
    ['customers with fewer than 1000 orders', ['Ann', 'Bo', 'Cy']],
    ['customers with more than 1000 orders', []],
    ['which customers have at least 1000 orders', []],
  ])('is no amount, though there are not as many rows: %s', async (question, customers) => {
    const { understood, rows } = await ask(orders, question);
    expect(understood.kind).toBe('query');
    expect(
      rows.map(([customer]) => customer).toSorted(),
      understood.kind === 'query' ? JSON.stringify(understood.query) : '',
    ).toEqual(customers);
  });
});
