import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addData, ask, openTestApp } from '../support/app';
import { keepingSaves } from '../support/exports';
import { NotebookShape } from '../support/nbformat';
import { type Need, needs } from '../support/needs';
import { tempFolder } from '../support/temp-folder';

/** What runs notebooks, with DuckDB, as an analyst has it. Fetched once, where that is possible. */
const environment = join(process.cwd(), 'node_modules', '.cache', 'assay-notebook');
const PACKAGES = ['nbformat==5.11.1', 'nbclient', 'ipykernel', 'duckdb'];
const python = (...args: string[]) =>
  spawnSync('python3', args, {
    env: { ...process.env, PYTHONPATH: environment, PYTHONNOUSERSITE: '1' },
    encoding: 'utf8',
    timeout: 240_000,
  });

function hasPackages(): boolean {
  const check = () => python('-c', 'import nbformat, nbclient, ipykernel, duckdb').status === 0;
  if (check()) return true;
  python('-m', 'pip', 'install', '-q', '--retries', '0', '--timeout', '5', '--target', environment, ...PACKAGES);
  return check();
}

const NBCLIENT: Need = { name: 'nbclient', missing: hasPackages() ? null : 'python3 with pip and a network fetch it' };

const RUN = `
import json, sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
nbformat.validate(notebook)
for cell in notebook.cells:
    if cell.cell_type == "code": cell.outputs = []
NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": sys.argv[2]}}).execute()
print(json.dumps([[output.get("data", {}).get("text/plain", output.get("text", "")) for output in cell.outputs]
                  for cell in notebook.cells if cell.cell_type == "code"]))
`;

/** Files as they come: with commas for points, days of other countries, blanks, a sheet's own separators. */
const FILES: [name: string, content: string, question: string, shown: RegExp][] = [
  ['sales.csv', 'region,amount\nWest,12.50\nEast,7.25\nWest,3.10\n', 'total amount by region', /West[^\n]*15\.60/],
  [
    'umsatz märz.csv',
    'Region;Betrag;Datum\nNord;1.234,50;31.01.2025\nSüd;7,25;01.02.2025\nNord;0,50;28.02.2025\n',
    'total Betrag by Region',
    /Nord[^\n]*1235\.00/,
  ],
  ["it's odd.tsv", 'id\tname\tamount\n1\tA "b" c\t5\n2\t\t6\n', 'total amount', /11/],
];

describe('a thread as a notebook', needs(NBCLIENT), () => {
  it.each(FILES)('finds the rows of %s with DuckDB and computes the same', async (name, content, question, shown) => {
    const kept = keepingSaves();
    const app = await openTestApp(tempFolder(), { save: kept.save });
    onTestFinished(() => app.close());
    const { id } = await addData(app, name, content);
    const { thread_id } = await ask(app, question, { datasetIds: [id] });
    await app.dispatch('exports.thread', { threadId: thread_id, format: 'notebook' });
    const made = NotebookShape.parse(JSON.parse(kept.saved[0]!.bytes.toString()));
    expect(made.cells.filter(({ cell_type }) => cell_type === 'code').length).toBeGreaterThan(1);

    const beside = tempFolder();
    mkdirSync(join(beside, 'data'));
    writeFileSync(join(beside, 'data', name), content);
    const path = join(beside, 'thread.ipynb');
    writeFileSync(path, kept.saved[0]!.bytes);
    const run = python('-c', RUN, path, beside);
    expect(run.stderr).not.toMatch(/Error/);
    const outputs: string[][] = JSON.parse(run.stdout);
    expect(outputs.flat().join('\n')).toMatch(shown);
  });
});
