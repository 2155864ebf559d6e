import { readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DuckDbEngine } from '../../../../src/main/analysis/duckdb';
import { silentLog } from '../../../../src/main/log';
import { forkProcess } from '../../../../src/main/processes';
import { buildEntry } from '../../../support/build-entry';
import { dataEngine } from '../../../support/data-engine';
import { xlsx } from '../../../support/documents/make';
import { deflated, gzipBomb, honest, zipOf } from '../../../support/documents/zips';
import { FULL_DEVICE, needs, WHOLE } from '../../../support/needs';
import { tempFolder } from '../../../support/temp-folder';

const data = dataEngine();
const DATE = 1;

const cell = (value: string | number, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
const row = (at: number, ...cells: string[]) => `<row r="${at}">${cells.join('')}</row>`;
const text = (value: string) => `<c t="str"><v>${value}</v></c>`;
const header = row(1, text('a'), text('b'));
const rows = (count: number, make: (n: number) => string) => Array.from({ length: count }, (_, n) => make(n)).join('');
const book = (xml: string, more: { merges?: string[]; from1904?: boolean } = {}) =>
  xlsx([{ name: 'One', rows: [], xml, merges: more.merges ?? [] }], { from1904: more.from1904 ?? false });

/** A workbook with some of its files changed; one that is not there is empty before. */
function changed(given: Buffer, files: Record<string, (xml: string) => string>): Buffer {
  const parts = unzipSync(given);
  for (const [name, change] of Object.entries(files))
    parts[name] = strToU8(change(Buffer.from(parts[name] ?? []).toString()));
  return Buffer.from(zipSync(parts));
}

/** A workbook with so many megabytes of rows that hold nothing. */
function bookOfEmptyRows(megabytes: number): Buffer {
  const SHEET = 'xl/worksheets/sheet1.xml';
  const { [SHEET]: sheet = new Uint8Array(), ...others } = unzipSync(book('ROWS'));
  const [head = '', tail = ''] = strFromU8(sheet).split('ROWS');
  // As many characters as go into a megabyte without a rest.
  const rowsOnly = deflated(megabytes, '<row r="1"/>    ', { head, tail });
  const size = head.length + megabytes * 1024 ** 2 + tail.length;
  const parts = Object.entries(others).map(([name, bytes]) => honest(name, strFromU8(bytes)));
  return zipOf([...parts, { name: SHEET, packed: rowsOnly, says: size }]);
}

const withStrings = (given: Buffer, strings: string) =>
  changed(given, {
    'xl/_rels/workbook.xml.rels': (xml) =>
      xml.replace('</Relationships>', '<Relationship Id="s" Type="x/sharedStrings" Target="s.xml"/></Relationships>'),
    'xl/s.xml': () => strings,
  });

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

describe('a workbook made to do harm', () => {
  it(
    'with one long list is looked through in time that grows with the list, not with its square',
    needs(WHOLE),
    async () => {
      const list = (count: number) => book(rows(count, (n) => row(n + 1, cell(n))));
      const [few, many] = [list(10_000), list(100_000)];
      await data.sheets(few);
      const short = await timeOf(() => data.sheets(few));
      expect(await timeOf(() => data.sheets(many))).toBeLessThan(30 * short);
    },
  );

  it('with rows out of order is read without its gaps being written over and over', async () => {
    const { profile } = await data.read(
      book(header + rows(400, (n) => row(n % 2 ? 2 : 1_000_000, cell(n), cell(1)))),
      'a.xlsx',
    );
    expect(profile).toMatchObject({ rows: 400, rejected: 0 });
  });

  it('with more sheets than anybody makes is refused', async () => {
    const many = changed(book(header), {
      'xl/workbook.xml': (xml) =>
        xml.replace(
          /<sheet [^>]*\/>/,
          rows(1_001, (n) => `<sheet name="S${n}" sheetId="${n}" r:id="rId1"/>`),
        ),
    });
    await expect(data.sheets(many)).rejects.toMatchObject({ code: 'too_large' });
  });

  it('with a format of numbers without end is read', async () => {
    const given = changed(book(header + row(2, cell(3, DATE), cell(1))), {
      'xl/styles.xml': (xml) =>
        xml.replace(/formatCode="[^"]*"/, `formatCode="${'m'.repeat(100_000)}h${'['.repeat(100_000)}"`),
    });
    expect((await data.read(given, 'a.xlsx')).profile.rows).toBe(1);
  });

  it('with one long text in all of its cells is refused before it fills the disk', async () => {
    const pointing = '<c t="s"><v>0</v></c>';
    const given = withStrings(
      book(header + rows(600, (n) => row(n + 2, pointing, pointing))),
      `<sst><si><t>${'x'.repeat(1_000_000)}</t></si></sst>`,
    );
    await expect(data.read(given, 'a.xlsx')).rejects.toMatchObject({ code: 'too_large' });
  });

  it('with thousands of merges over the same cells is refused', needs(WHOLE), async () => {
    const wide = (at: number) => row(at, text('x'), ...Array<string>(999).fill(cell(1)));
    const given = book(wide(1) + rows(500, (n) => wide(n + 2)), { merges: Array<string>(20_000).fill('A2:A500') });
    await expect(data.read(given, 'a.xlsx')).rejects.toMatchObject({ code: 'too_large' });
  });

  it('does not make a number of blanks', async () => {
    const { profile } = await data.read(
      book(header + row(2, cell(5), cell(1)) + row(3, cell(' '), cell(1)) + row(4, cell(7), cell(1))),
      'a.xlsx',
    );
    expect(profile.columns[0]).toMatchObject({ nulls: 1, min: 5, max: 7 });
  });

  it.each([
    ['2958465.9999999999', false],
    ['2958000', true],
    ['-5', false],
  ])('leaves a number that is no day a number: %s', async (serial, from1904) => {
    const given = book(header + row(2, cell(serial, DATE), cell(1)), { from1904 });
    expect((await data.read(given, 'a.xlsx')).profile.columns[0]?.type).toBe('integer');
  });

  it('that is far too large is refused without being read', async () => {
    const path = join(tempFolder(), 'huge.xlsx');
    writeFileSync(path, book(header));
    truncateSync(path, 3 * 1024 ** 3);
    await expect(data.engine().sheets({ path })).rejects.toMatchObject({ code: 'too_large' });
  });

  it('has sheets whose names are paths, markup or SQL, as they are written', async () => {
    const names = ['../../x', '<img src=x>', `'); DROP TABLE data; --`, 'a"b', '__proto__', 'constructor'];
    const table = [
      ['a', 'b'],
      [1, 2],
    ];
    expect(await data.sheets(xlsx(names.map((name) => ({ name, rows: table }))))).toEqual(names);
  });

  it.each(['../../../../etc/passwd', 'file:///etc/passwd', '/etc/passwd', '__proto__', '/constructor', 'workbook.xml'])(
    'whose sheet is said to be at %s is refused',
    async (target) => {
      const given = changed(book(header + row(2, cell(1), cell(2))), {
        'xl/_rels/workbook.xml.rels': (xml) => xml.replace('worksheets/sheet1.xml', target),
      });
      await expect(data.read(given, 'a.xlsx')).rejects.toMatchObject({ code: 'unreadable_file' });
    },
  );

  it('with entities of its own is refused, and those of others are let stand', async () => {
    const withType = (type: string) =>
      changed(book(header + row(2, text('&b;'), cell(1))), {
        'xl/worksheets/sheet1.xml': (xml) => xml.replace(/(<\?xml.*?\?>)/, `$1${type}`),
      });
    await expect(
      data.read(withType('<!DOCTYPE x [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]>'), 'a.xlsx'),
    ).rejects.toMatchObject({ code: 'unreadable_file' });
    const outside = await data.read(withType('<!DOCTYPE x SYSTEM "file:///etc/passwd">'), 'a.xlsx');
    expect(await outside.query('SELECT a FROM data')).toEqual([['&b;']]);
  });

  it('that takes too long is given up, and what others wait for goes on', async () => {
    const engine = new DuckDbEngine({
      fork: forkProcess,
      processPath: await buildEntry('src/main/analysis/duckdb/process.ts'),
      tempFolder: tempFolder(),
      listMs: 1,
      log: silentLog,
    });
    const folder = tempFolder();
    const [path, csv] = [join(folder, 'slow.xlsx'), join(folder, 'a.csv')];
    // Long enough to be at it still when it is ended by force.
    writeFileSync(path, bookOfEmptyRows(200));
    writeFileSync(csv, 'a,b\n1,2\n');
    try {
      const slow = engine.sheets({ path });
      const beside = engine.read({ path: csv, name: 'a.csv', folder: join(folder, 'own') });
      await expect(slow).rejects.toMatchObject({ code: 'timeout' });
      expect((await beside).profile.rows).toBe(1);
    } finally {
      await engine.close();
    }
  });
});

describe('JSON made to do harm', () => {
  it.each([
    ['a list 100,000 deep', `[{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}},{"a":1}]`],
    ['objects 100,000 deep', `{"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}\n{"a":1}\n`],
  ])('that holds %s is read as text', async (_, json) => {
    expect((await data.read(json, 'a.json')).profile).toMatchObject({ rows: 2, rejected: 0 });
  });

  it('with a name given twice keeps the first', async () => {
    const { query } = await data.read('[{"a":1,"a":2,"b":3},{"a":4,"b":5}]', 'a.json');
    expect(await query('SELECT a, b FROM data')).toEqual([
      [1, 3],
      [4, 5],
    ]);
  });

  it('with names that mean something elsewhere has a column for each', async () => {
    const json = String.raw`[{"a/b":1,"a~b":2,"":3,"\u0000":4,"x\"y'":5,"$.a":6,"__proto__":7}]`;
    const { query } = await data.read(json, 'a.json');
    expect(await query('SELECT * FROM data')).toEqual([[1, 2, 3, 4, 5, 6, 7]]);
  });

  it('with many wide records is read', needs(WHOLE), async () => {
    const fields = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`f${n}`, 'x'.repeat(200)]));
    // Taken once for each of its fields, they would be many times the memory there is.
    const json = `${JSON.stringify(fields)}\n`.repeat(200);
    expect((await data.read(json, 'a.json')).profile).toMatchObject({ rows: 200, columns: { length: 300 } });
  });

  it('with one long record among short ones is read', async () => {
    const json = `{"a":"${'x'.repeat(10_000_000)}","b":1}\n{"a":"y","b":2}\n`;
    expect((await data.read(json, 'a.json')).profile).toMatchObject({ rows: 2, rejected: 0 });
  });

  it.each([
    ['a field of its own in every record', () => rows(100_000, (n) => `{"k${n}":1}\n`)],
    [
      'one wide record among many narrow ones',
      () => `{${Array.from({ length: 1_900 }, (_, n) => `"f${n}":1`).join()}}\n${'{"f0":1}\n'.repeat(300_000)}`,
    ],
    ['a record of 70 MB', () => `{"a":"${'x'.repeat(70_000_000)}"}\n{"a":1}`],
  ])('with %s is refused, saying what to do', async (_, make) => {
    await expect(data.read(make(), 'a.json')).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringMatching(/xport|plit/),
    });
  });
});

describe('a compressed file made to do harm', () => {
  it.each([
    ['a bomb', () => gzipBomb(300, 'a,b\n'), 'too_large'],
    ['compressed twice', () => gzipSync(gzipSync('a,b\n1,2\n')), 'unsupported_file'],
    ['cut off', () => gzipSync('a,b\n1,2\n'.repeat(1_000)).subarray(0, 40), 'unreadable_file'],
    ['one line without end', () => gzipBomb(100, 'a'), 'unreadable_file'],
  ])('%s is refused', async (_, make, code) => {
    await expect(data.read(make(), 'a.csv.gz')).rejects.toMatchObject({ code });
  });
});

describe('a disk that is full', needs(FULL_DEVICE), () => {
  it('while the columnar copy is written leaves the file answerable, and nothing half written', async () => {
    const place = tempFolder();
    const [path, folder] = [join(place, 'a.csv'), join(place, 'own')];
    writeFileSync(path, `a,b\n${rows(200_000, (n) => `${n},2\n`)}`);
    const partial = join(folder, 'data.parquet.partial');
    let full = false;
    const { profile, recipe } = await data.engine().read(
      { path, name: 'a.csv', folder },
      {
        // The copy comes last, long after the first word of the reading.
        onProgress: () => {
          if (!full) symlinkSync('/dev/full', partial);
          full = true;
        },
      },
    );
    expect(profile).toMatchObject({ rows: 200_000, columns: [{ max: 199_999 }, { max: 2 }] });
    expect(readdirSync(folder)).toEqual([]);
    const sources = [{ table: 'data', path, folder, recipe }];
    const { table } = await data
      .engine()
      .query({ sources, sql: 'SELECT sum(b) FROM data', maxRows: 9, timeoutMs: 9_000 });
    expect(table.rows).toEqual([[400_000]]);
  });
});
