import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../../src/main/compose';
import { rerunExitCode, runAgain } from '../../../../src/main/shells/headless/run-again';
import type { Call, CallId, DatasetId, ThreadId } from '../../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../../support/app';
import { connect } from '../../../support/connected-app';
import { needs, WHOLE } from '../../../support/needs';
import { DENO } from '../../../support/python';
import { fenced } from '../../../support/python-cells';
import { APRIL, cents, MARCH, plainFile, strangersFiles, sumsBy } from '../../../support/reruns/file-pairs';
import { callsOf, inPlaceOf, rerunOn, resultsOf, tablesOf } from '../../../support/reruns/rerun';
import { sweep } from '../../../support/sweep';
import { tempFolder, tempFolderForAll } from '../../../support/temp-folder';
import { listeningUpstream } from '../../../support/upstream';

let app: App;
let march: DatasetId;
let april: DatasetId;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll());
  march = (await addData(app, 'sales-march.csv', plainFile(MARCH))).id;
  april = (await addData(app, 'sales-april.csv', strangersFiles['a renamed column'] ?? '')).id;
});
afterAll(() => app.close());

const asked = async (prompt: string, threadId: ThreadId | null = null): Promise<ThreadId> =>
  (await ask(app, prompt, { threadId, datasetIds: threadId ? [] : [march] })).thread_id as ThreadId;
const callOf = (threadId: ThreadId, name: string): Call => {
  const call = callsOf(app, threadId).find((one) => one.name === name);
  if (!call) throw new Error(`no ${name}`);
  return call;
};
const local = async (callId: CallId, code: string) =>
  app.services.runs.local.finished(app.services.runs.runCode({ callId, code }).id);
const textsOf = (threadId: ThreadId): string[] =>
  app.services.threads
    .messages({ threadId, limit: 100 })
    .messages.map(({ parts }) => parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n'));
const onApril = (threadId: ThreadId) =>
  rerunOn(app, { threadId, replacements: inPlaceOf(march, april), accepted: true });

describe('a thread run again on another file', () => {
  it('says the new figures, and none of the old ones', async () => {
    const threadId = await asked('total amount by region');
    const rerun = await onApril(threadId);
    const [before, after] = [MARCH, APRIL].map((sales) => [...sumsBy(sales, ({ region }) => region).values()]);
    const text = textsOf(rerun.toThread!).join('\n').replaceAll(',', '');
    for (const sum of after ?? []) expect(text).toContain(cents(sum));
    for (const sum of before ?? []) expect(text).not.toContain(cents(sum));
    expect(app.services.threads.get({ threadId: rerun.toThread! }).title).toContain('sales-april.csv');
  });

  it('computes what a question is compared with anew', async () => {
    const threadId = await asked('which products sell above average amount?');
    const [first] = callsOf(app, threadId).filter(({ name }) => name === 'analyze');
    expect(first?.result?.columns.map(({ name }) => name)).toContain('first');
    const rerun = await onApril(threadId);
    const mean = APRIL.reduce((sum, { amount }) => sum + amount, 0) / APRIL.length / 100;
    const above = APRIL.filter(({ amount }) => amount / 100 > mean);
    const sums = sumsBy(above, ({ product }) => product);
    const [, table] = tablesOf(app, rerun, 'analyze');
    const now = table?.rows.flatMap(({ after }) => (after ? [after] : [])) ?? [];
    expect(new Map(now.map(([product, sum]) => [product, sum]))).toEqual(
      new Map([...sums].map(([product, sum]) => [product, cents(sum)])),
    );
  });

  it('keeps versions of answers, SQL of the analyst, the looks of charts, and what stands for an answer', async () => {
    const threadId = await asked('total amount by region');
    const call = callOf(threadId, 'analyze');
    const { query } = call.query!;
    const version = app.services.queries.compute({
      callId: call.id,
      shownCharts: [],
      query: { ...query, by: [{ field: 'product', as: 'product' }], order: [] },
    });
    await app.services.runs.local.finished(version.id);
    const sql = await local(call.id, 'SELECT product, sum(amount) AS total FROM sales_march GROUP BY 1 ORDER BY 1');
    app.services.results.makeAnswer({ runId: app.services.runs.ofThread({ threadId })[0]!.id, callId: sql.id });
    const chartId = callOf(threadId, 'make_chart').chartId!;
    app.services.charts.change({ chartId, look: { kind: 'pie', title: 'Regions' } });

    const rerun = await onApril(threadId);
    expect(rerun.questions[0]?.calls.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['describe_data', 'same'],
      ['analyze', 'changed'],
      ['make_chart', 'same'],
      ['analyze', 'changed'],
      ['analyze', 'changed'],
    ]);
    const sums = sumsBy(APRIL, ({ product }) => product);
    const expected = [...sums].map(([product, sum]) => [product, cents(sum)]).toSorted();
    const versions = callsOf(app, rerun.toThread!).filter(({ localOf }) => localOf !== null);
    for (const { result } of versions) {
      const { rows } = app.services.runs.result({ resultId: result!.id, offset: 0, limit: 100 });
      expect(rows.toSorted()).toEqual(expected);
    }
    const [run] = app.services.runs.ofThread({ threadId: rerun.toThread! });
    expect(run?.adopted).toBe(versions.at(-1)?.id);
    const looks = rerun.charts.map(({ after }) => app.services.charts.get({ chartId: after }).chart.spec.look);
    expect(looks).toContainEqual({ kind: 'pie', title: 'Regions' });
  }, 60_000);

  it('runs its Python on the new rows, under the names it knows', {
    ...needs(DENO, WHOLE),
    timeout: 240_000,
  }, async () => {
    const code = [
      'import assay, csv',
      'print(sorted(row["amount"] for row in assay.table("sales_march"))[-1])',
      'print(len(open("/mnt/data/sales-march.csv").readlines()) - 1)',
    ].join('\n');
    const threadId = await asked(fenced(code));
    const rerun = await onApril(threadId);
    const call = callOf(rerun.toThread!, 'code_interpreter');
    const largest = Math.max(...APRIL.map(({ amount }) => amount));
    expect(call.outputs).toMatchObject([{ type: 'logs', text: `${cents(largest)}\n${APRIL.length}\n` }]);
    expect(rerun.questions[0]?.outcome).toBe('changed');
  });

  it('goes on with questions about the new file', async () => {
    const rerun = await onApril(await asked('total amount by region'));
    const answer = await ask(app, 'total amount for Desk', { threadId: rerun.toThread! });
    const total = sumsBy(APRIL, ({ product }) => product).get('Desk')!;
    expect(answer.answer.replaceAll(',', '')).toContain(cents(total));
  });

  it('tells what had failed the first time, and what fails now', async () => {
    const threadId = await asked('total amount by region');
    const call = callOf(threadId, 'analyze');
    await local(call.id, 'SELECT min(order_id // (order_id - 1000 * 3 - 5)) AS odd FROM sales_march');
    await local(
      call.id,
      `SELECT CASE WHEN max(ordered_on) > '2025-04-01' THEN error('too late') ELSE 'fine' END AS x FROM sales_march`,
    );
    const rerun = await onApril(threadId);
    expect(rerun.status).toBe('incomplete');
    expect(rerun.questions[0]?.calls.at(-1)).toMatchObject({ outcome: 'not_run', why: { code: 'failed' } });
  });
});

it('the unchanged file gives the same results, byte for byte, in fifty threads', async () => {
  const files = ['region', 'product'];
  const questions = ['total amount', 'number of orders', 'average amount', 'highest amount', 'lowest amount'];
  const wanted = Array.from({ length: 50 }, (_, at) => {
    const [region, product] = [MARCH[at % 3]!.region, MARCH[at % 4]!.product];
    return `${questions[at % questions.length]} for ${at % 2 === 0 ? region : product}${at % 7 === 0 ? ` by ${files[(at + 1) % 2]}` : ''}`;
  });
  const same = (await addData(app, 'same.csv', plainFile(MARCH))).id;
  for (const question of sweep(wanted, 12)) {
    const threadId = await asked(question);
    const rerun = await rerunOn(app, { threadId, replacements: inPlaceOf(march, same) });
    expect(rerun, question).toMatchObject({ status: 'completed', questions: [{ outcome: 'same' }] });
    const [before, after] = [resultsOf(app, threadId), resultsOf(app, rerun.toThread!)];
    expect(before.length, question).toBeGreaterThan(0);
    expect(after).toEqual(before);
  }
}, 400_000);

it('a model is not asked again: what it computed is, and its words are not repeated', async () => {
  const { upstream, baseUrl } = await listeningUpstream({ key: 'sk-x' });
  upstream.script(
    {
      calls: [
        {
          name: 'query_data',
          arguments: { sql: 'SELECT region, sum(amount) AS total FROM sales_march GROUP BY 1 ORDER BY 1' },
        },
      ],
    },
    { text: 'March was a fine month.' },
  );
  const own = await openTestApp(tempFolder());
  onTestFinished(() => own.close());
  const old = (await addData(own, 'sales-march.csv', plainFile(MARCH))).id;
  const by = (await addData(own, 'sales-april.csv', strangersFiles['a renamed column'] ?? '')).id;
  await connect(own, baseUrl, { key: 'sk-x', api: 'chat' });
  const threadId = (await ask(own, 'How did regions do?', { datasetIds: [old] })).thread_id as ThreadId;
  const sent = upstream.turns.length;
  const rerun = await rerunOn(own, { threadId, replacements: inPlaceOf(old, by), accepted: true });
  expect(upstream.turns).toHaveLength(sent);
  expect(rerun.questions).toMatchObject([{ outcome: 'changed', reworded: true }]);
  const { messages } = own.services.threads.messages({ threadId: rerun.toThread!, limit: 10 });
  const answer = messages.at(-1);
  expect(answer?.facts.map(({ fact }) => fact.code)).toContain('run_again');
  const text =
    answer?.parts
      .map((part) => (part.type === 'text' ? part.text : ''))
      .join('')
      .replaceAll(',', '') ?? '';
  expect(text).not.toContain('fine month');
  for (const sum of sumsBy(APRIL, ({ region }) => region).values()) expect(text).toContain(cents(sum));
});

it('from the command line a file that is stopped, has to be accepted, or runs, ends otherwise each time', async () => {
  const threadId = await asked('total amount by region');
  const folder = tempFolder();
  const path = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const given = { threadId, old: null, columns: [], accepted: false };
  const said: string[] = [];
  const run = (over: Partial<Parameters<typeof runAgain>[1]>) =>
    runAgain(app, { ...given, file: '', ...over }, (line) => said.push(line));
  const renamed = path('renamed.csv', strangersFiles['a renamed column'] ?? '');
  const split = path('split.csv', strangersFiles['a column split in two'] ?? '');
  const stopped = await run({ file: split });
  expect([stopped.status, rerunExitCode(stopped), stopped.new_thread]).toEqual(['stopped', 3, null]);
  const refused = await run({ file: renamed });
  expect([refused.status, rerunExitCode(refused)]).toEqual(['not_accepted', 3]);
  const ran = await run({ file: renamed, columns: [{ column: 'amount', now: 'net_amount' }] });
  expect([ran.status, rerunExitCode(ran)]).toEqual(['completed', 0]);
  const [changed] = ran.questions[0]!.calls.flatMap(({ differences }) => differences?.table ?? []);
  expect(changed?.counts).toEqual({ same: 0, changed: 3, gone: 0, new: 0 });
  expect(said).toContain('1 of 1');
});
