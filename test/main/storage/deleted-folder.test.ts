import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import { openTestApp } from '../../support/app';
import { needs, POSIX } from '../../support/needs';
import { tempFolder } from '../../support/temp-folder';

const draft = { threadId: null, text: 'Will it be kept?', datasetIds: [], documentIds: [] };
const lost = { ok: false, error: { code: 'data_missing', message: expect.stringContaining('choose another folder') } };

async function openApp() {
  const folder = join(tempFolder(), 'data');
  const app = await openTestApp(folder);
  onTestFinished(() => app.close());
  return { app, folder };
}

it.each([
  ['deleted', (folder: string) => rmSync(folder, { recursive: true })],
  ['moved away', (folder: string) => renameSync(folder, `${folder}-elsewhere`)],
])('nothing is called saved in a data folder that was %s under the app', needs(POSIX), async (_, remove) => {
  const { app, folder } = await openApp();
  remove(folder);
  expect(await app.dispatch('threads.saveDraft', draft)).toMatchObject(lost);
  expect(await app.dispatch('runs.start', { threadId: null, prompt: 'What is here?' })).toMatchObject(lost);
  expect(await app.dispatch('settings.change', { appearance: 'dark' })).toMatchObject(lost);
  await expect(app.services.files.add('a.txt', Readable.from([Buffer.from('x')]))).rejects.toMatchObject(lost.error);
  expect(readdirSync(join(folder, '..'))).not.toContain('data');
  expect(await app.dispatch('threads.list', {})).toMatchObject({ ok: true });
});

it('nor when another folder has come in its place', needs(POSIX), async () => {
  const { app, folder } = await openApp();
  renameSync(folder, `${folder}-elsewhere`);
  const other = await openTestApp(folder);
  onTestFinished(() => other.close());
  expect(await app.dispatch('threads.saveDraft', draft)).toMatchObject(lost);
  expect(await app.dispatch('settings.change', { appearance: 'dark' })).toMatchObject(lost);
  expect(await other.dispatch('threads.saveDraft', draft)).toEqual({ ok: true, value: {} });
});
