import { spawnSync } from 'node:child_process';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DuckDbEngine } from '../../src/main/analysis/duckdb';
import { silentLog } from '../../src/main/log';
import { forkProcess } from '../../src/main/processes';
import { buildEntry } from '../support/build-entry';
import { randomFrom } from '../support/random';
import { tempFolderForAll } from '../support/temp-folder';
import { pairs, tell } from './pairs';

const MB = Number(process.env.BENCH_MB ?? 1_024);
/** Most of its time on a columnar copy is the months: DuckDB takes longer to find one than to read and add the rest. */
const BY_MONTH = (table: string) =>
  `SELECT region, CAST(date_trunc('month', ordered_on) AS DATE) AS month, count(*) AS n, sum(amount) AS total FROM ${table} GROUP BY ALL ORDER BY ALL`;

const BY_PRODUCT = (table: string) =>
  `SELECT region, product, count(*) AS n, sum(amount) AS total FROM ${table} GROUP BY ALL ORDER BY ALL`;

function writeCsv(path: string): void {
  const random = randomFrom(21);
  const file = openSync(path, 'w');
  writeSync(file, 'id,ordered_on,region,product,quantity,amount\n');
  // A block of random lines, written again under new ids: randomness costs more than the disk.
  const tails = Array.from({ length: 20_000 }, () => {
    const at = new Date(Date.UTC(2021, 0, 1) + random.below(1_800) * 86_400_000).toISOString().slice(0, 10);
    return `,${at},${random.pick(['North', 'South', 'East', 'West'])},product ${random.below(400)} of the long catalogue,${1 + random.below(20)},${random.below(90_000)}.${10 + random.below(89)}\n`;
  });
  for (let id = 0, size = 0; size < MB * 1_048_576; ) {
    const first = id;
    size += writeSync(file, tails.map((tail, index) => `${first + index}${tail}`).join(''));
    id += tails.length;
  }
  closeSync(file);
}

/** DuckDB in a process of its own, told the same about the columns as the app found out. */
function duckdbAlone(path: string, aggregate = BY_MONTH): string {
  const script = `
    import { DuckDBInstance } from '@duckdb/node-api';
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
    const reader = await connection.runAndReadAll(${JSON.stringify(
      aggregate(
        `read_csv('${path}', columns = {id: 'BIGINT', ordered_on: 'DATE', region: 'VARCHAR', product: 'VARCHAR', quantity: 'BIGINT', amount: 'DECIMAL(18,2)'})`,
      ),
    )});
    console.log(JSON.stringify(reader.getRowsJson().map((row) => row.map(String))));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', maxBuffer: 1e8 });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout.trim();
}

let folder = '';
let engine: DuckDbEngine;
let processPath = '';
beforeAll(async () => {
  folder = tempFolderForAll();
  processPath = await buildEntry('src/main/analysis/duckdb/process.ts');
  engine = new DuckDbEngine({ fork: forkProcess, processPath, tempFolder: join(folder, 'temp'), log: silentLog });
});
afterAll(() => engine.close());

it('aggregates a large CSV', async () => {
  const path = join(folder, 'large.csv');
  writeCsv(path);
  const own = join(folder, 'own');
  const { recipe, profile } = await engine.read({ path, name: 'large.csv', folder: own }, {});
  console.log(`${(statSync(path).size / 1_048_576).toFixed(0)} MB, ${profile.rows.toLocaleString('en-US')} rows`);
  const source = { table: 'large', path, folder: own, recipe };
  const query = async (on: DuckDbEngine, aggregate = BY_MONTH) =>
    (await on.query({ sources: [source], sql: aggregate('large'), maxRows: 100_000, timeoutMs: 600_000 })).table.rows;
  /** A process and a session of its own each time, as the first question to a file has it. */
  const first = async () => {
    const fresh = new DuckDbEngine({
      fork: forkProcess,
      processPath,
      tempFolder: join(folder, 'fresh'),
      log: silentLog,
    });
    const rows = await query(fresh);
    await fresh.close();
    return rows;
  };
  expect(JSON.stringify((await first()).map((row) => row.map(String)))).toBe(duckdbAlone(path));
  const count = MB >= 512 ? 5 : 9;
  const alone = async () => duckdbAlone(path);
  const readAgain = () => engine.read({ path, name: 'large.csv', folder: join(folder, 'again') }, {});
  tell('Taken in, profiled and stored, against one aggregate by DuckDB', 'none set', await pairs(readAgain, alone, 3));
  tell(
    'First aggregate, process and all, against DuckDB alone on the CSV',
    '≤ 1.15×',
    await pairs(first, alone, count),
  );
  tell('The same again, against DuckDB on the CSV', '≤ 0.1×', await pairs(() => query(engine), alone, count));
  tell(
    'Another on the same data, by region and product, against DuckDB on the CSV',
    '≤ 0.1×',
    await pairs(
      () => query(engine, BY_PRODUCT),
      async () => duckdbAlone(path, BY_PRODUCT),
      count,
    ),
  );
});
