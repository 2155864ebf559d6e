import { describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';

const data = dataEngine();
const column = (profile: { columns: { name: string }[] }, name: string) =>
  profile.columns.find((one) => one.name === name);

describe('a plain file', () => {
  it('is read as it stands', async () => {
    const { profile, query } = await data.read(
      'id,day,region,amount,ok\n1,2024-01-05,West,10.50,yes\n2,2024-02-06,East,-3.25,no\n3,2024-02-07,West,,yes\n',
    );
    expect(profile).toMatchObject({
      format: 'csv',
      encoding: 'UTF-8',
      delimiter: ',',
      records: 3,
      rows: 3,
      rejected: 0,
      duplicates: 0,
      notes: [],
    });
    expect(profile.columns.map((one) => [one.name, one.type, one.role, one.nulls])).toEqual([
      ['id', 'integer', 'id', 0],
      ['day', 'date', 'time', 0],
      ['region', 'text', 'dimension', 0],
      ['amount', 'decimal', 'measure', 1],
      ['ok', 'boolean', 'flag', 0],
    ]);
    expect(await query('SELECT * FROM data ORDER BY id')).toEqual([
      [1, '2024-01-05', 'West', '10.50', true],
      [2, '2024-02-06', 'East', '-3.25', false],
      [3, '2024-02-07', 'West', null, true],
    ]);
    expect(column(profile, 'amount')).toMatchObject({
      scale: 2,
      min: '-3.25',
      max: '10.50',
      mean: '3.6250',
      distinct: 2,
    });
    expect(column(profile, 'region')).toMatchObject({
      top: [
        { value: 'West', count: 2 },
        { value: 'East', count: 1 },
      ],
    });
  });

  it('keeps every digit of money in sums', async () => {
    const rows = Array.from({ length: 1_000 }, () => '0.10');
    const { query } = await data.read(`n,amount\n${rows.map((value, n) => `${n},${value}`).join('\n')}`);
    expect(await query('SELECT sum(amount) FROM data')).toEqual([['100.00']]);
  });
});

describe('encodings', () => {
  const text = 'name;city\nJürgen;Köln\nZoë;Orléans\n';
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['UTF-16 LE', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['UTF-16 BE', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])],
  ])('%s reads right', async (encoding, bytes) => {
    const { profile, query } = await data.read(bytes);
    expect([profile.encoding, profile.columns[0]?.name]).toEqual([encoding, 'name']);
    expect(await query('SELECT * FROM data')).toEqual([
      ['Jürgen', 'Köln'],
      ['Zoë', 'Orléans'],
    ]);
  });

  it('Windows-1252 keeps its euro sign', async () => {
    const { profile } = await data.read(
      Buffer.from([...Buffer.from('what,price\nx,'), 0x80, ...Buffer.from('5.00\ny,'), 0x80, ...Buffer.from('7.50\n')]),
    );
    expect(column(profile, 'price')).toMatchObject({ type: 'decimal', unit: { kind: 'currency', code: 'EUR' } });
  });
});

describe('lines that are not right', () => {
  it('are rejected with number, reason and text, and the rest is read', async () => {
    const good = Array.from({ length: 200 }, (_, n) => `${n},x,1`);
    const { profile, query } = await data.read(
      `a,b,c\n${good.slice(0, 100).join('\n')}\n4,5\n6,7,8,9\n${good.slice(100).join('\n')}\n`,
    );
    expect([profile.records, profile.rows, profile.rejected]).toEqual([202, 200, 2]);
    expect(profile.rejects).toEqual([
      { line: 102, reason: { code: 'field_count', fields: 2, expected: 3 }, text: '4,5' },
      { line: 103, reason: { code: 'field_count', fields: 4, expected: 3 }, text: '6,7,8,9' },
    ]);
    expect(await query('SELECT count(*), sum(a) FROM data')).toEqual([[200, 19_900]]);
  });

  it('cost only themselves when a quote is never closed', async () => {
    const { profile, query } = await data.read('a,b,c\n1,"open,3\n11,12,13\n14,15,16\n"ab"c,1,2\nlast,1,2\n');
    expect(profile.rejects.map((one) => one.line)).toEqual([2, 5]);
    expect(await query('SELECT a FROM data')).toEqual([['11'], ['14'], ['last']]);
  });

  it.each(['\n', '\r\n'])(
    'cost only themselves when nothing closes the last quote of the file, with %j',
    async (end) => {
      const { profile, query } = await data.read(['a,b', '1,2', '"open,3', '4,5', '6,7', ''].join(end));
      expect(profile.records).toBe(4);
      expect(profile.rejects).toEqual([{ line: 3, reason: { code: 'unclosed_quote' }, text: '"open,3' }]);
      expect(await query('SELECT a FROM data')).toEqual([[1], [4], [6]]);
      const last = await data.read(['a,b', '1,2', '3,"open'].join(end));
      expect(last.profile.rejects.map((one) => one.line)).toEqual([3]);
    },
  );

  it('are padded when short lines are how the file is written', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => (n % 3 === 0 ? `${n},x` : `${n},x,1`));
    const { profile, query } = await data.read(`a,b,c\n${rows.join('\n')}\n`);
    expect([profile.rows, profile.rejected]).toEqual([40, 0]);
    expect(profile.notes).toEqual([{ code: 'short_lines', count: 14 }]);
    expect(await query('SELECT count(c), count(*) FROM data')).toEqual([[26, 40]]);
  });

  it('between quotes belong to their value', async () => {
    const { profile, query } = await data.read('a,b\r\n"two\r\nlines","say ""hi"""\r\nx,y\r\n');
    expect(profile.rows).toBe(2);
    expect(await query('SELECT * FROM data')).toEqual([
      ['two\r\nlines', 'say "hi"'],
      ['x', 'y'],
    ]);
  });

  it('with a quote in the middle keep it', async () => {
    const { query } = await data.read('size,n\n5" pipe,1\n6" pipe,2\n');
    expect(await query('SELECT size FROM data')).toEqual([['5" pipe'], ['6" pipe']]);
  });

  it('above the header are left out and said', async () => {
    const { profile, query } = await data.read(
      'Report of March\nprinted today\n\nday,amount\n2024-03-01,5\n2024-03-02,6\n',
    );
    expect(profile.columns.map((one) => one.name)).toEqual(['day', 'amount']);
    expect(profile.notes).toContainEqual({ code: 'lines_above_header', count: 2 });
    expect(await query('SELECT sum(amount) FROM data')).toEqual([[11]]);
  });

  it('may end in any way, even mixed', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { query } = await data.read(`a,b${end}1,2${end}3,4`);
      expect(await query('SELECT sum(b) FROM data')).toEqual([[6]]);
    }
    const { query } = await data.read('a,b\r\n1,2\n3,4\r\n');
    expect(await query('SELECT sum(b) FROM data')).toEqual([[6]]);
  });
});

describe('headers', () => {
  it('may repeat, be empty or be hostile', async () => {
    const { profile, query } = await data.read('x,X,,"""; DROP TABLE data; --",__proto__\n1,2,3,4,5\n');
    expect(profile.columns.map((one) => one.name)).toEqual([
      'x',
      'X_2',
      'column3',
      '"; DROP TABLE data; --',
      '__proto__',
    ]);
    expect(await query('SELECT * FROM data')).toEqual([[1, 2, 3, 4, 5]]);
  });

  it('may be missing', async () => {
    const { profile, query } = await data.read('2024-01-01,5.00\n2024-01-02,6.00\n');
    expect(profile.columns.map((one) => one.name)).toEqual(['column1', 'column2']);
    expect(profile.notes).toContainEqual({ code: 'no_header' });
    expect(await query('SELECT sum(column2) FROM data')).toEqual([['11.00']]);
  });
});

describe('what is no table', () => {
  it.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'empty'],
    ['a header alone', 'a,b,c\n', 'no rows'],
    ['a web page', '<!DOCTYPE html><html><body>Log in</body></html>', 'web page'],
    ['a PDF', '%PDF-1.7 ...', 'PDF'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0]), 'program'],
    ['an archive', Buffer.from('PK\u0003\u0004something'), 'ZIP'],
    ['bytes', Buffer.from([1, 0, 2, 0, 0, 0, 3, 9, 9, 0, 0, 1]), 'binary'],
    ['Parquet with a lying footer', Buffer.from('PAR1 this is not a table PAR1'), 'damaged'],
  ])('%s is refused by name', async (_what, content, word) => {
    await expect(data.read(content)).rejects.toThrow(word);
  });

  it('formulas and scripts in cells stay text', async () => {
    const { query } = await data.read(`a,b\n"=cmd|' /C calc'!A0",1\n<script>alert(1)</script>,2\n`);
    expect(await query('SELECT a FROM data')).toEqual([["=cmd|' /C calc'!A0"], ['<script>alert(1)</script>']]);
  });

  it('one line of 10 MB is a row like any other', async () => {
    const { query } = await data.read(`a,b\n1,x\n2,${'y'.repeat(10 * 1024 * 1024)}\n3,z\n`);
    expect(await query('SELECT a, length(b) FROM data ORDER BY a')).toEqual([
      [1, 1],
      [2, 10 * 1024 * 1024],
      [3, 1],
    ]);
  });

  it('too many columns are refused', async () => {
    const names = Array.from({ length: 3_000 }, (_, n) => `c${n}`).join(',');
    const values = names.replaceAll('c', '');
    await expect(data.read(`${names}\n${values}\n`)).rejects.toThrow('3000 columns');
  });
});
