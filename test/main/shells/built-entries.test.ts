import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt, root } from '../../../scripts/built.mjs';
import { WorkerChartPainter } from '../../../src/main/analysis/charts';
import { DuckDbEngine } from '../../../src/main/analysis/duckdb';
import { PythonRunner } from '../../../src/main/analysis/python';
import { DocumentReader } from '../../../src/main/engine/retrieval/reader';
import { silentLog } from '../../../src/main/log';
import { forkProcess } from '../../../src/main/processes';
import { appFiles } from '../../../src/main/shells/common/root';
import { bar, table } from '../../support/chart';
import { pdf, xlsx } from '../../support/documents/make';
import { needs, WHOLE } from '../../support/needs';
import { DENO, imagesOf, pythonOptions } from '../../support/python';
import { tempFolder, tempFolderForAll } from '../../support/temp-folder';

const { entries } = appFiles(root);
const CHUNKING = { maxTokens: 800, overlapTokens: 400 };
let folder = '';

beforeAll(async () => {
  await ensureBuilt();
  folder = tempFolderForAll();
}, 120_000);

const book = xlsx({
  Stock: [
    ['fruit', 'boxes'],
    ['Apple', 3],
  ],
});

/** What the app bundles for itself differs from the bundles other tests make: in chunks, and in what is left outside. */
describe('of the built app', () => {
  it('the data process reads a workbook', async () => {
    const engine = new DuckDbEngine({
      fork: forkProcess,
      processPath: entries.dataProcess,
      tempFolder: tempFolder(),
      log: silentLog,
    });
    onTestFinished(() => engine.close());
    const path = join(tempFolder(), 'stock.xlsx');
    writeFileSync(path, book);
    expect((await engine.read({ path, name: 'stock.xlsx', folder: join(folder, 'own') })).profile.rows).toBe(1);
  });

  it('the chart worker draws', async () => {
    const painter = new WorkerChartPainter({ workerPath: entries.chartWorker, log: silentLog });
    onTestFinished(() => painter.close());
    const rows = table(
      [
        ['c', 'text'],
        ['n', 'integer'],
      ],
      [['Apple', 3]],
    );
    expect((await painter.draw({ spec: bar(), table: rows, theme: 'light' })).svg).toContain('<svg');
  });

  it.each([
    ['notes.txt', strToU8('Apples are red.'), 'Apples are red.'],
    ['stock.xlsx', new Uint8Array(book), 'Apple'],
    ['letter.pdf', new Uint8Array(pdf(['Apples are green.'])), 'Apples are green.'],
  ])('the document reader reads %s', async (name, bytes, said) => {
    const reader = new DocumentReader({
      fork: forkProcess,
      entry: entries.documentReader,
      tempFolder: tempFolder(),
      log: silentLog,
    });
    onTestFinished(() => reader.close());
    const digest = await reader.read({
      filename: name,
      size: bytes.length,
      bytes: Readable.from([bytes]),
      chunking: CHUNKING,
    });
    expect(JSON.stringify(digest)).toContain(said);
  });

  it('the Python runner runs', { ...needs(DENO, WHOLE), timeout: 60_000 }, async () => {
    const options = await pythonOptions(folder);
    const built = { runnerPath: entries.pythonRunner, tempFolder: imagesOf('built') };
    const runner = new PythonRunner({ ...options, ...built, limits: { spares: 0 } });
    onTestFinished(() => runner.close());
    await runner.prepare();
    const { outputs } = await runner.run('built', { code: 'print(6 * 7)', files: [] });
    expect(outputs).toEqual([{ type: 'logs', text: '42\n' }]);
  });
});
