import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DuckDbEngine } from '../../../../src/main/analysis/duckdb';
import { silentLog } from '../../../../src/main/log';
import { forkProcess } from '../../../../src/main/processes';
import type { Cell, Table } from '../../../../src/preload/contract';
import { buildEntry } from '../../../support/build-entry';
import { dataEngine } from '../../../support/data-engine';
import { needs, PROC, WHOLE } from '../../../support/needs';
import { tempFolder } from '../../../support/temp-folder';

const MB = 1024 * 1024;
/** The most a result may hold, and what the rows of it that stand at the border may add. */
const RESULT = 32 * MB + 2 * MB;

const data = dataEngine();
const run = (sql: string, maxRows = 100_000) => data.engine().query({ sources: [], sql, maxRows, timeoutMs: 60_000 });
const charsIn = (table: Table) =>
  table.rows.flat().reduce((sum: number, cell: Cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0);

describe('a result with long texts', () => {
  it('has them cut, and says which and how long they were', async () => {
    const { table, truncated } = await run(
      `SELECT range AS n, CASE WHEN range = 1 THEN repeat('é', 2000000) ELSE 'short' END AS s FROM range(3)`,
    );
    expect(table.rows.map(([n, text]) => [n, String(text).length])).toEqual([
      [0, 5],
      [1, 10_000],
      [2, 5],
    ]);
    expect(table.cut).toEqual([{ row: 1, column: 1, length: 2_000_000 }]);
    expect(truncated).toBe(false);
  });

  it('keeps every row where the cut texts fit', async () => {
    const { table, truncated } = await run(`SELECT repeat('x', 100000) AS s FROM range(3000)`);
    expect([table.rows.length, table.cut?.length, truncated]).toEqual([3_000, 3_000, false]);
    expect(charsIn(table)).toBeLessThan(RESULT);
  });

  it('ends where it is too large, and says that there is more', async () => {
    const { table, truncated } = await run(`SELECT repeat('x', 5000) AS s FROM range(100000)`);
    expect(truncated).toBe(true);
    expect(charsIn(table)).toBeGreaterThan(16 * MB);
    expect(charsIn(table)).toBeLessThan(RESULT);
  });

  it('never cuts in the middle of a character', async () => {
    const { table } = await run(`SELECT 'x' || repeat('😀', 10000) AS s`);
    expect(String(table.rows[0]?.[0])).toMatch(/^x(?:😀)+$/u);
    expect(table.cut).toEqual([{ row: 0, column: 0, length: 20_001 }]);
  });

  it('has bytes cut before they are written out', async () => {
    const { table } = await run(`SELECT encode(repeat('x', 3000000)) AS b`);
    expect(String(table.rows[0]?.[0]).length).toBeLessThanOrEqual(10_000);
    expect(table.cut).toEqual([{ row: 0, column: 0, length: 3_000_000 }]);
  });

  it('takes no more memory than it may, and the next is answered', needs(PROC, WHOLE), async () => {
    const engine = new DuckDbEngine({
      fork: forkProcess,
      processPath: await buildEntry('src/main/analysis/duckdb/process.ts'),
      tempFolder: tempFolder(),
      memoryMb: 128,
      log: silentLog,
    });
    onTestFinished(() => engine.close());
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, memoryOf(engine.processes.query));
    }, 5);
    onTestFinished(() => clearInterval(watch));
    const ask = (sql: string) => engine.query({ sources: [], sql, maxRows: 100_000, timeoutMs: 60_000 });
    await expect(ask(`SELECT repeat('x', 1000000) AS s FROM range(3000)`)).rejects.toMatchObject({
      code: 'too_large',
    });
    expect((await ask('SELECT 1')).table.rows).toEqual([[1]]);
    expect(most).toBeGreaterThan(100 * MB);
    expect(most).toBeLessThan(1024 * MB);
  });
});

function memoryOf(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // It has just ended.
    return 0;
  }
}

describe('a wide result', () => {
  const columns = (count: number, value: string) =>
    Array.from({ length: count }, (_, n) => `${value} AS c${n}`).join(', ');

  it('ends where it is too large, whatever the number of its rows', needs(WHOLE), async () => {
    const { table, truncated } = await run(`SELECT ${columns(2_000, 'range')} FROM range(100000)`);
    expect(truncated).toBe(true);
    expect(table.rows.length * 2_000 * 16).toBeLessThan(RESULT);
    expect(table.rows.at(-1)?.length).toBe(2_000);
  });

  it('with more columns than anybody looks at is refused', async () => {
    await expect(run(`SELECT ${columns(5_001, '1')}`)).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('Select fewer'),
    });
  });

  it('has a name of its own for every column', async () => {
    const { table } = await run(
      'SELECT 1 AS a, 2 AS a, 3 AS "a:1", 4 AS constructor, 5 AS constructor, 6 AS "__proto__", 7 AS "__proto__"',
    );
    expect(table.columns.map(({ name }) => name)).toEqual([
      'a',
      'a:1',
      'a:1:1',
      'constructor',
      'constructor:1',
      '__proto__',
      '__proto__:1',
    ]);
  });
});

describe('a result with lists', () => {
  it('shows them as text', async () => {
    const { table } = await run(
      `SELECT [1, NULL] AS l, {'k': [3], 'm': NULL} AS s, MAP {'x': 4} AS m, [DATE '2024-01-05'] AS d, [[]] AS e, NULL::INTEGER[] AS n`,
    );
    expect(table.rows).toEqual([
      ['[1,null]', '{"k":[3],"m":null}', '[{"key":"x","value":4}]', '["2024-01-05"]', '[[]]', null],
    ]);
  });

  it('shows records whose fields have names that mean something in JavaScript', async () => {
    const { table } = await run(
      `SELECT {'__proto__': 1, 'constructor': 2, 'toString': [{'__proto__': 3}]} AS s, NULL::STRUCT("__proto__" INTEGER) AS n`,
    );
    expect(table.rows).toEqual([['{"__proto__":1,"constructor":2,"toString":[{"__proto__":3}]}', null]]);
  });

  it.each([
    ['a list', 'SELECT list(range) FROM range(2000000)'],
    ['a list of lists', 'SELECT list([range, range]) FROM range(90000)'],
    ['a map', 'SELECT histogram(range) FROM range(200000)'],
    ['a record', `SELECT {'k': list(range)} FROM range(2000000)`],
  ])('refuses %s that is too long, and says what to do', async (_what, sql) => {
    await expect(run(sql)).rejects.toMatchObject({ code: 'too_large', message: expect.stringContaining('unnest') });
    expect((await run('SELECT 1')).table.rows).toEqual([[1]]);
  });
});
