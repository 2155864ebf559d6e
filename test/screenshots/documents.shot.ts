import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { WorkerChartPainter } from '../../src/main/analysis/charts';
import { silentLog } from '../../src/main/log';
import { DocumentWriter, type Paper, type Publication, type PublicationChart } from '../../src/main/publishing';
import { buildEntry } from '../support/build-entry';
import { AWKWARD } from '../support/charts/awkward';
import { browserForFile } from '../support/chromium';
import { awkwardReport, germanReport, monthlyReport } from '../support/publications/samples';

/** Documents in every format, page by page: to be looked at, not kept. What needs a program that is not there is left out. */
const open = browserForFile();
const FOLDER = process.env.SCREENSHOTS ?? join(tmpdir(), 'assay-documents');
const PAGES = 12;

const SAMPLES = { monthly: monthlyReport, awkward: awkwardReport, german: germanReport };
const PAPERS: Record<keyof typeof SAMPLES, Paper> = { monthly: 'A4', awkward: 'Letter', german: 'A4' };

let writer: DocumentWriter;
const charts: Record<'en' | 'de', PublicationChart[]> = { en: [], de: [] };
beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  writer = new DocumentWriter({
    workerPath: await buildEntry('src/main/publishing/document-worker.ts'),
    log: silentLog,
  });
  const workerPath = await buildEntry('src/main/analysis/charts/worker.tsx');
  const painter = new WorkerChartPainter({ workerPath, log: silentLog });
  for (const language of ['en', 'de'] as const)
    for (const { spec, table } of AWKWARD.slice(0, 2)) {
      const locale = { language, numbers: language === 'de' ? ('de-DE' as const) : ('en-US' as const) };
      const { svg, png } = await painter.draw({ spec, table, theme: 'light', locale });
      const height = Number(/height="(\d+)"/.exec(svg)?.[1] ?? 360);
      charts[language].push({
        type: 'chart',
        title: spec.title,
        svg,
        png,
        width: 720,
        height,
        alt: spec.title,
        note: null,
      });
    }
  await painter.close();
});

const isThere = (program: string) => spawnSync('which', [program]).status === 0;

function pages(pdf: string, name: string): void {
  if (!isThere('pdftoppm')) return;
  spawnSync('pdftoppm', ['-r', '70', '-png', '-l', String(PAGES), pdf, join(FOLDER, name)]);
}

describe.each(Object.keys(SAMPLES) as (keyof typeof SAMPLES)[])('%s', (sample) => {
  const paper = PAPERS[sample];
  const document = (): Publication => SAMPLES[sample](charts[sample === 'german' ? 'de' : 'en']);
  const written = async (format: 'html' | 'pdf' | 'docx' | 'md' | 'xlsx') => {
    const started = performance.now();
    const files = await writer.write({ publication: document(), format, paper, name: `${sample}.${format}` });
    for (const { name, bytes } of files) {
      mkdirSync(join(FOLDER, sample, 'pictures'), { recursive: true });
      writeFileSync(join(FOLDER, sample, name), bytes);
    }
    const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    console.log(`${sample}.${format}: ${Math.round(performance.now() - started)} ms, ${Math.round(size / 1000)} kB`);
    return join(FOLDER, sample, `${sample}.${format}`);
  };

  it('as a PDF', async () => {
    const path = await written('pdf');
    pages(path, `${sample}-pdf`);
    expect(path).toContain('.pdf');
  });

  it('as HTML, on screens and on paper', async () => {
    const path = await written('html');
    for (const scheme of ['light', 'dark'] as const) {
      const page = await open('about:blank', { width: 1100, height: 1400, scheme });
      await page.setContent(readFileSync(path, 'utf8'));
      await page.screenshot({ path: join(FOLDER, `${sample}-html-${scheme}.png`) });
      if (scheme === 'dark') continue;
      const pdf = join(FOLDER, sample, `${sample}-html.pdf`);
      await page.pdf({ path: pdf, preferCSSPageSize: true });
      pages(pdf, `${sample}-html-print`);
    }
    expect(path).toContain('.html');
  });

  it('as a document of a word processor', async () => {
    const path = await written('docx');
    if (!isThere('soffice')) return expect(path).toContain('.docx');
    spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', join(FOLDER, sample, 'office'), path]);
    pages(join(FOLDER, sample, 'office', `${sample}.pdf`), `${sample}-docx`);
    return expect(path).toContain('.docx');
  });

  it('as Markdown and as a workbook', async () => {
    expect(await written('md')).toContain('.md');
    expect(await written('xlsx')).toContain('.xlsx');
  });
});
