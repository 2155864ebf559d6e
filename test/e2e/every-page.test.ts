import { describe, expect, it, onTestFinished } from 'vitest';
import { barriers, browserForFile, CHROMIUM } from '../support/chromium';
import { fullLibrary } from '../support/full-library';
import { needs } from '../support/needs';
import { DENO } from '../support/python';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';

const open = browserForFile();
const LONGEST_MS = 900_000;
const PATIENCE_MS = 90_000;

describe('every page of a library that is in use', needs(CHROMIUM, DENO), () => {
  it('is accessible in light and in dark, wide and narrow', { timeout: LONGEST_MS }, async () => {
    const app = await startApp(tempFolder());
    onTestFinished(() => app.stop());
    const page = await open(app.url);
    page.setDefaultTimeout(PATIENCE_MS);
    const { pages } = await fullLibrary(app);
    const found: Record<string, string[]> = {};
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(`${page.url().split('#')[0]}#/${path}`);
      await page.getByRole('heading').first().waitFor();
      await expect.poll(() => page.locator('[aria-busy=true]').count(), { timeout: PATIENCE_MS }).toBe(0);
      for (const [colorScheme, width] of [
        ['light', 1440],
        ['dark', 1024],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' });
        const met = await barriers(page);
        if (met.length > 0) found[`${name}, ${colorScheme}`] = met;
      }
    }
    expect(found).toEqual({});
  });
});
