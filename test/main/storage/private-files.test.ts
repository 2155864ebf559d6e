import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { logFolder } from '../../../src/main/compose';
import { openLog } from '../../../src/main/log';
import { openSettings } from '../../../src/main/shells/common/settings-file';
import { defaultSettings } from '../../../src/preload/contract/settings';
import { addData, openTestApp } from '../../support/app';
import { needs, POSIX } from '../../support/needs';
import { tempFolder } from '../../support/temp-folder';

/** Everything below the folder that others than this user may read. */
function readableByOthers(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => (statSync(path).mode & 0o077) !== 0);
}

it(
  'nobody else can read what Assay keeps, also in a folder that existed and is open to all, and what is there already',
  needs(POSIX),
  async () => {
    const folder = tempFolder();
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'backups'));
    mkdirSync(join(folder, 'logs'));
    for (const old of ['library.db', 'instance.lock', 'config.json', 'logs/assay.log'])
      writeFileSync(join(folder, old), old === 'config.json' ? '{}' : '');
    const app = await openTestApp(folder);
    onTestFinished(() => app.close());
    openLog(logFolder(folder)).info('private');
    openSettings(folder).write(defaultSettings);
    await addData(app, 'sales.csv', 'region,amount\nWest,1\n');
    await app.services.threads.saveDraft({ threadId: null, text: 'private', datasetIds: [], documentIds: [] });
    await app.services.files.add(
      'a.txt',
      (async function* () {
        yield new TextEncoder().encode('private');
      })(),
    );
    expect(readableByOthers(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['library.db', 'library.db-wal', 'engine.db', 'blobs', 'datasets', 'logs', 'config.json']),
    );
  },
);
