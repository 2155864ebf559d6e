import { describe, expect, it } from 'vitest';
import { needs } from '../../../support/needs';
import { PANDAS } from '../../../support/own-python';
import { RUNNERS } from '../../../support/python-runners';

describe.each(RUNNERS)('what a cell shows in $runner', ({ need, open, own }) => {
  describe('as rows', needs(...need), () => {
    const { run } = open();

    it('comes with its types beside its text, whether it is printed or returned', async () => {
      const rows = '[{"name": "West", "share": 0.5, "open": True}, {"name": "East", "share": 1.0, "open": None}]';
      for (const code of [`print(${rows})`, rows]) {
        const { shown, outputs } = await run(code);
        expect(shown).toEqual({
          table: {
            columns: [
              { name: 'name', type: 'text' },
              { name: 'share', type: 'float' },
              { name: 'open', type: 'boolean' },
            ],
            rows: [
              ['West', 0.5, true],
              ['East', 1, null],
            ],
          },
          count: 2,
        });
        expect(outputs).toHaveLength(1);
      }
      expect((await run('1 + 1')).shown).toBeUndefined();
    });
  });

  // One's own Python has the pandas of the system; Assay's has it only where its packages are fetched.
  if (!own) return;
  describe('with pandas', needs(...need, PANDAS), () => {
    const { run } = open();

    it('has the names of rows and the levels of columns as columns', async () => {
      const { shown } = await run(`import pandas as pd
sales = pd.DataFrame({"region": ["West", "East", "West"], "day": pd.to_datetime(["2026-01-31", None, "2026-02-28"]), "amount": [1.5, 2, None]})
print(sales)
sales.groupby("region").amount.agg(["sum", "count"])`);
      expect(shown?.table).toEqual({
        columns: [
          { name: 'region', type: 'text' },
          { name: 'sum', type: 'float' },
          { name: 'count', type: 'integer' },
        ],
        rows: [
          ['East', 2, 1],
          ['West', 1.5, 1],
        ],
      });
      const days = await run('sales');
      expect(days.shown?.table.columns.map(({ type }) => type)).toEqual(['text', 'date', 'float']);
      expect(days.shown?.table.rows[1]).toEqual(['East', null, 2]);
    });

    it('has no more cells than are kept, with the names of its rows among them', async () => {
      const { shown } = await run(`import pandas as pd
pd.DataFrame([[7] * 99] * 4_000, index=[f"row {at}" for at in range(4_000)])`);
      expect(shown?.table.columns).toHaveLength(100);
      expect(shown?.table.rows).toHaveLength(3_000);
      expect(shown?.count).toBe(4_000);
    });
  });
});
