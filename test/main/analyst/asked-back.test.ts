import { describe, expect, it } from 'vitest';
import { sameQuestion } from '../../../src/main/query';
import type { AnswerFact, Message } from '../../../src/preload/contract';
import { ThreadId } from '../../../src/preload/contract/ids';
import type { Query } from '../../../src/preload/contract/query';
import { analystApp } from '../../support/app';
import { queriesOf, rowsOf } from '../../support/query/menus';

const { app, ask } = analystApp();
const visits = () => 'day,shop,amount\n2024-01-05,A,2\n2024-01-05,B,4\n2024-02-07,A,9\n';
const goods = () =>
  'item,net_price,gross_price,region,sold_on\nA,2.50,4.00,West,2024-01-05\nB,3.50,6.00,East,2024-01-05\nC,6.00,9.50,West,2024-02-07\n';

async function factsOf(threadId: string): Promise<AnswerFact[]> {
  const result = await app().dispatch('threads.messages', { threadId, limit: 50 });
  if (!result.ok) throw new Error(result.error.message);
  const { messages } = result.value as { messages: Message[] };
  return messages.flatMap(({ facts }) => facts.map(({ fact }) => fact));
}

async function computed(threadId: string, query: Query): Promise<number[][]> {
  const { callId } = await queriesOf(app()).ask({ threadId: ThreadId.parse(threadId), datasetIds: [], query });
  const call = app()
    .services.runs.ofThread({ threadId: ThreadId.parse(threadId) })
    .flatMap(({ steps }) => steps.flatMap(({ calls }) => calls))
    .find(({ id }) => id === callId);
  if (!call) throw new Error('the call is not kept');
  return rowsOf(app(), call).map((row) => row.map(Number));
}

describe('a question that can mean two things', () => {
  it('is put back with both, and each can be computed as it stands', async () => {
    const answer = await ask('goods.csv', goods, 'average price');
    expect(answer.table ?? null).toBeNull();
    const fact = (await factsOf(answer.thread_id)).find(({ code }) => code === 'which_reading');
    const readings = fact?.code === 'which_reading' ? fact.readings : [];
    expect(readings.map(({ text }) => text).toSorted()).toEqual(['Average gross price', 'Average net price']);
    const figures = [];
    for (const { query } of readings) figures.push(...(await computed(answer.thread_id, query)));
    expect(figures.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([[4], [6.5]]);
    for (const { text } of readings) expect(answer.answer).toContain(text);
  });

  it.each(['average price', 'price by region', 'highest price', 'what is the typical price in West'])(
    'is put back with each meaning once: %s',
    async (question) => {
      const { thread_id: threadId } = await ask('goods.csv', goods, question);
      const facts = await factsOf(threadId);
      const readings = facts.flatMap((fact) => (fact.code === 'which_reading' ? fact.readings : []));
      const repeated = readings.filter(({ query, text }, at) =>
        readings.slice(0, at).some((other) => other.text === text || sameQuestion(other.query, query)),
      );
      expect(readings.length).toBeGreaterThan(1);
      expect(repeated).toEqual([]);
    },
  );

  it('is answered where one meaning is nearer, and says the other', async () => {
    const answer = await ask('visits.csv', visits, 'average amount per day');
    const fact = (await factsOf(answer.thread_id)).find(({ code }) => code === 'other_readings');
    const queries = fact?.code === 'other_readings' ? fact.queries : [];
    expect(answer.table?.rows.map((row) => row.map(Number))).toEqual([[7.5]]);
    const figures = await Promise.all(queries.map((query) => computed(answer.thread_id, query)));
    expect(figures.map((rows) => rows.map((row) => row.at(-1)))).toContainEqual([3, 9]);
  });
});

describe('words that nothing was made of', () => {
  it('are named', async () => {
    const answer = await ask('goods.csv', goods, 'how many items are currently in West');
    expect(answer.table?.rows).toEqual([[2]]);
    expect(await factsOf(answer.thread_id)).toContainEqual({ code: 'unused_words', words: ['currently'] });
    expect(answer.answer).toContain('“currently”');
  });
});

describe('words that the data has another name for', () => {
  it('are told with what they were taken for', async () => {
    const team = 'owner,sex,amount\nAnna,F,10\nBo,M,20\nCy,F,30\n';
    const answer = await ask('sales.csv', () => team, 'revenue of women per rep');
    expect(answer.table?.rows.map((row) => [row[0], Number(row[1])])).toEqual(
      expect.arrayContaining([
        ['Anna', 10],
        ['Cy', 30],
      ]),
    );
    const [fact] = (await factsOf(answer.thread_id)).filter(({ code }) => code === 'taken_for');
    expect(fact).toMatchObject({
      words: expect.arrayContaining([
        { word: 'rep', column: 'Owner', values: [] },
        { word: 'women', column: 'Sex', values: ['F'] },
      ]),
    });
    expect(answer.answer).toContain('“rep” is taken for Owner');
  });

  it.each([
    ['how many items are in West', 'goods.csv', goods],
    ['total amount by region', 'sales.csv', () => 'region,amount\nWest,7.5\nEast,2.5\n'],
  ])('are not told where the data calls it so: %s', async (question, name, data) => {
    const answer = await ask(name, data, question);
    expect((await factsOf(answer.thread_id)).filter(({ code }) => code === 'taken_for')).toEqual([]);
  });
});

describe('a question that is understood in part', () => {
  it('leaves out no word of the data without saying so', async () => {
    const answer = await ask('goods.csv', goods, 'total net price by frumious region');
    const fact = (await factsOf(answer.thread_id)).find(({ code }) => code === 'near_readings');
    for (const { query, without } of fact?.code === 'near_readings' ? fact.readings : [])
      expect(without.includes('region') || JSON.stringify(query).includes('region'), JSON.stringify(query)).toBe(true);
    expect(answer.declined).toBe('unknown_words');
  });

  it('is declined, and what is near to it can be computed, with the words that it leaves out', async () => {
    const answer = await ask('goods.csv', goods, 'average net price of the moon');
    expect(answer.declined).toBe('unknown_words');
    const fact = (await factsOf(answer.thread_id)).find(({ code }) => code === 'near_readings');
    const [near] = fact?.code === 'near_readings' ? fact.readings : [];
    expect(near).toMatchObject({ text: 'Average net price', without: ['moon'] });
    if (near) expect(await computed(answer.thread_id, near.query)).toEqual([[4]]);
    expect(answer.answer).toContain('Average net price (leaves out “moon”)');
  });
});

describe('amounts in several currencies', () => {
  const payments = () => 'id,shop,amount,currency\np1,A,10,EUR\np2,A,20,USD\np3,B,5,EUR\np4,B,7,USD\np5,B,8,USD\n';

  it('are told apart, as nobody can add them up', async () => {
    const answer = await ask('payments.csv', payments, 'total amount');
    expect(answer.table?.rows.map((row) => row.map(String)).toSorted()).toEqual([
      ['EUR', '15'],
      ['USD', '35'],
    ]);
  });

  it('have a highest of each', async () => {
    const answer = await ask('payments.csv', payments, 'top shop by total amount');
    expect(answer.table?.rows.map((row) => row.map(String)).toSorted()).toEqual(
      [
        ['A', 'USD', '20'],
        ['A', 'EUR', '10'],
      ].toSorted(),
    );
  });

  it('have no share of all, and that is what is said', async () => {
    const answer = await ask('payments.csv', payments, 'share of total amount by shop');
    expect(answer.declined).toBe('not_computable');
    const fact = (await factsOf(answer.thread_id)).find(({ code }) => code === 'declined');
    expect(fact).toMatchObject({ problem: { code: 'mixed_units', units: ['USD', 'EUR'] } });
  });
});

it('each total below the rows is told as what it is, and none as a line that could not be read', async () => {
  const file = () => 'region,units\nNorth,10\nSouth,5\nWest,7\nTotal: shops,22\nTotal: account,22\n';
  const answer = await ask('shops.csv', file, 'total units');
  const facts = await factsOf(answer.thread_id);
  expect(answer.table?.rows.map((row) => row.map(Number))).toEqual([[22]]);
  expect(facts.flatMap((fact) => (fact.code === 'total_line' ? [fact.line] : []))).toEqual([5, 6]);
  expect(facts.map(({ code }) => code)).not.toContain('lines_rejected');
});

it('what is offered after a decline can be asked', async () => {
  const answer = await ask('goods.csv', goods, 'how is the weather on the moon');
  const offers = (await factsOf(answer.thread_id)).flatMap((fact) => (fact.code === 'offers' ? fact.questions : []));
  expect(offers.length).toBeGreaterThan(0);
  for (const question of offers) {
    const next = await ask('goods.csv', goods, question);
    expect(next.table, question).not.toBeNull();
  }
});
