import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../../src/main/compose';
import type { Saving } from '../../../../src/main/services/ports';
import type { MessageId, ReportFormat, ReportId, Saved, ThreadId } from '../../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../../support/app';
import { tempFolder } from '../../../support/temp-folder';

const SALES =
  'date,region,revenue\n2025-01-01,North,10.50\n2025-02-01,=1+1 <script>alert(1)</script>,20.25\n2025-03-01,North,5.00\n';

/** A report with an answer, a figure and text; what is saved of it comes back. */
async function withReport(language: 'en' | 'de' = 'en') {
  const saved: Saving[] = [];
  const app = await openTestApp(tempFolder(), {
    settings: { language },
    save: async (file): Promise<Saved> => {
      saved.push(file);
      return { kind: 'saved', name: file.name };
    },
  });
  onTestFinished(() => app.close());
  const dataset = await addData(app, 'sales.csv', SALES);
  const { thread_id } = await ask(app, 'revenue by region as a bar chart', { datasetIds: [dataset.id] });
  const threadId = thread_id as ThreadId;
  const answer = app.services.threads.messages({ threadId, limit: 50 }).messages.at(-1)!;
  const calls = app.services.runs.ofThread({ threadId }).flatMap((run) => run.steps.flatMap((step) => step.calls));
  const resultId = calls.findLast((call) => call.query !== undefined)!.result!.id;
  const { reports } = app.services;
  const { reportId } = await reports.pin({
    reportId: null,
    target: { kind: 'answer', messageId: answer.id as MessageId },
  });
  await reports.pin({ reportId, target: { kind: 'figure', resultId, row: 1, column: 1 } });
  reports.addText({ reportId, markdown: 'It *grew*. ![](https://example.com/a.png) <img src=x>', before: null });
  reports.rename({ reportId, title: 'For the board' });
  return { app, reportId, saved };
}

async function exported(app: App, reportId: ReportId, format: ReportFormat, saved: Saving[]): Promise<Buffer> {
  const result = await app.dispatch('reports.export', { reportId, format });
  expect(result).toMatchObject({ ok: true, value: { kind: 'saved' } });
  const file = saved.at(-1)!;
  return 'bytes' in file ? Buffer.from(file.bytes) : readFile(file.path);
}

it('becomes a web page that holds everything, and in which nothing of the data runs or is fetched', async () => {
  const { app, reportId, saved } = await withReport();
  const page = (await exported(app, reportId, 'html', saved)).toString('utf8');
  expect(saved.at(-1)).toMatchObject({ name: 'For the board.html', type: 'text/html' });
  for (const text of ['For the board', 'Revenue by region as a bar chart', '20.25', '15.50', 'From Revenue by region'])
    expect(page).toContain(text);
  expect(page).toContain('src="data:image/svg+xml;base64,');
  expect(page).not.toMatch(/<script|src="(?!data:)|href=/);
});

it('becomes a workbook whose cells keep their types, and in which no text is a formula', async () => {
  const { app, reportId, saved } = await withReport();
  const book = read(await exported(app, reportId, 'xlsx', saved));
  const rows = book.SheetNames.flatMap((name) => utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1 }));
  expect(rows).toContainEqual(['North', 15.5]);
  const cells = book.SheetNames.flatMap((name) => Object.values(book.Sheets[name]!));
  expect(cells.filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toEqual([]);
});

it('becomes a PDF, a Word document, and Markdown with its pictures beside', async () => {
  const { app, reportId, saved } = await withReport();
  expect((await exported(app, reportId, 'pdf', saved)).subarray(0, 5).toString()).toBe('%PDF-');
  const word = unzipSync(await exported(app, reportId, 'docx', saved));
  expect(Buffer.from(word['word/document.xml']!).toString()).toContain('For the board');
  const files = unzipSync(await exported(app, reportId, 'md', saved));
  const [text] = Object.entries(files).find(([name]) => name.endsWith('.md')) ?? [];
  expect(text).toBe('For the board.md');
  const markdown = Buffer.from(files['For the board.md']!).toString();
  const [, picture] = /!\[[^\]]*\]\(([^)]+\.png)\)/.exec(markdown) ?? [];
  expect(Buffer.from(files[picture!]!).subarray(1, 4).toString()).toBe('PNG');
});

it('is in the language of the window: its sentences, its figures, its source lines', async () => {
  const { app, reportId, saved } = await withReport('de');
  const page = (await exported(app, reportId, 'html', saved)).toString('utf8');
  expect(page).toContain('15,50');
  expect(page).toContain('Aus Revenue by region');
  expect(page).not.toContain('15.50');
});

it('ends with the app while it is being made, and nothing is saved', async () => {
  const { app, reportId, saved } = await withReport();
  const begun = new Promise<void>((resolve) => {
    app.subscribe(({ name }) => {
      if (name === 'reports.exporting') resolve();
    });
  });
  const making = app.dispatch('reports.export', { reportId, format: 'pdf' });
  await begun;
  await app.close();
  expect(await making).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(saved).toEqual([]);
});

it('tells how far a document is, makes one at a time, and stops when it is told to', async () => {
  const { app, reportId, saved } = await withReport();
  const progress: number[][] = [];
  app.subscribe((event) => {
    if (event.name === 'reports.exporting') progress.push([event.data.done, event.data.of]);
  });
  const first = app.dispatch('reports.export', { reportId, format: 'html' });
  expect(await app.dispatch('reports.export', { reportId, format: 'html' })).toMatchObject({
    ok: false,
    error: { code: 'busy' },
  });
  await app.dispatch('reports.stopExport', { reportId });
  expect(await first).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(saved).toEqual([]);
  await exported(app, reportId, 'html', saved);
  expect(progress.slice(-2)).toEqual([
    [0, 1],
    [1, 1],
  ]);
});
