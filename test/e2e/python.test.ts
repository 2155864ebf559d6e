import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/built.mjs';
import { CHROMIUM, expectAccessible } from '../support/chromium';
import { writeOver } from '../support/editor';
import { NotebookShape } from '../support/nbformat';
import { type Need, needs } from '../support/needs';
import { DENO } from '../support/python';
import { EVERYTHING, fenced } from '../support/python-cells';
import { type OpenApp, shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const shells = shellsForFile();
const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);

/** On a folder of its own Python starts without a memory image, which takes long on a busy machine. */
const PYTHON_STARTS_MS = 60_000;

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('Your question').fill(question);
  await page.keyboard.press('Enter');
  await page
    .getByRole('button', { name: 'Copy answer' })
    .last()
    .waitFor({ state: 'attached', timeout: PYTHON_STARTS_MS });
}

const answerOf = (page: Page) => page.getByRole('article', { name: 'Answer' }).last();
const stepsOf = (page: Page) => page.getByRole('list', { name: 'Steps' });

/** A picture that has really been decoded. */
async function expectPicture(page: Page, name: string): Promise<void> {
  const picture = page.getByRole('img', { name }).first();
  await picture.waitFor();
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBe(48);
}

async function saveNotebook(app: OpenApp, page: Page): Promise<string> {
  await page.keyboard.press('Control+k');
  await page.locator('[aria-label="Search threads, or type a command"]:focus').waitFor();
  await page.keyboard.type('export this');
  await page.getByRole('dialog').getByText('Export this thread…').click();
  const exporting = page.getByRole('dialog', { name: /^Export “/ });
  await exporting.getByRole('radio', { name: 'Jupyter notebook' }).check();
  const saved = await app.saved(page, () => exporting.getByRole('button', { name: 'Export' }).click());
  expect(saved.name).toBe('Draw it.ipynb');
  return saved.path;
}

describe.each(shells)('Python in the window $name', needs(CHROMIUM, DENO), ({ start }) => {
  it('shows what code printed, drew and wrote, runs it again, and keeps it all with the engine off', async () => {
    const folder = tempFolder();
    const app = await start(folder);
    const page = await app.open();
    await ask(page, `Draw it\n\n${fenced(EVERYTHING)}`);
    const steps = stepsOf(page);
    await steps.getByText('Ran Python').waitFor();
    await steps.getByText('red words').waitFor();
    await expectPicture(page, 'Drawn by this step');
    await expectPicture(page, 'Made by a step of this run');
    await expectAccessible(page);

    const answer = answerOf(page);
    const saved = await app.saved(page, () => answer.getByRole('button', { name: 'Save regions.csv' }).click());
    expect(readFileSync(saved.path, 'utf8')).toBe('region,amount\r\nWest,12.5\r\nEast,7\r\n');
    await answer.getByTitle('Open regions.csv').click();
    await page
      .getByRole('dialog')
      .getByRole('region', { name: 'First rows of regions.csv' })
      .getByText('West')
      .waitFor();
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Use as data' }).click();
    await page.getByRole('article', { name: 'Profile of regions.csv' }).getByText('2 rows').waitFor();

    await steps.getByRole('button', { name: 'Run again' }).click();
    await steps.getByText('Same output as the step').waitFor();
    await steps.getByRole('button', { name: 'Edit', exact: true }).click();
    await writeOver(page.getByLabel('Code'), 'print(1 / 0)');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await steps.getByText(/^Edited version, /).waitFor();
    await steps.getByText('ZeroDivisionError: division by zero', { exact: true }).first().waitFor();
    await expectAccessible(page);

    await app.stop();
    const offline = await start(folder, ['--no-engine']);
    const later = await offline.open({ scheme: 'dark' });
    await later.getByRole('button', { name: 'Draw it' }).first().click();
    await expectPicture(later, 'Drawn by this step');
    await expectPicture(later, 'Made by a step of this run');
    await answerOf(later).getByTitle('Open regions.csv').waitFor();
    await stepsOf(later)
      .getByText(/^Edited version, /)
      .waitFor();
    await stepsOf(later).getByRole('button', { name: 'Run again' }).click();
    await later.getByText('Python is off, so this cannot be run now.').waitFor();
    await expectAccessible(later);
    const notebook: unknown = JSON.parse(readFileSync(await saveNotebook(offline, later), 'utf8'));
    expect(NotebookShape.parse(notebook).cells.map((cell) => cell.cell_type)).toEqual([
      'markdown',
      'markdown',
      'code',
      'markdown',
    ]);
  });

  it('has its packages in Settings', async () => {
    const app = await start(tempFolder(), ['--no-engine']);
    const page = await app.open();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Python packages' }).click();
    await page.getByRole('row', { name: /^pandas/ }).waitFor();
    await page.getByLabel('Address of a mirror, or a folder').fill(tempFolder());
    await page.getByRole('button', { name: 'Use', exact: true }).click();
    await page.getByText('Folder:').waitFor();
    await page.getByRole('button', { name: 'Download numpy' }).click();
    await page.getByText('1 file, of unknown size').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    await page.getByText('numpy could not be fetched').waitFor();
    await expectAccessible(page);
  });

  it('goes on from a file that code made', async () => {
    const app = await start(tempFolder());
    const page = await app.open({ width: 1024, height: 700 });
    await ask(page, `Write it\n\n${fenced(EVERYTHING)}`);
    await answerOf(page).getByRole('button', { name: 'Use as data' }).click();
    await page.getByRole('article', { name: 'Profile of regions.csv' }).waitFor();
    await page.getByLabel('Your question').fill('total amount by region');
    await page.getByLabel('Your question').press('Enter');
    await answerOf(page).getByText('12.5').first().waitFor();
    await expectAccessible(page);
  });
});

describe('packages from the command line', needs(DENO), () => {
  const fetchPackages = (place: string, ...names: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/command.mjs'), 'python:packages', ...names], {
      env: { ...process.env, ASSAY_PYTHON_PACKAGES: place },
      encoding: 'utf8',
    });

  it('say what to do when they cannot be fetched, and which there are none of', () => {
    const lost = fetchPackages(join(tempFolder(), 'nowhere'), 'numpy');
    expect(lost.status).toBe(1);
    expect(lost.stdout).toBe('');
    expect(lost.stderr).toMatch(/numpy could not be fetched/);
    expect(lost.stderr).toContain('Set ASSAY_PYTHON_PACKAGES');
    const unknown = fetchPackages('', 'no-such-package');
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain('There is no package called no-such-package');
  });
});

/** The format's own package says whether what we write is a notebook. It is fetched once, where that is possible. */
const environment = join(process.cwd(), 'node_modules', '.cache', 'assay-nbformat');
const nbformat = python && !DENO.missing && fetchNbformat(python);

function fetchNbformat(name: string): boolean {
  const check = () => spawnSync(name, ['-c', 'import nbformat'], { env: { ...process.env, PYTHONPATH: environment } });
  if (check().status === 0) return true;
  spawnSync(
    name,
    ['-m', 'pip', 'install', '-q', '--retries', '0', '--timeout', '5', '--target', environment, 'nbformat==5.11.1'],
    { timeout: 90_000 },
  );
  return check().status === 0;
}

const NBFORMAT: Need = { name: 'nbformat', missing: nbformat ? null : 'python3 with pip and a network fetch it' };
describe.each(shells)(`the format's own package, of a thread $name`, needs(NBFORMAT, CHROMIUM), ({ start }) => {
  it('takes a saved thread for a valid notebook', async () => {
    const app = await start(tempFolder());
    const page = await app.open();
    await ask(page, `Draw it\n\n${fenced(EVERYTHING)}\n\n${fenced('1 / 0')}`);
    const code = `import sys, nbformat
with open(sys.argv[1]) as file: nbformat.validate(nbformat.read(file, as_version=nbformat.NO_CONVERT))
print('valid')`;
    const checked = spawnSync(python ?? '', ['-W', 'error', '-c', code, await saveNotebook(app, page)], {
      env: { ...process.env, PYTHONPATH: environment },
      encoding: 'utf8',
    });
    expect(checked.stdout + checked.stderr).toBe('valid\n');
  });
});
