import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/main/compose';
import type { Language, ReportId, ThreadId } from '../../src/preload/contract';
import { ThreadFormat } from '../../src/preload/contract/exports';
import { Paper, ReportFormat } from '../../src/preload/contract/reports';
import { openTestApp } from '../support/app';
import { boardReport } from '../support/board-report';
import { browserForFile } from '../support/chromium';
import { keepingSaves, type SavedExport, unzipped } from '../support/exports';
import { tempFolderForAll } from '../support/temp-folder';

/** A report for a board and its thread, as the app itself exports them, in both languages and on both papers: to be looked at. */
const open = browserForFile();
const FOLDER = process.env.SCREENSHOTS ?? join(tmpdir(), 'assay-exports');

const isThere = (program: string) => spawnSync('which', [program]).status === 0;

function pages(pdf: string, name: string): void {
  if (isThere('pdftoppm')) spawnSync('pdftoppm', ['-r', '70', '-png', pdf, join(FOLDER, name)]);
}

/** What a browser makes of a page: on a screen, and on paper. */
async function looked(html: string, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await open('about:blank', { width: 1100, height: 1400, scheme });
    await page.setContent(html);
    await page.screenshot({ path: join(FOLDER, `${name}-${scheme}.png`), fullPage: true });
    if (scheme === 'dark') continue;
    const pdf = join(FOLDER, `${name}-print.pdf`);
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    pages(pdf, `${name}-print`);
  }
}

async function drawn(file: SavedExport, name: string): Promise<void> {
  const ending = file.name.split('.').at(-1) ?? '';
  const path = join(FOLDER, `${name}.${ending}`);
  writeFileSync(path, file.bytes);
  if (ending === 'pdf') pages(path, name);
  if (ending === 'html') await looked(file.bytes.toString(), name);
  if (ending === 'zip')
    for (const [inside, bytes] of unzipped(file.bytes))
      if (/\.(md|png)$/.test(inside)) writeFileSync(join(FOLDER, `${name}-${inside.replaceAll('/', '-')}`), bytes);
  if (ending !== 'docx' || !isThere('soffice')) return;
  const office = join(FOLDER, 'office');
  spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', office, path]);
  pages(join(office, `${name}.pdf`), name);
}

describe.each(['en', 'de'] satisfies Language[])('a report for a board (%s)', (language) => {
  const kept = keepingSaves();
  let app: App;
  let pinned: { reportId: ReportId; threadId: ThreadId };
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    const numbers = language === 'de' ? 'de-DE' : 'en-US';
    app = await openTestApp(tempFolderForAll(), { settings: { language, numbers }, save: kept.save });
    pinned = await boardReport(app, language);
    return () => app.close();
  });

  it.each(ReportFormat.options)('as %s', async (format) => {
    for (const paper of format === 'md' || format === 'xlsx' ? (['A4'] as const) : Paper.options) {
      const order = { reportId: pinned.reportId, format, paper };
      expect(await app.dispatch('reports.export', order)).toMatchObject({ ok: true });
      await drawn(kept.saved.at(-1)!, `report-${language}-${paper}-${format}`);
    }
  });

  it.each(ThreadFormat.options)('its thread as %s', async (format) => {
    for (const paper of format === 'pdf' || format === 'html' ? Paper.options : (['A4'] as const)) {
      const order = { threadId: pinned.threadId, format, paper };
      expect(await app.dispatch('exports.thread', order)).toMatchObject({ ok: true });
      await drawn(kept.saved.at(-1)!, `thread-${language}-${paper}-${format}`);
    }
  });
});
