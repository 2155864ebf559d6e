import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodeFile, PythonResult } from '../../../../src/main/analysis/python';
import { EAST_ASIAN_FONT, needs } from '../../../support/needs';
import { BUBBLEWRAP, ownModule, PANDAS, SYSTEM_PYTHON, testOwnPython } from '../../../support/own-python';
import { DENO, logsOf, type TestPython, textFile } from '../../../support/python';
import { NO_FONT, OTHER_SCRIPTS, REAL_CELLS, type RealCell, SALES } from '../../../support/real-cells';
import { REAL_PACKAGES, testRealPackages } from '../../../support/real-packages';
import { SCIENCE_CELLS, SCIENCE_PACKAGES } from '../../../support/science-cells';

/** A folder to look at the pictures in. */
const SHOWN = process.env.ASSAY_SHOW_PICTURES;

const picturesOf = ({ outputs }: PythonResult) =>
  outputs.flatMap((output) => (output.type === 'image' ? [Buffer.from(output.bytes)] : []));
/** Runs a cell, and looks at all that it comes to. */
async function check(run: TestPython['run'], runner: string, cell: RealCell, files: CodeFile[] = []): Promise<void> {
  const { name, code, shows, pictures = 0, files: made = [], error, missing } = cell;
  const result = await run(code, { files });
  expect(result.error?.type, logsOf(result)).toBe(error);
  expect(result.missing?.module).toBe(missing);
  const drawn = picturesOf(result);
  expect(drawn, logsOf(result)).toHaveLength(pictures);
  for (const png of drawn) expect(Math.min(png.readUInt32BE(16), png.readUInt32BE(20))).toBeGreaterThan(100);
  if (SHOWN) for (const [at, png] of drawn.entries()) writeFileSync(join(SHOWN, `${runner} ${name} ${at}.png`), png);
  expect(result.files.map((file) => file.name)).toEqual(made);
  if (typeof shows === 'string') expect(printedBy(result)).toBe(shows);
  else if (shows) expect(printedBy(result)).toMatch(shows);
}

const printedBy = ({ outputs }: PythonResult) =>
  outputs.map((output) => (output.type === 'logs' ? output.text : '')).join('');

describe.each([
  {
    runner: 'Assay’s Python',
    need: [DENO, REAL_PACKAGES],
    open: () => testRealPackages(['numpy', 'pandas', 'matplotlib', 'openpyxl', 'sqlite3'], { callMs: 200_000 }),
  },
  {
    runner: 'one’s own Python',
    need: [BUBBLEWRAP, SYSTEM_PYTHON, PANDAS],
    open: () => testOwnPython({ callMs: 200_000, heapBytes: 1024 ** 3 }),
  },
])('pandas and matplotlib in $runner', ({ runner, need, open }) => {
  describe('cell by cell', needs(...need), () => {
    const { run } = open();
    const files = [textFile('sales.csv', SALES, 'file-sales')];

    it.each(REAL_CELLS)('$name', { timeout: 200_000 }, (cell) => check(run, runner, cell, files));

    it('signs of other scripts are drawn, and none is a box', { timeout: 200_000, ...needs(EAST_ASIAN_FONT) }, () =>
      check(run, runner, OTHER_SCRIPTS),
    );

    it('signs that no font here has are told of, also where nobody is warned', { timeout: 200_000 }, async () => {
      const result = await run(NO_FONT);
      expect(picturesOf(result)).toHaveLength(1);
      expect(result.missingGlyphs).toBe('𐘀𐘁');
      expect((await run('plt.bar(["Köln"], [1]);')).missingGlyphs).toBeUndefined();
    });
  });
});

describe('scipy, scikit-learn and pyarrow in Assay’s Python', needs(DENO, REAL_PACKAGES), () => {
  const { run } = testRealPackages(SCIENCE_PACKAGES, { callMs: 200_000 });
  it.each(SCIENCE_CELLS)('$module: $name', { timeout: 200_000 }, (cell) => check(run, 'science', cell));
});

describe('scipy, scikit-learn and pyarrow in one’s own Python', needs(BUBBLEWRAP, SYSTEM_PYTHON, PANDAS), () => {
  const { run } = testOwnPython({ callMs: 200_000 });
  for (const cell of SCIENCE_CELLS)
    it(`${cell.module}: ${cell.name}`, { timeout: 200_000, ...needs(ownModule(cell.module)) }, () =>
      check(run, 'science', cell),
    );
});
