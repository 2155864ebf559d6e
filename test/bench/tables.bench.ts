import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import type { CallId, ThreadId } from '../../src/preload/contract';
import { browserForFile } from '../support/chromium';
import { dataEngine } from '../support/data-engine';
import { type RunningApp, startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';
import { until } from '../support/until';
import { pairs, tell } from './pairs';

const open = browserForFile();
const data = dataEngine();
const ANSWERS = Number(process.env.BENCH_ANSWERS ?? 100);

const MONTHS = Array.from(
  { length: 24 },
  (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-15`,
);
const SALES = [
  'ordered_on,region,amount',
  ...MONTHS.flatMap((month, at) =>
    ['West', 'East', 'North', 'South'].map((region, n) => `${month},${region},${(at + 3) * (n + 7)}.50`),
  ),
].join('\n');

async function started() {
  const app = await startApp(tempFolder());
  onTestFinished(() => app.stop());
  const path = join(tempFolder(), 'sales.csv');
  writeFileSync(path, SALES);
  const { id } = await app.upload(path);
  return { app, datasetIds: [id] };
}

/** A thread with so many answers, each with a chart and a table. */
async function threadOf(
  app: RunningApp,
  datasetIds: Awaited<ReturnType<typeof started>>['datasetIds'],
  answers: number,
) {
  let threadId: ThreadId | null = null;
  let callId: CallId | null = null;
  for (let n = 0; n < answers; n += 1) {
    const groups = [
      { field: 'ordered_on', grain: 'month' as const, as: 'month' },
      ...(n % 2 ? [{ field: 'region', as: 'region' }] : []),
    ];
    const query = {
      from: { table: 'sales' },
      compute: [{ measure: 'sum' as const, of: 'amount', as: 'total' }],
      by: groups,
    };
    const asked: { thread: { id: ThreadId }; callId: CallId } = await app.api.queries.ask({
      threadId,
      datasetIds,
      query,
    });
    threadId = asked.thread.id;
    callId = asked.callId;
  }
  if (!threadId || !callId) throw new Error('nothing was asked');
  return { threadId, callId };
}

/** Opens a thread from the welcome page, until its last chart is drawn and its last table has rows. */
const opener = (page: Page, threadId: ThreadId) => async () => {
  await page.evaluate(`location.hash = '#/'`);
  await page.getByText('Drop a CSV or a document anywhere').waitFor();
  await page.evaluate(`location.hash = '#/t/${threadId}'`);
  const last = page.getByRole('article', { name: 'Answer' }).last();
  await last.locator('svg.recharts-surface').first().waitFor();
};

const watchTasks = (page: Page) =>
  page.evaluate(`window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });`);
const longest = async (page: Page): Promise<string> => {
  const tasks = (await page.evaluate('window.tasks.splice(0)')) as number[];
  return tasks.length === 0 ? 'none over 50 ms' : `${tasks.length}, the longest ${Math.max(...tasks).toFixed(0)} ms`;
};

/** What 299 frames took while a conversation was scrolled up, each by so many pixels; milliseconds. */
const scrolledUp = (page: Page, step: number): Promise<number[]> =>
  page.evaluate(`new Promise((resolve) => {
    const log = document.querySelector('[role="log"]');
    const times = []; let last = performance.now();
    const step = (now) => { times.push(now - last); last = now; log.scrollTop -= ${step}; times.length < 300 ? requestAnimationFrame(step) : resolve(times.slice(1)); };
    requestAnimationFrame(step);
  })`);

it(`opens and scrolls a thread of ${ANSWERS} answers`, async () => {
  const { app, datasetIds } = await started();
  const many = await threadOf(app, datasetIds, ANSWERS);
  const single = await threadOf(app, datasetIds, 1);
  const page = await open(app.url);
  await watchTasks(page);
  const verdict = await pairs(opener(page, many.threadId), opener(page, single.threadId), 5);
  tell(`Opening a thread of ${ANSWERS} answers against one of one`, '≤ 1.5×', verdict);
  await opener(page, many.threadId)();
  console.log(
    `  tasks while opening: ${await longest(page)}; elements: ${await page.evaluate('document.querySelectorAll("*").length')}`,
  );
  // Read through at 1,200 pixels a second, and raced through at three times that.
  for (const step of [20, 60]) {
    const frames = await scrolledUp(page, step);
    const p95 = frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)];
    console.log(`  scrolling up by ${step} px a frame, p95: ${p95?.toFixed(1)} ms; tasks: ${await longest(page)}`);
    expect(frames.length).toBe(299);
  }
});

it('sorts and filters 1,000,000 rows', async () => {
  const rows =
    'SELECT range AS n, hash(range) % 100000 AS value, md5(CAST(range AS VARCHAR)) AS name FROM range(1000000)';
  const columns = [
    { name: 'n', type: 'integer' as const },
    { name: 'value', type: 'integer' as const },
    { name: 'name', type: 'text' as const },
  ];
  const engine = data.engine();
  const common = { sources: [], key: 'res', columns, origin: () => ({ sql: rows }), timeoutMs: 60_000 };
  const top = (column: number, descending: boolean, offset: number) =>
    engine.result({
      ...common,
      sort: [{ column, descending }],
      filters: [],
      wish: { type: 'rows', offset, limit: 100 },
    });
  const query = (order: string) =>
    engine.query({ sources: [], sql: `${rows} ORDER BY ${order}`, maxRows: 100, timeoutMs: 60_000 });
  const [ours, theirs] = [await top(1, true, 0), (await query('value DESC, n')).table.rows];
  expect(ours.type === 'rows' && ours.rows.map(([n]) => n)).toEqual(theirs.map(([n]) => n));
  tell(
    'The first screen of 1,000,000 rows by a number',
    '≤ 1.3×',
    await pairs(
      () => top(1, true, 0),
      () => query('value DESC, n'),
    ),
  );
  tell(
    'The first screen of 1,000,000 rows by a text',
    '≤ 1.3×',
    await pairs(
      () => top(2, false, 0),
      () => query('name'),
    ),
  );
  await top(1, true, 500_000);
  tell(
    'A screen in the middle, in an order laid down',
    '',
    await pairs(
      () => top(1, true, 500_000),
      () => query('value DESC'),
    ),
  );
});

it('shows 1,000,000 rows in the window, sorted and filtered', async () => {
  const { app, datasetIds } = await started();
  const { threadId, callId } = await threadOf(app, datasetIds, 1);
  const sql =
    'SELECT range AS n, hash(range) % 100000 AS value, md5(CAST(range AS VARCHAR)) AS name FROM range(1000000)';
  await app.api.runs.runCode({ callId, code: sql });
  await until('the rows', async () => {
    const [run] = await app.api.runs.ofThread({ threadId });
    return run?.steps.some(({ calls }) => calls.some((call) => call.localOf !== null && call.status === 'completed'));
  });
  const page = await open(app.url);
  await opener(page, threadId)();
  const steps = page.getByRole('complementary', { name: 'Inspector' });
  const localRun = steps.getByRole('region', { name: /^Local run/ });
  await localRun.scrollIntoViewIfNeeded();
  await localRun.hover();
  await page.mouse.wheel(0, 5_000);
  const table = steps.getByRole('region', { name: 'Result' }).last();
  await table.locator('tbody td').first().waitFor();
  await watchTasks(page);
  await table.getByRole('button', { name: 'value', exact: true }).click();
  await steps.getByText('1,000,000 rows', { exact: true }).waitFor({ timeout: 60_000 });
  console.log(`  1,000,000 rows sorted in the window; tasks: ${await longest(page)}`);
  await table.evaluate('(table) => { table.scrollTop = 14_000_000; }');
  await table.locator('tbody td').filter({ hasText: /^\d/ }).first().waitFor();
  console.log(`  scrolled to the middle; tasks: ${await longest(page)}`);
  await table.getByRole('button', { name: 'Filter and details of value' }).click();
  await page.getByLabel('From', { exact: true }).fill('99990');
  await page.keyboard.press('Enter');
  await steps.getByText(/^\d+ of 1,000,000 rows$/).waitFor({ timeout: 60_000 });
  console.log(`  filtered; tasks: ${await longest(page)}`);
});
