import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DISK_SHIM, failingDisk } from '../support/disk-shim';
import { needs } from '../support/needs';
import { startApp } from '../support/running-app';
import { tempFolder } from '../support/temp-folder';

const FAILING = { code: 'no_space', message: expect.stringContaining('The disk could not be written') };
const draft = (text: string) => ({ threadId: null, text, datasetIds: [], documentIds: [] });

describe('a disk that fails at every write', needs(DISK_SHIM), () => {
  it('ends nothing: each write says so, reading goes on, and all is well once it works again', async () => {
    const sign = join(tempFolder(), 'fails');
    const folder = tempFolder();
    const data = join(folder, 'data');
    const app = await startApp(data, [], failingDisk({ folder, sign }));
    onTestFinished(() => app.stop());
    const csv = join(tempFolder(), 'sales.csv');
    writeFileSync(csv, 'region,amount\nWest,1\n');
    await app.api.threads.saveDraft(draft('before'));
    const sales = await app.upload(csv);

    writeFileSync(sign, '');
    await expect(app.upload(csv)).rejects.toMatchObject(FAILING);
    await expect(app.api.threads.saveDraft(draft('lost'))).rejects.toMatchObject(FAILING);
    await expect(app.api.settings.change({ appearance: 'dark' })).rejects.toMatchObject(FAILING);
    await expect(
      app.api.runs.start({ threadId: null, prompt: 'Total amount?', datasetIds: [sales.id] }),
    ).rejects.toMatchObject(FAILING);
    expect(await app.api.threads.draft({ threadId: null })).toMatchObject({ text: 'before' });
    expect(await app.api.datasets.list({})).toMatchObject([{ name: 'sales.csv', status: 'ready' }]);
    expect(app.process.exitCode).toBeNull();

    rmSync(sign);
    await app.api.threads.saveDraft(draft('after'));
    await app.api.settings.change({ appearance: 'dark' });
    expect(await app.upload(csv)).toMatchObject({ status: 'ready' });
    await app.kill();
    const again = await startApp(data);
    onTestFinished(() => again.stop());
    expect(await again.api.threads.draft({ threadId: null })).toMatchObject({ text: 'after' });
    expect(await again.api.settings.get({})).toMatchObject({ appearance: 'dark' });
  });
});
