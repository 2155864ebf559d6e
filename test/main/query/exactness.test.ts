import { describe, expect, it } from 'vitest';
import { askedTables } from '../../support/query/asked';

const data = askedTables();

describe('figures', () => {
  it('of money keep every digit beyond what a double holds', async () => {
    const amounts = ['9007199254740993.01', '0.02', '9007199254740993.01', '-0.01'];
    const { ask } = await data.tables({ t: `g,amount\n${amounts.map((amount) => `a,${amount}`).join('\n')}\n` });
    const inCents = amounts.map((amount) => BigInt(amount.replace('.', '').replace('-000', '-').replace(/^-0+/, '-')));
    const total = inCents.reduce((sum, value) => sum + value, 0n).toString();
    const { rows } = await ask({
      from: { table: 't' },
      compute: [
        { measure: 'sum', of: 'amount', as: 'x' },
        { measure: 'max', of: 'amount', as: 'y' },
      ],
    });
    expect(rows).toEqual([[`${total.slice(0, -2)}.${total.slice(-2)}`, '9007199254740993.01']]);
  });

  it('of whole numbers do, too', async () => {
    const { ask } = await data.tables(
      { t: 'n\n9007199254740993\n9007199254740993\n1\n' },
      { t: { fields: { n: { addsUp: 'always' } } } },
    );
    const { rows } = await ask({ from: { table: 't' }, compute: [{ measure: 'sum', of: 'n', as: 'x' }] });
    expect(rows).toEqual([[(9007199254740993n * 2n + 1n).toString()]]);
  });

  it('are compared with numbers as they are written', async () => {
    const { ask } = await data.tables({ t: 'n,x\n1,0.10\n2,0.3\n3,1e3\n' });
    const among = async (condition: object) =>
      (await ask({ from: { table: 't' }, where: [condition], rows: { fields: ['n'] } })).rows.flat();
    expect(await among({ op: 'is', field: 'x', values: ['0.1'] })).toEqual([1]);
    expect(await among({ op: '>', field: 'x', value: '0.2' })).toEqual([2, 3]);
    expect(await among({ op: 'is', field: 'x', values: ['1000.00', '.3'] })).toEqual([2, 3]);
  });
});

describe('names', () => {
  const hard = [
    'constructor',
    '__proto__',
    'say "hi"',
    "it's",
    'select',
    'naïve 名前',
    'a.b',
    'Total; DROP TABLE t',
    'count(*)',
  ];

  it.each(hard)('of columns and outputs may be anything: %s', async (name) => {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    const { ask } = await data.tables(
      { t: `${quoted},n\nx,1\ny,2\nx,4\n` },
      { t: { fields: { n: { addsUp: 'always' } } } },
    );
    const { records } = await ask({
      from: { table: 't' },
      where: [{ op: 'is_not', field: name, values: [name] }],
      by: [{ field: name, as: name }],
      compute: [
        { measure: 'sum', of: 'n', as: `${name}!` },
        { window: 'share', of: `${name}!`, as: `share of ${name}` },
      ],
      having: [{ value: `${name}!`, op: '>', than: '0' }],
      order: [{ value: name, direction: 'descending' }],
    });
    expect(records()).toEqual([
      Object.fromEntries([
        [name, 'y'],
        [`${name}!`, 2],
        [`share of ${name}`, 2 / 7],
      ]),
      Object.fromEntries([
        [name, 'x'],
        [`${name}!`, 5],
        [`share of ${name}`, 5 / 7],
      ]),
    ]);
  });

  it('of outputs may be those of other columns, or of the steps in between', async () => {
    const { ask } = await data.tables(
      { grouped: 'a,b\n1,10\n1,20\n2,5\n' },
      { grouped: { fields: { b: { addsUp: 'always' } } } },
    );
    const { records } = await ask({
      from: { table: 'grouped' },
      where: [{ op: '>', field: 'b', value: '5' }],
      by: [{ field: 'a', as: 'b' }],
      compute: [
        { measure: 'sum', of: 'b', as: 'a' },
        { window: 'rank', of: 'a', as: 'place' },
      ],
      limit: { n: 3, within: ['b'] },
    });
    expect(records()).toEqual([{ b: 1, a: 30, place: 1 }]);
  });

  it('of values may hold quotes and line breaks', async () => {
    const { ask } = await data.tables({ t: 'v,n\n"two\nlines",1\n"O\'Neill ""x""",2\n' });
    const named = async (value: string) =>
      (
        await ask({
          from: { table: 't' },
          where: [
            { op: 'is', field: 'v', values: [value] },
            { op: 'outlier', field: 'n', factor: '-1' },
          ],
          rows: { fields: ['n'] },
        })
      ).rows;
    expect(await named('two\nlines')).toEqual([]);
    const { rows } = await ask({
      from: { table: 't' },
      where: [{ op: 'is', field: 'v', values: ['two\nlines', 'O\'Neill "x"'] }],
      by: [{ field: 'v', as: 'v' }],
      compute: [
        { measure: 'count', as: 'n' },
        { window: 'share', of: 'n', as: 's' },
      ],
    });
    expect(rows).toHaveLength(2);
  });
});

describe('times', () => {
  it('of clocks that are put back are two different half hours of one local hour', async () => {
    const { ask } = await data.tables(
      { t: 'at,n\n2024-10-27T01:30:00,1\n2024-10-27T02:30:00,2\n2024-10-27T02:30:00,3\n2024-03-31T02:30:00,4\n' },
      { t: { fields: { n: { addsUp: 'always' } } } },
    );
    const { rows } = await ask({
      from: { table: 't' },
      by: [{ field: 'at', grain: 'hour', as: 'hour' }],
      compute: [{ measure: 'sum', of: 'n', as: 'n' }],
    });
    expect(rows).toEqual([
      ['2024-03-31T02:00:00', 4],
      ['2024-10-27T01:00:00', 1],
      ['2024-10-27T02:00:00', 5],
    ]);
  });

  it('that years, months and weekdays stand for are grouped and chosen in their own order', async () => {
    const { ask } = await data.tables(
      { t: 'year,month,n\n2023,May,1\n2024,June,2\n2024,January,4\n2025,May,8\n' },
      {
        t: {
          fields: {
            n: { addsUp: 'always' },
            year: { grain: 'year', role: 'time' },
            month: { grain: 'month_of_year', role: 'time' },
          },
        },
      },
    );
    const total = { measure: 'sum', of: 'n', as: 'n' };
    expect((await ask({ from: { table: 't' }, by: [{ field: 'month', as: 'm' }], compute: [total] })).rows).toEqual([
      ['January', 4],
      ['May', 9],
      ['June', 2],
    ]);
    const grown = await ask({
      from: { table: 't' },
      by: [{ field: 'year', grain: 'year', as: 'y' }],
      compute: [total, { window: 'growth', of: 'n', along: 'y', as: 'g' }],
    });
    expect(grown.rows).toEqual([
      [2023, 1, null],
      [2024, 6, 5],
      [2025, 8, expect.closeTo(1 / 3, 9)],
    ]);
    const during = async (field: string, period: object) =>
      (await ask({ from: { table: 't' }, where: [{ op: 'during', field, period }], compute: [total] })).rows;
    expect(await during('year', { kind: 'year', year: 2024 })).toEqual([[6]]);
    expect(await during('year', { kind: 'last', n: 2, unit: 'year' })).toEqual([[14]]);
    expect(await during('year', { kind: 'range', from: '2023-01-01', to: '2024-12-31' })).toEqual([[7]]);
    expect(await during('month', { kind: 'part', part: 'month_of_year', values: [5] })).toEqual([[9]]);
  });
});

describe('the order that nobody has asked for', () => {
  it('is that of times, parts and numbers, and else the greatest first', async () => {
    const { ask } = await data.tables(
      { t: 'd,g,n\n2024-02-01,b,1\n2024-01-01,a,2\n2024-02-03,c,5\n' },
      { t: { fields: { n: { addsUp: 'always' } } } },
    );
    const total = { measure: 'sum', of: 'n', as: 'n' };
    const g = { field: 'g', as: 'g' };
    const d = { field: 'd', grain: 'month', as: 'd' };
    const asked = async (by: object[]) => (await ask({ from: { table: 't' }, by, compute: [total] })).rows;
    expect(await asked([g])).toEqual([
      ['c', 5],
      ['a', 2],
      ['b', 1],
    ]);
    expect(await asked([d])).toEqual([
      ['2024-01-01', 2],
      ['2024-02-01', 6],
    ]);
    expect(await asked([d, g])).toEqual([
      ['2024-01-01', 'a', 2],
      ['2024-02-01', 'c', 5],
      ['2024-02-01', 'b', 1],
    ]);
    expect((await ask({ from: { table: 't' }, by: [g], compute: [total], limit: { n: 1 } })).rows).toEqual([['c', 5]]);
  });
});
