import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FUNCTIONS, TABLE_FUNCTIONS } from '../../../../src/main/analysis/duckdb/query/functions';
import { Parser } from '../../../../src/main/analysis/duckdb/query/parser';
import { withRowLimit } from '../../../../src/main/analysis/duckdb/query/row-limit';
import { SettingsSeal } from '../../../../src/main/analysis/duckdb/query/settings';
import { AppError } from '../../../../src/preload/contract/result';
import { dataEngine, type ReadFile } from '../../../support/data-engine';
import { sweep } from '../../../support/sweep';
import { tempFolderForAll } from '../../../support/temp-folder';

const data = dataEngine();
let source: ReadFile['source'];
beforeAll(async () => {
  const folder = tempFolderForAll();
  const path = join(folder, 'data.csv');
  writeFileSync(path, 'a,b,d\n1,x,2024-01-05\n2,y,2024-02-05\n3,x,2024-02-06\n');
  const own = join(folder, 'own');
  const { recipe } = await data.engine().read({ path, name: 'data.csv', folder: own });
  source = { table: 'data', path, folder: own, recipe };
});

const ask = async (sql: string) =>
  (await data.engine().query({ sources: [source], sql, maxRows: 1_000, timeoutMs: 20_000 })).table.rows;

async function refusal(sql: string): Promise<AppError> {
  const error: unknown = await ask(sql).then(
    (rows) => new Error(`it answered ${JSON.stringify(rows).slice(0, 200)}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error;
  return error;
}

describe('a query that calls what does more than compute', () => {
  it.each([
    ['enable_logging', `SELECT * FROM enable_logging()`],
    ['enable_logging', `SELECT * FROM enable_logging('QueryLog', storage = 'file', storage_path = '/tmp/assay-logs')`],
    ['disable_logging', 'SELECT * FROM disable_logging()'],
    ['enable_profiling', `SELECT * FROM enable_profiling(save_location = '/tmp/assay-profile.json')`],
    ['truncate_duckdb_logs', 'SELECT * FROM truncate_duckdb_logs()'],
    ['checkpoint', 'SELECT * FROM checkpoint()'],
    ['write_log', `SELECT write_log('x')`],
    ['setseed', 'SELECT setseed(0.5)'],
    ['nextval', `SELECT nextval('s')`],
    ['sleep_ms', 'SELECT sleep_ms(1)'],
    ['pg_sleep', 'SELECT pg_sleep(1)'],
  ])('changes nothing: %s', async (name, sql) => {
    expect(await refusal(sql)).toMatchObject({ code: 'query_refused', message: expect.stringContaining(name) });
  });

  it.each([
    ['glob', `SELECT * FROM glob('TEMP/**')`],
    ['read_blob', `SELECT content FROM read_blob('TEMP/query/*/*/*')`],
    ['read_text', `SELECT * FROM READ_TEXT('x')`],
    ['read_text', `SELECT * FROM system.main."read_text"('x')`],
    ['read_csv', `SELECT * FROM data, LATERAL (SELECT * FROM read_csv('x'))`],
    ['read_parquet', `WITH t AS (SELECT * FROM read_parquet('x')) SELECT * FROM t`],
    ['read_json', `SELECT a FROM data WHERE a IN (SELECT 1 FROM read_json('x'))`],
    ['read_text', `SELECT a FROM data ORDER BY (SELECT content FROM read_text('x'))`],
    ['read_text', `SELECT a FROM data LIMIT (SELECT 1 FROM read_text('x'))`],
    ['read_text', `SELECT list_transform([1], lambda x: (SELECT content FROM read_text('x')))`],
    ['read_text', `SELECT sum(a) OVER (ORDER BY (SELECT content FROM read_text('x'))) FROM data`],
    ['read_text', `SELECT 1 UNION ALL (SELECT 2 FROM read_text('x'))`],
    ['read_text', `PIVOT (SELECT * FROM read_text('x')) ON size IN (1) USING count(*)`],
    ['read_text', `SUMMARIZE SELECT * FROM read_text('x')`],
    ['read_text', `DESCRIBE SELECT * FROM read_text('x')`],
    ['sniff_csv', `FROM sniff_csv('x')`],
    ['parquet_metadata', `FROM parquet_metadata('x')`],
    ['query', `SELECT * FROM query('SELECT * FROM read_text(''x'')')`],
    ['query_table', `SELECT * FROM query_table('data')`],
    ['json_execute_serialized_sql', `SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))`],
    ['histogram', `SELECT * FROM histogram('/etc/passwd', 'a')`],
  ])('reads no file and runs no SQL made of text: %s', async (name, sql) => {
    expect(await refusal(sql)).toMatchObject({ code: 'query_refused', message: expect.stringContaining(name) });
  });

  it.each([
    ['duckdb_settings', 'SELECT * FROM duckdb_settings()'],
    ['duckdb_temporary_files', 'SELECT * FROM duckdb_temporary_files()'],
    ['duckdb_secrets', 'SELECT * FROM duckdb_secrets()'],
    ['duckdb_logs', 'SELECT * FROM duckdb_logs()'],
    ['duckdb_views', 'SELECT sql FROM duckdb_views()'],
    ['pragma_database_size', 'SELECT * FROM pragma_database_size()'],
    ['current_setting', `SELECT current_setting('temp_directory')`],
    ['getvariable', `SELECT getvariable('x')`],
    ['current_query', 'SELECT current_query()'],
    ['duckdb_settings', `SELECT (SELECT count(*) FROM duckdb_settings()) FROM data`],
    ['SHOW', 'SELECT * FROM (SHOW ALL TABLES)'],
  ])('sees nothing of the engine: %s', async (name, sql) => {
    expect(await refusal(sql)).toMatchObject({ code: 'query_refused', message: expect.stringContaining(name) });
  });

  it.each([
    `SELECT * FROM '/etc/passwd'`,
    `SELECT * FROM "data.csv"`,
    'SELECT * FROM sqlite_master',
    'SELECT * FROM duckdb_views',
    'SELECT * FROM information_schema.tables',
    'SELECT * FROM pg_catalog.pg_tables',
    'SELECT * FROM system.main.duckdb_tables',
    'WITH pg_tables AS (SELECT * FROM pg_tables) SELECT * FROM pg_tables',
    'SELECT (WITH duckdb_views AS (SELECT 1) SELECT 1), (SELECT count(*) FROM duckdb_views)',
    'SELECT * FROM other.data',
  ])('has the tables of the thread and no others: %s', async (sql) => {
    expect(await refusal(sql)).toMatchObject({
      code: 'query_failed',
      message: expect.stringMatching(/no table called .* There is: data\./),
    });
  });

  it('is told what can be used instead', async () => {
    expect((await refusal(`FROM read_csv('x.csv')`)).message).toContain('Attach a file');
    expect((await refusal('FROM duckdb_columns()')).message).toContain('DESCRIBE and SUMMARIZE');
    expect((await refusal('SELECT * FROM lower(b)')).message).toContain('SELECT, not in FROM');
  });

  it('learns from DuckDB what a mistyped name could have been', async () => {
    expect(await refusal('SELECT summ(a) FROM data')).toMatchObject({
      code: 'query_failed',
      message: expect.stringContaining('Did you mean'),
    });
  });
});

describe('a query that only computes', () => {
  it.each([
    ['SELECT count(*) FROM range(3)', [[3]]],
    ['SELECT * FROM generate_series(1, 3) t(n) WHERE n > 2', [[3]]],
    ['SELECT unnest([1, 2])', [[1], [2]]],
    ['FROM unnest([1, 2])', [[1], [2]]],
    ['VALUES (1, 2)', [[1, 2]]],
    ['FROM data SELECT sum(a)', [[6]]],
    ['TABLE data LIMIT 0', []],
    ['SELECT count(*) FROM (SUMMARIZE data)', [[3]]],
    ['SELECT column_name FROM (DESCRIBE data) LIMIT 1', [['a']]],
    ['SELECT sum(a) FROM memory.main.data', [[6]]],
    ['SELECT sum(A) FROM DATA', [[6]]],
    ['SELECT b, sum(a) FILTER (a > 1) FROM data GROUP BY ALL HAVING count(*) > 1', [['x', 3]]],
    ['SELECT a FROM data QUALIFY row_number() OVER (PARTITION BY b ORDER BY a DESC) = 1 ORDER BY a', [[2], [3]]],
    ['SELECT lag(a) OVER w FROM data WINDOW w AS (ORDER BY a) LIMIT 1', [[null]]],
    ['WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT max(n) FROM t', [[3]]],
    ['WITH x AS (SELECT a FROM data), y AS (SELECT a FROM x) SELECT sum(y.a) FROM y JOIN x USING (a)', [[6]]],
    ["PIVOT data ON b IN ('x', 'y') USING sum(a) GROUP BY d ORDER BY d LIMIT 1", [['2024-01-05', 1, null]]],
    ['SELECT count(*) FROM (UNPIVOT (SELECT a, a AS c FROM data) ON a, c)', [[6]]],
    ['SELECT list_sum(list_transform([1, 2], lambda x: x + 1))', [[5]]],
    [`SELECT json_extract_string('{"k":"v"}', '$.k')`, [['v']]],
    [`SELECT value FROM json_each('[7]')`, [['7']]],
    [`SELECT strftime(date_trunc('month', d), '%Y-%m') FROM data ORDER BY 1 LIMIT 1`, [['2024-01']]],
    ["SELECT extract(year FROM d) + (d - DATE '2024-01-01') FROM data LIMIT 1", [[2028]]],
    [`SELECT CASE WHEN 'abc' LIKE 'a%' AND 'abc' ~ 'a.c' THEN coalesce(NULL, 'yes') END`, [['yes']]],
    ["SELECT {'k': 1}.k, [1, 2][1], struct_pack(z := 2).z", [[1, 1, 2]]],
    ['SELECT count(*) FROM data TABLESAMPLE 100%', [[3]]],
    ['SELECT count(COLUMNS(*)) FROM data', [[3, 3, 3]]],
    ['SELECT a FROM data EXCEPT SELECT 1 ORDER BY a', [[2], [3]]],
    ['SELECT count(*) FROM data ASOF JOIN (SELECT d AS e FROM data) ON data.d >= e', [[3]]],
    ['SELECT quantile_cont(a, 0.5), approx_count_distinct(a) FROM data', [[2, 3]]],
    ["SELECT try_cast('x' AS INTEGER), typeof(current_date), md5('x') IS NOT NULL", [[null, 'DATE', true]]],
  ])('is answered: %s', async (sql, rows) => {
    expect(await ask(sql)).toEqual(rows);
  });

  it.each(
    sweep(
      [
        ['parentheses', `SELECT ${'('.repeat(30_000)}1${')'.repeat(30_000)}`],
        ['sums', `SELECT 1${'+1'.repeat(40_000)}`],
        ['lists', `SELECT ${'['.repeat(30_000)}1${']'.repeat(30_000)}`],
        ['subqueries', `SELECT ${'(SELECT '.repeat(5_000)}1${')'.repeat(5_000)}`],
        ['tables', `SELECT * FROM ${'(SELECT * FROM '.repeat(4_000)}data${')'.repeat(4_000)}`],
        ['negations', `SELECT ${'NOT '.repeat(20_000)} true`],
        ['unions', `SELECT 1${' UNION ALL SELECT 1'.repeat(4_000)}`],
        [
          'names',
          `WITH ${Array.from({ length: 2_000 }, (_, n) => `t${n} AS (SELECT * FROM ${n === 0 ? 'data' : `t${n - 1}`})`).join()} SELECT count(*) FROM t1999`,
        ],
      ],
      2,
    ),
  )('may be a mountain of %s: the next is answered', async (_what, sql) => {
    await ask(sql).catch((error: unknown) => expect(error).toBeInstanceOf(AppError));
    expect(await ask('SELECT sum(a) FROM data')).toEqual([[6]]);
  });
});

describe('with DuckDB itself', () => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await (await DuckDBInstance.create(':memory:')).connect();
  });
  afterAll(() => connection.closeSync());

  it.each([
    ['SELECT a FROM t ORDER BY a', true],
    ['SELECT a FROM t UNION ALL SELECT b FROM t ORDER BY 1 ; ', true],
    ['WITH x AS (SELECT 1 AS a) FROM x ORDER BY ALL -- all of them', true],
    ['(SELECT a FROM t ORDER BY a)', true],
    ['SELECT a FROM t', false],
    ['SELECT a FROM t ORDER BY a LIMIT 5', false],
    ['SELECT a FROM t ORDER BY a LIMIT 10%', false],
    ['SELECT a FROM t ORDER BY a OFFSET 5', false],
    ['SELECT * FROM (SELECT a FROM t ORDER BY a)', false],
    ['SELECT a FROM t ORDER BY a; -- all of them', false],
  ])('what is sorted is sorted as far as it is shown, where that is sure: %s', async (sql, limited) => {
    const parser = await Parser.of(connection);
    const parse = (text: string) => parser.parse(text);
    const given = await withRowLimit({ sql, json: await parse(sql) }, 7, parse);
    expect(given !== sql).toBe(limited);
    expect(/\nLIMIT 7$/.test(given)).toBe(limited);
  });

  /** Made by the parser, under no name of the catalog. */
  const SYNTAX = [
    '->',
    'coalesce',
    'count_star',
    'current_time',
    'current_timestamp',
    'grouping',
    'grouping_id',
    'if',
    'ifnull',
    'localtime',
    'localtimestamp',
    'try',
  ];

  it('every function that may be called is one it has', async () => {
    const rows = await (
      await connection.run('SELECT DISTINCT lower(function_name) FROM duckdb_functions()')
    ).getRowsJson();
    const known = new Set(rows.map(([name]) => name));
    const unknown = [...FUNCTIONS, ...TABLE_FUNCTIONS].filter((name) => !known.has(name) && !SYNTAX.includes(name));
    expect(unknown).toEqual([]);
  });

  it('none that may be called has side effects, but for chance', async () => {
    const rows = await (
      await connection.run(
        `SELECT DISTINCT function_name FROM duckdb_functions() WHERE stability = 'VOLATILE' OR has_side_effects`,
      )
    ).getRowsJson();
    const volatile = rows.map(([name]) => String(name)).filter((name) => FUNCTIONS.has(name));
    expect(volatile.sort()).toEqual(['error', 'gen_random_uuid', 'random', 'uuid', 'uuidv4', 'uuidv7']);
  });

  it('a setting that a query has changed is seen', async () => {
    const seal = await SettingsSeal.of(connection);
    expect(await seal.holds()).toBe(true);
    await connection.run('SELECT * FROM enable_logging()');
    expect(await seal.holds()).toBe(false);
  });
});
