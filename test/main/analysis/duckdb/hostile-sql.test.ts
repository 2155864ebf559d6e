import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/preload/contract/result';
import { dataEngine, type ReadFile } from '../../../support/data-engine';
import { tempFolder, tempFolderForAll } from '../../../support/temp-folder';

const data = dataEngine({ own: true });
let source: ReadFile['source'];
let secret = '';

beforeAll(async () => {
  const folder = tempFolderForAll();
  secret = join(folder, 'secret.csv');
  writeFileSync(secret, 'password\nhunter2\n');
  const path = join(folder, 'data.csv');
  writeFileSync(path, 'a,b\n1,x\n2,y\n');
  const own = join(folder, 'own');
  const { recipe } = await data.engine().read({ path, name: 'data.csv', folder: own });
  source = { table: 'data', path, folder: own, recipe };
});

async function run(sql: string, timeoutMs = 20_000) {
  return data.engine().query({ sources: [source], sql, maxRows: 1_000, timeoutMs });
}

async function refusal(sql: string, timeoutMs?: number): Promise<AppError> {
  const error: unknown = await run(sql, timeoutMs).then(
    ({ table }) => new Error(`it answered ${JSON.stringify(table.rows).slice(0, 200)}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error;
  return error;
}

const stillAnswers = async () => expect((await run('SELECT sum(a) FROM data')).table.rows).toEqual([[3]]);

describe('hostile SQL', () => {
  it.each([
    `SELECT * FROM read_text('/etc/passwd')`,
    `SELECT * FROM read_blob('/etc/passwd')`,
    `SELECT * FROM read_csv('/etc/passwd')`,
    `SELECT * FROM read_csv_auto('/etc/*')`,
    `SELECT * FROM read_json('/etc/passwd')`,
    `SELECT * FROM read_parquet('/tmp/*.parquet')`,
    `SELECT * FROM sniff_csv('/etc/passwd')`,
    `SELECT * FROM glob('/etc/*')`,
    `SELECT * FROM '/etc/passwd'`,
    `SELECT * FROM 'SECRET'`,
    `SELECT * FROM read_csv('SECRET')`,
    `SELECT (SELECT content FROM read_text('SECRET'))`,
    `SELECT * FROM data WHERE b IN (SELECT password FROM read_csv('SECRET'))`,
    `SELECT * FROM read_csv('https://example.com/x.csv')`,
    `SELECT * FROM 's3://bucket/x.parquet'`,
    `SELECT * FROM parquet_metadata('/tmp/x.parquet')`,
    `SELECT * FROM duckdb_logs()  , read_text('/proc/self/environ')`,
  ])('reads no other file: %s', async (template) => {
    const error = await refusal(template.replaceAll('SECRET', secret));
    expect(['query_refused', 'query_failed']).toContain(error.code);
    expect(error.message).not.toMatch(/hunter2|root:/);
    await stillAnswers();
  });

  it.each([
    `COPY data TO '/tmp/assay-out.csv'`,
    `COPY (SELECT 1) TO 'SOURCE'`,
    `EXPORT DATABASE '/tmp/assay-export'`,
    `ATTACH '/tmp/assay.db'`,
    `ATTACH ':memory:' AS m`,
    'INSTALL httpfs',
    'LOAD httpfs',
    'SET enable_external_access = true',
    `SET allowed_paths = ['/etc/passwd']`,
    'RESET lock_configuration',
    'PRAGMA enable_external_access=true',
    'PRAGMA database_list',
    `CALL pragma_version()`,
    'CREATE TABLE t (a INT)',
    'CREATE VIEW v AS SELECT 1',
    'CREATE MACRO m() AS 1',
    `CREATE SECRET s (TYPE s3)`,
    'DROP VIEW data',
    'INSERT INTO data VALUES (1)',
    'UPDATE data SET a = 1',
    'DELETE FROM data',
    'ALTER VIEW data RENAME TO other',
    'CHECKPOINT',
    'VACUUM',
    'BEGIN TRANSACTION',
    'EXPLAIN ANALYZE SELECT 1',
    `PREPARE p AS SELECT 1`,
    'USE memory',
    'DETACH memory',
    'SELECT 1; SELECT 2',
    `SELECT 1; COPY data TO '/tmp/assay-out.csv'`,
    '',
    '-- nothing',
    'SELECT $1',
  ])('changes and loads nothing: %s', async (template) => {
    const before = readFileSync(source.path, 'utf8');
    const error = await refusal(template.replaceAll('SOURCE', source.path));
    expect(['query_refused', 'query_failed']).toContain(error.code);
    expect(readFileSync(source.path, 'utf8')).toBe(before);
    expect(existsSync('/tmp/assay-out.csv') || existsSync('/tmp/assay-export') || existsSync('/tmp/assay.db')).toBe(
      false,
    );
    await stillAnswers();
  });

  it('sees no secrets and no environment', async () => {
    const secrets = await run('SELECT * FROM duckdb_secrets()').then(
      ({ table }) => table.rows,
      () => [],
    );
    expect(secrets).toEqual([]);
    expect((await refusal(`SELECT getenv('PATH')`)).code).toMatch(/query_/);
  });

  it('tells no path of this computer when a query is wrong', async () => {
    for (const sql of [
      'SELECT nope FROM data',
      'SELECT * FROM nope',
      `SELECT * FROM read_text('${secret}')`,
      `SELECT a::DATE FROM data`,
    ]) {
      expect((await refusal(sql)).message).not.toContain('/assay-test-');
    }
    expect((await refusal('SELECT amoun FROM data')).message).toContain('Candidate bindings');
  });

  it.each([
    [
      'a join that never ends',
      'SELECT count(*) FROM range(10000000) x, range(10000000) y WHERE (x.range * y.range) % 7 = 3',
    ],
    [
      'a recursion that never ends',
      'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t',
    ],
    ['a list that is too long', 'SELECT len(range(1000000000000000))'],
    ['text that is too long', `SELECT length(repeat('x', 100000000000))`],
    [
      'text that grows',
      `WITH RECURSIVE t(s) AS (SELECT 'xxxxxxxx' UNION ALL SELECT s || s FROM t) SELECT max(length(s)) FROM t`,
    ],
    [
      'a sort of more than fits',
      'SELECT * FROM (SELECT range, hash(range) h, repeat(range::VARCHAR, 50) s FROM range(1000000000)) ORDER BY h',
    ],
  ])('is stopped or contained: %s', async (_what, sql) => {
    const error = await refusal(sql, 1_500);
    expect(['timeout', 'too_large', 'query_failed', 'internal']).toContain(error.code);
    await stillAnswers();
  });

  it('cuts a result at the row limit, and says so', async () => {
    const { table, truncated } = await run('SELECT * FROM range(1000000000)');
    expect([table.rows.length, truncated]).toEqual([1_000, true]);
  });

  it('can be stopped by the analyst, quickly', async () => {
    const stop = new AbortController();
    const asked = data.engine().query(
      {
        sources: [source],
        sql: 'SELECT count(*) FROM range(10000000) x, range(10000000) y WHERE x.range % 7 = y.range % 3',
        maxRows: 10,
        timeoutMs: 60_000,
      },
      stop.signal,
    );
    await stillAnswers();
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    await stillAnswers();
  });

  it('survives that its process is killed in mid-query', async () => {
    const asked = run('SELECT count(*) FROM range(10000000) x, range(10000000) y WHERE x.range % 7 = y.range % 3');
    await stillAnswers();
    const { query } = data.engine().processes;
    // Never without a process of its own: 0 would be everything started with these tests.
    if (query === undefined) throw new Error('no process answers queries');
    process.kill(query, 'SIGKILL');
    await expect(asked).rejects.toMatchObject({ code: 'internal', message: expect.stringContaining('Try again') });
    await stillAnswers();
  });

  it('works on names that look like attacks', async () => {
    const folder = tempFolder();
    const path = join(folder, 'x');
    writeFileSync(path, `"""; DROP TABLE x; --","it's"\n1,2\n3,4\n`);
    const { recipe } = await data.engine().read({ path, name: 'x', folder });
    const table = `"; DROP VIEW data; --`;
    const answer = await data.engine().query({
      sources: [{ table, path, folder, recipe }],
      sql: `SELECT sum("""; DROP TABLE x; --"), sum("it's") FROM """; DROP VIEW data; --"`,
      maxRows: 10,
      timeoutMs: 5_000,
    });
    expect(answer.table.rows).toEqual([[4, 6]]);
    expect(readdirSync(folder).sort()).toEqual(['data.parquet', 'seals.json', 'x']);
  });

  it('answers the same when the columnar copy is gone', async () => {
    const copied = (await run('SELECT * FROM data ORDER BY a')).table;
    expect((await refusal(`SELECT * FROM read_csv('${source.path}')`)).code).toBe('query_refused');
    rmSync(join(source.folder, 'data.parquet'));
    expect((await run('SELECT * FROM data ORDER BY a')).table).toEqual(copied);
  });
});
