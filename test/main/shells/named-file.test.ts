import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../src/main/compose';
import { readNamedFile } from '../../../src/main/shells/headless/named-file';
import { openTestApp } from '../../support/app';
import { needs, POSIX } from '../../support/needs';
import { tempFolder } from '../../support/temp-folder';

async function openApp(): Promise<{ app: App; folder: string }> {
  const folder = tempFolder();
  const app = await openTestApp(join(folder, 'data'), { withEngine: false });
  onTestFinished(() => app.close());
  return { app, folder };
}

const LINES = 'region,amount\n'.repeat(40_000);

/** The file as it comes, changed once its first piece has come. */
async function* changedMeanwhile(path: string, change: (path: string) => void) {
  let changed = false;
  for await (const chunk of readNamedFile(path)) {
    yield chunk;
    if (!changed) change(path);
    changed = true;
  }
}

it.each<[string, (path: string) => void]>([
  ['grows', (path) => appendFileSync(path, 'West,1\n')],
  ['is cut off', (path) => truncateSync(path, 100)],
  ['is written over', (path) => writeFileSync(path, LINES.replaceAll('region', 'REGION'))],
])('a file that %s while it is read is refused, and nothing of it is kept', async (_, change) => {
  const { app, folder } = await openApp();
  const path = join(folder, 'sales.csv');
  writeFileSync(path, LINES);
  await expect(app.services.files.add(basename(path), changedMeanwhile(path, change))).rejects.toMatchObject({
    code: 'unreadable_file',
    message: expect.stringContaining('was changed while it was read'),
  });
  expect(app.services.files.list()).toEqual([]);
  const kept = readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true });
  expect(kept.filter((entry) => entry.isFile() && basename(entry.parentPath) === 'partial')).toEqual([]);
});

it('a file that another takes the place of is read as it was', async () => {
  const { app, folder } = await openApp();
  const path = join(folder, 'sales.csv');
  writeFileSync(path, LINES);
  writeFileSync(`${path}.new`, 'x');
  const file = await app.services.files.add(
    'sales.csv',
    changedMeanwhile(path, () => renameSync(`${path}.new`, path)),
  );
  expect(file.bytes).toBe(LINES.length);
});

it.each<[string, (path: string) => void]>([
  ['a pipe that nobody writes to', (path) => void execFileSync('mkfifo', [path])],
  ['a link to an endless device', (path) => symlinkSync('/dev/zero', path)],
  ['a link to a folder', (path) => symlinkSync('/etc', path)],
  ['a link to nothing', (path) => symlinkSync('/nowhere', path)],
  ['a link to itself', (path) => symlinkSync(path, path)],
])('%s is no file, and is not waited for', needs(POSIX), async (_, make) => {
  const { app, folder } = await openApp();
  const path = join(folder, 'sales.csv');
  make(path);
  await expect(app.services.files.add('sales.csv', readNamedFile(path))).rejects.toMatchObject({
    code: 'not_found',
    message: expect.stringContaining(path),
  });
  expect(app.services.files.list()).toEqual([]);
});

it('a link to a file is that file', needs(POSIX), async () => {
  const { app, folder } = await openApp();
  writeFileSync(join(folder, 'kept.csv'), 'a\n1\n');
  symlinkSync(join(folder, 'kept.csv'), join(folder, 'sales.csv'));
  const file = await app.services.files.add('sales.csv', readNamedFile(join(folder, 'sales.csv')));
  expect(file).toMatchObject({ name: 'sales.csv', bytes: 4 });
});
