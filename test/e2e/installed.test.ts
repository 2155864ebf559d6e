import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserForFile, chromiumPath, drop, skipped } from '../support/chromium';
import { pdf } from '../support/documents/make';
import { type Installed, install } from '../support/installed';
import { noPython } from '../support/python';
import { fenced } from '../support/python-cells';
import { installedShell } from '../support/shells';
import { tempFolder, tempFolderForAll } from '../support/temp-folder';

const PYTHON_STARTS_MS = 60_000;
const onLinux = process.platform === 'linux';
const elsewhere = onLinux ? '' : ' (skipped: the folder of an installed app is looked at on Linux)';

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('Your question').fill(question);
  await page.keyboard.press('Enter');
}

/** What an installer puts on the disk lies far from the project, so nothing can be borrowed from there. */
describe.skipIf(!onLinux)(`the app as it is installed${elsewhere}`, () => {
  const openPage = browserForFile();
  let app: Installed;
  beforeAll(() => {
    app = install(tempFolderForAll());
  });

  it('brings what it runs, and nothing it does not need', () => {
    const modules = readdirSync(join(app.archive, 'node_modules'));
    expect(modules).toEqual(expect.arrayContaining(['@duckdb', '@deno', '@resvg', 'keytar', 'pdfjs-dist', 'pyodide']));
    expect(modules.filter((name) => /^(electron|vite|typescript|node$|node-|deno$|@napi-rs)/.test(name))).toEqual([
      'node-addon-api',
    ]);
    for (const name of ['src', 'test', 'scripts']) expect(existsSync(join(app.archive, name))).toBe(false);
    expect(readdirSync(join(app.archive, 'resources', 'samples'))).toContain('sales.csv');
  });

  it('cannot be made to run what is in its environment', () => {
    const program = readFileSync(join(app.folder, 'assay'));
    const at = program.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34;
    const [runsAsNode, encryptsCookies, takesNodeOptions, takesInspect, , onlyFromArchive] = program
      .subarray(at, at + 6)
      .toString('latin1');
    expect({ runsAsNode, encryptsCookies, takesNodeOptions, takesInspect, onlyFromArchive }).toEqual({
      runsAsNode: '1',
      encryptsCookies: '1',
      takesNodeOptions: '0',
      takesInspect: '0',
      onlyFromArchive: '1',
    });
  });

  it.skipIf(!chromiumPath || noPython)(
    `computes, draws, reads documents and runs Python from its own folder${skipped}`,
    { timeout: 180_000 },
    async () => {
      const { open } = await installedShell(app.archive, openPage).start(tempFolder());
      const page = await open();
      await page.getByText('Drop a CSV or a document anywhere').waitFor();

      await drop(page, 'fruit.csv', 'fruit,boxes\nApple,3\nPear,4\nApple,5\n');
      await page.getByRole('article', { name: 'Profile of fruit.csv' }).getByText('3 rows').waitFor();
      await ask(page, 'total boxes by fruit');
      await page.getByRole('figure', { name: /^Chart: / }).waitFor();

      await drop(page, 'birds.pdf', pdf(['Storks nest on the lighthouse in spring.']));
      await page.getByRole('article', { name: 'Document birds.pdf' }).getByText('Ready').waitFor();
      await ask(page, 'Where do storks nest?');
      await page.getByRole('button', { name: /^Source 1/ }).waitFor();

      await ask(page, `Count it\n\n${fenced('print(6 * 7)')}`);
      await page
        .getByRole('article', { name: 'Answer' })
        .last()
        .getByText('42')
        .first()
        .waitFor({ timeout: PYTHON_STARTS_MS });
    },
  );
});
