import { expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../../src/main/compose';
import type { MessageId, Report, ReportBlock, ReportId, ThreadId } from '../../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../../support/app';
import { tempFolder } from '../../../support/temp-folder';

const SALES = 'date,region,revenue\n2025-01-01,North,10.50\n2025-02-01,South,20.25\n2025-03-01,North,5.00\n';

async function open(folder = tempFolder()): Promise<App> {
  const app = await openTestApp(folder);
  onTestFinished(() => app.close());
  return app;
}

async function request<T>(app: App, name: string, input: unknown): Promise<T> {
  const result = await app.dispatch(name, input);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value as T;
}

/** A thread with an answer, and what can be pinned of it. */
async function answered(app: App, question = 'revenue by region as a bar chart', sales = SALES) {
  const dataset = await addData(app, 'sales.csv', sales);
  const { thread_id } = await ask(app, question, { datasetIds: [dataset.id] });
  const threadId = thread_id as ThreadId;
  const { messages } = app.services.threads.messages({ threadId, limit: 50 });
  const answer = messages.at(-1)!;
  const runs = app.services.runs.ofThread({ threadId });
  const calls = runs.flatMap((run) => run.steps.flatMap((step) => step.calls));
  const computed = calls.findLast((call) => call.query !== undefined)!;
  const chartId = calls.flatMap((call) => call.chartId ?? []).at(-1);
  return { dataset, threadId, messageId: answer.id as MessageId, computed, resultId: computed.result!.id, chartId };
}

const pin = (app: App, reportId: ReportId | null, target: object) =>
  request<ReportBlock>(app, 'reports.pin', { reportId, target });
const get = (app: App, reportId: ReportId) => request<Report>(app, 'reports.get', { reportId });
const kinds = ({ blocks }: Report) => blocks.map(({ content }) => content.kind);

it('pins answers, tables, charts, figures and own text, as they were, in a report that is called as the thread', async () => {
  const app = await open();
  const { messageId, resultId, chartId, threadId } = await answered(app);
  const { reportId } = await pin(app, null, { kind: 'answer', messageId });
  await pin(app, reportId, { kind: 'table', resultId });
  await pin(app, reportId, { kind: 'chart', chartId });
  await pin(app, reportId, { kind: 'figure', resultId, row: 1, column: 1 });
  await request(app, 'reports.addText', { reportId, markdown: 'What we **learned**.', before: null });
  const report = await get(app, reportId);
  expect(report.title).toBe(app.services.threads.get({ threadId }).title);
  expect(kinds(report)).toEqual(['answer', 'table', 'chart', 'figure', 'text']);
  const [answer, table, chart, figure] = report.blocks;
  expect(answer!.content).toMatchObject({
    question: 'revenue by region as a bar chart',
    reading: { parts: expect.any(Array) },
    parts: [
      { type: 'text' },
      { type: 'chart' },
      {
        type: 'table',
        table: {
          rows: [
            ['South', '20.25'],
            ['North', '15.50'],
          ],
        },
      },
    ],
  });
  expect(table!.content).toMatchObject({ table: { rowCount: 2, about: [{ role: 'group' }, { role: 'measure' }] } });
  expect(chart!.content).toMatchObject({ chart: { spec: { kind: 'bar' }, table: { rows: expect.any(Array) } } });
  expect(figure!.content).toMatchObject({ column: 1, table: { rows: [['North', '15.50']] } });
  for (const block of report.blocks.slice(0, 4)) {
    expect(block.source).toMatchObject({ threadId, files: [{ name: 'sales.csv' }] });
    expect(block.changes).toEqual([]);
  }
  expect(report.blocks[4]!.source).toBeNull();
});

it('keeps the order in which blocks are put, and brings back one that was removed to its place', async () => {
  const app = await open();
  const { id: reportId } = await request<{ id: ReportId }>(app, 'reports.create', { title: 'Board' });
  const add = (markdown: string, before: unknown = null) =>
    request<ReportBlock>(app, 'reports.addText', { reportId, markdown, before });
  const texts = async () =>
    (await get(app, reportId)).blocks.map(({ content }) => (content.kind === 'text' ? content.markdown : ''));
  const [a, b, c] = [await add('a'), await add('b'), await add('c')];
  await request(app, 'reports.move', { blockId: c.id, before: a.id });
  expect(await texts()).toEqual(['c', 'a', 'b']);
  await add('d', b.id);
  expect(await texts()).toEqual(['c', 'a', 'd', 'b']);
  await request(app, 'reports.remove', { blockId: a.id });
  await request(app, 'reports.move', { blockId: c.id, before: null });
  expect(await texts()).toEqual(['d', 'b', 'c']);
  await request(app, 'reports.putBack', { blockId: a.id });
  expect(await texts()).toEqual(['a', 'd', 'b', 'c']);
  await request(app, 'reports.editText', { blockId: a.id, markdown: 'A' });
  expect(await texts()).toEqual(['A', 'd', 'b', 'c']);
});

it('says that a report has changed only after it is saved', async () => {
  const app = await open();
  const { messageId } = await answered(app);
  const titles: (string | undefined)[] = [];
  app.subscribe((event) => {
    if (event.name === 'reports.changed') titles.push(app.services.reports.list().at(0)?.title);
  });
  const { reportId } = await pin(app, null, { kind: 'answer', messageId });
  await request(app, 'reports.rename', { reportId, title: 'Board' });
  expect(titles).toEqual(['Revenue by region as a bar chart', 'Board']);
});

it('stays readable when its thread is erased, and says that it is gone', async () => {
  const app = await open();
  const { messageId, threadId } = await answered(app);
  const { reportId } = await pin(app, null, { kind: 'answer', messageId });
  app.services.threads.delete({ threadId });
  await app.services.deletions.erase({ threadIds: [threadId], fileIds: [] });
  const [block] = (await get(app, reportId)).blocks;
  expect(block!.changes).toEqual([{ code: 'thread_deleted' }]);
  expect(block!.content).toMatchObject({ parts: [{ type: 'text' }, { type: 'chart' }, { type: 'table' }] });
});

it('says what has changed since: the file, what its columns mean, and the answer, which can be renewed', async () => {
  const app = await open();
  const { messageId, dataset, computed, chartId } = await answered(app);
  const { reportId, id: blockId } = await pin(app, null, { kind: 'answer', messageId });
  const { id: chartBlock } = await pin(app, reportId, { kind: 'chart', chartId });
  const changes = async () => (await get(app, reportId)).blocks.map((block) => block.changes.map(({ code }) => code));
  expect(await changes()).toEqual([[], []]);

  const edits = { fields: [{ field: 'revenue', title: 'Turnover' }] };
  await request(app, 'definitions.save', { datasetId: dataset.id, edits });
  expect(await changes()).toEqual([['definitions_changed'], ['definitions_changed']]);
  app.services.definitions.reset({ datasetId: dataset.id });
  expect(await changes()).toEqual([[], []]);

  const call = app.services.queries.compute({
    callId: computed.id,
    query: { ...computed.query!.query, order: [{ value: 'total_revenue', direction: 'ascending' }] },
    shownCharts: [],
  });
  await app.services.runs.local.finished(call.id);
  expect(await changes()).toEqual([['newer_version'], ['newer_version']]);
  await request(app, 'reports.renew', { blockId });
  await request(app, 'reports.renew', { blockId: chartBlock });
  expect(await changes()).toEqual([[], []]);
  const [renewed] = (await get(app, reportId)).blocks;
  expect(renewed!.content).toMatchObject({
    parts: [
      { type: 'chart' },
      {
        type: 'table',
        table: {
          rows: [
            ['North', '15.50'],
            ['South', '20.25'],
          ],
        },
      },
      { type: 'facts' },
    ],
  });

  await addData(app, 'sales.csv', `${SALES}2025-04-01,East,1.00\n`);
  expect(await changes()).toEqual([['file_replaced'], ['file_replaced']]);
});

it('holds the file that it shows something of until it is erased itself', async () => {
  const app = await open();
  const { messageId, dataset, threadId } = await answered(app);
  const { reportId } = await pin(app, null, { kind: 'answer', messageId });
  const { fileId } = dataset;
  expect((await app.services.files.uses({ fileId })).reports).toMatchObject([{ reportId, deleted: false }]);
  app.services.threads.delete({ threadId });
  app.services.files.delete({ fileIds: [fileId] });
  expect(app.services.deletions.list().files).toMatchObject([{ fileId, threads: 1, reports: 1 }]);
  const erase = (reportIds: ReportId[]) =>
    app.services.deletions.erase({ threadIds: [threadId], fileIds: [fileId], reportIds });
  expect(await erase([reportId])).toMatchObject({ threads: 1, files: 0, reports: 0, used: [fileId] });
  expect((await get(app, reportId)).blocks[0]!.changes).toEqual([
    { code: 'file_deleted', name: 'sales.csv' },
    { code: 'thread_deleted' },
  ]);
  await request(app, 'reports.delete', { reportId });
  expect(app.services.reports.list()).toEqual([]);
  expect(await erase([reportId])).toMatchObject({ files: 1, reports: 1, used: [] });
});
