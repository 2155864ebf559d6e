import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ThreadId } from '../../../src/preload/contract/ids';
import { addAllData, analystApp, ask } from '../../support/app';
import { xlsx } from '../../support/documents/make';

const world = analystApp();
const orders = (from: number, rows: number) => [
  ['region', 'amount'],
  ...Array.from({ length: rows }, (_, n) => [n % 2 ? 'West' : 'East', from + n]),
];
const book = xlsx({
  Orders: orders(100, 4),
  'Old orders': orders(1, 2),
  Stock: [
    ['fruit', 'boxes'],
    ['Apple', 3],
    ['Pear', 5],
  ],
});

describe('a workbook of several sheets', () => {
  it('is a dataset for each of them, attached together, each with a table of its own', async () => {
    const datasets = await addAllData(world.app(), 'Shop 2024.xlsx', book);
    expect(datasets.map(({ name, sheet, table, status }) => [name, sheet, table, status])).toEqual([
      ['Shop 2024.xlsx › Orders', 'Orders', 'shop_2024_orders', 'ready'],
      ['Shop 2024.xlsx › Old orders', 'Old orders', 'shop_2024_old_orders', 'ready'],
      ['Shop 2024.xlsx › Stock', 'Stock', 'shop_2024_stock', 'ready'],
    ]);
    expect(datasets.map(({ profile }) => profile?.rows)).toEqual([4, 2, 2]);
    expect(new Set(datasets.map(({ fileId }) => fileId)).size).toBe(1);
  });

  it('is answered from the sheet that fits, and from all those of one shape together, which are named', async () => {
    const datasets = await addAllData(world.app(), 'shop.xlsx', book);
    const datasetIds = datasets.map(({ id }) => id);
    const total = await ask(world.app(), 'total amount', { datasetIds });
    expect(total.reading).toContain('shop.xlsx › Orders and shop.xlsx › Old orders');
    expect(total.table?.rows).toEqual([[409]]);
    const boxes = await ask(world.app(), 'total boxes', { datasetIds });
    expect(boxes.reading).toContain('shop.xlsx › Stock');
    expect(boxes.table?.rows).toEqual([[8]]);
  });

  it.each([
    'total amount in Old orders',
    'total amount from the sheet Old orders',
    'total amount of the old orders tab',
  ])('is answered from the sheet that the question names: %s', async (question) => {
    const datasets = await addAllData(world.app(), 'named.xlsx', book);
    const { reading, table } = await ask(world.app(), question, { datasetIds: datasets.map(({ id }) => id) });
    expect(reading).toContain('in named.xlsx › Old orders');
    expect(table?.rows).toEqual([[3]]);
  });

  it('stays with the sheet that was named when a question goes on', async () => {
    const datasets = await addAllData(world.app(), 'going-on.xlsx', book);
    const datasetIds = datasets.map(({ id }) => id);
    const first = await ask(world.app(), 'total amount in the sheet Old orders', { datasetIds });
    const second = await ask(world.app(), 'by region', { threadId: ThreadId.parse(first.thread_id) });
    expect(second.table?.rows.toSorted()).toEqual([
      ['East', 1],
      ['West', 2],
    ]);
  });

  it('with two sheets whose names differ in case alone keeps both apart', async () => {
    const sheets = [
      { name: 'Data', rows: orders(1, 2) },
      { name: 'data', rows: orders(10, 3) },
    ];
    const datasets = await addAllData(world.app(), 'two.xlsx', xlsx(sheets));
    const { steps } = await ask(world.app(), 'total amount', { datasetIds: datasets.map(({ id }) => id) });
    expect(datasets.map(({ profile }) => profile?.rows)).toEqual([2, 3]);
    expect(steps.find(({ name }) => name === 'analyze')?.input).toContain('two_data_2');
  });

  it('that is damaged is one dataset which says so', async () => {
    const datasets = await addAllData(world.app(), 'bad.xlsx', book.subarray(0, 600));
    expect(datasets.map(({ name, error }) => [name, error?.code])).toEqual([['bad.xlsx', 'unreadable_file']]);
  });
});

it('a sheet that waits for another to be read can be stopped without waiting', async () => {
  const { files, datasets } = world.app().services;
  const long = xlsx({ Long: orders(1, 40_000), Second: orders(1, 2) });
  const file = await files.add('long.xlsx', Readable.from([long]));
  const [first, second] = await datasets.add({ fileId: file.id });
  datasets.cancel({ datasetId: second!.id });
  await datasets.settled(second!.id);
  expect(datasets.get({ datasetId: second!.id }).status).toBe('cancelled');
  await expect(datasets.settled(first!.id, AbortSignal.abort())).rejects.toThrow();
  expect(datasets.get({ datasetId: first!.id }).status).toBe('reading');
  await datasets.settled(first!.id);
  expect(datasets.get({ datasetId: first!.id }).status).toBe('ready');
});
