import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { Call, DatasetId, ThreadId } from '../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../support/app';
import { needs, WHOLE } from '../../support/needs';
import { DENO } from '../../support/python';
import { fenced } from '../../support/python-cells';
import { tempFolder } from '../../support/temp-folder';

const SALES = 'region,amount,day\nNorth,"1,000.50",2024-01-31\nSouth,,2024-02-29\n';

async function open(folder = tempFolder(), pythonLimits = {}): Promise<App> {
  const app = await openTestApp(folder, { pythonLimits });
  onTestFinished(() => app.close());
  return app;
}

const callsOf = (app: App, threadId: ThreadId): Call[] =>
  app.services.runs
    .ofThread({ threadId })
    .flatMap((run) => run.steps.flatMap((step) => step.calls))
    .filter((call) => call.type === 'code_interpreter');
const printedBy = (call: Call | undefined): string =>
  (call?.outputs ?? []).map((output) => (output.type === 'logs' ? output.text : '')).join('');

async function run(app: App, code: string, datasetIds: DatasetId[], threadId: ThreadId | null = null) {
  const { thread_id } = await ask(app, fenced(code), { datasetIds, threadId });
  const call = callsOf(app, thread_id as ThreadId).at(-1);
  return { threadId: thread_id as ThreadId, call, printed: printedBy(call) };
}

describe('the data of a thread in its Python', needs(DENO), () => {
  it('is a table with the types that Assay found, and a file, also of data that comes later', async () => {
    const app = await open();
    const sales = await addData(app, 'Sales 2024.csv', SALES);
    const code =
      'import assay\nprint(assay.tables())\nprint(assay.table("Sales 2024.csv"))\nprint(open("Sales 2024.csv").readline())';
    const first = await run(app, code, [sales.id]);
    expect(first.printed).toBe(
      "[{'name': 'sales_2024', 'file': 'Sales 2024.csv', 'rows': 2, 'columns': {'region': 'text', 'amount': 'decimal', 'day': 'date'}}]\n" +
        "[{'region': 'North', 'amount': Decimal('1000.50'), 'day': datetime.date(2024, 1, 31)}, {'region': 'South', 'amount': None, 'day': datetime.date(2024, 2, 29)}]\n" +
        'region,amount,day\n\n',
    );
    const rates = await addData(app, 'rates.csv', 'code,rate\nEUR,1.5\n');
    const second = await run(
      app,
      'import assay\nprint(assay.table("rates"), len(assay.table("sales_2024")))',
      [rates.id],
      first.threadId,
    );
    expect(second.printed).toBe("[{'code': 'EUR', 'rate': Decimal('1.5')}] 2\n");
  });

  it(
    'is written once, and again where what was written is damaged or the file was read again',
    needs(WHOLE),
    async () => {
      const folder = tempFolder();
      const app = await open(folder);
      const sales = await addData(app, 'sales.csv', SALES);
      const own = join(folder, 'datasets', sales.id);
      const { threadId, printed } = await run(app, 'print(1)', [sales.id]);
      expect(printed).toBe('1\n');
      expect(readdirSync(own)).not.toContain('table.parquet');
      const code = 'import assay\nprint(len(assay.table("sales")))';
      expect((await run(app, code, [], threadId)).printed).toBe('2\n');
      expect(readdirSync(own)).toContain('table.parquet');
      rmSync(join(own, 'table.parquet'));
      rmSync(join(own, 'data.parquet'));
      expect((await run(app, code, [], threadId)).printed).toBe('2\n');
      expect(readdirSync(own).filter((name) => name.includes('partial'))).toEqual([]);
    },
  );

  it(
    'is found where it lies when it is too large to be sent or copied, and code is run again on it',
    needs(WHOLE),
    async () => {
      const app = await open(tempFolder(), { linkedFrom: 1_000_000, inputBytes: 2_000_000 });
      // Twice as large as what is sent without being named.
      const line = `${'x'.repeat(99)}\n`;
      const big = await addData(app, 'big.csv', `text\n${line.repeat(1_350_000)}`);
      const code =
        'import os\nwith open("/mnt/data/big.csv") as file:\n    print(next(file), os.path.getsize("big.csv"))';
      const { call, printed, threadId } = await run(app, code, [big.id]);
      expect(printed).toBe('text\n 135000005\n');
      const again = app.services.runs.runCode({ callId: call!.id, code });
      await app.services.runs.local.finished(again.id);
      const local = callsOf(app, threadId).find(({ id }) => id === again.id);
      expect(printedBy(local)).toBe('text\n 135000005\n');
    },
  );
});
