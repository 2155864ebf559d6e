import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, it } from 'vitest';
import { WorkerChartPainter } from '../../src/main/analysis/charts';
import { silentLog } from '../../src/main/log';
import { buildEntry } from '../support/build-entry';
import { AWKWARD } from '../support/charts/awkward';
import { browserForFile } from '../support/chromium';

/** Thirty charts of awkward data on sheets, as answered and as changed: to be looked at, not kept. */
const open = browserForFile();
const FOLDER = process.env.SCREENSHOTS ?? join(tmpdir(), 'assay-charts');

let painter: WorkerChartPainter;
beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  painter = new WorkerChartPainter({
    workerPath: await buildEntry('src/main/analysis/charts/worker.tsx'),
    log: silentLog,
  });
});
afterAll(() => painter.close());

it.each(['light', 'dark'] as const)('awkward charts in %s', async (theme) => {
  const images: string[] = [];
  for (const { spec, table, edit } of AWKWARD) {
    for (const drawn of [spec, { ...spec, look: edit }]) {
      const { png } = await painter.draw({ spec: drawn, table, theme, width: 560 });
      images.push(`<img width="560" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`);
    }
  }
  const page = await open('about:blank', { width: 2300, height: 1000, scheme: theme });
  const half = Math.ceil(images.length / 6) * 2;
  for (const [at, part] of [images.slice(0, half), images.slice(half, half * 2), images.slice(half * 2)].entries()) {
    await page.setContent(
      `<body style="margin:8px;display:grid;grid-template-columns:repeat(4,560px);gap:8px;background:#888">${part.join('')}</body>`,
    );
    await page.screenshot({ path: join(FOLDER, `charts-${theme}-${at + 1}.png`), fullPage: true });
  }
});
