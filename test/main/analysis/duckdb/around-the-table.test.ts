import { describe, expect, it } from 'vitest';
import { recordFields } from '../../../../src/preload/contract/separated-text';
import { dataEngine } from '../../../support/data-engine';
import { xlsx } from '../../../support/documents/make';

const data = dataEngine();

describe('titles above a table', () => {
  it.each([
    ['filled up to its width', ['Register of stations;;;;', 'As of 01.09.2024;;;;']],
    ['one of them', ['Register of stations;;;;']],
    ['blank lines between them', ['Register of stations;;;;', ';;;;', 'As of 01.09.2024;;;;', ';;;;']],
    ['and heads over several columns', ['Register of stations;;;;', ';;;;', 'The station;;;1. plug;']],
    ['as they are', ['Register of stations', 'As of 01.09.2024']],
  ])('are no header and no rows: %s', async (_what, titles) => {
    const table =
      'id;city;opened;power;note\n1;Rome;13.10.2018;22;\n2;Oslo;14.11.2019;44;new\n3;Rome;15.10.2020;150;\n';
    const { profile, query } = await data.read(`${titles.join('\n')}\n${table}`);
    expect(profile.columns.map(({ name, type }) => [name, type])).toEqual([
      ['id', 'integer'],
      ['city', 'text'],
      ['opened', 'date'],
      ['power', 'integer'],
      ['note', 'text'],
    ]);
    expect(await query('SELECT count(*), sum(power) FROM data')).toEqual([[3, 216]]);
  });

  it('are rows where they stand below names of their own kind', async () => {
    const { profile } = await data.read('name;;;city;\nAnn;Lee;Smith;Rome;x\nBob;Ray;Jones;Oslo;y\n');
    expect(profile.rows).toBeGreaterThan(1);
  });

  it('are rows where all rows are as empty', async () => {
    const { profile } = await data.read('a;b;c;d\nx;;;\n;y;;\n;;z;\n1;;;4\n');
    expect(profile.columns.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
    expect(profile.rows).toBe(4);
  });
});

describe('lines with nothing but delimiters', () => {
  it('are no rows', async () => {
    const { profile, query } = await data.read('name,city,n\nAnn,Rome,3\n,,\nBob,Oslo,4\n,,\n,,\n');
    expect(await query('SELECT count(*), sum(n) FROM data')).toEqual([[2, 7]]);
    expect(profile.rows).toBe(2);
  });
});

describe('remarks below a table', () => {
  it.each<[string, string[]]>([
    ['a note', ['Note: figures are provisional,,']],
    ['a source', ['Quelle: Amt für Statistik,,']],
    ['text below a blank line', ['', 'Office of Births,,']],
    ['a long sentence', ['Counts of the last two months are estimated from the returns of half of all offices.,,']],
    ['several remarks', ['* without the islands,,', 'Source: Office of Births,,']],
  ])('are no records: %s', async (_what, lines) => {
    const rows = ['Ann,Rome,3', 'Bob,Oslo,4', 'Cid,Rome,5'];
    const { profile, query } = await data.read(`name,city,n\n${[...rows, ...lines].join('\n')}\n`);
    const remarks = lines.filter((line) => line !== '');
    expect(await query('SELECT count(*), sum(n) FROM data')).toEqual([[3, 12]]);
    expect([profile.records, profile.rows, profile.rejected]).toEqual([3 + remarks.length, 3, remarks.length]);
    expect(profile.rejects.map(({ reason, text }) => [reason.code, text])).toEqual(
      remarks.map((line) => ['footnote', line]),
    );
    expect(profile.columns.map(({ type }) => type)).toEqual(['text', 'text', 'integer']);
  });

  it('leave a total above them to be found', async () => {
    const { profile, query } = await data.read('name,n\nAnn,3\nBob,4\nCid,5\nTotal,12\nSource: the books,\n');
    expect(await query('SELECT sum(n) FROM data')).toEqual([[12]]);
    expect(profile.rejects.map(({ reason }) => reason.code)).toEqual(['total', 'footnote']);
  });

  it('are no records of a workbook either', async () => {
    const { profile, query } = await data.read(
      xlsx({
        A: [['Births by month'], [], ['month', 'births'], ['May', 10], ['June', 30], [], ['The registry in Norland']],
      }),
      'births.xlsx',
    );
    expect(await query('SELECT month, births FROM data')).toEqual([
      ['May', 10],
      ['June', 30],
    ]);
    expect(profile.rejects).toMatchObject([{ reason: { code: 'footnote' } }]);
  });

  it.each<[string, string]>([
    ['a last record with nothing but its name', 'name,city,n\nAnn,Rome,3\nBob,Oslo,4\nCid,,\n'],
    ['names that stand alone everywhere', 'name,city\nAnn,\nNote,\nBob,\nSource,\n'],
  ])('are not %s', async (_what, text) => {
    const { profile } = await data.read(text);
    expect(profile.rejected).toBe(0);
  });
});

it('a title with as many commas as the table has is above the header', async () => {
  const { profile, query } = await data.read(
    'Live births by month, Province of Norland, 1980-2009\n\nYear,Month,Births\n1980,January,5100\n1980,February,4900\n',
  );
  expect(profile.columns.map(({ name }) => name)).toEqual(['Year', 'Month', 'Births']);
  expect(await query('SELECT sum(Births) FROM data')).toEqual([[10_000]]);
  expect(profile.notes).toContainEqual({ code: 'lines_above_header', count: 1 });
});

describe('quotes with blanks around them', () => {
  it('are quotes', async () => {
    const { profile, query } = await data.read(
      'Name, Country\n"A", "JAM"\n"B",   "JAM"\n"C",     "Spain, South" \n"D" ,"JAM"\n',
    );
    expect(profile.columns.map(({ name }) => name)).toEqual(['Name', 'Country']);
    expect(await query('SELECT Country, count(*) FROM data GROUP BY 1 ORDER BY 2 DESC')).toEqual([
      ['JAM', 3],
      ['Spain, South', 1],
    ]);
    expect(profile.rejected).toBe(0);
  });

  it.each<[string, string[]]>([
    ['a, 5" pipe,b', ['a', ' 5" pipe', 'b']],
    ['a, "x" and "y",b', ['a', ' "x" and "y"', 'b']],
    ['a, "open,b', ['a', ' "open', 'b']],
    ['"a" ,  "b ""c""" ', ['a', 'b "c"']],
    ['a,  ,b', ['a', '  ', 'b']],
  ])('of %s', (line, fields) => {
    expect(recordFields(line, ',')).toEqual(fields);
  });

  it('that stand in the middle of a text cost no other line', async () => {
    const { profile, query } = await data.read('a,b\n1, "x\n2,y\n3, 5" pipe\n4, "z" end\n');
    expect([profile.rows, profile.rejected]).toEqual([4, 0]);
    expect(await query('SELECT b FROM data ORDER BY a')).toEqual([['"x'], ['y'], ['5" pipe'], ['"z" end']]);
  });
});
