import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openApp } from '../../../src/main/shells/common/open-app';
import { needs, PLAIN_USER } from '../../support/needs';
import { MOUNTS, smallDisk } from '../../support/small-disk';
import { tempFolder } from '../../support/temp-folder';

const open = (dataFolder: string) =>
  openApp({ dataFolder, withEngine: false, shell: 'headless', downloadUrl: (id) => id, offerKey: (key) => key });
const refusal = { code: 'read_only', message: expect.stringContaining('choose another folder with --data') };

it.each(['new', 'used'])(
  'a %s data folder on a read-only disk is refused in plain words',
  needs(MOUNTS),
  async (kind) => {
    const { folder, makeReadOnly } = smallDisk(400);
    const data = join(folder, 'data');
    if (kind === 'used') await (await open(data)).app.close();
    makeReadOnly();
    await expect(open(data)).rejects.toMatchObject(refusal);
  },
);

it('so is one that this user may not write', needs(PLAIN_USER), async () => {
  const data = join(tempFolder(), 'data');
  mkdirSync(data);
  chmodSync(data, 0o500);
  onTestFinished(() => chmodSync(data, 0o700));
  await expect(open(data)).rejects.toMatchObject(refusal);
});
