import { describe, expect, it, test } from 'vitest';
import { type Lane, Lanes, type Wanted } from '../../../../src/main/analysis/duckdb/lanes';
import { OutOfMemory, queryError } from '../../../../src/main/analysis/duckdb/query/errors';
import { SessionPool } from '../../../../src/main/analysis/duckdb/query/pool';
import { QueryScheduler } from '../../../../src/main/analysis/duckdb/query/scheduler';

const limits = { memoryMb: 1, threads: 1, temp: 'none' };
const { signal } = new AbortController();

test('a session is used again, until it is spent', async () => {
  let opened = 0;
  const closed: number[] = [];
  const pool = new SessionPool(async () => {
    opened += 1;
    const number = opened;
    return {
      number,
      spent: false as boolean,
      interrupt: () => undefined,
      close: () => void closed.push(number),
    };
  });
  const use = (spent: boolean) =>
    pool.use([], limits, {
      signal,
      work: async (session) => {
        session.spent = spent;
        return session.number;
      },
    });
  expect([await use(false), await use(true), await use(false)]).toEqual([1, 1, 2]);
  expect(closed).toEqual([1]);
});

test.each([
  ['IO Error: Could not write file "/tmp/spill/duckdb_temp_0.tmp": No space left on device', 'no_space'],
  ['Out of Memory Error: could not allocate block of size 256.0 KiB', 'too_large'],
  ['INTERRUPT Error: Interrupted!', 'cancelled'],
  ['Binder Error: Referenced column "disk full" not found in FROM clause!', 'query_failed'],
  ['Binder Error: Referenced column "Out of Memory Error" not found in FROM clause!', 'query_failed'],
  ['Binder Error: Referenced column "interrupted" not found in FROM clause!', 'query_failed'],
  ['Binder Error: aggregates are not allowed in a WHERE clause', 'query_failed'],
])('%j is told as %s', (text, code) => {
  const context = { tables: new Map(), spill: { megabytes: 1, byDisk: false } };
  expect(queryError(new Error(text), context)).toMatchObject({ code });
});

test('a query that runs out of memory is asked again with more, and at last with all of it for one thread', async () => {
  const asked: unknown[] = [];
  const pool = new SessionPool(async (_, { memoryMb, threads }) => {
    asked.push([memoryMb, threads]);
    return { spent: true, interrupt: () => undefined, close: () => undefined };
  });
  const scheduler = new QueryScheduler({ pool, memoryMb: 512, cores: 8, temp: 'none' });
  const job = { sources: [], alone: false, signal, started: () => undefined };
  const work = async () => {
    throw new OutOfMemory();
  };
  await expect(scheduler.run({ ...job, work })).rejects.toThrow(OutOfMemory);
  expect(asked.splice(0)).toEqual([
    [384, 3],
    [512, 2],
    [512, 1],
  ]);
  await expect(scheduler.run({ ...job, alone: true, work })).rejects.toThrow(OutOfMemory);
  expect(asked).toEqual([[512, 1]]);
});

describe('queries at the same time', () => {
  const lanes = () => {
    const all = new Lanes();
    const running: string[] = [];
    const take = async (name: string, wants: Wanted): Promise<Lane> => {
      const lane = await all.take(wants, signal);
      running.push(name);
      return lane;
    };
    return { all, take, running };
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('are two, and others begin in the order they were asked', async () => {
    const { take, running } = lanes();
    const [first, second] = await Promise.all([take('first', 'any'), take('second', 'any')]);
    expect([first.name, second.name]).toEqual(['main', 'side']);
    void take('third', 'any');
    void take('fourth', 'any');
    second.release();
    await settled();
    expect(running).toEqual(['first', 'second', 'third']);
    first.release();
    await settled();
    expect(running).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('let a small one pass one that waits for more memory', async () => {
    const { take, running } = lanes();
    await take('long', 'any');
    void take('needs more', 'main');
    await take('small', 'any');
    expect(running).toEqual(['long', 'small']);
  });

  it('let none pass one that waits for all of the memory', async () => {
    const { take, running } = lanes();
    const long = await take('long', 'any');
    const all = take('needs all', 'both');
    void take('small', 'any');
    await settled();
    expect(running).toEqual(['long']);
    long.release();
    (await all).release();
    await settled();
    expect(running).toEqual(['long', 'needs all', 'small']);
  });

  it('can be given up while they wait', async () => {
    const { all, take, running } = lanes();
    await take('long', 'any');
    const stop = new AbortController();
    const waiting = all.take('both', stop.signal);
    void take('small', 'any');
    stop.abort();
    await expect(waiting).rejects.toThrow();
    await settled();
    expect(running).toEqual(['long', 'small']);
  });
});
