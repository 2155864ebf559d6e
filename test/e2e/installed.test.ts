import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { english } from '../../src/preload/words';
import { browserForFile, CHROMIUM, drop } from '../support/chromium';
import { pdf } from '../support/documents/make';
import { filesOutside, fusesOn, type Installed, install } from '../support/installed';
import { LINUX, needs } from '../support/needs';
import { DENO } from '../support/python';
import { fenced } from '../support/python-cells';
import { installedShell } from '../support/shells';
import { tempFolder, tempFolderForAll } from '../support/temp-folder';

const PYTHON_STARTS_MS = 60_000;

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('Your question').fill(question);
  await page.keyboard.press('Enter');
}

/** What an installer puts on the disk lies far from the project, so nothing can be borrowed from there. */
describe('the app as it is installed', needs(LINUX), () => {
  const openPage = browserForFile();
  let app: Installed;
  beforeAll(() => {
    app = install(tempFolderForAll());
  });

  it('brings what it runs, and nothing it does not need', () => {
    const within = (archive: string) => readdirSync(join(archive, 'node_modules'));
    const modules = [...new Set([...within(app.archive), ...within(`${app.archive}.unpacked`)])];
    expect(modules).toEqual(expect.arrayContaining(['@duckdb', '@deno', '@resvg', 'keytar', 'pdfjs-dist', 'pyodide']));
    expect(modules.filter((name) => /^(electron|vite|typescript|node$|node-|deno$|@napi-rs)/.test(name))).toEqual([
      'node-addon-api',
    ]);
    for (const name of ['src', 'test', 'scripts']) expect(existsSync(join(app.archive, name))).toBe(false);
    expect(readdirSync(join(app.archive, 'resources', 'samples'))).toContain('sales.csv');
  });

  it('cannot be made to run what is in its environment, on its command line, or beside its archive', () => {
    expect(fusesOn(join(app.folder, 'assay'))).toEqual(['encryptsCookies', 'checksArchive', 'onlyFromArchive']);
  });

  it('has all its own code in the archive, and beside it only what others read', () => {
    const [own, ofOthers] = [[], []] as [string[], string[]];
    for (const path of filesOutside(app)) (path.startsWith('node_modules/') ? ofOthers : own).push(path);
    expect(own).toEqual(['out/main/python-runner.js']);
    const others = [
      ...['@deno/', '@duckdb/node-bindings', '@expo-google-fonts/', '@myriaddreamin/typst-ts-node-compiler-'],
      ...['@resvg/', 'keytar/', 'pyodide/'],
    ];
    expect(ofOthers.filter((path) => !others.some((name) => path.startsWith(`node_modules/${name}`)))).toEqual([]);
    expect(readdirSync(join(app.archive, 'out', 'main')).filter((name) => name.endsWith('.js'))).toEqual(
      expect.arrayContaining(['data-process.js', 'document-reader.js', 'document-writer.js', 'index.js']),
    );
  });

  it('computes, draws, reads and writes documents and runs Python from its own folder', {
    ...needs(CHROMIUM, DENO),
    timeout: 180_000,
  }, async () => {
    const { open, saved } = await installedShell(app.archive, openPage).start(tempFolder());
    const page = await open();
    await page.getByText('Drop a CSV or a document anywhere').waitFor();

    await drop(page, 'fruit.csv', 'fruit,boxes\nApple,3\nPear,4\nApple,5\n');
    await page.getByRole('article', { name: 'Profile of fruit.csv' }).getByText('3 rows').waitFor();
    await ask(page, 'total boxes by fruit');
    await page.getByRole('figure', { name: /^Chart: / }).waitFor();

    await page.getByRole('button', { name: /^Actions for / }).click();
    await page.getByRole('menuitem', { name: english.ui.exports.menu }).click();
    const dialog = page.getByRole('dialog', { name: /^Export “/ });
    await dialog.getByRole('radio', { name: english.ui.exports.formats.pdf }).check();
    const { path } = await saved(page, () =>
      dialog.getByRole('button', { name: english.ui.exports.make, exact: true }).click(),
    );
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    await dialog.waitFor({ state: 'detached' });

    await drop(page, 'birds.pdf', pdf(['Storks nest on the lighthouse in spring.']));
    await page.getByRole('article', { name: 'Document birds.pdf' }).getByText('Ready').waitFor();
    await ask(page, 'Where do storks nest?');
    await page.getByRole('button', { name: /^Source 1/ }).waitFor();

    const code = `from zoneinfo import ZoneInfo\nprint(6 * 7, ZoneInfo('Europe/Berlin'))`;
    await ask(page, `Count it\n\n${fenced(code)}`);
    const printed = page.getByRole('article', { name: 'Answer' }).last().getByText('42 Europe/Berlin').first();
    await printed.waitFor({ timeout: PYTHON_STARTS_MS });
    expect(await printed.isVisible()).toBe(true);
  });
});
