import { describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';

const data = dataEngine({ own: true });

describe('a data engine that expects a query', () => {
  it('has its process started, and asks that one', async () => {
    expect(data.engine().processes.query).toBeUndefined();
    data.engine().warm();
    const { query } = data.engine().processes;
    expect(query).toBeGreaterThan(0);
    data.engine().warm();
    const file = await data.read('a\n1\n2\n');
    expect(await file.query('SELECT sum(a) FROM data')).toEqual([[3]]);
    expect(data.engine().processes.query).toBe(query);
  });
});

describe('a data engine that is closed', () => {
  it('starts nothing again, whatever was being stopped', async () => {
    const { source } = await data.read('a\n1\n2\n');
    const sql = 'SELECT sum(one.range + other.range) FROM range(10000000) AS one, range(10000000) AS other';
    const stop = new AbortController();
    const ask = (signal?: AbortSignal) =>
      data.engine().query({ sources: [source], sql, maxRows: 1, timeoutMs: 30_000 }, signal);
    const both = Promise.allSettled([ask(stop.signal), ask()]);
    stop.abort();
    await data.engine().close();
    expect(await both).toMatchObject([
      { status: 'rejected', reason: { code: 'cancelled' } },
      { status: 'rejected', reason: { code: 'internal' } },
    ]);
    await expect(ask()).rejects.toMatchObject({ code: 'unavailable' });
    expect(data.engine().processes).toEqual({ intake: undefined, query: undefined });
  });
});
