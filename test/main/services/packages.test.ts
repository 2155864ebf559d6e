import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPackages, PythonRunner } from '../../../src/main/analysis/python';
import { Library } from '../../../src/main/library';
import { silentLog } from '../../../src/main/log';
import { Packages } from '../../../src/main/services/packages';
import type { AppEvent, PackagesState } from '../../../src/preload/contract';
import { openTestApp } from '../../support/app';
import { needs, WHOLE } from '../../support/needs';
import { DENO, foundPython, imagesOf, logsOf, pythonOptions } from '../../support/python';
import { runtimeWith, shelve, wheel } from '../../support/python-wheels';
import { tempFolder } from '../../support/temp-folder';

const WHEELS = [
  wheel('numpy', { 'numpy/__init__.py': 'x = 1' }),
  wheel('pandas', { 'pandas/__init__.py': 'import numpy' }, ['numpy']),
];

function world() {
  const folder = tempFolder();
  const place = shelve(join(folder, 'place'), WHEELS);
  const packagesFolder = join(folder, 'packages');
  const runtimeFolder = runtimeWith(foundPython().runtimeFolder, folder, WHEELS);
  const library = Library.open(join(folder));
  onTestFinished(() => library.close());
  const told: PackagesState[] = [];
  const emit = (event: AppEvent) => {
    if (event.name === 'packages.changed') told.push(event.data);
  };
  const packages = openPackages({ runtimeFolder, packagesFolder, packagesPlace: place });
  return {
    folder,
    place,
    packagesFolder,
    runtimeFolder,
    told,
    service: new Packages({ library, packages, emit, log: silentLog }),
  };
}

const stateOf = (state: PackagesState | undefined, name: string) => state?.packages.find((one) => one.name === name);

describe('packages in Settings', needs(DENO), () => {
  it('are planned before they are fetched, tell how far they are, and are there afterwards', async () => {
    const { service, told, place } = world();
    expect(stateOf(service.state(), 'pandas')).toMatchObject({ installed: false, missing: ['pandas', 'numpy'] });
    const bytes = WHEELS.reduce((sum, one) => sum + one.bytes.length, 0);
    const plan = await service.plan({ names: ['pandas'] });
    expect(plan).toEqual({ files: WHEELS.map((one) => one.file).toReversed(), bytes });
    expect(service.download({ names: ['pandas'] }).download).toMatchObject({ names: ['pandas'], files: 0 });
    await service.settled();
    expect(told.some((state) => state.download?.allBytes === bytes)).toBe(true);
    const after = told.at(-1);
    expect(after).toMatchObject({ download: null, problem: null, source: { kind: 'folder', place, chosen: false } });
    expect(stateOf(after, 'pandas')).toMatchObject({ installed: true, missing: [] });
  });

  it('are refused when they are not what they should be, and what was whole is not fetched again', async () => {
    const { service, place, packagesFolder } = world();
    await Promise.all([service.download({ names: ['numpy'] }), service.settled()]);
    shelve(place, [{ ...(WHEELS[1] ?? wheel('pandas', {})), bytes: new Uint8Array([1, 2, 3]) }]);
    service.download({ names: ['pandas'] });
    await service.settled();
    expect(service.state().problem?.message).toContain('SHA-256 differs');
    expect(readdirSync(packagesFolder)).toEqual([WHEELS[0]?.file]);
    shelve(place, WHEELS);
    expect((await service.plan({ names: ['pandas'] })).files).toEqual([WHEELS[1]?.file]);
  });

  it('that are damaged are found, told of, planned again and replaced', async () => {
    const { service, told, packagesFolder } = world();
    await Promise.all([service.download({ names: ['pandas'] }), service.settled()]);
    const [numpy] = WHEELS;
    const path = join(packagesFolder, numpy?.file ?? '');
    writeFileSync(path, 'not a wheel');
    expect(stateOf(service.state(), 'numpy')).toMatchObject({ installed: true });
    await expect.poll(() => stateOf(told.at(-1), 'numpy')).toMatchObject({ installed: false, damaged: ['numpy'] });
    expect(stateOf(service.state(), 'pandas')).toMatchObject({ missing: ['numpy'], damaged: ['numpy'] });
    expect((await service.plan({ names: ['pandas'] })).files).toEqual([numpy?.file]);
    await Promise.all([service.download({ names: ['pandas'] }), service.settled()]);
    expect(stateOf(service.state(), 'pandas')).toMatchObject({ installed: true, damaged: [] });
    expect(readFileSync(path)).toEqual(Buffer.from(numpy?.bytes ?? []));
  });

  it('that are damaged without a trace but their bytes are found before anything is planned', async () => {
    const { service, packagesFolder } = world();
    await Promise.all([service.download({ names: ['numpy'] }), service.settled()]);
    expect((await service.plan({ names: ['numpy'] })).files).toEqual([]);
    const path = join(packagesFolder, WHEELS[0]?.file ?? '');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, Buffer.from(readFileSync(path)).fill(0, 10, 12));
    utimesSync(path, atime, mtime);
    expect((await service.plan({ names: ['numpy'] })).files).toEqual([WHEELS[0]?.file]);
  });

  it('that are damaged are mended from beside the app without a network', async () => {
    const { folder, runtimeFolder, packagesFolder } = world();
    const besideFolder = shelve(join(folder, 'beside'), WHEELS);
    shelve(packagesFolder, [{ ...(WHEELS[0] ?? wheel('numpy', {})), bytes: new Uint8Array([1]) }]);
    const packages = openPackages({
      ...{ runtimeFolder, packagesFolder, besideFolders: [besideFolder] },
      packagesPlace: 'http://127.0.0.1:9/',
    });
    await packages.install(['numpy']);
    expect(readFileSync(join(packagesFolder, WHEELS[0]?.file ?? ''))).toEqual(Buffer.from(WHEELS[0]?.bytes ?? []));
  });

  it('come from where Settings say, which is remembered, and say what to do when that is not reached', async () => {
    const { service, folder } = world();
    const elsewhere = join(folder, 'on another disk');
    mkdirSync(elsewhere);
    expect(service.setSource({ place: elsewhere }).source).toEqual({ kind: 'folder', place: elsewhere, chosen: true });
    rmSync(elsewhere, { recursive: true });
    expect(await service.plan({ names: ['numpy'] })).toMatchObject({ bytes: null });
    service.download({ names: ['numpy'] });
    await service.settled();
    expect(service.state().problem?.message).toMatch(/numpy could not be fetched.*mirror or a folder/);
    expect(service.setSource({ place: 'https://mirror.example/p/' }).source.kind).toBe('mirror');
    expect(service.state().problem).toBeNull();
    expect(service.setSource({ place: null }).source.chosen).toBe(false);
  });

  it.each([
    ['https://', /no address/],
    ['https://ada:secret@mirror.example/', /name or a password/],
    ['packages', /whole path/],
    ['file://elsewhere/packages', /whole path/],
    ['/packages/that/nobody/has', /no folder .*nobody.* Give another/],
    [import.meta.filename, /no folder/],
  ])('come from no place that cannot be one, and what was chosen stays: %s', (place, why) => {
    const { service } = world();
    const before = service.state().source;
    expect(() => service.setSource({ place })).toThrow(why);
    expect(service.state().source).toEqual(before);
  });

  it.each(['constructor', '__proto__'])('are only those there are: %s', async (name) => {
    await expect(world().service.plan({ names: [name] })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('stop when told to, one download at a time', async () => {
    const { service } = world();
    service.download({ names: ['pandas'] });
    expect(() => service.download({ names: ['numpy'] })).toThrow('being downloaded');
    service.stop();
    await service.settled();
    expect(service.state()).toMatchObject({ download: null, problem: null });
  });

  it('that were fetched beside the app are found by the next import', {
    ...needs(WHOLE),
    timeout: 120_000,
  }, async () => {
    const { folder, runtimeFolder } = world();
    const besideFolder = join(folder, 'beside');
    mkdirSync(besideFolder);
    const options = {
      ...(await pythonOptions(folder)),
      packagesFolder: join(folder, 'own'),
      tempFolder: imagesOf('two-wheels'),
      limits: { spares: 0 } as const,
    };
    const runner = new PythonRunner({ ...options, runtimeFolder, besideFolders: [besideFolder] });
    await runner.prepare();
    onTestFinished(() => runner.close());
    const run = async () => logsOf(await runner.run('main', { code: 'import pandas\nprint("found")', files: [] }));
    expect(await run()).toMatch(/Settings, Python packages.*npm run python:packages.*ASSAY_PYTHON_PACKAGES/s);
    shelve(besideFolder, WHEELS);
    expect(await run()).toBe('found\n');
    rmSync(besideFolder, { recursive: true });
    expect(await run()).toBe('found\n');
    // It makes a memory image of its own, which takes long on a busy machine.
  });

  it('are asked for by name over the contract', async () => {
    const app = await openTestApp(tempFolder(), { withEngine: false });
    onTestFinished(() => app.close());
    const state = await app.dispatch('packages.state', {});
    expect(state).toMatchObject({ ok: true, value: { download: null, source: { kind: 'cdn' } } });
    expect(await app.dispatch('packages.plan', { names: ['no-such-package'] })).toMatchObject({
      error: { code: 'not_found' },
    });
  });
});
