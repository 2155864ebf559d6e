import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { ensureBuilt, root } from '../../scripts/built.mjs';
import type { ThreadId } from '../../src/preload/contract';
import { addData, ask, openTestApp } from '../support/app';
import { pdf } from '../support/documents/make';
import { keepingSaves, unzipped } from '../support/exports';
import { needs } from '../support/needs';
import { DENO } from '../support/python';
import { fenced } from '../support/python-cells';
import { tempFolder } from '../support/temp-folder';

const CSV = 'region,sold on,amount\nWest,03.04.2025,"12,50"\nEast,05.04.2025,"7,25"\nWest,28.05.2025,"3,10"\n';
const LONGEST_MS = 600_000;

/** A thread of every kind of source, in a library that is gone afterwards. */
async function bundleMadeIn(dataFolder: string): Promise<Buffer> {
  const kept = keepingSaves();
  const app = await openTestApp(dataFolder, { save: kept.save });
  const { id } = await addData(app, 'Umsätze März.csv', CSV);
  const handbook = await app.services.files.add(
    'handbook.pdf',
    Readable.from([pdf(['Storks nest on the lighthouse.'])]),
  );
  const document = app.services.documents.add({ fileId: handbook.id });
  await app.services.documents.settled(document.id);
  const { thread_id } = await ask(app, 'bar chart of total amount by region', { datasetIds: [id] });
  const threadId = thread_id as ThreadId;
  await ask(app, 'total amount by month', { threadId });
  await ask(app, 'Where do storks nest?', { threadId, documentIds: [document.id] });
  await ask(app, `And:\n\n${fenced('import os\nprint(sorted(os.listdir("/mnt/data")), 6 * 7)')}`, { threadId });
  const made = await app.dispatch('exports.thread', { threadId, format: 'evidence' });
  expect(made).toMatchObject({ ok: true });
  await app.close();
  return kept.saved.at(-1)?.bytes ?? Buffer.alloc(0);
}

/** `verify` as somebody runs it who has another home, another place for temporary files, another clock and another language. */
async function verifiedAt(path: string, world: string) {
  const folders = { HOME: 'a home', TMPDIR: 'tëmp', XDG_DATA_HOME: 'data', XDG_CONFIG_HOME: 'config' };
  const places = Object.entries(folders).map(([name, folder]) => [name, join(world, folder)] as const);
  for (const [, folder] of places) mkdirSync(folder, { recursive: true });
  const env = {
    ...{ PATH: process.env.PATH, XDG_CACHE_HOME: process.env.XDG_CACHE_HOME, ...Object.fromEntries(places) },
    ...{ TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  };
  const argv = [join(root, 'scripts/command.mjs'), 'verify', '--json', path];
  const child = spawn(process.execPath, argv, { cwd: world, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const out: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  const [code] = await once(child, 'close');
  return { code, report: JSON.parse(Buffer.concat(out).toString()), left: readdirSync(join(world, folders.TMPDIR)) };
}

it('evidence comes out equal where every path, the clock and the language are others', {
  ...needs(DENO),
  timeout: LONGEST_MS,
}, async () => {
  await ensureBuilt();
  const here = join(tempFolder(), 'library of the one who asked');
  const bytes = await bundleMadeIn(here);
  rmSync(here, { recursive: true });
  for (const [name, content] of unzipped(bytes))
    if (/\.(?:json|md|html|sql|py)$/.test(name)) expect(content.toString(), name).not.toContain(here);

  const world = join(tempFolder(), 'another machine, with blanks');
  mkdirSync(join(world, 'Downloads'), { recursive: true });
  const path = join(world, 'Downloads', 'beweis ü.zip');
  writeFileSync(path, bytes);
  const { code, report, left } = await verifiedAt(path, world);
  expect(report.findings.filter(({ state }: { state: string }) => state === 'differs')).toEqual([]);
  expect(report).toMatchObject({ verified: true, intact: true });
  expect(code).toBe(0);
  expect(left).toEqual([]);

  // A changed byte is found there as well.
  const changed = join(world, 'changed.zip');
  copyFileSync(path, changed);
  const broken = Buffer.from(bytes);
  broken[Math.floor(broken.length / 2)]! ^= 1;
  writeFileSync(changed, broken);
  const again = await verifiedAt(changed, world).catch((error: unknown) => ({ code: 1, report: String(error) }));
  expect(again.code).not.toBe(0);
});
