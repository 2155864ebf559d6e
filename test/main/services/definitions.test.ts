import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { Dataset, ThreadId } from '../../../src/preload/contract';
import type { DatasetDefinitions, FoundRelation } from '../../../src/preload/contract/definitions';
import { addData, openTestApp } from '../../support/app';
import { tempFolderForAll } from '../../support/temp-folder';

let app: App;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll());
});
afterAll(() => app.close());

async function request<T>(name: string, input: unknown): Promise<T> {
  const result = await app.dispatch(name, input);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value as T;
}
const get = ({ id }: Dataset) => request<DatasetDefinitions>('definitions.get', { datasetId: id });
const save = ({ id }: Dataset, edits: object) =>
  request<DatasetDefinitions>('definitions.save', { datasetId: id, edits });
const field = ({ definitions }: DatasetDefinitions, id: string) =>
  definitions.fields.find((candidate) => candidate.id === id);

const MARGIN = {
  id: 'margin',
  title: 'Margin',
  synonyms: ['return'],
  unit: { kind: 'percent' },
  compute: [
    { measure: 'sum', of: 'gain', as: 'gain' },
    { measure: 'sum', of: 'sold', as: 'sold' },
    { calculate: 'divide', left: 'gain', right: 'sold', percent: true, as: 'margin' },
  ],
};
const ACTIVE = {
  id: 'active',
  title: 'Active',
  synonyms: [],
  where: [{ op: 'is', field: 'status', values: ['open', 'new'] }],
};
const sales = (month: string) => `status,sold,gain,level\nopen,100,10,3\nnew,50,5,2\n${month},10,1,1\n`;

describe('what the analyst says of columns', () => {
  it('is found again for the next file of the same shape, and not for another', async () => {
    const may = await addData(app, 'edits-may.csv', sales('may'));
    await save(may, {
      entity: ['deal'],
      fields: [
        { field: 'sold', title: 'Sales', synonyms: ['turnover'], unit: { kind: 'currency', code: 'EUR' } },
        { field: 'level', addsUp: 'always' },
        { field: 'status', hidden: true },
      ],
      measures: [MARGIN],
      conditions: [ACTIVE],
    });
    const june = await get(await addData(app, 'edits-june.csv', `gain,level,sold,status\n1,2,3,open\n`));
    expect(june.definitions).toMatchObject({ measures: [MARGIN], conditions: [ACTIVE] });
    expect(june.definitions.entity[0]).toBe('deal');
    expect(field(june, 'sold')).toMatchObject({ title: 'Sales', unit: { kind: 'currency', code: 'EUR' } });
    expect(field(june, 'sold')?.synonyms.slice(0, 2)).toEqual(['turnover', 'sold']);
    expect(field(june, 'level')).toMatchObject({ role: 'measure', addsUp: 'always' });
    expect(field(june, 'status')?.hidden).toBe(true);
    const other = await get(await addData(app, 'edits-other.csv', 'status,sold\nopen,1\n'));
    expect(other).toMatchObject({ edits: null, definitions: { measures: [], conditions: [] } });
  });

  it('is gone after a reset, for all files of the shape', async () => {
    const first = await addData(app, 'reset-1.csv', 'aa,bb\nx,1\ny,2\n');
    const second = await addData(app, 'reset-2.csv', 'aa,bb\nx,1\ny,2\n');
    await save(first, { fields: [{ field: 'bb', title: 'Beans' }] });
    expect(field(await get(second), 'bb')?.title).toBe('Beans');
    await request('definitions.reset', { datasetId: second.id });
    expect(await get(first)).toMatchObject({ edits: null });
    expect(field(await get(first), 'bb')?.title).toBe('Bb');
  });

  it.each<[string, object]>([
    ['a field that is not there', { fields: [{ field: 'nothing', title: 'X' }] }],
    [
      'a measure of a field that is not there',
      { measures: [{ ...MARGIN, compute: [{ measure: 'sum', of: 'nothing', as: 'x' }] }] },
    ],
    ['a sum of text', { measures: [{ ...MARGIN, compute: [{ measure: 'sum', of: 'status', as: 'x' }] }] }],
    [
      'a condition with a number that is none',
      { conditions: [{ ...ACTIVE, where: [{ op: '>', field: 'sold', value: 'many' }] }] },
    ],
    ['a relation by a field that is not there', { relations: [{ to: 'x', on: [['nothing', 'id']] }] }],
  ])('is refused where it cannot hold: %s', async (_what, edits) => {
    const dataset = await addData(app, 'refused.csv', sales('x'));
    await expect(save(dataset, edits)).rejects.toThrow(/^invalid_input: ./);
  });

  it('tells the window, once it is saved', async () => {
    const dataset = await addData(app, 'told.csv', 'told,n\nx,1\ny,2\n');
    const shapes: string[] = [];
    const stop = app.subscribe((event) => {
      if (event.name === 'definitions.changed') shapes.push(event.data.shape);
    });
    const { definitions } = await save(dataset, { entity: ['thing'] });
    stop();
    expect(shapes).toEqual([definitions.shape]);
  });
});

/** A thread about files: what relates its tables, each as `table.field table.field cardinality`. */
async function threadAbout(files: Record<string, string>) {
  const datasets: Dataset[] = [];
  for (const [name, content] of Object.entries(files)) datasets.push(await addData(app, name, content));
  const { run } = await app.services.runs.start({
    threadId: null,
    prompt: 'How many rows are there?',
    datasetIds: datasets.map(({ id }) => id),
    documentIds: [],
  });
  await app.services.runs.finished(run.id);
  return { threadId: run.threadId, datasets };
}
const relationsOf = async (threadId: ThreadId) => {
  const all = await request<DatasetDefinitions[]>('definitions.ofThread', { threadId });
  return all.flatMap(({ definitions: { table, relations } }) =>
    relations.map(
      ({ to, on, cardinality }) =>
        `${on.map(([own, other]) => `${table}.${own} = ${to}.${other}`).join(', ')}: ${cardinality}`,
    ),
  );
};

const ORDERS = 'order_id,customer_id,city,amount\n1,C1,Rome,10\n2,C1,Oslo,20\n3,C2,Rome,30\n4,C9,Rome,40\n';

describe('how tables relate', () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      'by a key that is called alike',
      { 'orders.csv': ORDERS, 'customers.csv': 'Customer ID,name,city\nC1,Ann,Rome\nC2,Bob,Oslo\nC3,Cid,Rome\n' },
      ['orders.customer_id = customers.Customer ID: one', 'customers.Customer ID = orders.customer_id: many'],
    ],
    [
      'by an id of what the other file is of',
      { 'orders.csv': ORDERS, 'customers.csv': 'id,name\nC1,Ann\nC2,Bob\nC3,Cid\n' },
      ['orders.customer_id = customers.id: one', 'customers.id = orders.customer_id: many'],
    ],
    [
      'by two fields together',
      {
        'cases.csv': 'land,year,kind,n\nA,2020,x,1\nA,2020,y,2\nA,2021,x,3\nB,2020,x,4\nB,2021,y,5\n',
        'people.csv': 'land,year,people\nA,2020,10\nA,2021,11\nB,2020,20\nB,2021,21\n',
      },
      [
        'cases.land = people.land, cases.year = people.year: one',
        'people.land = cases.land, people.year = cases.year: many',
      ],
    ],
    [
      'not by what repeats on both sides',
      {
        'visits.csv': 'city,n\nRome,1\nRome,2\nOslo,3\nOslo,4\n',
        'shops.csv': 'city,m\nRome,1\nRome,2\nOslo,3\nOslo,4\n',
      },
      [],
    ],
    ['not by names alone', { 'a.csv': 'code,n\nX1,1\nX2,2\nX3,3\n', 'b.csv': 'code,m\nY1,1\nY2,2\nY3,3\n' }, []],
    [
      'not where they have the same columns',
      { 'y2023.csv': 'id,n\n1,1\n2,2\n3,2\n', 'y2024.csv': 'id,n\n1,1\n2,2\n3,2\n' },
      [],
    ],
  ])('is found: %s', async (_how, files, expected) => {
    const { threadId } = await threadAbout(files);
    expect(await relationsOf(threadId)).toEqual(expected);
  });

  it('can be taken back and made by hand', async () => {
    const { threadId, datasets } = await threadAbout({
      'deals.csv': 'deal_id,person_id,seller\n1,P1,Ann\n2,P2,Bob\n3,P2,Ann\n',
      'persons.csv': 'person_id,nick\nP1,Ann\nP2,Bob\n',
    });
    const [deals, persons] = datasets;
    const { shape } = (await get(persons!)).definitions;
    await save(deals!, {
      relations: [
        { to: shape, on: [['person_id', 'person_id']], removed: true },
        { to: shape, on: [['seller', 'nick']] },
      ],
    });
    expect(await relationsOf(threadId)).toEqual([
      'deals.seller = persons.nick: one',
      'persons.nick = deals.seller: many',
    ]);
    const all = await request<FoundRelation[]>('definitions.relations', { threadId });
    expect(all.filter(({ removed }) => removed).map(({ table, relation: { by } }) => [table, by])).toEqual([
      ['deals', 'evidence'],
      ['persons', 'evidence'],
    ]);
  });
});
