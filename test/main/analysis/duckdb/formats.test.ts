import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';
import { xlsx } from '../../../support/documents/make';
import { gzipBomb } from '../../../support/documents/zips';
import { tempFolderForAll } from '../../../support/temp-folder';

const data = dataEngine();
const people = [
  { name: 'Ann', born: '1990-01-05', paid: 12.5, ok: true },
  { name: 'Bo, "B"', born: '1985-12-31', paid: 1000, ok: false, tags: ['a', 'b'] },
  { name: 'Line\nbreak', born: null, paid: 0.1 },
];
const lines = people.map((one) => JSON.stringify(one)).join('\n');

describe('records in JSON', () => {
  it.each([
    ['a list', JSON.stringify(people)],
    ['a list over many lines', `\n${JSON.stringify(people, null, 2)}\n`],
    ['one on each line', `${lines}\n`],
    ['one on each line, packed', gzipSync(lines)],
    ['one after the other, over many lines', people.map((one) => JSON.stringify(one, null, 1)).join('\n')],
    ['a list inside an answer', JSON.stringify({ status: 'ok', page: { n: 1 }, 'the "data"': people })],
  ])('are a table: %s', async (_what, content) => {
    const { profile, query } = await data.read(content, 'people.json');
    expect(profile).toMatchObject({ format: 'json', rows: 3, records: 3, rejected: 0 });
    expect(profile.columns.map(({ name, type, nulls }) => [name, type, nulls])).toEqual([
      ['name', 'text', 0],
      ['born', 'date', 1],
      ['paid', 'decimal', 0],
      ['ok', 'boolean', 1],
      ['tags', 'text', 2],
    ]);
    expect(await query('SELECT name, born, paid::VARCHAR, ok, tags FROM data ORDER BY paid')).toEqual([
      ['Line\nbreak', null, '0.1', null, null],
      ['Ann', '1990-01-05', '12.5', true, null],
      ['Bo, "B"', '1985-12-31', '1000.0', false, '["a","b"]'],
    ]);
  });

  it('keep numbers longer than JavaScript can hold, and fields with any name', async () => {
    const content = '[{"id":12345678901234567,"a/b~c":1,"":2,"A":3,"a":4,"x\\"y":5,"0":6}]';
    const { profile, query } = await data.read(content);
    expect(profile.columns.map(({ name }) => name)).toEqual(['id', 'a/b~c', 'column3', 'A', 'a_2', 'x"y', '0']);
    expect(await query('SELECT * FROM data')).toEqual([['12345678901234567', 1, 2, 3, 4, 5, 6]]);
  });

  it('that cannot be read are counted and shown, not left out in silence', async () => {
    const { profile } = await data.read('{"a":1}\n\n{"a":2\n7\n{"a":3}\n');
    expect(profile).toMatchObject({ records: 4, rows: 2, rejected: 2 });
    expect(profile.rejects).toEqual([
      { line: 3, reason: { code: 'no_json', unit: 'line' }, text: '{"a":2' },
      { line: 4, reason: { code: 'no_object', unit: 'line' }, text: '7' },
    ]);
    const list = await data.read('[{"a":1},7,null,{"a":3}]');
    expect(list.profile).toMatchObject({ records: 4, rows: 2, rejected: 2 });
  });

  it.each([
    ['settings', '{"theme":{"dark":true},"size":3}', 'unsupported_file', /no list of records/],
    ['a list of numbers in a list', '[[1,2],[3,4]]', 'unsupported_file', /no list of records/],
    ['an empty list', '[]', 'unsupported_file', /no list of records/],
    ['a list that breaks off', '[{"a":1},{"a":2},{"a"', 'unreadable_file', /JSON is damaged or cut off/],
    ['a list with rubbish in it', '[{"a":1},{"a":x},{"a":2}]', 'unreadable_file', /JSON is damaged or cut off/],
  ])('that are none are refused: %s', async (_what, content, code, message) => {
    await expect(data.read(content)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

describe('a compressed file', () => {
  it('is read as the table in it, and nothing but its copy stays', async () => {
    const { profile, query, source } = await data.read(gzipSync('a;b\r\n1,5;x\r\n2,5;y\r\n'), 'data.csv.gz');
    expect(profile).toMatchObject({ format: 'csv', delimiter: ';', rows: 2 });
    expect(await query('SELECT sum(a) FROM data')).toEqual([['4.0']]);
    expect(readdirSync(source.folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it.each([
    ['cut off', gzipSync('a,b\n1,2\n'.repeat(1_000)).subarray(0, 30), 'unreadable_file', /damaged or cut off/],
    ['damaged', Buffer.concat([gzipSync('a,b\n').subarray(0, 10), Buffer.alloc(50, 7)]), 'unreadable_file', /damaged/],
    ['a bomb', gzipBomb(300, 'a'), 'too_large', /unpacks to far more/],
    ['no table inside', gzipSync(Buffer.from('%PDF-1.7')), 'unsupported_file', /a PDF/],
    ['packed twice', gzipSync(gzipSync('a,b\n1,2\n')), 'unsupported_file', /may hold CSV or JSON/],
  ])('is refused when it is %s', async (_what, content, code, message) => {
    await expect(data.read(content)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

describe('a tab-separated file', () => {
  it('is a table like any other', async () => {
    const { profile } = await data.read('a\tb\n1\tx, y\n2\tz\n', 'data.tsv');
    expect(profile).toMatchObject({ delimiter: '\t', rows: 2, rejected: 0 });
  });
});

describe('a Parquet file', () => {
  let whole = Buffer.alloc(0);
  beforeAll(() => {
    const path = join(tempFolderForAll(), 'made.parquet');
    const select = `SELECT i AS id, 'n' || i % 7 AS "name", (i / 4)::DECIMAL(9, 2) AS paid, DATE '2024-01-01' + i::INTEGER AS day,
      i % 2 = 0 AS even, [i, 2] AS list, {a: i} AS pair, uuid() AS code, i::UBIGINT AS big, TIMESTAMPTZ '2024-01-01 12:00:00+02' AS at,
      INTERVAL 3 DAY AS span, 'ab'::BLOB AS bytes FROM range(5000) t(i)`;
    const script = `import { DuckDBInstance } from '@duckdb/node-api';
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      await connection.run(${JSON.stringify(`COPY (${select}) TO '${path}' (FORMAT parquet)`)});`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    if (!existsSync(path)) throw new Error(run.stderr);
    whole = readFileSync(path);
  });

  it('of any types is profiled and queried as it is', async () => {
    const { profile, query } = await data.read(whole, 'made.parquet');
    expect(profile).toMatchObject({ format: 'parquet', rows: 5_000, rejected: 0 });
    expect(profile.columns.map(({ name, type }) => [name, type])).toEqual([
      ['id', 'integer'],
      ['name', 'text'],
      ['paid', 'decimal'],
      ['day', 'date'],
      ['even', 'boolean'],
      ['list', 'text'],
      ['pair', 'text'],
      ['code', 'text'],
      ['big', 'integer'],
      ['at', 'timestamp'],
      ['span', 'text'],
      ['bytes', 'text'],
    ]);
    expect(await query('SELECT count(*), count(DISTINCT name), max(day), min(list) FROM data')).toEqual([
      [5_000, 7, '2037-09-08', '[0, 2]'],
    ]);
  });

  it('that is damaged or lies about itself is refused, and the next file is read', async () => {
    const changed = (at: number, bytes: number[]) => {
      const copy = Buffer.from(whole);
      copy.set(bytes, at < 0 ? copy.length + at : at);
      return copy;
    };
    const footer = whole.readUInt32LE(whole.length - 8);
    const cases: [string, Buffer][] = [
      ['cut off', whole.subarray(0, whole.length / 2)],
      ['a footer longer than the file', changed(-8, [0xff, 0xff, 0xff, 0x7f])],
      ['a footer of nothing', changed(-8, [0, 0, 0, 0])],
      [
        'a footer of noise',
        changed(
          -8 - footer,
          Array.from({ length: 200 }, (_, n) => (n * 37) % 256),
        ),
      ],
      [
        'pages of noise',
        changed(
          4,
          Array.from({ length: 4_000 }, (_, n) => (n * 91) % 256),
        ),
      ],
      ['a magic number alone', Buffer.from('PAR1')],
    ];
    for (const [what, content] of cases) {
      await expect(data.read(content, 'x.parquet'), what).rejects.toMatchObject({
        code: 'unreadable_file',
        message: expect.stringMatching(/Parquet file is damaged/),
      });
    }
    expect((await data.read('a,b\n1,2\n')).profile.rows).toBe(1);
  });
});

describe('what is no table that can be read', () => {
  const zip = (name: string, text = 'x') => Buffer.from(zipSync({ [name]: Buffer.from(text) }, { level: 0 }));
  const ole = (text: string) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(text, 'utf16le')]);

  it.each([
    ['an .xls', ole('Workbook'), /old Excel.*\.xlsx/],
    ['a workbook with a password', ole('EncryptedPackage'), /password/],
    ['an .xlsb', zip('xl/workbook.bin'), /\.xlsb.*\.xlsx/],
    ['an .ods', zip('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'), /OpenDocument.*\.xlsx/],
    ['a .numbers', zip('Index/Document.iwa'), /Numbers.*\.xlsx/],
    ['a ZIP', zip('a.csv'), /ZIP archive.*Unpack/],
    ['an Arrow file', Buffer.from('ARROW1\0\0more'), /Arrow.*Parquet/],
    ['encrypted Parquet', Buffer.from('PARE....PARE'), /encrypted Parquet/],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1, 2]), /zstd.*gzip/],
  ])('is named, with what to do: %s', async (_what, content, message) => {
    await expect(data.read(content)).rejects.toMatchObject({
      code: 'unsupported_file',
      message: expect.stringMatching(message),
    });
  });
});

it('a workbook that is damaged at its beginning is told as that, and not as an archive to unpack', async () => {
  const whole = xlsx({
    A: [
      ['a', 'b'],
      [1, 2],
    ],
  });
  const damaged = Buffer.concat([whole.subarray(0, 4), Buffer.alloc(whole.length - 4, 7)]);
  await expect(data.read(damaged, 'Budget 2025.XLSX')).rejects.toMatchObject({
    code: 'unreadable_file',
    message: expect.stringMatching(/workbook is damaged.*Get it again/),
  });
});

describe('the walls around queries', () => {
  it('stand for every kind of file', async () => {
    const secret = join(tempFolderForAll(), 'secret.json');
    writeFileSync(secret, '[{"password":"hunter2"}]');
    const kinds = [
      JSON.stringify(people),
      `${lines}\n`,
      gzipSync('a,b\n1,2\n'),
      xlsx({
        A: [
          ['a', 'b'],
          [1, 2],
        ],
      }),
    ];
    for (const content of kinds) {
      const { query } = await data.read(content);
      for (const reader of ['read_json', 'read_json_objects', 'read_text', 'read_csv', 'read_parquet'])
        await expect(query(`SELECT * FROM ${reader}('${secret}')`)).rejects.toMatchObject({ code: 'query_refused' });
      await expect(query(`COPY data TO '${secret}' (FORMAT json)`)).rejects.toMatchObject({ code: 'query_refused' });
    }
  });
});
