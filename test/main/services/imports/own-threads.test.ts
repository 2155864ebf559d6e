import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../../../src/main/compose';
import { ThreadExport } from '../../../../src/main/exchange';
import type { DatasetId, ThreadId } from '../../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../../support/app';
import { keepingSaves, unzipped } from '../../../support/exports';
import { importFile, textsOf } from '../../../support/imports/import-file';
import { randomFrom } from '../../../support/random';
import { sweep } from '../../../support/sweep';
import { tempFolderForAll } from '../../../support/temp-folder';

const kept = keepingSaves();
let app: App;
let clean: App;
let datasetId: DatasetId;
beforeAll(async () => {
  app = await openTestApp(tempFolderForAll(), { save: kept.save });
  clean = await openTestApp(tempFolderForAll(), { save: kept.save });
  const rows = ['West,2025-01-31,12.50', 'Île-de-France,2025-01-31,7.25', '東京,2025-02-28,3.10'];
  datasetId = (await addData(app, 'sales.csv', `region,month,amount\n${rows.join('\n')}\n`)).id;
});
afterAll(() => Promise.all([app.close(), clean.close()]));

const QUESTIONS = [
  'total amount by region',
  'bar chart of total amount by region',
  'number of rows by month',
  'top 2 regions by amount',
  'how is the weather in 😀-town?',
  'median amount',
];

async function exported(from: App, threadId: ThreadId, format: string) {
  expect(await from.dispatch('exports.thread', { threadId, format })).toMatchObject({ ok: true });
  return kept.saved.at(-1)!;
}

const asJson = async (from: App, threadId: ThreadId): Promise<Buffer> => (await exported(from, threadId, 'json')).bytes;

/** By object. The places that tools look in are those of one server, and the time of the export is another. */
function hashes(bytes: Buffer): Record<string, string> {
  const { about, thread, messages, runs, run_steps, assistants, files } = ThreadExport.parse(
    JSON.parse(bytes.toString()),
  );
  const objects = [thread, ...messages, ...runs, ...run_steps, ...assistants, ...files.map(({ object }) => object)];
  const contents = files.map(({ object, content }): [string, unknown] => [`content of ${object.id}`, content]);
  const all = [
    ['about', about] as [string, unknown],
    ...objects.map((object): [string, unknown] => [object.id, object]),
  ];
  return Object.fromEntries([...all, ...contents].map(([id, value]) => [id, hash(canonical(value))]));
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => {
    if (key === 'tool_resources') return undefined;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }) ?? 'nothing';
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

async function generated(seed: number): Promise<ThreadId> {
  const random = randomFrom(seed + 1);
  const { thread_id } = await ask(app, random.pick(QUESTIONS), { datasetIds: [datasetId] });
  const threadId = thread_id as ThreadId;
  for (let more = random.below(3); more > 0; more -= 1) await ask(app, random.pick(QUESTIONS), { threadId });
  await app.dispatch('threads.rename', {
    threadId,
    title: `Round trip ${seed} „${random.pick(['é', '東京', '<b>'])}“`,
  });
  if (random.below(3) === 0) await app.dispatch('threads.archive', { threadId, archived: true });
  return threadId;
}

it.each(
  sweep(
    Array.from({ length: 50 }, (_, seed) => [seed] as const),
    8,
  ),
)('thread %i leaves, comes into another library and leaves again with equal objects', async (seed) => {
  const threadId = await generated(seed);
  const first = await asJson(app, threadId);

  const { items } = await importFile(clean, `${seed}.json`, first);
  expect(items).toMatchObject([{ threadId, refusal: null, losses: [], outcome: 'imported' }]);
  // A chart is the picture that the protocol has of it.
  expect(textsOf(clean, threadId)).toEqual(textsOf(app, threadId).map((text) => text.replaceAll('(chart)', '(image)')));
  expect(hashes(await asJson(clean, threadId))).toEqual(hashes(first));
});

it('an imported thread leaves in every other format as well', async () => {
  const threadId = await generated(50);
  await importFile(clean, 'thread.json', await asJson(app, threadId));
  const { title } = clean.services.threads.get({ threadId });

  const markdown =
    unzipped((await exported(clean, threadId, 'markdown')).bytes)
      .get('thread.md')
      ?.toString() ?? '';
  expect(markdown).toContain('Round trip 50');
  expect((await exported(clean, threadId, 'html')).bytes.toString()).toContain('Round trip 50');
  expect((await exported(clean, threadId, 'pdf')).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(JSON.parse((await exported(clean, threadId, 'notebook')).bytes.toString())).toMatchObject({ nbformat: 4 });
  expect(unzipped((await exported(clean, threadId, 'evidence')).bytes).has('manifest.json')).toBe(true);
  expect(title).toContain('Round trip 50');
});
