import { mkdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { DuckDbEngine } from '../../src/main/analysis/duckdb';
import { silentLog } from '../../src/main/log';
import { forkProcess } from '../../src/main/processes';
import type { Cell } from '../../src/preload/contract';
import { buildEntry } from '../support/build-entry';
import { needs } from '../support/needs';
import { MOUNTS, smallDisk } from '../support/small-disk';
import { tempFolderForAll } from '../support/temp-folder';

/**
 * Questions to a file whose every row is a group of its own, far larger than the memory: sorted, grouped, two at once,
 * and on a disk that fills meanwhile. SPILL_MB sets its size (4096); the disk needs about three times that.
 */
const SIZE = Number(process.env.SPILL_MB ?? 4_096) * 1_048_576;
const GROUPED =
  'SELECT customer, sum(amount) AS total FROM keys GROUP BY customer ORDER BY total DESC, customer LIMIT 5';
const SORTED = 'SELECT * FROM keys ORDER BY customer DESC';
/** Sorted as far as to the last row, whatever is shown of it. */
const SORTED_WHOLE = `FROM (${SORTED})`;
/** As many as the app keeps. */
const ROWS = 100_000;
const LIMIT_MB = 1_000;
/** Too small for what any of the questions spills. */
const DISK_MB = SIZE / 1_048_576 / 8;
const HOUR = 3_600_000;
/** Of one line, on average. */
const LINE_BYTES = 50;

let folder = '';
let processPath = '';
let lines = 0;
let recipe: unknown;
const csv = () => join(folder, 'keys.csv');

/** Keys in no order, none of them twice. */
async function writeKeys(path: string): Promise<number> {
  const count = Math.ceil(SIZE / LINE_BYTES);
  const keys = `
    SELECT format('customer {:08x} {}', n * 2654435769 % 4294967296, n) AS customer,
      CAST(hash(n) % 10000000 AS DECIMAL(18, 2)) / 100 AS amount, 'note ' || hash(n, 1) % 1000000000 AS note
    FROM range(${count}) r(n)`;
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB' });
  const connection = await instance.connect();
  await connection.run(`COPY (${keys}) TO '${path}' (FORMAT csv)`);
  connection.closeSync();
  instance.closeSync();
  return count;
}

function engineIn(tempFolder: string): DuckDbEngine {
  return new DuckDbEngine({ fork: forkProcess, processPath, tempFolder, log: silentLog });
}

const ask = async (engine: DuckDbEngine, sql: string): Promise<Cell[][]> => {
  const sources = [{ table: 'keys', path: csv(), folder: join(folder, 'own'), recipe }];
  return (await engine.query({ sources, sql, maxRows: ROWS, timeoutMs: HOUR })).table.rows;
};

/** Megabytes. */
function usedOf(disk: string): number {
  const { blocks, bavail, bsize } = statfsSync(disk);
  return ((blocks - bavail) * bsize) / 1_048_576;
}

/** Resident megabytes of both processes, and zero where that cannot be told. */
function memoryOf(engine: DuckDbEngine): number {
  return Object.values(engine.processes).reduce((sum: number, pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return sum + Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);
}

async function measured<T>(what: string, engine: DuckDbEngine, work: () => Promise<T>): Promise<T> {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(engine));
  }, 20);
  const began = performance.now();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(0)} s, ${most.toFixed(0)} MB at most`);
    expect(most).toBeLessThan(LIMIT_MB);
  }
}

beforeAll(async () => {
  folder = tempFolderForAll();
  processPath = await buildEntry('src/main/analysis/duckdb/process.ts');
  lines = await writeKeys(csv());
  console.log(`${(statSync(csv()).size / 1_048_576).toFixed(0)} MB, ${lines.toLocaleString('en-US')} keys`);
});
afterAll(() => rmSync(csv(), { force: true }));

it('is read, sorted, grouped, and asked twice at once within a gigabyte of memory', async () => {
  const engine = engineIn(join(folder, 'temp'));
  onTestFinished(() => engine.close());
  const read = () => engine.read({ path: csv(), name: 'keys.csv', folder: join(folder, 'own') });
  const outcome = await measured('Read and profiled', engine, read);
  expect(outcome.profile.rows).toBe(lines);
  recipe = outcome.recipe;
  const { query } = engine.processes;
  const grouped = await measured('Grouped', engine, () => ask(engine, GROUPED));
  const sorted = await measured('Sorted', engine, () => ask(engine, SORTED));
  expect(sorted).toHaveLength(ROWS);
  const both = await measured('Sorted and grouped at once', engine, () =>
    Promise.all([ask(engine, SORTED), ask(engine, GROUPED)]),
  );
  expect(both).toEqual([sorted, grouped]);
  const twice = await measured('Grouped twice at once', engine, () =>
    Promise.all([ask(engine, GROUPED), ask(engine, GROUPED)]),
  );
  expect(twice).toEqual([grouped, grouped]);
  if (query !== undefined) expect(engine.processes.query).toBe(query);
});

it('on a disk that fills meanwhile says so, and the next is answered', needs(MOUNTS), async () => {
  for (const [what, sql] of [
    ['Sorted', SORTED_WHOLE],
    ['Grouped', GROUPED],
  ] as const) {
    const disk = smallDisk(DISK_MB);
    mkdirSync(join(disk.folder, 'temp'));
    const engine = engineIn(join(disk.folder, 'temp'));
    onTestFinished(() => engine.close());
    const ended = measured(`${what} on a disk that fills`, engine, () =>
      Promise.allSettled([ask(engine, sql), ask(engine, sql)]),
    );
    await expect.poll(() => usedOf(disk.folder), { interval: 20, timeout: HOUR }).toBeGreaterThan(DISK_MB / 8);
    try {
      disk.fill();
    } catch {
      // The queries took some of the room meanwhile: the disk is full all the same.
    }
    expect((await ended).map((end) => end.status === 'rejected' && end.reason.code)).toEqual(['no_space', 'no_space']);
    disk.free();
    expect(await ask(engine, 'SELECT count(*) FROM keys')).toEqual([[lines]]);
  }
});
