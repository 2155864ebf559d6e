import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../../src/main/compose';
import type { Dataset, ThreadId } from '../../../src/preload/contract';
import { addData, ask, openTestApp } from '../../support/app';
import { tempFolderForAll } from '../../support/temp-folder';

let folder = '';
let app: App;
beforeAll(async () => {
  folder = tempFolderForAll();
  app = await openTestApp(folder);
});
afterAll(() => app.close());

/** A line that cannot be read makes for a cleaned copy, which questions need. */
const messy = (name: string) => addData(app, name, 'region,amount\nWest,12.50\nEast,7.25\nWest,1.00\none,two,three\n');
const kept = (dataset: Dataset) => join(folder, 'datasets', dataset.id);
const removeKept = (dataset: Dataset) => {
  for (const name of readdirSync(kept(dataset))) rmSync(join(kept(dataset), name));
};

it('a file of which nothing is left but itself is read again, and the question goes on', async () => {
  const dataset = await messy('sales.csv');
  const first = await ask(app, 'total amount', { datasetIds: [dataset.id] });
  removeKept(dataset);
  const statuses: string[] = [];
  const stop = app.subscribe((event) => {
    if (event.name === 'datasets.changed') statuses.push(event.data.status);
  });
  const again = await ask(app, 'total amount', { threadId: first.thread_id as ThreadId });
  stop();
  expect(again.answer).toContain('20.75');
  expect(statuses[0]).toBe('reading');
  expect(statuses.at(-1)).toBe('ready');
  expect(app.services.datasets.get({ datasetId: dataset.id }).profile).toEqual(dataset.profile);
});

it('its first rows are shown once it has been read again', async () => {
  const dataset = await messy('rows.csv');
  removeKept(dataset);
  const answer = await app.dispatch('datasets.rows', { datasetId: dataset.id, offset: 0, limit: 1 });
  expect(answer).toMatchObject({ ok: true, value: { rows: [['West', '12.50']] } });
});

it('where the file itself is gone as well, that is said', async () => {
  const dataset = await addData(app, 'lost.csv', 'region,amount\nNorth,1.50\none,two,three\n');
  removeKept(dataset);
  rmSync(app.services.files.location(dataset.fileId).path);
  const answer = await app.dispatch('datasets.rows', { datasetId: dataset.id, offset: 0, limit: 1 });
  expect(answer).toMatchObject({ ok: false, error: { code: 'unreadable_file' } });
  expect(app.services.datasets.get({ datasetId: dataset.id })).toMatchObject({
    status: 'failed',
    error: { message: expect.stringContaining('may be gone') },
  });
});
