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

describe('numbers', () => {
  it.each<[string, string[], string, unknown[]]>([
    ['decimal commas', ['1,50', '2,25'], ';', ['1.50', '2.25']],
    ['points between thousands and a comma', ['1.234,50', '12,00'], ';', ['1234.50', '12.00']],
    ['commas between thousands', ['"1,234.50"', '12.00'], ',', ['1234.50', '12.00']],
    ['spaces between thousands', ['1 234,50', '12,00'], ';', ['1234.50', '12.00']],
    ['apostrophes between thousands', ["1'234.50", '12.00'], ',', ['1234.50', '12.00']],
    ['currency signs', ['€ 5.00', '7.50 €'], ',', ['5.00', '7.50']],
    ['currency codes', ['EUR 5.00', '7.50 EUR'], ',', ['5.00', '7.50']],
    ['percent', ['12 %', '3.5%'], ',', ['0.120', '0.035']],
    ['parentheses for minus', ['(5.00)', '7.50'], ',', ['-5.00', '7.50']],
    ['a minus behind', ['5.00-', '7.50'], ',', ['-5.00', '7.50']],
    ['exponents', ['1e3', '2.5E-1'], ',', [1000, 0.25]],
    ['leading plus', ['+5', '-7'], ',', [5, -7]],
    ['long integers', ['123456789012345678901', '5'], ',', ['123456789012345678901', '5']],
    ['many digits', ['0.123456789', '1.5'], ',', [0.123456789, 1.5]],
  ])('%s', async (_what, values, delimiter, expected) => {
    const { query } = await data.read(
      `n${delimiter}v\n${values.map((value, n) => `${n}${delimiter}${value}`).join('\n')}\n`,
    );
    expect((await query('SELECT v FROM data ORDER BY n')).flat()).toEqual(expected);
  });

  it('are text when they are codes', async () => {
    const { profile, query } = await data.read('plz,sku\n01067,AB1\n80331,AB2\n');
    expect(column(profile, 'plz')).toMatchObject({ type: 'text' });
    expect(await query('SELECT plz FROM data')).toEqual([['01067'], ['80331']]);
  });

  it('keep digits that only show up late in the file', async () => {
    const rows = Array.from({ length: 30_000 }, (_, n) => `${n},${n === 29_990 ? '1.2345' : '1.50'}`);
    const { query } = await data.read(`n,v\n${rows.join('\n')}\n`);
    expect(await query('SELECT v FROM data WHERE n = 29990')).toEqual([['1.2345']]);
  });

  it('that are whole at first and broken later are not rounded', async () => {
    const rows = Array.from({ length: 30_000 }, (_, n) => `${n},${n === 29_990 ? '2.5' : '2'}`);
    const { query } = await data.read(`n,v\n${rows.join('\n')}\n`);
    expect(await query('SELECT v, sum(1) FROM data GROUP BY v ORDER BY v')).toEqual([
      ['2.0', 29_999],
      ['2.5', 1],
    ]);
  });

  it('that are not numbers are shown, not dropped', async () => {
    const rows = Array.from({ length: 50 }, (_, n) => `${n},${n === 7 ? 'twelve' : n === 9 ? 'n/a' : `${n}.00`}`);
    const { profile } = await data.read(`n,v\n${rows.join('\n')}\n`);
    expect(column(profile, 'v')).toMatchObject({
      type: 'decimal',
      nulls: 1,
      odd: { count: 1, examples: [{ record: 8, text: 'twelve' }] },
    });
    expect(profile.notes).toContain('"n/a" in v was read as empty.');
  });

  it('mixed with as many words stay text', async () => {
    const { profile } = await data.read('v,w\n1,a\ntwo,b\n3,c\nfour,d\n');
    expect(column(profile, 'v')).toMatchObject({ type: 'text', nulls: 0 });
  });
});

describe('dates', () => {
  it.each<[string, string[], string[]]>([
    ['ISO', ['2024-03-05', '2024-12-31'], ['2024-03-05', '2024-12-31']],
    ['day first', ['05/03/2024', '31/12/2024'], ['2024-03-05', '2024-12-31']],
    ['month first', ['03/05/2024', '12/31/2024'], ['2024-03-05', '2024-12-31']],
    ['dotted', ['05.03.2024', '06.04.2024'], ['2024-03-05', '2024-04-06']],
    ['with month names', ['05-Mar-2024', '31-Dec-2024'], ['2024-03-05', '2024-12-31']],
    ['written out', ['"Mar 5, 2024"', '"Dec 31, 2024"'], ['2024-03-05', '2024-12-31']],
    ['with slashes, year first', ['2024/03/05', '2024/12/31'], ['2024-03-05', '2024-12-31']],
    ['mixed', ['2024-03-05', '31.12.2024'], ['2024-03-05', '2024-12-31']],
    ['without separators', ['20240305', '20241231'], ['2024-03-05', '2024-12-31']],
  ])('%s', async (_what, values, expected) => {
    const { profile, query } = await data.read(`n,date\n${values.map((value, n) => `${n},${value}`).join('\n')}\n`);
    expect((await query('SELECT date FROM data ORDER BY n')).flat()).toEqual(expected);
    expect(column(profile, 'date')).toMatchObject({ type: 'date', role: 'time' });
  });

  it('say that they were guessed when nothing tells day from month', async () => {
    const { profile } = await data.read('n,d\n1,03/05/2024\n2,04/06/2024\n');
    expect(column(profile, 'd')).toMatchObject({ guessed: true, readAs: 'month first' });
  });

  it.each<[string, string, string]>([
    ['ISO with T and Z', '2024-03-05T10:00:00Z', '2024-03-05T10:00:00'],
    ['ISO with an offset', '2024-03-05T10:00:00+02:00', '2024-03-05T08:00:00'],
    ['day first with minutes', '25/03/2024 10:30', '2024-03-25T10:30:00'],
    ['with AM and PM', '12/25/2024 1:05 PM', '2024-12-25T13:05:00'],
  ])('with times: %s', async (_what, value, expected) => {
    const { query } = await data.read(`n,moment\n1,${value}\n`);
    expect(await query('SELECT moment FROM data')).toEqual([[expected]]);
  });

  it('that do not exist are odd, not moved', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `${n},2024-02-${String((n % 28) + 1).padStart(2, '0')}`);
    const { profile } = await data.read(`n,d\n${rows.join('\n')}\n30,2024-02-31\n`);
    expect(column(profile, 'd')).toMatchObject({ odd: { count: 1, examples: [{ record: 31, text: '2024-02-31' }] } });
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
      { line: 102, reason: '2 fields where 3 are expected.', text: '4,5' },
      { line: 103, reason: '4 fields where 3 are expected.', text: '6,7,8,9' },
    ]);
    expect(await query('SELECT count(*), sum(a) FROM data')).toEqual([[200, 19_900]]);
  });

  it('cost only themselves when a quote is never closed', async () => {
    const { profile, query } = await data.read('a,b,c\n1,"open,3\n11,12,13\n14,15,16\n"ab"c,1,2\nlast,1,2\n');
    expect(profile.rejects.map((one) => one.line)).toEqual([2, 5]);
    expect(await query('SELECT a FROM data')).toEqual([['11'], ['14'], ['last']]);
  });

  it('are padded when short lines are how the file is written', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => (n % 3 === 0 ? `${n},x` : `${n},x,1`));
    const { profile, query } = await data.read(`a,b,c\n${rows.join('\n')}\n`);
    expect([profile.rows, profile.rejected]).toEqual([40, 0]);
    expect(profile.notes.join(' ')).toContain('14 lines have fewer fields');
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
    expect(profile.notes.join(' ')).toMatch(/2 lines above the header/);
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
    expect(profile.notes.join(' ')).toContain('no header');
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
