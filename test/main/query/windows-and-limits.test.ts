import { describe, it } from 'vitest';
import { randomQuery } from '../../support/query/random-query';
import { rightAnswers } from '../../support/query/right';
import { randomFrom } from '../../support/random';
import { sweep } from '../../support/sweep';

const expectRight = rightAnswers();

const from = { table: 'orders' };
const n = { measure: 'count', as: 'n' };
const sales = { measure: 'sum', of: 'amount', as: 'sales' };
const month = { field: 'ordered_on', grain: 'month', as: 'month' };
const region = { field: 'region', as: 'region' };
const top = [{ value: 'sales', direction: 'descending' }];
const along = { along: 'month' };

const windows: [string, object][] = [
  ['share', { window: 'share', of: 'sales' }],
  ['share within months', { window: 'share', of: 'n', within: ['month'] }],
  ['rank', { window: 'rank', of: 'sales' }],
  ['rank within months', { window: 'rank', of: 'n', within: ['month'] }],
  ['running total', { window: 'running', of: 'sales', ...along }],
  ['running total of all regions', { window: 'running', of: 'n', ...along, within: ['region'] }],
  ['moving mean', { window: 'moving', of: 'sales', size: 3, ...along }],
  ['moving sum', { window: 'moving', of: 'n', size: 2, aggregate: 'sum', ...along }],
  ['moving median', { window: 'moving', of: 'sales', size: 3, aggregate: 'median', ...along }],
  ['moving greatest', { window: 'moving', of: 'sales', size: 4, aggregate: 'max', ...along }],
  ['the month before', { window: 'previous', of: 'sales', ...along }],
  ['change against the month before', { window: 'difference', of: 'n', ...along }],
  ['growth against the month before', { window: 'growth', of: 'sales', ...along }],
  ['change against the year before', { window: 'difference', of: 'sales', against: 'year_before', ...along }],
  ['growth against the year before', { window: 'growth', of: 'n', against: 'year_before', ...along }],
  ['growth since the first', { window: 'growth', of: 'n', against: 'first', ...along }],
];

describe('a window', () => {
  it.each(windows)('%s', async (_, window) => {
    await expectRight({
      from,
      by: [month],
      compute: [n, sales, { ...window, ...('within' in window ? { within: [] } : {}), as: 'x' }],
    });
    await expectRight({ from, by: [month, region], compute: [n, sales, { ...window, as: 'x' }] });
  });

  it.each(['year', 'quarter', 'week', 'day'])('finds the %s a year before by the calendar', async (grain) => {
    const by = [{ field: 'ordered_on', grain, as: 'time' }];
    const window = (against: string, as: string) => ({ window: 'difference', of: 'n', along: 'time', against, as });
    await expectRight({ from, by, compute: [n, window('year_before', 'year'), window('previous', 'before')] });
  });

  it('walks along what is no time by its groups', async () => {
    const by = [{ field: 'qty', as: 'qty' }];
    const where = [{ op: 'present', field: 'qty' }];
    await expectRight({
      from,
      where,
      by,
      compute: [
        n,
        { window: 'difference', of: 'n', along: 'qty', as: 'x' },
        { window: 'moving', of: 'n', along: 'qty', size: 2, as: 'y' },
      ],
    });
  });

  it('is made of others', async () => {
    const compute = [
      n,
      sales,
      { calculate: 'divide', left: 'sales', right: 'n', as: 'each' },
      { window: 'difference', of: 'each', along: 'month', as: 'change' },
      { calculate: 'multiply', left: 'change', right: { number: 100 }, as: 'cents' },
    ];
    await expectRight({ from, by: [month], compute });
  });
});

const limits: [string, object][] = [
  ['the first five', { limit: { n: 5 } }],
  ['the second', { limit: { n: 1, skip: 1 } }],
  ['two of each month', { limit: { n: 2, within: ['month'] } }],
  ['the second of each region', { limit: { n: 1, skip: 1, within: ['region'] } }],
  ['all months of three regions', { limit: { n: 3, of: 'region' } }],
  ['all months of the second region', { limit: { n: 1, of: 'region', skip: 1 } }],
  ['those above', { having: [{ value: 'sales', op: '>', than: '50' }] }],
  ['the first above', { having: [{ value: 'sales', op: '<', than: '50' }], limit: { n: 3 } }],
];

describe('a limit', () => {
  it.each(limits)('%s', async (_, limit) => {
    await expectRight({ from, by: [month, region], compute: [sales], order: top, ...limit });
    await expectRight({
      from,
      by: [month, region],
      compute: [sales, n],
      order: [{ value: 'sales', direction: 'ascending' }],
      ...limit,
    });
  });

  it('of single rows', async () => {
    const order = [
      { value: 'amount', direction: 'descending' },
      { value: 'id', direction: 'ascending' },
    ];
    await expectRight({ from, rows: { fields: ['id', 'amount', 'region'] }, order, limit: { n: 7, skip: 2 } });
    await expectRight({
      from,
      rows: { fields: ['region', 'product'], distinct: true },
      order: [
        { value: 'region', direction: 'ascending' },
        { value: 'product', direction: 'ascending' },
      ],
      limit: { n: 9 },
    });
  });
});

describe('any question that may be asked', () => {
  const random = randomFrom(11);
  const queries = sweep(
    Array.from({ length: 150 }, () => randomQuery(random)),
    2,
  );
  it.each(queries.map((query) => [JSON.stringify(query), query] as const))('%s', async (_, query) => {
    await expectRight(query);
  });
});
