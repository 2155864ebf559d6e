import { describe, expect, it } from 'vitest';
import type { CodeTable } from '../../../../src/main/code-runner';
import { dataEngine } from '../../../support/data-engine';
import { needs } from '../../../support/needs';
import { PANDAS } from '../../../support/own-python';
import { DENO, logsOf } from '../../../support/python';
import { RUNNERS, type RunnerUnderTest } from '../../../support/python-runners';
import { REAL_PACKAGES, testRealPackages } from '../../../support/real-packages';

const SALES = `day,region,amount,units,paid,at,rate
2024-01-31,North,"1,234.50",3,yes,2024-01-31 10:00:00,0.5
2024-02-29,South,0.10,,no,2024-02-29 23:59:59,1.25
,,,4,,,
1850-05-01,Süd ☂,-99.99,5,yes,1850-05-01 00:00:00,2
`;
/** As a person types them, who sees them in a cell. */
const shown = (code: string): string => `import assay\n${code}`;

describe.each(RUNNERS)('tables in $runner', ({ need, open }) => {
  describe('that Assay has read', needs(...need), () => {
    const { run } = open();
    const { engine, read } = dataEngine();

    async function table(content: string | Buffer, name: string, file: string): Promise<CodeTable> {
      const { profile, source } = await read(content, file);
      const columns = profile.columns.map((column) => ({ name: column.name, type: column.type }));
      return { name, file, rows: profile.rows, columns, at: { path: await engine().exportParquet(source) } };
    }
    const printedBy = async (code: string, tables: CodeTable[], session = 'main') =>
      logsOf(await run(shown(code), { tables, session }));

    it('are rows of Python’s own types where there is no pandas', async () => {
      const sales = await table(SALES, 'sales', 'sales.csv');
      const code = `import sys
sys.modules["pandas"] = None
for row in assay.table("sales"): print(row)`;
      expect(await printedBy(code, [sales], 'rows')).toBe(
        [
          "{'day': datetime.date(2024, 1, 31), 'region': 'North', 'amount': Decimal('1234.50'), 'units': 3, 'paid': True, 'at': datetime.datetime(2024, 1, 31, 10, 0), 'rate': Decimal('0.50')}",
          "{'day': datetime.date(2024, 2, 29), 'region': 'South', 'amount': Decimal('0.10'), 'units': None, 'paid': False, 'at': datetime.datetime(2024, 2, 29, 23, 59, 59), 'rate': Decimal('1.25')}",
          "{'day': None, 'region': None, 'amount': None, 'units': 4, 'paid': None, 'at': None, 'rate': None}",
          "{'day': datetime.date(1850, 5, 1), 'region': 'Süd ☂', 'amount': Decimal('-99.99'), 'units': 5, 'paid': True, 'at': datetime.datetime(1850, 5, 1, 0, 0), 'rate': Decimal('2.00')}",
          '',
        ].join('\n'),
      );
    });

    it('are listed with their files, rows, and the types of their columns', async () => {
      const tables = [await table('a,b\n1,x\n', 'first', 'First.csv'), await table('n\n2\n3\n', 'second', 'b.csv')];
      expect(await printedBy('for each in assay.tables(): print(each)', tables)).toBe(
        "{'name': 'first', 'file': 'First.csv', 'rows': 1, 'columns': {'a': 'integer', 'b': 'text'}}\n" +
          "{'name': 'second', 'file': 'b.csv', 'rows': 2, 'columns': {'n': 'integer'}}\n",
      );
    });

    it('are found by what queries call them, by their file, and however that is written', async () => {
      const tables = [
        await table('n\n1\n', 'my_sales_2024', 'My Sales (2024).csv'),
        await table('n\n2\n', 'same', 'same.csv'),
        await table('n\n3\n', 'same_2', 'same.csv'),
      ];
      const code = `def first(name):
    row = assay.table(name)
    return int(row[0]["n"] if isinstance(row, list) else row["n"].iloc[0])
for name in ["my_sales_2024", "My Sales (2024).csv", "my sales (2024)", "My_Sales__2024", "same", "same_2"]:
    print(first(name))
for name in ["same.csv", "orders"]:
    try: first(name)
    except assay.UnknownTable as error: print(error)`;
      expect(await printedBy(code, tables)).toBe(`1
1
1
1
2
3
Several tables come from same.csv: same, same_2. Use one of these names.
There is no table 'orders'. The tables are: my_sales_2024, same, same_2.
`);
    });

    it('are read by columns, and say which columns they have', async () => {
      const wide = await table('a,b,c\n1,x,2.5\n', 'wide', 'wide.csv');
      const code = `print(list(assay.table("wide", columns=["c", "a"])[0] if isinstance(assay.table("wide"), list) else assay.table("wide", columns=["c", "a"])))
assay.table("wide", columns=["d"])`;
      const result = await run(shown(code), { tables: [wide] });
      expect(logsOf(result)).toContain("['c', 'a']\n");
      expect(result.error).toMatchObject({
        type: 'UnknownTable',
        message: "wide has no column 'd'. Its columns are: a, b, c.",
      });
    });

    it('lie beside the files as Parquet, and are there for later cells that say nothing of them', async () => {
      const sales = await table(SALES, 'sales', 'sales.csv');
      const session = 'later';
      const code =
        'def count(): return len(assay.table("sales"))\nprint(open("/mnt/data/sales.parquet", "rb").read(4))';
      expect(logsOf(await run(shown(code), { tables: [sales], session }))).toBe("b'PAR1'\n");
      const later = await run('count()', { session });
      expect(logsOf(later)).toBe('4\n');
      expect(later.files).toEqual([]);
    });

    it('say why their rows are not at hand', async () => {
      const big: CodeTable = {
        ...{ name: 'big', file: 'big.csv', rows: 5, columns: [] },
        at: { problem: 'too large to be laid ready for code.' },
      };
      const { error } = await run(shown('assay.table("big")'), { tables: [big] });
      expect(error).toMatchObject({ type: 'TableUnavailable', message: 'big: too large to be laid ready for code.' });
    });

    it('hold many rows of every kind as they are', async () => {
      // Both read them by the same code, and this computer's own reads several groups of rows soonest.
      const count = process.env.E2E_REQUIRED ? 130_000 : 13_000;
      const rows = Array.from({ length: count }, (_, n) => {
        const day = new Date(Date.UTC(2000, 0, 1 + (n % 9000))).toISOString().slice(0, 10);
        const gap = (value: unknown, every: number) => (n % every === 0 ? '' : value);
        const clock = `${String(n % 24).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
        return [
          n,
          gap(`group ${n % 50}`, 7),
          gap(`unique ${n}`, 11),
          gap((n / 100).toFixed(2), 13),
          day,
          gap(clock, 17),
        ];
      });
      const many = await table(
        `id,kind,name,money,day,clock\n${rows.map((row) => row.join(',')).join('\n')}\n`,
        'many',
        'm.csv',
      );
      const code = `import sys
sys.modules["pandas"] = None
rows = assay.table("many")
def gap(n, every, value): return None if n % every == 0 else value
import datetime, decimal
wrong = [row for n, row in enumerate(rows) if row != {
    "id": n, "kind": gap(n, 7, f"group {n % 50}"), "name": gap(n, 11, f"unique {n}"),
    "money": gap(n, 13, decimal.Decimal(n).scaleb(-2)),
    "day": datetime.date(2000, 1, 1) + datetime.timedelta(days=n % 9000),
    "clock": gap(n, 17, datetime.time(n % 24, n % 60))}]
print(len(rows), wrong[:2])`;
      expect(await printedBy(code, [many], 'many')).toBe(`${count} []\n`);
    });

    it('that are not there are told apart from files that are', async () => {
      const { error } = await run(shown('open("notes.txt", "w").write("x")\nassay.table("notes")'), {
        session: 'none',
      });
      expect(error?.message).toBe(
        "There is no table 'notes': this conversation has no data of Assay's. Read the files of /mnt/data: notes.txt.",
      );
    });
  });
});

const [, own] = RUNNERS;
describe.each([
  { runner: 'one’s own Python', need: [...(own?.need ?? []), PANDAS], open: () => own?.open() },
  {
    runner: 'Assay’s Python',
    need: [DENO, REAL_PACKAGES],
    open: () => testRealPackages(['numpy', 'pandas'], { callMs: 200_000 }),
  },
])('tables with pandas in $runner', ({ need, open }) => {
  describe('and without pyarrow', needs(...need), () => tablesWithPandas(open));
});

function tablesWithPandas(open: () => Pick<RunnerUnderTest, 'run'> | undefined): void {
  const python = open();
  const { engine, read } = dataEngine();

  async function frame(content: string, code: string): Promise<string> {
    const { profile, source } = await read(content, 't.csv');
    const at = { path: await engine().exportParquet(source) };
    const table: CodeTable = { name: 't', file: 't.csv', rows: profile.rows, columns: profile.columns, at };
    const result = await python?.run(`import assay, pandas as pd\n${code}`, { tables: [table] });
    return result ? logsOf(result) : '';
  }

  it('are frames with the types that Assay found, and nothing where nothing stands', async () => {
    const near = SALES.replaceAll('1850', '1950');
    const code = `df = assay.table("t")
print([str(kind) for kind in df.dtypes])
print(df.isna().sum().tolist(), round(df.amount.sum(), 2), df.units.sum(), df.paid.sum())
print(df.day.max(), df["at"].dt.year.tolist(), df.region.tolist())`;
    expect(await frame(near, code)).toBe(
      [
        "['datetime64[ns]', 'object', 'float64', 'Int64', 'boolean', 'datetime64[ns]', 'float64']",
        '[1, 1, 1, 1, 1, 1, 1] 1134.61 12 2',
        "2024-02-29 00:00:00 [2024.0, 2024.0, nan, 1950.0] ['North', 'South', None, 'Süd ☂']",
        '',
      ].join('\n'),
    );
  });

  it('have plain whole numbers and truths where none is missing, and can be changed', async () => {
    const code = `df = assay.table("t")
df.loc[0, "n"] = 7
print([str(kind) for kind in df.dtypes], df.n.tolist())`;
    expect(await frame('n,ok\n1,yes\n2,no\n3,yes\n', code)).toBe("['int64', 'bool'] [7, 2, 3]\n");
  });

  it('keep dates that are too far for nanoseconds, and decimals exactly where that is asked', async () => {
    const code = `df = assay.table("t", exact=True)
print(df.day.tolist(), df.amount.tolist())`;
    expect(await frame('day,amount\n1066-10-14,0.10\n2024-01-01,12345678901234567890.12\n', code)).toMatch(
      /1066.*10.*14.*\[Decimal\('0\.10'\), Decimal\('12345678901234567890\.12'\)\]/,
    );
  });
}
