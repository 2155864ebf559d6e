import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../../../src/main/compose';
import { rerunExitCode, runReportAgain } from '../../../../src/main/shells/headless/run-again';
import type {
  DatasetId,
  PinTarget,
  Report,
  ReportBlock,
  ReportId,
  ReportRerun,
  RerunGate,
  ThreadId,
} from '../../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../../support/app';
import { APRIL, cents, MARCH, plainFile, type Sale, strangersFiles, sumsBy } from '../../../support/reruns/file-pairs';
import { callsOf, inPlaceOf } from '../../../support/reruns/rerun';
import { tempFolder, tempFolderForAll } from '../../../support/temp-folder';

let app: App;
let march: DatasetId;
let april: DatasetId;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll());
  march = (await addData(app, 'sales-march.csv', plainFile(MARCH))).id;
  april = (await addData(app, 'sales-april.csv', strangersFiles['a renamed column'] ?? '')).id;
});
afterAll(() => app.close());

async function request<T>(name: string, input: unknown): Promise<T> {
  const result = await app.dispatch(name, input);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value as T;
}
const asked = async (prompt: string): Promise<ThreadId> =>
  (await ask(app, prompt, { datasetIds: [march] })).thread_id as ThreadId;
const begun = async (title: string) => (await request<{ id: ReportId }>('reports.create', { title })).id;
const pin = (reportId: ReportId, target: PinTarget) => request<ReportBlock>('reports.pin', { reportId, target });
const answerOf = (threadId: ThreadId) => app.services.threads.messages({ threadId, limit: 50 }).messages.at(-1)!.id;
const computedIn = (threadId: ThreadId) => callsOf(app, threadId).find(({ name }) => name === 'analyze')!.result!;
const rowsOf = (id: ReturnType<typeof computedIn>['id']) =>
  app.services.runs.result({ resultId: id, offset: 0, limit: 100 }).rows;
async function onOther(reportId: ReportId, by: DatasetId): Promise<ReportRerun> {
  const input = { reportId, replacements: inPlaceOf(march, by), accepted: true };
  const { id } = await request<ReportRerun>('reportReruns.start', input);
  await app.services.reportReruns.finished(id);
  return request<ReportRerun>('reportReruns.get', { reportRerunId: id });
}
const reportOf = (reportId: ReportId | null) => request<Report>('reports.get', { reportId });
const sums = (sales: readonly Sale[], key: (sale: Sale) => string) =>
  new Map([...sumsBy(sales, key)].map(([name, sum]) => [name, cents(sum)]));

it('has the new figures in the places of the old ones, in the same order, and the own text as it was', async () => {
  const [regions, products] = [
    await asked('total amount by region'),
    await asked('total amount by product as a bar chart'),
  ];
  const reportId = await begun('For the board');
  await pin(reportId, { kind: 'answer', messageId: answerOf(regions) });
  await request('reports.addText', { reportId, markdown: '# What we learned', before: null });
  const result = computedIn(regions);
  const south = rowsOf(result.id).findIndex(([region]) => region === 'South');
  await pin(reportId, { kind: 'figure', resultId: result.id, row: south, column: 1 });
  await pin(reportId, { kind: 'table', resultId: computedIn(products).id });
  await pin(reportId, {
    kind: 'chart',
    chartId: callsOf(app, products)
      .flatMap((call) => call.chartId ?? [])
      .at(-1)!,
  });

  expect(await request<object[]>('reportReruns.files', { reportId })).toMatchObject([{ id: march }]);
  const rerun = await onOther(reportId, april);
  expect(rerun).toMatchObject({ status: 'completed', done: 2, of: 2 });
  expect(rerun.blocks.map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ['answer', 'changed'],
    ['text', 'copied'],
    ['figure', 'changed'],
    ['table', 'changed'],
    ['chart', 'changed'],
  ]);
  const [answered] = rerun.blocks;
  expect(answered?.charts.map(({ before }) => before)).toEqual(
    callsOf(app, regions).flatMap((call) => call.chartId ?? []),
  );
  expect(answered?.charts).toHaveLength(1);
  const report = await reportOf(rerun.toReport);
  expect(report.title).toBe('For the board · sales-april.csv');
  const [answer, text, figure, table, chart] = report.blocks.map(({ content }) => content);
  const [byRegion, byProduct] = [sums(APRIL, ({ region }) => region), sums(APRIL, ({ product }) => product)];
  const shown =
    answer?.kind === 'answer' ? answer.parts.flatMap((part) => (part.type === 'table' ? [part.table] : [])) : [];
  expect(new Map(shown[0]?.rows.map(([name, sum]) => [name, sum]))).toEqual(byRegion);
  expect(text).toEqual({ kind: 'text', markdown: '# What we learned' });
  expect(figure).toMatchObject({ table: { rows: [['South', byRegion.get('South')]] }, column: 1 });
  expect(new Map(table?.kind === 'table' ? table.table.rows.map(([name, sum]) => [name, sum]) : [])).toEqual(byProduct);
  const drawn = chart?.kind === 'chart' ? chart.chart.table.rows : [];
  expect(new Map(drawn.map(([name, sum]) => [name, sum]))).toEqual(byProduct);
  for (const { source } of report.blocks)
    if (source) expect(source.files.map(({ name }) => name)).toEqual(['sales-april.csv']);
  // The earlier one says what it said.
  expect((await reportOf(reportId)).blocks[2]?.content).toMatchObject({
    table: { rows: [['South', sums(MARCH, ({ region }) => region).get('South')]] },
  });
}, 120_000);

it('keeps what could not run as it was, and says why', async () => {
  const [regions, gone] = [await asked('total amount by region'), await asked('total amount by product')];
  const reportId = await begun('What is left');
  const result = computedIn(regions);
  const west = rowsOf(result.id).findIndex(([region]) => region === 'West');
  const south = rowsOf(result.id).findIndex(([region]) => region === 'South');
  await pin(reportId, { kind: 'figure', resultId: result.id, row: west, column: 1 });
  await pin(reportId, { kind: 'figure', resultId: result.id, row: south, column: 1 });
  await pin(reportId, { kind: 'table', resultId: computedIn(gone).id });
  await request('threads.delete', { threadId: gone });
  const fewer = (await addData(app, 'fewer.csv', strangersFiles['fewer categories'] ?? '')).id;
  const rerun = await onOther(reportId, fewer);
  expect(rerun).toMatchObject({
    status: 'incomplete',
    blocks: [
      { outcome: 'not_run', why: { code: 'row_gone' } },
      { outcome: 'changed' },
      { outcome: 'not_run', why: { code: 'thread_deleted' } },
    ],
  });
  const { blocks } = await reportOf(rerun.toReport);
  expect(blocks[0]?.content).toMatchObject({
    table: { rows: [['West', sums(MARCH, ({ region }) => region).get('West')]] },
  });
  expect(blocks[0]?.changes).toContainEqual({ code: 'not_rerun', why: { code: 'row_gone' } });
  expect(blocks[1]?.changes).toEqual([]);
}, 120_000);

it('is stopped by what any of its threads asks for and the file has not', async () => {
  const reportId = await begun('Stopped');
  await pin(reportId, { kind: 'answer', messageId: answerOf(await asked('number of orders')) });
  await pin(reportId, { kind: 'answer', messageId: answerOf(await asked('total amount by region')) });
  const split = (await addData(app, 'split.csv', strangersFiles['a column split in two'] ?? '')).id;
  const input = { reportId, replacements: inPlaceOf(march, split) };
  const gate = await request<RerunGate>('reportReruns.check', input);
  expect(gate.replacements).toHaveLength(1);
  const stopping = gate.replacements.flatMap(({ findings }) => findings).filter(({ weight }) => weight === 'stops');
  expect(stopping.map(({ fact }) => fact)).toMatchObject([{ code: 'column_split', column: 'region', used: true }]);
  await expect(request('reportReruns.start', { ...input, accepted: true })).rejects.toThrow('invalid_input');
  const named = inPlaceOf(march, split, [{ column: 'region', now: 'region_name' }]);
  expect(await request<RerunGate>('reportReruns.check', { reportId, replacements: named })).toMatchObject({ stops: 0 });
}, 120_000);

it('from the command line is stopped, has to be accepted, or runs, and tells what differs', async () => {
  const reportId = await begun('By command');
  await pin(reportId, { kind: 'table', resultId: computedIn(await asked('total amount by region')).id });
  const folder = tempFolder();
  const path = (name: string): string => {
    writeFileSync(join(folder, 'next.csv'), strangersFiles[name] ?? '');
    return join(folder, 'next.csv');
  };
  const run = (name: string, accepted = false) =>
    runReportAgain(app, { reportId, file: path(name), old: null, columns: [], accepted }, () => {});
  expect(rerunExitCode(await run('a column split in two'))).toBe(3);
  expect(await run('a renamed column')).toMatchObject({ status: 'not_accepted', new_report: null });
  const ran = await run('a renamed column', true);
  expect([ran.status, rerunExitCode(ran)]).toEqual(['completed', 0]);
  expect(ran.blocks[0]?.differences?.table?.counts).toEqual({ same: 0, changed: 3, gone: 0, new: 0 });
  expect((await reportOf(ran.new_report)).blocks).toHaveLength(1);
}, 120_000);
