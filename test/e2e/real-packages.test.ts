import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PythonRunner } from '../../src/main/analysis/python';
import { type Need, needs } from '../support/needs';
import { DENO, foundPython, logsOf, pythonOptions } from '../support/python';
import { runtimeWith, shelve, type Wheel } from '../support/python-wheels';
import { tempFolder } from '../support/temp-folder';

const INDEX = 'https://pypi.org';

/** Wheels that their authors built for this very runtime: C, Cython and Rust compiled to WebAssembly. */
const NATIVE = [
  { name: 'xxhash', file: 'xxhash-4.1.0-cp314-cp314-pyemscripten_2026_0_wasm32.whl', imports: ['xxhash'] },
  { name: 'msgpack', file: 'msgpack-1.2.4-cp314-cp314-pyemscripten_2026_0_wasm32.whl', imports: ['msgpack'] },
  { name: 'bitarray', file: 'bitarray-3.12.3-cp314-cp314-pyemscripten_2026_0_wasm32.whl', imports: ['bitarray'] },
  {
    name: 'python-calamine',
    file: 'python_calamine-0.9.1-cp314-cp314-pyemscripten_2026_0_wasm32.whl',
    imports: ['python_calamine'],
  },
];

const reached = await fetch(`${INDEX}/simple/xxhash/`, { signal: AbortSignal.timeout(5_000) }).then(
  (answer) => answer.ok,
  () => false,
);
const PYPI: Need = { name: 'the Python Package Index', missing: reached ? null : 'it is not reached' };

async function fetched({ name, file, imports }: (typeof NATIVE)[number]): Promise<Wheel> {
  const list = await (await fetch(`${INDEX}/simple/${name}/`)).text();
  const address = list.match(new RegExp(`href="([^"#]*${file})#sha256=([0-9a-f]{64})`));
  if (!address) throw new Error(`${file} is not there any more`);
  const bytes = new Uint8Array(
    await (await fetch(new URL(address[1] ?? '', `${INDEX}/simple/${name}/`))).arrayBuffer(),
  );
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(address[2]);
  return { key: name, file, bytes, imports, depends: [] };
}

describe('packages of the real world', needs(DENO, PYPI), () => {
  it('are installed from where they are published, checked, and loaded', async () => {
    const folder = tempFolder();
    const runner = new PythonRunner({ ...(await pythonOptions(folder)), tempFolder: join(folder, 'temp') });
    onTestFinished(() => runner.close());
    expect(await runner.packages().plan(['openpyxl'])).toMatchObject({ bytes: expect.any(Number) });
    await runner.packages().install(['openpyxl']);
    const code = `import openpyxl
book = openpyxl.Workbook()
for row in [["region", "amount"], ["North", 12.5], ["South", 30]]: book.active.append(row)
book.save("/mnt/data/sales.xlsx")
sum(row[1] for row in openpyxl.load_workbook("/mnt/data/sales.xlsx").active.iter_rows(min_row=2, values_only=True))`;
    const result = await runner.run('main', { code, files: [] });
    expect(logsOf(result)).toBe('42.5\n');
    expect(result.files.map((file) => file.name)).toEqual(['sales.xlsx']);
  });

  it('may be native code, compiled by others', async () => {
    const folder = tempFolder();
    const wheels = await Promise.all(NATIVE.map(fetched));
    const runner = new PythonRunner({
      ...(await pythonOptions(folder)),
      runtimeFolder: runtimeWith(foundPython().runtimeFolder, folder, wheels),
      tempFolder: join(folder, 'temp'),
      packagesPlace: shelve(join(folder, 'place'), wheels),
    });
    onTestFinished(() => runner.close());
    await runner.packages().install(NATIVE.map((one) => one.name));
    const run = async (code: string) => logsOf(await runner.run('main', { code, files: [] }));
    expect(await run('import xxhash; xxhash.xxh64(b"assay").hexdigest()')).toMatch(/^'[0-9a-f]{16}'\n$/);
    expect(await run('import msgpack; msgpack.unpackb(msgpack.packb({"a": [1, 2.5, None]}))')).toBe(
      "{'a': [1, 2.5, None]}\n",
    );
    expect(await run('from bitarray import bitarray; bitarray("1011").count()')).toBe('3\n');
    expect(await run('import python_calamine; python_calamine.CalamineWorkbook.__name__')).toBe("'CalamineWorkbook'\n");
  });
});
