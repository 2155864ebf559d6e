import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InstallProgress, PythonPackages, PythonRunner } from '../../../../src/main/analysis/python';
import { AppError } from '../../../../src/preload/contract/result';
import { needs, POSIX } from '../../../support/needs';
import { DENO, foundPython, imagesOf, logsOf, pythonOptions } from '../../../support/python';
import { WHEELS } from '../../../support/python-stand-ins';
import { runtimeWith, shelve } from '../../../support/python-wheels';
import { tempFolder, tempFolderForAll } from '../../../support/temp-folder';

const packageCalled = (name: string) => ({
  name,
  version: '1.0',
  file: `${name}.whl`,
  sha256: '0'.repeat(64),
  depends: [],
  shared: false,
});

describe('packages of Python', needs(DENO), () => {
  let runner: PythonRunner;
  let packages = '';
  const run = (code: string, session = 'main') => runner.run(session, { code, files: [] });

  beforeAll(async () => {
    if (DENO.missing) return;
    const folder = tempFolderForAll();
    const options = await pythonOptions(folder);
    const place = shelve(join(folder, 'place'), WHEELS);
    packages = options.packagesFolder;
    const runtimeFolder = runtimeWith(foundPython().runtimeFolder, folder, WHEELS);
    runner = new PythonRunner({
      ...options,
      runtimeFolder,
      tempFolder: imagesOf('wheels'),
      packagesPlace: place,
      limits: { spares: 0 },
    });
    await runner.packages().install(['pandas', 'matplotlib', 'pillow', 'quick', 'linked']);
    await runner.warm();
  }, 120_000);
  afterAll(() => runner?.close());

  it('are loaded when they are imported, with what they need, and named meanwhile', async () => {
    const waits: unknown[] = [];
    const onWaiting = (wait: unknown) => waits.push(wait);
    await run('1');
    await runner.run('main', { code: 'import pandas as pd\nimport pandas.frame', files: [], onWaiting });
    expect(waits).toEqual([{ code: 'loading_packages', packages: ['pandas', 'numpy'] }, null]);
    expect(logsOf(await run('import numpy as np\nnp.mean([1, 2, 6])'))).toBe('3.0\n');
    expect(logsOf(await run('pd.DataFrame()'))).toBe('   a  b\n0  1  2\n');
  });

  it('are loaded when something else imports them by name', async () => {
    const code = 'import importlib\nimportlib.import_module("pandas.frame").DataFrame.__name__';
    expect(logsOf(await run(code, 'by name'))).toBe("'DataFrame'\n");
  });

  it('may hold native code', async () => {
    expect(logsOf(await run('import quick\nquick._quick.__name__'))).toBe("'quick._quick'\n");
  });

  it('may hold native code that is linked to libraries of another package', async () => {
    expect(logsOf(await run('import linked\nlinked._linked.__name__'))).toBe("'linked._linked'\n");
  });

  it('draw figures as pictures when they are shown, and at the end of the cell', async () => {
    const code =
      'import matplotlib.pyplot as plt\nplt.plot([1])\nplt.show()\nprint("between")\nplt.figure();plt.figure();';
    const { outputs, error } = await run(code);
    expect(error).toBeNull();
    expect(outputs.map((one) => (one.type === 'logs' ? one.text : one.name))).toEqual([
      'figure 1.png',
      'between\n',
      'figure 2.png',
      'figure 3.png',
    ]);
    expect(logsOf(await run('import matplotlib\nmatplotlib.backend'))).toBe("'agg'\n");
  });

  it('show images', async () => {
    const { outputs, error } = await run('from PIL import Image\nImage.new().show()\nImage.new()');
    expect(error).toBeNull();
    expect(outputs.map((one) => one.type)).toEqual(['image', 'image']);
  });

  it('can be installed while a session runs', async () => {
    expect((await run('import later')).missing).toEqual({ module: 'later', package: 'later', standard: false });
    await runner.packages().install(['later']);
    expect(logsOf(await run('import later\nlater.x'))).toBe('1\n');
  });

  it('are listed with what is missing', () => {
    const states = runner.packages().list(['pandas', 'numpy', 'nothing']);
    expect(states).toEqual([
      { name: 'pandas', version: '1.0', installed: true, missing: [], damaged: [] },
      { name: 'numpy', version: '1.0', installed: true, missing: [], damaged: [] },
    ]);
  });

  it.each([
    ['replaced by another', (bytes: Uint8Array) => Buffer.from(bytes).fill(0, 10, 20)],
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, 100)],
    ['emptied', () => new Uint8Array()],
  ])('whose file was %s are not loaded, and can be installed again', async (_, harm) => {
    const { file = '', bytes = new Uint8Array() } = WHEELS.find((one) => one.key === 'numpy') ?? {};
    writeFileSync(join(packages, file), harm(bytes));
    const refused = await run('import pandas', 'damaged');
    expect(refused.error?.type).toBe('ModuleNotFoundError');
    expect(refused.missing).toEqual({ module: 'pandas', package: 'pandas', standard: false, damaged: true });
    expect(logsOf(refused)).toMatch(/is damaged\. Install it again in Settings.*numpy-1\.0/s);
    expect((await runner.packages().plan(['pandas'])).files).toEqual([file]);
    expect(runner.packages().list(['pandas'])).toMatchObject([
      { installed: false, missing: ['numpy'], damaged: ['numpy'] },
    ]);
    await runner.packages().install(['pandas']);
    expect(runner.packages().list(['pandas'])).toMatchObject([{ installed: true, damaged: [] }]);
  });

  it('that were damaged are loaded once they are installed again', async () => {
    expect(logsOf(await run('import pandas\nprint("mended")', 'damaged'))).toBe('mended\n');
  });

  it('whose file a power cut took back are missing, and are fetched again', async () => {
    const { file = '' } = WHEELS.find((one) => one.key === 'numpy') ?? {};
    rmSync(join(packages, file));
    expect((await run('import pandas', 'without numpy')).missing).toMatchObject({ package: 'pandas' });
    expect(runner.packages().list(['pandas'])).toMatchObject([{ installed: false, missing: ['numpy'] }]);
    expect((await runner.packages().plan(['pandas'])).files).toEqual([file]);
    await runner.packages().install(['pandas']);
    expect((await run('import pandas', 'without numpy')).error).toBeNull();
  });

  it('cannot be changed from a session', async () => {
    const { file = '', bytes } = WHEELS.find((one) => one.key === 'pillow') ?? {};
    const code = `import os\nname = "/assay/packages/${file}"\nos.chmod(name, 0o666)\nos.write(os.open(name, os.O_RDWR), b"x")`;
    expect((await run(code, 'by name')).error?.type).toMatch(/Error/);
    expect(readFileSync(join(packages, file))).toEqual(Buffer.from(bytes ?? []));
    expect((await run('import PIL', 'damaged')).error).toBeNull();
  });
});

describe('installing packages', needs(DENO), () => {
  async function mirror(answer: (path: string) => Uint8Array | null) {
    const server = createServer((request, response) => {
      const bytes = answer(decodeURIComponent(request.url ?? ''));
      if (!bytes) return void response.writeHead(404).end();
      response.writeHead(200, { 'content-length': bytes.length });
      response.end(request.method === 'HEAD' ? undefined : bytes);
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    return { place: `http://127.0.0.1:${port}/full/`, close: () => server.close() };
  }
  async function runnerAt(place: string) {
    const folder = tempFolder();
    const runtimeFolder = runtimeWith(foundPython().runtimeFolder, folder, WHEELS);
    const options = { ...(await pythonOptions(folder)), runtimeFolder, packagesPlace: place };
    return { packages: new PythonRunner(options).packages(), folder: options.packagesFolder };
  }

  it('says the size before, tells how far it is, and fetches each file once', async () => {
    const asked: string[] = [];
    const from = await mirror((path) => {
      asked.push(path);
      return WHEELS.find((one) => `/full/${one.file}` === path)?.bytes ?? null;
    });
    const { packages, folder } = await runnerAt(from.place);
    const sizes = WHEELS.filter((one) => ['pandas', 'numpy'].includes(one.key)).map((one) => one.bytes.length);
    const all = sizes.reduce((a, b) => a + b, 0);
    expect(await packages.plan(['pandas'])).toMatchObject({ bytes: all });
    const told: InstallProgress[] = [];
    await packages.install(['pandas'], (progress) => told.push(progress));
    expect(told.at(-1)).toMatchObject({ files: 2, allFiles: 2, bytes: all, allBytes: all });
    expect(readdirSync(folder).sort()).toEqual(['numpy-1.0-py3-none-any.whl', 'pandas-1.0-py3-none-any.whl']);
    asked.length = 0;
    await packages.install(['pandas', 'numpy']);
    expect(asked).toEqual([]);
    from.close();
  });

  it('passes over what cannot be taken in from beside the app, and takes in the rest', () => {
    const [beside, folder] = [tempFolder(), join(tempFolder(), 'packages')];
    const index = { imports: {}, packages: Object.fromEntries(['a', 'b'].map((key) => [key, packageCalled(key)])) };
    mkdirSync(join(beside, 'a.whl'));
    writeFileSync(join(beside, 'b.whl'), 'B');
    new PythonPackages({ index, folder, besideFolders: [beside], cdn: 'https://cdn.example/' }).adopt();
    expect(readdirSync(folder)).toEqual(['b.whl']);
  });

  it('removes what an app that was ended had half fetched', async () => {
    const { packages, folder } = await runnerAt(tempFolder());
    mkdirSync(folder, { recursive: true });
    for (const [name, age] of [
      ['old', 2],
      ['new', 0],
    ] as const) {
      const path = join(folder, `numpy.whl.${name}.partial`);
      writeFileSync(path, 'half');
      utimesSync(path, new Date(), new Date(Date.now() - age * 86_400_000));
    }
    await packages.install([]);
    expect(readdirSync(folder)).toEqual(['numpy.whl.new.partial']);
  });

  it('refuses files that are not what they should be, and leaves nothing behind', async () => {
    const from = await mirror(() => new Uint8Array([1, 2, 3]));
    const { packages, folder } = await runnerAt(from.place);
    await expect(packages.install(['numpy'])).rejects.toMatchObject({ code: 'unreadable_file' });
    expect(readdirSync(folder)).toEqual([]);
    from.close();
  });

  it.each<[string, (path: string) => void]>([
    ['a pipe', (path) => void execFileSync('mkfifo', [path])],
    ['a link to a device', (path) => symlinkSync('/dev/zero', path)],
    ['a link to another file', (path) => symlinkSync('/etc/passwd', path)],
    ['a folder', (path) => mkdirSync(path)],
  ])('waits for nothing in a folder of packages where a file is %s', needs(POSIX), async (_, make) => {
    const from = tempFolder();
    make(join(from, WHEELS.find((wheel) => wheel.key === 'numpy')?.file ?? ''));
    const { packages, folder } = await runnerAt(from);
    await expect(packages.install(['numpy'])).rejects.toBeInstanceOf(AppError);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says what to do when there is no connection, and which names there are not', async () => {
    const { packages, folder } = await runnerAt('http://127.0.0.1:9/');
    await expect(packages.install(['numpy'])).rejects.toMatchObject({ code: 'unavailable' });
    await expect(packages.install(['no such'])).rejects.toMatchObject({ code: 'not_found' });
    await expect(packages.install(['numpy'], undefined, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('knows the usual packages of the real list, and takes the added ones from their own place', async () => {
    const folder = tempFolder();
    const packages = new PythonRunner(await pythonOptions(folder)).packages();
    const listed = packages.list();
    expect(listed.map((one) => one.name)).toEqual(
      expect.arrayContaining(
        'numpy pandas matplotlib pillow scipy scikit-learn statsmodels openpyxl seaborn'.split(' '),
      ),
    );
    expect(listed.every((one) => !one.installed && one.missing.length > 0)).toBe(true);
    expect(listed.find((one) => one.name === 'seaborn')?.missing).toEqual(
      expect.arrayContaining(['pandas', 'numpy', 'matplotlib']),
    );
  });
});
