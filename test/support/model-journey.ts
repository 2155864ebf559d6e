import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { ensureBuilt, root } from '../../scripts/built.mjs';
import { silentLog } from '../../src/main/log';
import { KeyPages } from '../../src/main/shells/browser/key-page';
import { serveWindow } from '../../src/main/shells/browser/server';
import { Downloads } from '../../src/main/shells/common/downloads';
import { openTestApp } from './app';
import { drop } from './chromium';
import { tempFolder } from './temp-folder';

export const JOURNEY_KEY = 'sk-test-Zq81LmNcVb72RtYpWsXe';

/** From the empty screen: the address and the key, and whatever they come to. */
export async function connectModel(
  page: Page,
  baseUrl: string,
  { key = JOURNEY_KEY, api = 'responses' }: { key?: string; api?: 'responses' | 'chat' } = {},
): Promise<void> {
  await page.getByRole('button', { name: 'Connect a model' }).click();
  await page.getByRole('combobox', { name: 'Server' }).selectOption('other');
  await page.getByRole('combobox', { name: 'API' }).selectOption(api);
  await page.getByLabel('Address').fill(baseUrl);
  await page.getByLabel('Key, if it needs one').fill(key);
  await page.keyboard.press('Enter');
  await page.getByRole('listitem', { name: /127\.0\.0\.1/ }).waitFor();
}

export async function chooseModel(page: Page, model: string): Promise<void> {
  await page.getByRole('button', { name: /^Model: / }).press('Enter');
  await page.getByLabel('Search models').fill(model);
  await page.getByRole('option', { name: model }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Model: ${model}` }).waitFor();
}

export async function askQuestion(page: Page, question: string): Promise<void> {
  await page.getByLabel('Your question').fill(question);
  await page.keyboard.press('Enter');
}

export async function dropData(page: Page, name: string, csv: string): Promise<void> {
  await drop(page, name, csv);
  await page
    .getByRole('article', { name: `Profile of ${name}` })
    .getByText(/^\d[\d,]* rows?\b/)
    .first()
    .waitFor();
}

/** The app in this process before its own window, for what no shell lets anybody set; ends with the test. */
export async function openWindowApp(options: Parameters<typeof openTestApp>[1] = {}) {
  await ensureBuilt();
  const downloads = new Downloads();
  const token = 'the-token-of-this-journey';
  const app = await openTestApp(tempFolder(), {
    ...options,
    shell: 'browser',
    save: async (file) => ({
      kind: 'download',
      name: file.name,
      url: `/files/${token}/download/${downloads.offer(file)}`,
    }),
  });
  onTestFinished(() => app.close());
  const window = await serveWindow({
    app,
    token,
    downloads,
    keyPages: new KeyPages(),
    log: silentLog,
    rendererFolder: `${root}/out/renderer`,
    port: 0,
  });
  onTestFinished(() => window.close());
  return { app, url: window.url };
}
