import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import OpenAI, { toFile } from 'openai';
import { describe, expect, it, onTestFinished } from 'vitest';
import { browserForFile, CHROMIUM, drop } from '../support/chromium';
import { needs } from '../support/needs';
import { startApp } from '../support/running-app';
import { startServe } from '../support/serve';
import { MOUNTS, smallDisk } from '../support/small-disk';
import { tempFolder } from '../support/temp-folder';

const FULL = { code: 'no_space', message: expect.stringContaining('The disk is full') };
const draft = (text: string) => ({ threadId: null, text, datasetIds: [], documentIds: [] });
const large = () => Buffer.from(`region,amount\n${'West,1.50\n'.repeat(2_000_000)}`);

async function openApp() {
  const disk = smallDisk(12);
  const data = join(disk.folder, 'data');
  const app = await startApp(data);
  onTestFinished(() => app.stop());
  return { app, disk, data };
}

describe('a full disk', needs(MOUNTS), () => {
  it('ends nothing: each write says that the disk is full, reading goes on, and all is well once there is room', async () => {
    const { app, disk } = await openApp();
    await app.api.threads.saveDraft(draft('before'));
    disk.fill();
    const csv = join(tempFolder(), 'sales.csv');
    writeFileSync(csv, large());
    await expect(app.upload(csv)).rejects.toMatchObject(FULL);
    await expect(app.api.threads.saveDraft(draft('x'.repeat(90_000)))).rejects.toMatchObject(FULL);
    await expect(app.api.settings.change({ appearance: 'dark' })).rejects.toMatchObject(FULL);
    await expect(
      app.api.runs.start({ threadId: null, prompt: `What is here? ${'x'.repeat(90_000)}` }),
    ).rejects.toMatchObject(FULL);
    expect(await app.api.threads.draft({ threadId: null })).toMatchObject({ text: 'before' });
    expect(app.process.exitCode).toBeNull();
    disk.free();
    await app.api.threads.saveDraft(draft('after'));
    await app.api.settings.change({ appearance: 'dark' });
    expect(await app.api.threads.draft({ threadId: null })).toMatchObject({ text: 'after' });
    writeFileSync(csv, 'region,amount\nWest,1\n');
    expect(await app.upload(csv)).toMatchObject({ status: 'ready' });
  });

  it('an app that was ended on one can be started on it, and shows what it has', async () => {
    const { app, disk, data } = await openApp();
    await app.api.threads.saveDraft(draft('kept'));
    disk.fill();
    await app.kill();
    const again = await startApp(data);
    onTestFinished(() => again.stop());
    expect(await again.api.threads.draft({ threadId: null })).toMatchObject({ text: 'kept' });
    disk.free();
    await again.api.threads.saveDraft(draft('after'));
  });

  it('serve answers with a text, and goes on', async () => {
    const disk = smallDisk(12);
    const served = await startServe(join(disk.folder, 'data'));
    const client = new OpenAI({ apiKey: served.api_key, baseURL: served.base_url, maxRetries: 0 });
    const thread = await client.beta.threads.create();
    disk.fill();
    const refused = { status: 500, message: expect.stringContaining('The disk is full') };
    await expect(
      client.beta.threads.messages.create(thread.id, { role: 'user', content: 'x'.repeat(200_000) }),
    ).rejects.toMatchObject(refused);
    await expect(
      client.files.create({ file: await toFile(large(), 'large.csv'), purpose: 'assistants' }),
    ).rejects.toMatchObject(refused);
    disk.free();
    await client.beta.threads.messages.create(thread.id, { role: 'user', content: 'x'.repeat(200_000) });
  });

  describe('in the window', needs(CHROMIUM), () => {
    const openPage = browserForFile();

    it('a file that is dropped is refused because the disk is full, not because the connection was lost', async () => {
      const { app, disk } = await openApp();
      const page = await openPage(app.url);
      await page.getByRole('textbox').first().waitFor();
      disk.fill();
      await drop(page, 'sales.csv', large());
      await page
        .getByText(/disk is full/i)
        .first()
        .waitFor();
      expect(await page.getByText(/connection to Assay was lost/i).count()).toBe(0);
      disk.free();
    });
  });
});
