import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DuckDbEngine } from '../../../../src/main/analysis/duckdb';
import { queryError } from '../../../../src/main/analysis/duckdb/query/errors';
import { silentLog } from '../../../../src/main/log';
import { forkProcess } from '../../../../src/main/processes';
import { buildEntry } from '../../../support/build-entry';
import { needs, WHOLE } from '../../../support/needs';
import { MOUNTS, smallDisk } from '../../../support/small-disk';
import { tempFolder } from '../../../support/temp-folder';

/** Each row is a group of its own, together far more than the memory. */
const groups = (count: number) =>
  `SELECT count(*), sum(n) FROM (SELECT repeat('x', 60) || range AS s, max(range) AS n FROM range(${count}) GROUP BY s)`;
const SORTED = `SELECT repeat('x', 60) || range AS s FROM range(1500000) ORDER BY s DESC`;
const answerTo = (count: number) => [[count, (count * (count - 1)) / 2]];

/** With less, two that need much take turns. */
const TWO_AT_ONCE_MB = 128;

async function engineIn(folder: string, memoryMb = 64): Promise<DuckDbEngine> {
  const engine = new DuckDbEngine({
    fork: forkProcess,
    processPath: await buildEntry('src/main/analysis/duckdb/process.ts'),
    tempFolder: folder,
    memoryMb,
    log: silentLog,
  });
  onTestFinished(() => engine.close());
  return engine;
}

const ask = async (engine: DuckDbEngine, sql: string, timeoutMs = 60_000) =>
  (await engine.query({ sources: [], sql, maxRows: 10, timeoutMs })).table.rows;

/** All that lies below a folder. */
const below = (folder: string) => (existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : []);
const spilled = (folder: string) => below(folder).filter((path) => path.endsWith('.tmp'));

describe('queries that spill to the disk', () => {
  it('answer when two are asked at once, and leave nothing behind', needs(WHOLE), async () => {
    const folder = tempFolder();
    const engine = await engineIn(folder, TWO_AT_ONCE_MB);
    const [one, other] = [999_999, 1_999_999];
    const answers = await Promise.all([ask(engine, groups(one)), ask(engine, groups(other)), ask(engine, 'SELECT 1')]);
    expect(answers).toEqual([answerTo(one), answerTo(other), [[1]]]);
    await engine.close();
    expect(spilled(folder)).toEqual([]);
  });

  it('spill into folders of their own, which outlast the end of the other', async () => {
    const folder = tempFolder();
    const engine = await engineIn(folder, TWO_AT_ONCE_MB);
    const long = ask(engine, groups(1_999_999));
    const stop = new AbortController();
    const other = engine.query({ sources: [], sql: groups(3_000_000), maxRows: 1, timeoutMs: 60_000 }, stop.signal);
    const folders = () => new Set(spilled(folder).map((path) => path.slice(0, path.lastIndexOf('spill-') + 8)));
    await expect.poll(() => folders().size, { interval: 5 }).toBe(2);
    stop.abort();
    await expect(other).rejects.toMatchObject({ code: 'cancelled' });
    expect(await long).toEqual(answerTo(1_999_999));
  });

  it('leave nothing on the disk while their session waits for the next, also where more rows were there', async () => {
    const folder = tempFolder();
    const engine = await engineIn(folder);
    const asked = ask(engine, `FROM (${SORTED})`);
    await expect.poll(() => spilled(folder).length, { interval: 5, timeout: 20_000 }).toBeGreaterThan(0);
    expect((await asked)[0]).toEqual([`${'x'.repeat(60)}999999`]);
    await expect.poll(() => spilled(folder)).toEqual([]);
    expect(await ask(engine, 'SELECT 1')).toEqual([[1]]);
  });

  it('leave nothing on the disk when their process is killed', async () => {
    const folder = tempFolder();
    const engine = await engineIn(folder);
    const asked = ask(engine, groups(2_500_000));
    await expect.poll(() => spilled(folder).length, { interval: 5 }).toBeGreaterThan(0);
    const { query } = engine.processes;
    if (query === undefined) throw new Error('no process answers queries');
    process.kill(query, 'SIGKILL');
    await expect(asked).rejects.toMatchObject({ code: 'internal' });
    await expect.poll(() => spilled(folder)).toEqual([]);
    expect(await ask(engine, 'SELECT 1')).toEqual([[1]]);
  });

  it('find nothing of what an app that was killed had spilled', async () => {
    const folder = tempFolder();
    const left = join(folder, 'query', 'an earlier start', 'spill-1');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'duckdb_temp_storage_DEFAULT-0.tmp'), 'rows');
    await engineIn(folder);
    await expect.poll(() => spilled(folder)).toEqual([]);
  });
});

describe('a query that has no more room', () => {
  it('says how much it may put on the disk, and what to do', () => {
    const error = new Error(
      "Out of Memory Error: failed to offload data block of size 256.0 KiB\nThis limit was set by the 'max_temp_directory_size' setting.",
    );
    const context = { tables: new Map(), spill: { megabytes: 20_000, byDisk: false } };
    expect(queryError(error, context)).toMatchObject({
      code: 'too_large',
      message: expect.stringMatching(/20 GB on the disk.*filter the data/),
    });
  });

  it('because the disk is small says so, and the next is answered', needs(MOUNTS), async () => {
    const { folder } = smallDisk(20);
    const engine = await engineIn(folder);
    await expect(ask(engine, groups(2_500_000))).rejects.toMatchObject({
      code: 'no_space',
      message: expect.stringContaining('Free some space'),
    });
    expect(await ask(engine, 'SELECT 1')).toEqual([[1]]);
  });

  it('is answered where few of its sorted rows are shown', needs(MOUNTS), async () => {
    const { folder } = smallDisk(20);
    const engine = await engineIn(folder);
    await expect(ask(engine, `FROM (${SORTED})`)).rejects.toMatchObject({ code: 'no_space' });
    const { table, truncated } = await engine.query({ sources: [], sql: SORTED, maxRows: 10, timeoutMs: 60_000 });
    expect(table.rows).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((last) => [`${'x'.repeat(60)}99999${last}`]));
    expect(truncated).toBe(true);
  });

  it('because the disk fills meanwhile says so, and the next is answered', needs(MOUNTS), async () => {
    const disk = smallDisk(100);
    const engine = await engineIn(disk.folder);
    const asked = ask(engine, groups(5_000_000));
    const ended = asked.catch((error: unknown) => error);
    await expect.poll(() => spilled(disk.folder).length, { interval: 2 }).toBeGreaterThan(0);
    try {
      disk.fill();
    } catch {
      // The query took some of the room meanwhile: the disk is full all the same.
    }
    expect(await ended).toMatchObject({ code: 'no_space' });
    expect(await ask(engine, 'SELECT 1')).toEqual([[1]]);
    disk.free();
    expect(await ask(engine, groups(999_999))).toEqual(answerTo(999_999));
  });
});

describe('a query that makes more text than there is memory', () => {
  it('is given up with what to do, and the one beside it is answered', async () => {
    const engine = await engineIn(tempFolder());
    const texts = ask(engine, `SELECT max(repeat('x', 2000000) || range) FROM range(100000)`);
    const beside = ask(engine, groups(999_999));
    await expect(texts).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('more memory than there is'),
    });
    expect(await beside).toEqual(answerTo(999_999));
  });
});
