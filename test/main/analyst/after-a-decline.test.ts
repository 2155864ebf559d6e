import { describe, expect, it } from 'vitest';
import { withNearWords } from '../../../src/main/engine/models/built-in/reader/near-words';
import { vocabularyOf } from '../../../src/main/engine/models/built-in/reader/vocabularies';
import { questions } from '../../support/analyst/questions';

const ask = questions();
const orders = {
  orders: [
    'order_id,region,product,ordered,amount,pieces',
    'O1,Kiel,Lamp,2024-01-05,10,1',
    'O2,Kiel,Desk,2024-02-06,20,2',
    'O3,Bonn,Lamp,2024-03-07,30,3',
    'O4,Bonn,Desk,2025-01-08,60,4',
    '',
  ].join('\n'),
};

async function read(...texts: string[]) {
  const { understood, rows } = await ask(orders, ...texts);
  if (understood.kind !== 'query') return { kind: understood.kind, understood };
  return { kind: understood.kind, rows, before: understood.before, understood };
}

describe('a question after one that was declined', () => {
  it.each<[string[], string]>([
    [['total amount by region', 'average zorps by product', 'only Lamp'], 'total amount by region only Lamp'],
    [['total amount', 'how many zorps did we sell?', 'and in 2025?'], 'total amount in 2025'],
    [['total amount by region', 'zorps by product', 'what about pieces?'], 'total pieces by region'],
    [['Summe amount nach region', 'Anzahl der Zorps', 'und nach product?'], 'Summe amount nach product'],
  ])('goes on from the last one that was answered, and says which: %j', async (texts, whole) => {
    const [followed, alone] = [await read(...texts), await read(whole)];
    expect(followed.rows, JSON.stringify(followed.understood)).toEqual(alone.rows);
    expect(followed.before).toBe(texts[0]);
  });

  it.each([['total amount by region', 'average zorps by product', 'number of orders by product']])(
    'stands by itself where it is a whole one: %s',
    async (...texts) => {
      const { rows, before } = await read(...texts);
      expect(rows).toEqual((await read(texts.at(-1) ?? '')).rows);
      expect(before).toBeNull();
    },
  );

  it('is declined where it only goes on and nothing was answered before, with both together to choose', async () => {
    const { kind, understood } = await read('total zorped amount', 'by region');
    expect(kind).toBe('unattached');
    const [first] = 'nearest' in understood ? understood.nearest : [];
    const { understood: whole } = await ask(orders, 'total amount by region');
    expect(first?.query).toEqual(whole.kind === 'query' && whole.query);
    expect(first?.without).toEqual(['zorped']);
  });
});

describe('a word nobody knows', () => {
  it('is told with what is written nearly so, and what that would be', async () => {
    const { understood } = await ask(orders, 'total amount by productory');
    const whole = await ask(orders, 'total amount by product');
    expect(understood).toMatchObject({ kind: 'unknown', near: ['Product'] });
    const [first] = 'nearest' in understood ? understood.nearest : [];
    expect(first?.query).toEqual(whole.understood.kind === 'query' && whole.understood.query);
    expect(first?.without).toEqual(['productory']);
  });

  it.each([
    ['product', 'reproductory amount by productory', 'reproductory amount by "Product"'],
    ['item', 'amount of productory', 'amount of "Product $& Co"'],
  ])('gives its own place to what is written nearly so, and to nothing else: %s', async (column, text, whole) => {
    const { understood } = await ask(
      { orders: `order_id,${column},amount\nO1,Product $& Co,10\nO2,Desk,20\n` },
      'total amount',
    );
    const vocabulary = vocabularyOf(understood.kind === 'query' ? understood.definitions : []);
    const asked: string[] = [];
    withNearWords(
      { kind: 'unknown', words: ['productory'], unused: [], near: [], nearest: [] },
      text,
      vocabulary,
      (question) => {
        asked.push(question);
        return { kind: 'empty' };
      },
    );
    expect(asked).toEqual([whole]);
  });
});
