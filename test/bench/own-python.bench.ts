import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OwnPython, type PythonResult } from '../../src/main/analysis/python';
import { silentLog } from '../../src/main/log';
import { needs } from '../support/needs';
import { BUBBLEWRAP, INTERPRETER, PANDAS, SYSTEM_PYTHON } from '../support/own-python';
import { DENO, logsOf } from '../support/python';
import { REAL_PACKAGES, testRealPackages } from '../support/real-packages';
import { tempFolder } from '../support/temp-folder';

const MB = 1024 * 1024;
const MINUTES = 10 * 60_000;
/** Prints the milliseconds that each of five takes, of a table of ten million rows. */
const GROUPBY = `import time
import numpy as np, pandas as pd
chance = np.random.default_rng(7)
df = pd.DataFrame({"key": chance.integers(0, 1000, 10_000_000), "value": chance.random(10_000_000)})
times = []
for _ in range(5):
    start = time.perf_counter()
    total = df.groupby("key")["value"].sum()
    times.append((time.perf_counter() - start) * 1000)
print(" ".join(f"{ms:.1f}" for ms in times))`;

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const timesIn = (printed: string): number[] => printed.trim().split(' ').map(Number);

function openOwn(): OwnPython {
  const python = new OwnPython({
    tempFolder: tempFolder(),
    log: silentLog,
    limits: { heapBytes: 4 * 1024 * MB, callMs: MINUTES },
  });
  onTestFinished(() => python.close());
  python.choose(INTERPRETER);
  return python;
}
const run = (python: OwnPython, code: string, session: string = randomUUID()): Promise<PythonResult> =>
  python.run(session, { code, files: [] });

describe('one’s own Python', needs(BUBBLEWRAP, SYSTEM_PYTHON, PANDAS), () => {
  it('groups ten million rows, against the same without confinement', { timeout: MINUTES }, async () => {
    const python = openOwn();
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < 3; round += 1) {
      const result = await run(python, GROUPBY);
      expect(result.error, logsOf(result)).toBeNull();
      ours.push(...timesIn(logsOf(result)));
      theirs.push(...timesIn(execFileSync(INTERPRETER, ['-I', '-c', GROUPBY], { encoding: 'utf8' })));
    }
    const [own = 0, open = 0] = [Math.min(...ours), Math.min(...theirs)];
    console.log(
      `Groups of 10 M rows in one’s own Python, confined, against the same unconfined: best ${(own / open).toFixed(2)}×, median ${(median(ours) / median(theirs)).toFixed(2)}× (${own.toFixed(0)} ms against ${open.toFixed(0)} ms; goal ≤ 1.1×)`,
    );
  });

  it('starts, against the interpreter alone', { timeout: MINUTES }, async () => {
    const python = openOwn();
    await run(python, '1');
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < 7; round += 1) {
      const from = performance.now();
      const session = randomUUID();
      await run(python, '6 * 7', session);
      ours.push(performance.now() - from);
      python.end(session);
      const then = performance.now();
      execFileSync(INTERPRETER, ['-I', '-c', 'import asyncio, traceback, logging']);
      theirs.push(performance.now() - then);
    }
    console.log(
      `First result of a new session in one’s own Python: ${median(ours).toFixed(0)} ms (the interpreter alone: ${median(theirs).toFixed(0)} ms)`,
    );
  });

  it('waits with pandas imported, and takes what memory it takes', { timeout: MINUTES }, async () => {
    const python = openOwn();
    const names = Array.from({ length: 3 }, () => randomUUID());
    for (const name of names) await run(python, 'import pandas as pd, matplotlib.pyplot as plt', name);
    await expect.poll(() => python.status().rssBytes, { timeout: 20_000 }).toBeGreaterThan(names.length * 50 * MB);
    console.log(
      `Memory of each of ${names.length} idle sessions of one’s own Python with pandas and matplotlib: ${(python.status().rssBytes / names.length / MB).toFixed(0)} MB`,
    );
  });
});

describe('pandas on WebAssembly', needs(DENO, REAL_PACKAGES), () => {
  const python = testRealPackages(['numpy', 'pandas'], { callMs: MINUTES, spares: 0 });

  it('groups ten million rows', { timeout: MINUTES }, async () => {
    const imported = await python.run('import pandas as pd');
    const result = await python.run(GROUPBY);
    expect(result.error, logsOf(result)).toBeNull();
    console.log(
      `Groups of 10 M rows in Assay’s Python: median ${median(timesIn(logsOf(result))).toFixed(0)} ms; importing pandas took ${(imported.ms / 1000).toFixed(1)} s`,
    );
    await expect.poll(() => python.runner().status().rssBytes, { timeout: 20_000 }).toBeGreaterThan(50 * MB);
    console.log(`Memory of that session: ${(python.runner().status().rssBytes / MB).toFixed(0)} MB`);
  });
});
