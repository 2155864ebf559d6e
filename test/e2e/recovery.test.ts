import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { browserForFile, CHROMIUM, expectAccessible } from '../support/chromium';
import { needs } from '../support/needs';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';

const garbage = (path: string) => writeFileSync(path, readFileSync(path).fill(0xff, 0, 4096));

describe('a damaged data folder', needs(CHROMIUM), () => {
  const openPage = browserForFile();

  it('is restored from its window, by a button, and goes on from there', async () => {
    const data = tempFolder();
    const first = await startApp(data);
    const { thread } = await first.api.runs.start({ threadId: null, prompt: 'What can you do?' });
    await expect.poll(async () => (await first.api.threads.get({ threadId: thread.id })).busy).toBe(false);
    await first.stop();
    expect(readdirSync(join(data, 'backups')).filter((name) => name.startsWith('library-2'))).toHaveLength(1);
    garbage(join(data, 'library.db'));

    const app = await startApp(data);
    onTestFinished(() => app.stop());
    const page = await openPage(app.url);
    await page.getByRole('heading', { name: 'Your data needs to be restored' }).waitFor();
    await page.getByText('1 thread with 2 messages').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Restore the backup of/ }).click();
    await page
      .getByRole('button', { name: /What can you do/ })
      .or(page.getByRole('link', { name: /What can you do/ }))
      .first()
      .click();
    await page.getByText('There is no data in this thread yet').waitFor();
    expect(readdirSync(join(data, 'quarantine'))).toHaveLength(1);
  });

  it('tells of a damaged engine above what stays readable', async () => {
    const data = tempFolder();
    const first = await startApp(data);
    await first.api.runs.start({ threadId: null, prompt: 'What can you do?' });
    await first.stop();
    garbage(join(data, 'engine.db'));
    const app = await startApp(data);
    onTestFinished(() => app.stop());
    const page = await openPage(app.url);
    await page.getByText(/engine’s database is damaged/).waitFor();
    await page.getByRole('button', { name: 'Restore…' }).click();
    await page
      .getByRole('dialog')
      .getByText(/1 thread with/)
      .waitFor();
    await expectAccessible(page);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Restore the backup of/ })
      .click();
    await expect.poll(() => page.getByText(/engine’s database is damaged/).count()).toBe(0);
    expect(await app.api.runs.possible({})).toEqual({ possible: true });
  });
});
