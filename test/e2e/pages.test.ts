import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { browserForFile, CHROMIUM, drop, expectAccessible } from '../support/chromium';
import { needs } from '../support/needs';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';

const open = browserForFile();

async function start() {
  const app = await startApp(tempFolder());
  onTestFinished(() => app.stop());
  return app;
}

async function askSample(page: Page, question: string, sample: string): Promise<void> {
  await page.getByRole('button', { name: question }).click();
  await page.getByRole('article', { name: `Profile of ${sample}` }).waitFor();
  await page.getByLabel('Your question').press('Enter');
  await page.getByText('Completed in').waitFor();
}

describe('every page', needs(CHROMIUM), () => {
  it.each(['light', 'dark'] as const)('is accessible in %s, wide and narrow', async (scheme) => {
    const app = await start();
    const page = await open(app.url, { scheme });
    await askSample(page, 'Share of amount by category', 'sales.csv');
    await page.getByRole('figure').first().waitFor();
    await expectAccessible(page);
    await page
      .getByRole('button', { name: 'Data', exact: true })
      .or(page.getByRole('tab', { name: 'Data' }))
      .first()
      .click();
    await expectAccessible(page);
    for (const place of ['Charts', 'Files', 'Settings']) {
      await page.getByRole('button', { name: place, exact: false }).first().click();
      await page.getByRole('heading', { name: place }).waitFor();
      await expectAccessible(page);
    }
    await page.keyboard.press('Control+k');
    await page.getByLabel('Search threads, or type a command').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.getByRole('button', { name: 'Share of amount by category' }).first().click();
    await page.getByRole('article', { name: 'Answer' }).waitFor();
    await expectAccessible(page);
  });

  it('keeps the numbers of a wide table whole, and scrolls it by keyboard', async () => {
    const app = await start();
    const page = await open(app.url);
    const names = Array.from({ length: 9 }, (_, at) => `a_measure_of_some_sensor_${at}`);
    const row = (day: number) => [`2025-03-0${day}`, ...names.map((_, at) => `${day}${at}1234.56`)].join(',');
    await drop(page, 'wide.csv', [`day,${names.join(',')}`, row(1), row(2), row(3)].join('\n'));
    await page.getByText('3 rows').waitFor();
    await page.getByLabel('Your question').fill('show the first 3 rows');
    await page.keyboard.press('Enter');
    await page.getByText('Completed in').waitFor();
    const table = page.getByRole('article', { name: 'Answer' }).getByRole('grid');
    await table.getByRole('gridcell', { name: '2025-03-01' }).waitFor();
    const cut = await table
      .getByRole('gridcell')
      .evaluateAll((cells) =>
        cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
      );
    expect(cut).toEqual([]);
    await expectAccessible(page);
    const last = table.getByRole('gridcell').nth(9);
    const before = (await last.boundingBox())?.x ?? 0;
    // The first key only puts the focus into the table.
    for (const key of ['Home', 'End']) await table.press(key);
    await expect.poll(async () => (await last.boundingBox())?.x).toBeLessThan(before);
  });

  it('puts a question at the top at once, and lets the answer come without moving it', async () => {
    const app = await start();
    const page = await open(app.url);
    await askSample(page, 'Share of amount by category', 'sales.csv');
    // Sizes are told in rounds before a frame is painted, in each to what lies deeper than in the last. What lies deepest and
    // grows in each is told in all of them: what it sees last is what is painted.
    await page.evaluate(`(() => {
      const tops = (window.tops = []);
      let frame = 0;
      let probe = document.body;
      for (let depth = 0; depth < 100; depth += 1) probe = probe.appendChild(document.createElement('div'));
      probe.style.cssText = 'position: fixed; visibility: hidden';
      const grow = () => void (probe.style.height = ((parseInt(probe.style.height, 10) || 0) + 1) % 100 + 'px');
      new ResizeObserver(() => {
        const asked = document.querySelectorAll('[aria-label="You asked"]');
        const log = document.querySelector('[role=log]');
        if (asked.length > 1) tops[frame] = asked[1].getBoundingClientRect().top - log.getBoundingClientRect().top;
        grow();
      }).observe(probe);
      const next = () => {
        if (tops.length > frame) frame += 1;
        grow();
        requestAnimationFrame(next);
      };
      next();
    })()`);
    await page.getByLabel('Your question').fill('total amount by region');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Answer' }).nth(1).getByRole('figure').waitFor();
    await expect.poll(() => page.getByText('Completed in').count()).toBe(1);
    // A busy machine paints few frames until then.
    await expect.poll(() => page.evaluate('window.tops.length')).toBeGreaterThan(7);
    const tops = (await page.evaluate('window.tops')) as number[];
    // The first picture may be drawn before the scroller has been moved.
    const [first = 0, ...rest] = tops.slice(1);
    expect(first).toBeLessThan(60);
    expect(Math.max(...rest) - Math.min(...rest)).toBeLessThan(2);
  });

  it('has threads that can be renamed, pinned, archived, and deleted with a way back', async () => {
    const app = await start();
    const page = await open(app.url);
    await askSample(page, 'Which station had the most rain?', 'weather.csv');
    const list = page.getByRole('navigation', { name: 'Threads' });
    const menu = (name: string) => list.getByRole('button', { name: `Actions for ${name}` }).click();
    await list
      .getByRole('button', { name: /^Which station/ })
      .first()
      .press('F2');
    await page.getByLabel('Thread title').fill('Rain by station');
    await page.keyboard.press('Enter');
    await list.getByRole('button', { name: 'Rain by station', exact: true }).waitFor();
    await menu('Rain by station');
    await page.getByRole('menuitem', { name: 'Pin' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('menuitem', { name: 'Pin' }).click();
    await list.getByRole('heading', { name: 'Pinned' }).waitFor();
    await menu('Rain by station');
    await page.getByRole('menuitem', { name: /Delete/ }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await list.getByRole('button', { name: 'Rain by station', exact: true }).waitFor();
    await menu('Rain by station');
    await page.getByRole('menuitem', { name: 'Archive' }).click();
    await page.getByText('Your threads will be listed here.').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByText('Archived threads').click();
    await page
      .getByRole('navigation', { name: 'Archived threads' })
      .getByRole('button', { name: 'Rain by station', exact: true })
      .waitFor();
  });

  it('shows hostile names, values and questions as text, and asks no other host for anything', async () => {
    const app = await start();
    const page = await open(app.url);
    const markup = '<img src=http://evil.example/x onerror=alert(1)>';
    const csv = `region,${markup},amount\n"![x](http://evil.example/y)",<script>alert(2)</script>,1.50\n[click](javascript:alert(3)),\u202Eevil,2.25\n"=cmd|' /C calc'!A0",<svg onload=alert(4)>,3.00\n`;
    let alerted = false;
    page.on('dialog', (dialog) => {
      alerted = true;
      void dialog.dismiss();
    });
    await drop(page, `${markup}.csv`, csv);
    await page.getByRole('article', { name: /^Profile of/ }).waitFor();
    for (const question of ['total amount by region', `${markup} <svg onload=alert(5)> [x](javascript:alert(6))`]) {
      await page.getByLabel('Your question').fill(question);
      await page.getByLabel('Your question').press('Enter');
      await page.getByText('Completed in').waitFor();
    }
    await page.getByRole('article', { name: 'Answer' }).nth(1).waitFor();
    expect(
      await page.locator('img[src*="evil"], script:not([src]), [onerror], [onload], a[href^="javascript"]').count(),
    ).toBe(0);
    expect(alerted).toBe(false);
    await expectAccessible(page);
  });

  it('says what to do when it is opened without its token', async () => {
    const app = await start();
    const page = await open(new URL(app.url).origin);
    await page.getByRole('heading', { name: 'This address needs its key' }).waitFor();
    await expectAccessible(page);
  });
});
