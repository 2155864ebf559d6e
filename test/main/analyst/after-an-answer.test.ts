import { describe, expect, it } from 'vitest';
import { questions } from '../../support/analyst/questions';

const ask = questions();

const parcels = {
  parcels: [
    'parcel,depot,carrier,sent on,arrived on,damaged,weight',
    'P1,North,Swift,2024-01-05,2024-01-09,yes,10',
    'P2,North,Swift,2024-01-20,2024-01-21,no,20',
    'P3,South,Orbit,2024-02-03,2024-02-20,yes,5',
    'P4,South,Orbit,2024-02-11,,no,40',
    'P5,East,Orbit,2024-02-12,,yes,1',
    '',
  ].join('\n'),
};
const wards = {
  wards: ['ward,kind,beds', 'A,Closed,10', 'B,Open,20', 'C,Open,30', 'D,Closed,1', 'E,Closed,2', ''].join('\n'),
};

/** The first column of what was computed; nothing where the question was declined. */
const names = async (files: Record<string, string>, ...messages: string[]) =>
  (await ask(files, ...messages)).rows.map(([first]) => first);

describe('what was counted is listed', () => {
  it.each(['which ones?', 'which ones are they', 'list them', 'show me those', 'what are they?', 'which parcels?'])(
    '%s',
    async (question) => {
      expect(await names(parcels, 'how many parcels came from North?', question)).toEqual(['P1', 'P2']);
    },
  );

  it('with what is said of them besides', async () => {
    expect(await names(parcels, 'how many parcels came from South?', 'which ones are damaged?')).toEqual(['P3']);
  });

  it('but not where nothing was counted', async () => {
    expect((await ask(parcels, 'which ones?')).understood.kind).not.toBe('query');
  });
});

describe('a ranking that does not say by what goes by the figure before', () => {
  it.each<[string, string, string]>([
    ['total weight by depot', 'which depot was the highest?', 'South'],
    ['total weight by depot', 'which depot has the least?', 'East'],
    ['average weight', 'which carrier has the highest?', 'Orbit'],
  ])('%s, %s', async (first, second, expected) => {
    expect((await names(parcels, first, second))[0]).toBe(expected);
  });

  it('and keeps its conditions', async () => {
    const [row] = (await ask(parcels, 'monthly weight in the South', 'which month was the strongest?')).rows;
    expect(row?.map(String)).toEqual(['2024-02-01', '45']);
  });
});

it('the oldest of what has no age is the one that began first', async () => {
  expect(await names(parcels, "what's the oldest parcel that hasn't arrived?")).toEqual(['P4']);
});

it('most of something are most rows that are so', async () => {
  expect((await names(wards, 'which kind has the most beds?'))[0]).toBe('Open');
  expect((await names(parcels, 'which carrier has the most damaged parcels?'))[0]).toBe('Orbit');
});

describe('lengths of time', () => {
  it('last longer than weeks', async () => {
    const { rows } = await ask(parcels, 'how many parcels took more than a week to arrive?');
    expect(rows).toEqual([[1]]);
  });

  it('are asked for by the longest', async () => {
    const stays = { stays: 'guest,check in,check out\nA,2024-01-01,2024-01-04\nB,2024-01-02,2024-01-20\n' };
    expect((await ask(stays, 'how long was the longest stay?')).rows).toEqual([[18]]);
    expect((await ask(stays, 'shortest stay')).rows).toEqual([[3]]);
  });
});

describe('one bound of two columns', () => {
  const tests = { tests: 'pupil,maths,science\nA,80,90\nB,75,60\nC,20,95\n' };
  it.each([
    'how many pupils got more than 70 in both maths and science?',
    'how many scored over 70 in maths and science',
  ])('%s', async (question) => {
    expect((await ask(tests, question)).rows).toEqual([[1]]);
  });

  it.each([
    'does better maths go along with higher science?',
    'do pupils who are good at maths also do well in science',
  ])('what goes along with what: %s', async (question) => {
    const { understood } = await ask(tests, question);
    expect(understood.kind === 'query' && understood.query.compute).toMatchObject([{ measure: 'correlation' }]);
  });
});

describe('what is not there', () => {
  it.each<[string, number]>([
    ['how many parcels lack a date of arrival', 2],
    ['how many parcels have nothing in arrived on', 2],
  ])('%s', async (question, expected) => {
    expect((await ask(parcels, question)).rows).toEqual([[expected]]);
  });
});

it('of several currencies an amount has the one that shares its name, or the next behind it', async () => {
  const payments = {
    payments: [
      'id,Amount,Currency,Converted Amount,Fee,Converted Currency',
      'a,10,eur,11,1,usd',
      'b,10,gbp,13,2,usd',
      'c,10,usd,10,3,usd',
      '',
    ].join('\n'),
  };
  expect((await ask(payments, 'total fee')).rows.map((row) => row.map(Number))).toEqual([[6]]);
  expect((await ask(payments, 'total converted amount')).rows.map((row) => row.map(Number))).toEqual([[34]]);
  expect((await ask(payments, 'total amount')).rows).toHaveLength(3);
});
