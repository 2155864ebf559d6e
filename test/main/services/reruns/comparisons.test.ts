import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../../src/main/compose';
import type {
  AnswerDifferences,
  AnswerVersion,
  CallDifferences,
  ComparableAnswer,
  DatasetId,
  RunId,
  StepPair,
  ThreadId,
} from '../../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../../support/app';
import { connect } from '../../../support/connected-app';
import { APRIL, cents, MARCH, plainFile, type Sale, sumsBy } from '../../../support/reruns/file-pairs';
import { callsOf, inPlaceOf, rerunOn } from '../../../support/reruns/rerun';
import { tempFolder, tempFolderForAll } from '../../../support/temp-folder';
import { listeningUpstream } from '../../../support/upstream';

let app: App;
let march: DatasetId;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll());
  march = (await addData(app, 'sales-march.csv', plainFile(MARCH))).id;
});
afterAll(() => app.close());

async function request<T>(of: App, name: string, input: unknown): Promise<T> {
  const result = await of.dispatch(name, input);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value as T;
}
const answersOf = (threadId: ThreadId, of = app) =>
  request<ComparableAnswer[]>(of, 'comparisons.answers', { threadId });
const beside = ([before, after]: AnswerVersion[], of = app) =>
  request<AnswerDifferences>(of, 'comparisons.answersBeside', {
    before: { runId: before!.runId, callId: before!.callId },
    after: { runId: after!.runId, callId: after!.callId },
  });
const tableOf = async ({ steps }: AnswerDifferences, kind: StepPair['kind'] = 'data', of = app) => {
  const pair = steps.find((step) => step.kind === kind);
  const ids = { before: pair!.before!.callId, after: pair!.after!.callId };
  return (await request<CallDifferences>(of, 'reruns.compareCalls', ids)).table!;
};
const amounts = (sales: readonly Sale[]) =>
  [...sumsBy(sales, ({ region }) => region)].map(([region, sum]) => [region, cents(sum)]).toSorted();

it('sets the answers to two wordings side by side, as each was asked and read', async () => {
  const { thread_id, run_id } = await ask(app, 'total amount by region', { datasetIds: [march] });
  const threadId = thread_id as ThreadId;
  await ask(app, 'average amount by region', { threadId });
  const [second, first] = await answersOf(threadId);
  expect([first, second]).toMatchObject([
    { runId: run_id, question: 'total amount by region', model: 'built-in', version: 1, status: 'completed' },
    { question: 'average amount by region' },
  ]);
  const both = await beside([first!, second!]);
  expect([both.before, both.after]).toMatchObject([
    { cost: null, ending: null, message: { role: 'assistant' } },
    { message: { role: 'assistant' } },
  ]);
  expect(both.steps.map(({ kind, before, after }) => [kind, before !== null, after !== null])).toContainEqual([
    ...['data', true, true],
  ]);
  const table = await tableOf(both);
  const means = new Map(
    [...sumsBy(MARCH, ({ region }) => region)].map(([region, sum]) => {
      const count = MARCH.filter((sale) => sale.region === region).length;
      return [region, sum / count / 100];
    }),
  );
  expect(table.rows.map(({ before }) => before && [before[0], before.at(-1)]).toSorted()).toEqual(amounts(MARCH));
  for (const { after } of table.rows) expect(Number(after?.[1])).toBeCloseTo(means.get(String(after?.[0])) ?? 0, 6);
});

it('sets an answer beside a version that a chip made of it', async () => {
  const threadId = (await ask(app, 'total amount by region', { datasetIds: [march] })).thread_id as ThreadId;
  const call = callsOf(app, threadId).find(({ name }) => name === 'analyze')!;
  const only = { ...call.query!.query, limit: { n: 1 } };
  const version = app.services.queries.compute({ callId: call.id, query: only, shownCharts: [] });
  await app.services.runs.local.finished(version.id);
  const answers = await answersOf(threadId);
  expect(answers.map(({ callId, version: place }) => [callId, place])).toEqual([
    [version.id, 2],
    [null, 1],
  ]);
  const both = await beside(answers.toReversed());
  expect(both.after).toMatchObject({ message: null, usage: null, cost: null });
  const { counts } = await tableOf(both);
  expect(counts).toEqual({ same: 1, changed: 0, gone: 2, new: 0 });
  // What the version draws is its own.
  const charts = both.steps.filter(({ kind }) => kind === 'chart');
  expect(charts.every(({ after }) => after === null)).toBe(true);
});

it('has the answers of the months that a thread was run again on, whichever of the threads is asked', async () => {
  const threadId = (await ask(app, 'total amount by region', { datasetIds: [march] })).thread_id as ThreadId;
  const april = (await addData(app, 'sales-april.csv', plainFile(APRIL))).id;
  const { toThread } = await rerunOn(app, { threadId, replacements: inPlaceOf(march, april), accepted: true });
  const answers = await answersOf(threadId);
  expect(answers).toHaveLength(2);
  expect(await answersOf(toThread!)).toEqual(answers);
  const table = await tableOf(await beside(answers.toReversed()));
  expect(table.rows.map(({ before }) => before).toSorted()).toEqual(amounts(MARCH));
  expect(table.rows.map(({ after }) => after).toSorted()).toEqual(amounts(APRIL));
});

it('tells models apart by their figures, code, tokens and money, and one that failed by why', async () => {
  const { upstream, baseUrl } = await listeningUpstream({ key: 'sk-x', models: ['scripted', 'other'] });
  const sql = (order: string) => ({
    calls: [
      {
        name: 'query_data',
        arguments: { sql: `SELECT region, sum(amount) AS total FROM sales_march ${order} GROUP BY 1 ORDER BY 1` },
      },
    ],
  });
  upstream.script(sql(''), { text: 'All of it.' }, sql("WHERE region <> 'West'"), { text: 'Without the west.' });
  const own = await openTestApp(tempFolder());
  onTestFinished(() => own.close());
  const data = (await addData(own, 'sales-march.csv', plainFile(MARCH))).id;
  const { connection, answerer } = await connect(own, baseUrl, { key: 'sk-x', api: 'chat' });
  own.services.models.edit({ answerer, abilities: { price: { input: 2, cached: 1, output: 8 } } });
  const first = await ask(own, 'How did regions do?', { datasetIds: [data] });
  const other = own.services.models.answererOf(connection.id, 'other');
  const again = await own.services.runs.again({ runId: first.run_id as RunId, answerer: other });
  await own.services.runs.finished(again.id);
  const threadId = first.thread_id as ThreadId;
  const answers = (await answersOf(threadId, own)).toReversed();
  expect(answers.map(({ model, question }) => [model, question])).toEqual([
    ['scripted', 'How did regions do?'],
    ['other', 'How did regions do?'],
  ]);
  const both = await beside(answers, own);
  const { before, after, steps } = both;
  const { promptTokens, completionTokens, cachedTokens } = before.usage!;
  const paid = ((promptTokens - cachedTokens) * 2 + cachedTokens + completionTokens * 8) / 1_000_000;
  expect(before.cost?.money).toBeCloseTo(paid, 12);
  expect(after.cost).toEqual({ money: null, unpriced: 2 });
  expect(steps[0]?.after?.code?.text).toContain("<> 'West'");
  expect((await tableOf(both, 'data', own)).counts).toEqual({ same: 2, changed: 0, gone: 1, new: 0 });

  upstream.script({ status: 401 });
  const failing = await own.services.runs.again({ runId: first.run_id as RunId, answerer: other });
  await own.services.runs.finished(failing.id);
  const failed = (await answersOf(threadId, own)).find(({ runId }) => runId === failing.id)!;
  const unequal = await beside([answers[0]!, failed], own);
  expect(unequal.after).toMatchObject({ status: 'failed', message: null });
  expect(unequal.after.ending).not.toBeNull();
  expect(unequal.steps).toMatchObject([{ kind: 'data', after: null }]);
});

it('refuses what is no longer kept', async () => {
  const gone = { runId: 'run_gone', callId: null };
  await expect(request(app, 'comparisons.answersBeside', { before: gone, after: gone })).rejects.toThrow('not_found');
});
