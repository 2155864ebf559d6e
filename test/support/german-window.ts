import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { Api } from '../../src/preload/contract';
import { german } from '../../src/preload/words';
import { type browserForFile, drop } from './chromium';
import { englishSeen } from './english-seen';
import { germanAnswer } from './german';
import { startApp } from './running-app';
import { tempFolder } from './temp-folder';

/** A window in German that is looked at for English wherever a test leads it. */
const { ui } = german;
/** A busy machine takes its time. */
const PATIENCE_MS = 90_000;
const SETTLED_MS = 10_000;

const REGIONS = ['Nord', 'Süd', 'Ost', 'West'];
export const UMSATZ = [
  'bestellt_am,gebiet,laden,umsatz_eur,menge',
  ...Array.from({ length: 240 }, (_, at) => {
    const month = String((at % 12) + 1).padStart(2, '0');
    return `2025-${month}-15,${REGIONS[at % 4]},Laden ${at % 60},${(1_000 + at * 37.25).toFixed(2)},${at % 7}`;
  }),
].join('\n');

/** Names of programs, formats and the analyst's own files. */
const OWN = [/[\p{L}\d_ ,-]+\.(?:csv|xlsx|pdf|json|exe|parquet|png)/giu, /\/[\w./-]*/g];

export interface GermanWindow {
  page: Page;
  api: Api;
  /** Notes which English stands on the page now that did not before. */
  look(place: string): Promise<void>;
  /** Fails where there was any. */
  expectGerman(): void;
}

export async function germanWindow(open: ReturnType<typeof browserForFile>): Promise<GermanWindow> {
  const app = await startApp(tempFolder());
  onTestFinished(() => app.stop());
  const page = await open(app.url, { locale: 'de-DE' });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.getByText(ui.app.invitation).waitFor();
  const seen = englishSeen(OWN);
  const found: Record<string, string[]> = {};
  onTestFinished(({ task }) => {
    if (task.result?.state === 'fail') console.error(JSON.stringify(found, null, 1));
  });
  return {
    page,
    api: app.api,
    look: async (place) => {
      const known = Object.values(found).flat();
      const fresh = async () => (await seen(page)).filter((text) => !known.includes(text));
      // What an answer says is worded anew once it is known how its question was read.
      await expect
        .poll(fresh, { timeout: SETTLED_MS })
        .toEqual([])
        .catch(() => undefined);
      const english = await fresh();
      if (english.length > 0) found[place] = english;
    },
    expectGerman: () => expect(found).toEqual({}),
  };
}

export async function attachSales(page: Page): Promise<void> {
  await drop(page, 'umsatz.csv', UMSATZ);
  await page
    .getByRole('article', { name: ui.datasets.profileOf('umsatz.csv') })
    .getByText('240 Zeilen')
    .waitFor();
}

export async function askGerman(page: Page, question: string): Promise<void> {
  const answers = page.getByRole('article', { name: ui.conversation.answer, exact: true });
  const before = await answers.count();
  await page.getByLabel(ui.conversation.yourQuestion, { exact: true }).fill(question);
  await page.getByRole('button', { name: ui.conversation.send, exact: true }).click();
  await answers.nth(before).waitFor();
  await germanAnswer(page).getByRole('button', { name: ui.conversation.copyAnswer }).waitFor({ state: 'attached' });
}

export const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
