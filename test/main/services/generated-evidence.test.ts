import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import { ThreadExport } from '../../../src/main/exchange';
import type { DatasetId } from '../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../support/app';
import { keepingSaves } from '../../support/exports';
import { randomFrom } from '../../support/random';
import { sweep } from '../../support/sweep';
import { tempFolder, tempFolderForAll } from '../../support/temp-folder';

const kept = keepingSaves();
let app: App;
let clean: App;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll(), { save: kept.save });
  clean = await openTestApp(tempFolderForAll());
});
afterAll(() => Promise.all([app.close(), clean.close()]));

const QUESTIONS = [
  'total amount by region',
  'bar chart of average amount by product',
  'number of rows by month',
  'top 3 products by amount',
  'line chart of total amount by month',
  'share of amount by region',
  'median amount',
];

/** Sales of a random shape: separators, points, days and gaps as they come. */
function salesOf(random: ReturnType<typeof randomFrom>): string {
  const separator = random.pick([',', ';', '\t']);
  const comma = separator === ';';
  const rows = Array.from({ length: 20 + random.below(200) }, () => {
    const cents = random.below(2_000_000) - 50_000;
    const amount = random.below(20) === 0 ? '' : (cents / 100).toFixed(2);
    const day = `2025-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
    return [
      random.pick(['North', 'South', 'Île-de-France', '東京', '']),
      random.pick(['Tea', 'Coffee "black"', "Miller's", 'Cocoa']).replaceAll('"', '""'),
      day,
      comma ? amount.replace('.', ',') : amount,
    ]
      .map((cell) => (cell.includes('"') ? `"${cell}"` : cell))
      .join(separator);
  });
  return `${[['region', 'product', 'ordered_on', 'amount'].join(separator), ...rows].join('\n')}\n`;
}

it.each(
  sweep(
    Array.from({ length: 30 }, (_, seed) => [seed] as const),
    10,
  ),
)('thread %i leaves as raw objects and as evidence that comes out equal elsewhere', async (seed) => {
  const random = randomFrom(seed + 1);
  const { id } = await addData(app, `sales ${seed}.csv`, salesOf(random));
  const datasetIds: DatasetId[] = [id];
  const first = await ask(app, random.pick(QUESTIONS), { datasetIds });
  const threadId = first.thread_id as never;
  for (let more = random.below(3); more > 0; more -= 1) await ask(app, random.pick(QUESTIONS), { threadId });

  await app.dispatch('exports.thread', { threadId, format: 'json' });
  const made = ThreadExport.parse(JSON.parse(kept.saved.at(-1)!.bytes.toString()));
  expect(made.thread.id).toBe(threadId);

  await app.dispatch('exports.thread', { threadId, format: 'evidence' });
  const path = join(tempFolder(), 'bundle.zip');
  writeFileSync(path, kept.saved.at(-1)!.bytes);
  const report = await clean.services.evidence.verify(path);
  expect(report.findings.filter(({ state }) => state === 'differs' || state === 'not_run')).toEqual([]);
  expect(report.counts.equal).toBeGreaterThan(0);
  expect(report.verified).toBe(true);
});
