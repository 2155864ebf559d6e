import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { App } from '../../src/main/compose';
import type { AssistantId } from '../../src/preload/contract';
import { addData } from '../support/app';
import { browserForFile, CHROMIUM } from '../support/chromium';
import { openWindowApp } from '../support/model-journey';
import { needs } from '../support/needs';
import { BUBBLEWRAP, INTERPRETER, PANDAS, SYSTEM_PYTHON } from '../support/own-python';
import { DENO } from '../support/python';
import { fenced } from '../support/python-cells';
import { SALES } from '../support/real-cells';
import { REAL_PACKAGES, realInstallation } from '../support/real-packages';
import { tempFolder } from '../support/temp-folder';

const MINUTES = 5 * 60_000;
const CODE = `import assay
import matplotlib.pyplot as plt
df = assay.table("sales")
df["day"].dt.month.value_counts().sort_index().plot(kind="bar", title="Orders a month")
plt.show()
df.groupby("region")["units"].sum().to_csv("regions.csv")
df[["day", "region", "amount"]].head(3)`;

const open = browserForFile();

/** What a window shows of the code of the thread that was asked last. */
async function expectShown(page: Page, version: RegExp): Promise<void> {
  const steps = page.getByRole('list', { name: 'Steps' });
  await steps.getByText('Ran Python').waitFor();
  await steps.getByText(/0 2024-01-03 +West +12\.5/).waitFor();
  await steps.getByText(version).first().waitFor();
  const picture = page.getByRole('img', { name: 'Drawn by this step' }).first();
  await picture.waitFor();
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBeGreaterThan(300);
  await page.getByText('regions.csv').first().waitFor();
}

async function ask(app: App, assistantId?: AssistantId): Promise<void> {
  const { id } = await addData(app, 'sales.csv', SALES);
  const prompt = `Orders a month\n\n${fenced(CODE)}`;
  const about = { threadId: null, prompt, datasetIds: [id], documentIds: [] };
  const { run } = await app.services.runs.start({ ...about, ...(assistantId ? { assistantId } : {}) });
  await app.services.runs.finished(run.id);
}

async function seen(url: string): Promise<Page> {
  const page = await open(url);
  await page.getByRole('navigation', { name: 'Threads' }).getByText('Orders a month').click();
  return page;
}

describe('pandas and matplotlib in the window', () => {
  it('run in one’s own Python, on the tables of the thread', {
    timeout: MINUTES,
    ...needs(CHROMIUM, BUBBLEWRAP, SYSTEM_PYTHON, PANDAS),
  }, async () => {
    const { app, url } = await openWindowApp();
    await app.dispatch('python.choose', { path: INTERPRETER });
    const made = await app.dispatch('assistants.create', { name: 'Own Python', code: 'own' });
    if (!made.ok) throw new Error(made.error.message);
    await ask(app, (made.value as { id: AssistantId }).id);
    await expectShown(await seen(url), /your Python 3\.\d+\.\d+, .*pandas/);
  });

  it('run in Assay’s Python, with packages installed as the app does', {
    timeout: MINUTES,
    ...needs(CHROMIUM, DENO, REAL_PACKAGES),
  }, async () => {
    const { root, place } = await realInstallation(tempFolder());
    const before = process.env.ASSAY_PYTHON_PACKAGES;
    process.env.ASSAY_PYTHON_PACKAGES = place;
    onTestFinished(() => {
      if (before === undefined) delete process.env.ASSAY_PYTHON_PACKAGES;
      else process.env.ASSAY_PYTHON_PACKAGES = before;
    });
    const { app, url } = await openWindowApp({ python: { root, cacheFolder: tempFolder() } });
    app.services.packages.download({ names: ['pandas', 'matplotlib'] });
    await expect
      .poll(
        () =>
          app.services.packages
            .state()
            .packages.filter(({ installed }) => installed)
            .map(({ name }) => name),
        {
          timeout: MINUTES,
        },
      )
      .toEqual(expect.arrayContaining(['pandas', 'matplotlib']));
    await ask(app);
    await expectShown(await seen(url), /Python 3\.12\.\d+, .*pandas/);
  });
});
