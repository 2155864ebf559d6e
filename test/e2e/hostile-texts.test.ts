import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { atLeastOne } from '../support/at-least-one';
import { CHROMIUM, drop } from '../support/chromium';
import { HOSTILE_MARKUP } from '../support/hostile-markup';
import { needs } from '../support/needs';
import { shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Everything that the browser has made of texts and is no text. The page fails its test when it asks another host for anything. */
const ACTING = `[...document.querySelectorAll('script:not([src]), iframe, object, embed, base, math, foreignObject, [onerror], [onload], [id=location], [name=cookie], [id=body], img[src=x], a[href^="javascript"], a[href^="file"], a[href^="data"], meta[http-equiv=refresh]')]
  .map((element) => element.outerHTML)`;

async function ask(page: Page, question: string, nth: number): Promise<void> {
  await page.getByLabel('Your question').fill(question);
  await page.getByLabel('Your question').press('Enter');
  await page.getByRole('article', { name: 'Answer' }).nth(nth).waitFor();
  await expect.poll(() => page.getByText('Completed in').count()).toBeGreaterThan(0);
}

describe.each(shellsForFile())('hostile texts $name', needs(CHROMIUM), ({ start }) => {
  it('run nothing, fetch nothing and open nothing: in data, questions, answers, steps, search and after a reload', async () => {
    const app = await start(tempFolder());
    const page = await app.open();
    const surprises: string[] = [];
    page.on('dialog', (dialog) => {
      surprises.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.context().on('page', (other) => surprises.push(`page: ${other.url()}`));
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) surprises.push(`frame: ${frame.url()}`);
    });
    const rows = HOSTILE_MARKUP.map((text, n) => `${quoted(text)},${n}`);
    const header = `${quoted('<img src=x onerror=alert(1)>')},amount`;
    await drop(page, 'rows of <svg onload=alert(1)>.csv', [header, ...rows].join('\n'));
    await page.getByRole('article', { name: /^Profile of/ }).waitFor();
    await ask(page, 'show the first 40 rows', 0);
    expect(await page.evaluate(ACTING)).toEqual([]);
    await ask(page, HOSTILE_MARKUP.join('\n\n'), 1);
    expect(await page.evaluate(ACTING)).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.getByLabel('Search threads, or type a command').fill('evil');
    await page.getByRole('button', { name: /evil/ }).first().waitFor();
    expect(await page.evaluate(ACTING)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('article', { name: 'Answer' }).nth(1).waitFor();
    expect(await page.evaluate(ACTING)).toEqual([]);
    expect(surprises).toEqual([]);
  });

  it('that lead elsewhere are no links a click, a middle click or a drop would follow', async () => {
    const app = await start(tempFolder());
    const page = await app.open();
    const others: string[] = [];
    page.context().on('page', (other) => others.push(other.url()));
    const addresses = ['https://good.example@evil.example/', 'https://evil.example/', 'file:///etc/passwd'];
    const links = addresses.map((address, n) => `${quoted(`[link ${n}](${address})`)},${n}`);
    await drop(page, 'links.csv', ['name,amount', ...links].join('\n'));
    await page.getByRole('article', { name: /^Profile of/ }).waitFor();
    await ask(page, 'show the first 5 rows', 0);
    const before = page.url();
    const places = await page.getByText(/link \d/).all();
    for (const shown of atLeastOne(places)) {
      await shown.click({ button: 'middle', force: true });
      await shown.click({ modifiers: ['ControlOrMeta'], force: true });
      await page.keyboard.press('Escape');
    }
    const prevented = await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/uri-list', 'https://evil.example/');
      return ['dragover', 'drop'].map((name) => {
        const event = new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer });
        document.body.dispatchEvent(event);
        return event.defaultPrevented;
      });
    })()`);
    expect(prevented).toEqual([true, true]);
    expect(page.url()).toBe(before);
    expect(others).toEqual([]);
    expect(await page.locator('article a[href]').count()).toBe(0);
  });
});
