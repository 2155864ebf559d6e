import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../../src/main/compose';
import type { DatasetId, FindingWeight, ShapeFact, ThreadId } from '../../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../../support/app';
import { APRIL, cents, csv, HEAD, MARCH, plainFile, strangersFiles, sumsBy } from '../../../support/reruns/file-pairs';
import { checkOn, findingsOf, inPlaceOf, rerunOn, tablesOf } from '../../../support/reruns/rerun';
import { tempFolderForAll } from '../../../support/temp-folder';

let app: App;
let march: DatasetId;
let threadId: ThreadId;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll());
  march = (await addData(app, 'sales-march.csv', plainFile(MARCH))).id;
  threadId = (await ask(app, 'total amount by region', { datasetIds: [march] })).thread_id as ThreadId;
});
afterAll(() => app.close());

/** The rows that a stranger's file has, as they count. */
const salesIn = (name: string): typeof APRIL => {
  if (name === 'fewer categories') return APRIL.filter(({ region }) => region !== 'West');
  if (name === 'another category') return APRIL.map((sale, at) => (at % 5 === 0 ? { ...sale, region: 'East' } : sale));
  return APRIL;
};

const april = async (content: string | Buffer, name = 'sales-april.csv') => (await addData(app, name, content)).id;

/** What each of the files has otherwise, beside its rows and its days. */
const TOLD: Record<string, [FindingWeight, ShapeFact['code']][]> = {
  'a renamed column': [['asks', 'column_renamed']],
  'a line above its header': [['tells', 'lines_above_header']],
  'decimal commas': [['tells', 'read_otherwise']],
  'German dates': [['tells', 'read_otherwise']],
  'another currency': [['asks', 'unit_changed']],
  'a total at its end': [['tells', 'lines_rejected']],
  'ids twice': [['asks', 'key_repeats']],
  'a column split in two': [
    ['stops', 'column_split'],
    ['tells', 'columns_new'],
  ],
  'another encoding': [
    ['tells', 'values_new'],
    ['tells', 'values_gone'],
    ['tells', 'encoding'],
  ],
  'fewer categories': [['tells', 'values_gone']],
  'another category': [['tells', 'values_new']],
  'numbers for names': [['tells', 'type_changed']],
};

describe("next month's file", () => {
  it.each(Object.entries(strangersFiles))('with %s is told apart from this month’s', async (name, content) => {
    const gate = await checkOn(app, { threadId, replacements: inPlaceOf(march, await april(content)) });
    const told = findingsOf(gate).map(({ weight, fact }): [FindingWeight, ShapeFact['code']] => [weight, fact.code]);
    const expected = [...(TOLD[name] ?? []), ['tells', 'rows'], ['tells', 'period']];
    expect(told.toSorted()).toEqual(expected.toSorted());
    expect(gate.stops).toBe(expected.filter(([weight]) => weight === 'stops').length);
    expect(gate.asks).toBe(expected.filter(([weight]) => weight === 'asks').length);
  });

  it.each([
    'a renamed column',
    'decimal commas',
    'German dates',
    'a total at its end',
    'fewer categories',
    'another category',
    'numbers for names',
  ])(
    'with %s gives the sums of its own rows, and how much they differ',
    async (name) => {
      const by = await april(strangersFiles[name] ?? '');
      const rerun = await rerunOn(app, { threadId, replacements: inPlaceOf(march, by), accepted: true });
      expect(rerun.status).toBe('completed');
      const sales = salesIn(name);
      const [before, after] = [sumsBy(MARCH, ({ region }) => region), sumsBy(sales, ({ region }) => region)];
      const [table] = tablesOf(app, rerun, 'analyze');
      const rows = new Map(table?.rows.map((row) => [(row.after ?? row.before)?.[0], row]));
      expect(new Set(rows.keys())).toEqual(new Set([...before.keys(), ...after.keys()]));
      for (const [region, is] of after)
        if (!before.has(region))
          expect(rows.get(region)).toMatchObject({
            state: 'new',
            before: null,
            after: [region, cents(is)],
            changes: [],
          });
      for (const [region, was] of before) {
        const [row, is] = [rows.get(region), after.get(region)];
        if (is === undefined) expect(row).toMatchObject({ state: 'gone', before: [region, cents(was)], after: null });
        else {
          expect(row).toMatchObject({ before: [region, cents(was)], after: [region, cents(is)] });
          const sign = is < was ? '-' : '';
          expect(row?.changes).toMatchObject([{ column: 1, by: `${sign}${cents(Math.abs(is - was))}` }]);
          expect(row?.changes[0]?.share).toBeCloseTo((is - was) / was, 12);
        }
      }
    },
    60_000,
  );

  it('in another currency is set beside this month’s without a difference, and drawn in its own', async () => {
    const dollars = csv(
      HEAD,
      MARCH.map((sale) => [String(sale.id), sale.day, sale.region, sale.product, `$${cents(sale.amount)}`]),
    );
    const old = (await addData(app, 'dollars.csv', dollars)).id;
    const thread = (await ask(app, 'total amount by region', { datasetIds: [old] })).thread_id as ThreadId;
    const by = await april(strangersFiles['another currency'] ?? '');
    const rerun = await rerunOn(app, { threadId: thread, replacements: inPlaceOf(old, by), accepted: true });
    const [table] = tablesOf(app, rerun, 'analyze');
    expect(table?.columns[1]).toMatchObject({
      ...{ incomparable: 'unit', unit: { kind: 'currency', code: 'EUR' } },
      ...{ show: { as: 'currency', code: 'EUR' }, showBefore: { as: 'currency', code: 'USD' } },
    });
    expect(table?.rows.every(({ changes }) => changes[0]?.by === null)).toBe(true);
    const was = sumsBy(MARCH, ({ region }) => region);
    for (const [region, is] of sumsBy(APRIL, ({ region: name }) => name))
      expect(table?.rows).toContainEqual(
        expect.objectContaining({
          state: 'changed',
          before: [region, cents(was.get(region) ?? 0)],
          after: [region, cents(is)],
        }),
      );
    const chart = app.services.charts.get({ chartId: rerun.charts[0]!.after }).chart;
    expect(chart.spec.format).toMatchObject({ style: 'currency', currency: 'EUR' });
  });

  it('that lacks what is asked for stops the rerun until a column stands for it', async () => {
    const by = await april(strangersFiles['a column split in two'] ?? '');
    const asked = { threadId, replacements: inPlaceOf(march, by), accepted: true };
    await expect(rerunOn(app, asked)).rejects.toMatchObject({ code: 'invalid_input' });
    const columns = [{ column: 'region', now: 'region_name' }];
    const gate = await checkOn(app, { threadId, replacements: inPlaceOf(march, by, columns) });
    expect(gate).toMatchObject({ stops: 0, asks: 0 });
    const rerun = await rerunOn(app, { threadId, replacements: inPlaceOf(march, by, columns) });
    const [table] = tablesOf(app, rerun, 'analyze');
    expect(table?.counts).toEqual({ same: 0, changed: 0, gone: 3, new: 3 });
  });

  it('with decimals in the place of whole amounts has differences to the cent', async () => {
    const whole = MARCH.map((sale) => ({ ...sale, amount: Math.floor(sale.amount / 100) }));
    const rows = whole.map(({ id, day, region, product, amount }) => [String(id), day, region, product, `${amount}`]);
    const old = (await addData(app, 'whole.csv', csv(HEAD, rows))).id;
    const thread = (await ask(app, 'total amount by region', { datasetIds: [old] })).thread_id as ThreadId;
    const asked = { threadId: thread, replacements: inPlaceOf(old, await april(plainFile(APRIL))) };
    expect(findingsOf(await checkOn(app, asked)).map(({ fact }) => fact)).toContainEqual({
      ...{ code: 'type_changed', column: 'amount', before: 'integer', now: 'decimal', used: true },
    });
    const [table] = tablesOf(app, await rerunOn(app, { ...asked, accepted: true }), 'analyze');
    const is = sumsBy(APRIL, ({ region }) => region);
    const was = sumsBy(whole, ({ region }) => region);
    expect(table?.rows).toHaveLength(was.size);
    for (const row of table?.rows ?? []) {
      const region = String(row.after?.[0]);
      const by = (is.get(region) ?? 0) - (was.get(region) ?? 0) * 100;
      expect(row.changes).toMatchObject([{ by: `${by < 0 ? '-' : ''}${cents(Math.abs(by))}` }]);
    }
  });

  it('with numbers in the place of names that are grouped by stops the rerun', async () => {
    const thread = (await ask(app, 'total amount by product', { datasetIds: [march] })).thread_id as ThreadId;
    const by = await april(strangersFiles['numbers for names'] ?? '');
    const gate = await checkOn(app, { threadId: thread, replacements: inPlaceOf(march, by) });
    const told = findingsOf(gate).find(({ fact }) => fact.code === 'type_changed');
    expect(told).toMatchObject({ weight: 'stops', fact: { column: 'product', before: 'text', now: 'integer' } });
  });

  it('with words in the place of amounts stops the rerun, and says why', async () => {
    const rows = APRIL.map(({ id, day, region, product }) => [String(id), day, region, product, `about ${product}`]);
    const gate = await checkOn(app, { threadId, replacements: inPlaceOf(march, await april(csv(HEAD, rows))) });
    expect(findingsOf(gate).filter(({ weight }) => weight === 'stops')).toMatchObject([
      { fact: { code: 'type_changed' } },
    ]);
  });

  it('with no rows is told as such', async () => {
    const asked = { threadId, replacements: inPlaceOf(march, await april(csv(HEAD, []))) };
    await expect(checkOn(app, asked)).rejects.toMatchObject({ code: 'unreadable_file' });
  });

  it('that differs in what has to be confirmed is not run on until that is done', async () => {
    const by = await april(strangersFiles['a renamed column'] ?? '');
    const asked = { threadId, replacements: inPlaceOf(march, by) };
    await expect(rerunOn(app, asked)).rejects.toMatchObject({ code: 'invalid_input' });
    expect(app.services.reruns.ofThread({ threadId }).filter(({ status }) => status === 'running')).toEqual([]);
  });
});
