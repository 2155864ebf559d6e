import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const bookings = {
  bookings: [
    'booked,payee,kind,amount',
    '2024-01-05,REWE SAGT DANKE 1234,Groceries,10',
    '2024-01-06,Küche & Co GmbH,Home,20',
    '2024-02-07,REWE Markt Kiel GmbH,Groceries,30',
    '2024-02-08,The bean there cafe,Eating out,40',
    '2024-03-09,Bean bags,Home,50',
    '2024-03-10,Clamp hire,Fun,60',
    '2024-03-11,Lamp shop,Fun,70',
    '2024-03-12,Lamp house,Fun,80',
    '',
  ].join('\n'),
};

async function read(text: string) {
  const { understood, rows } = await ask(bookings, text);
  expect(understood.kind, JSON.stringify(understood)).toBe('query');
  return { where: understood.kind === 'query' ? understood.query.where : [], figure: Number(rows[0]?.at(-1)) };
}

describe('a text that names have in them', () => {
  it.each<[string, string, number]>([
    ['total amount for Rewe', 'rewe', 40],
    ['total amount for payees with GmbH in the name', 'gmbh', 50],
    ['total amount of payees with Rewe in their name', 'rewe', 40],
    ['total amount of payees with "bean there" in the name', 'bean there', 40],
    ["total amount of payees with 'bean' in the name", 'bean', 90],
    ['total amount of payees whose name contains rewe', 'rewe', 40],
    ['Summe amount für payee mit GmbH im Namen', 'gmbh', 50],
  ])('chooses all that hold it, and the reading says so: %s', async (question, text, figure) => {
    const { where, figure: told } = await read(question);
    expect(told).toBe(figure);
    expect(where).toEqual([
      text === 'bean there'
        ? { op: 'is', field: 'payee', values: ['The bean there cafe'] }
        : { op: 'contains', field: 'payee', text },
    ]);
  });

  it('chooses by whole words, where other words hold the letters too', async () => {
    expect(await read('total amount for Lamp')).toEqual({
      where: [{ op: 'is', field: 'payee', values: ['Lamp house', 'Lamp shop'] }],
      figure: 150,
    });
  });
});
