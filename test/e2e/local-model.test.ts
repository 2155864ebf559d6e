import { tmpdir } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import { browserForFile, CHROMIUM } from '../support/chromium';
import { askQuestion, chooseModel, connectModel, dropData } from '../support/model-journey';
import { type Need, needs } from '../support/needs';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';

const address = process.env.ASSAY_LOCAL_MODEL ?? '';
const LOCAL_MODEL: Need = {
  name: 'a model on this computer',
  missing: address ? null : 'set ASSAY_LOCAL_MODEL to its address',
};
/** A small model on two cores takes minutes for an answer. */
const PATIENCE_MS = 45 * 60_000;
const TEST_MS = 50 * 60_000;

const open = browserForFile();
const SALES = 'region,amount\nWest,30\nEast,12\nNorth,8\nWest,5\n';

it('a real model on this computer answers about a file, in the window', {
  ...needs(CHROMIUM, LOCAL_MODEL),
  timeout: TEST_MS,
}, async () => {
  const app = await startApp(tempFolder());
  onTestFinished(() => app.stop());
  const page = await open(app.url);
  const models = (await (await fetch(`${address}/models`)).json()) as { data: { id: string }[] };
  const model = models.data[0]?.id ?? '';
  await connectModel(page, address, { api: 'chat' });
  await page.getByRole('button', { name: 'New thread' }).click();
  await chooseModel(page, model);
  await dropData(page, 'sales.csv', SALES);
  await askQuestion(page, 'What is the total amount for each region?');
  const answer = page.getByRole('article', { name: 'Answer' });
  await page.getByText(/^Completed in/).waitFor({ timeout: PATIENCE_MS });
  await page.screenshot({ path: `${tmpdir()}/assay-local-model.png` });
  const steps = await page.getByRole('list', { name: 'Steps' }).innerText();
  const text = await answer.innerText();
  console.log(`Steps:\n${steps}\n\nAnswer:\n${text}`);
  expect(text).toMatch(/\b35\b/);
});
