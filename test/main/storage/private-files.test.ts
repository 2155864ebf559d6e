import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openTestApp } from '../../support/app';
import { tempFolder } from '../../support/temp-folder';

/** Files under the folder that others may read, where no folder above them keeps others out. */
function readableByOthers(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const open = (statSync(path).mode & 0o077) !== 0;
    if (!entry.isDirectory()) return open ? [path] : [];
    return open ? readableByOthers(path) : [];
  });
}

it.skipIf(process.platform === 'win32')(
  'nobody else can read what Assay keeps, also in a folder that existed and is open to all, and what is there already',
  async () => {
    const folder = tempFolder();
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'backups'));
    for (const old of ['library.db', 'instance.lock']) writeFileSync(join(folder, old), '');
    const app = await openTestApp(folder);
    onTestFinished(() => app.close());
    app.services.threads.saveDraft({ threadId: null, text: 'private', datasetIds: [], documentIds: [] });
    await app.services.files.add(
      'a.txt',
      (async function* () {
        yield new TextEncoder().encode('private');
      })(),
    );
    expect(readableByOthers(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['library.db', 'library.db-wal', 'engine.db', 'blobs']));
  },
);
