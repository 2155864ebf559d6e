import { describe, expect, it } from 'vitest';
import { dataEngine } from '../../../support/data-engine';

const data = dataEngine();

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
