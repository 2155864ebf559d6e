import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { it, onTestFinished } from 'vitest';
import { root } from '../../scripts/built.mjs';
import { browserForFile, drop } from '../support/chromium';
import { pdf } from '../support/documents/make';
import { fenced } from '../support/python-cells';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';

/** The pictures of the README, taken of the app as it is. */
const open = browserForFile();
const FOLDER = join(root, 'docs', 'screenshots');
const QUESTION = 'Show sales by month for each region in 2025, without returns';

const WARRANTY = pdf([
  'Warranty and returns\n\nFor everything we sell, from the first of March 2025 on.',
  'What is covered\n\nThe warranty of every device is three years from the day it is delivered.\nBatteries are covered for one year. Damage by water is never covered.\n\nA repair takes ten working days at most; after that we replace the device.',
  'Returns\n\nGoods can be returned within thirty days, unused and in their box.\nWe pay the way back. The money is returned within a week.',
]);

/** Orders by weekday and month as a picture, with nothing but the standard library. */
const HEAT_MAP = `import csv, datetime, struct, zlib
from collections import Counter

orders = Counter()
with open("/mnt/data/sales.csv") as file:
    for row in csv.DictReader(file):
        try:
            day = datetime.date.fromisoformat(row["ordered_on"])
        except ValueError:
            continue
        orders[day.weekday(), day.month - 1] += 1

weekend = sum(n for (day, _), n in orders.items() if day > 4)
print(f"{weekend / orders.total():.1%} of orders come at weekends")

class HeatMap:
    def _repr_png_(self, cell=40):
        most, low, high = max(orders.values()), (28, 40, 54), (127, 176, 222)
        def pixel(x, y):
            if x % cell == 0 or y % cell == 0:
                return bytes((25, 26, 27))
            share = orders[y // cell, x // cell] / most
            return bytes(round(a + (b - a) * share) for a, b in zip(low, high))
        rows = b"".join(b"\\0" + b"".join(pixel(x, y) for x in range(12 * cell)) for y in range(7 * cell))
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        head = struct.pack(">IIBBBBB", 12 * cell, 7 * cell, 8, 2, 0, 0, 0)
        return b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")

HeatMap()`;

async function start(scheme: 'light' | 'dark') {
  const app = await startApp(tempFolder());
  onTestFinished(() => app.stop());
  const page = await open(app.url, { scheme });
  return { page, shot: (name: string) => page.screenshot({ path: join(FOLDER, `${name}-${scheme}.png`) }) };
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('Your question').fill(question);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy answer' }).last().waitFor({ state: 'attached', timeout: 60_000 });
}

it.each(['light', 'dark'] as const)('an answer, and the profile before it, in %s', async (scheme) => {
  const { page, shot } = await start(scheme);
  await page.getByRole('button', { name: QUESTION }).click();
  await page.getByRole('article', { name: 'Profile of sales.csv' }).getByText('6,083 rows').waitFor();
  if (scheme === 'light') await shot('profile');
  await ask(page, QUESTION);
  const box = await page.locator('figure svg.recharts-surface').first().boundingBox();
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await page.locator('.recharts-tooltip-wrapper').getByText('2025').waitFor();
  await shot('answer');
});

it('a quote, and the page it stands on', async () => {
  const { page, shot } = await start('light');
  await drop(page, 'warranty.pdf', WARRANTY);
  await page.getByText('Ready').waitFor();
  await ask(page, 'How long is the warranty of a device?');
  await page
    .getByRole('article', { name: 'Answer' })
    .getByRole('button', { name: /^Source 1/ })
    .click();
  await page.locator('[data-page] mark').first().waitFor();
  await page.mouse.move(5, 500);
  await shot('documents');
});

it('a step of Python', async () => {
  const { page, shot } = await start('dark');
  await page.getByRole('button', { name: QUESTION }).click();
  await page.getByRole('article', { name: 'Profile of sales.csv' }).getByText('6,083 rows').waitFor();
  await ask(page, `Orders by weekday and month\n\n${fenced(HEAT_MAP)}`);
  await page.getByRole('img', { name: 'Drawn by this step' }).scrollIntoViewIfNeeded();
  await shot('python');
});
