import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

export interface Wheel {
  key: string;
  file: string;
  bytes: Uint8Array;
  imports: string[];
  depends: string[];
  /** Libraries that other packages link to. */
  shared?: true;
}

/** Always the same, so that a memory image which names their bytes can be used again. */
const MADE = new Date(2026, 0, 1, 12, 34, 56);

/** A wheel of the given files, as the import hook unpacks it. */
export function wheel(key: string, contents: Record<string, string | Uint8Array>, depends: string[] = []): Wheel {
  const files = Object.entries(contents).map(([path, content]) => [
    path,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  const imports = [...new Set(Object.keys(contents).map((path) => path.split(/[/.]/)[0] ?? ''))];
  return {
    key,
    file: `${key}-1.0-py3-none-any.whl`,
    bytes: zipSync(Object.fromEntries(files), { mtime: MADE }),
    imports,
    depends,
  };
}

/** Libraries that packages link to, as they are fetched beside them. */
export function libraries(key: string, contents: Record<string, Uint8Array>): Wheel {
  return { ...wheel(key, contents), file: `${key}-1.0.zip`, imports: [], shared: true };
}

/** A copy of the runtime whose list of packages is this one. */
export function runtimeWith(runtimeFolder: string, folder: string, wheels: Wheel[]): string {
  const copy = join(folder, 'runtime');
  mkdirSync(copy);
  for (const name of readdirSync(runtimeFolder)) copyFileSync(join(runtimeFolder, name), join(copy, name));
  const lockPath = join(copy, 'pyodide-lock.json');
  const lock = JSON.parse(readFileSync(lockPath, 'utf8'));
  const entry = ({ key, file, bytes, imports, depends, shared }: Wheel) => ({
    ...{ name: key, version: '1.0', file_name: file, imports, depends },
    ...{
      install_dir: shared ? 'dynlib' : 'site',
      package_type: shared ? 'shared_library' : 'package',
      unvendored_tests: false,
    },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  lock.packages = Object.fromEntries(wheels.map((one) => [one.key, entry(one)]));
  writeFileSync(lockPath, JSON.stringify(lock));
  return copy;
}

/** A folder of wheel files, as someone without a network would be given. */
export function shelve(folder: string, wheels: Wheel[]): string {
  mkdirSync(folder, { recursive: true });
  for (const { file, bytes } of wheels) writeFileSync(join(folder, file), bytes);
  return folder;
}

const leb = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >> 7)]);
const text = (value: string): number[] => [...leb(value.length), ...Buffer.from(value)];
const section = (id: number, content: number[]): number[] => [id, ...leb(content.length), ...content];

/**
 * A native module of nothing, `name`, written by hand: a WebAssembly library that the runtime links to itself, whose
 * `PyInit` makes a module of the definition in its memory. It is linked to `libraries` first.
 */
export function nativeModule(name: string, libraries: string[] = []): Uint8Array {
  const [nameText, nameAt] = [64, 20];
  const memory = Buffer.alloc(128);
  memory.writeInt32LE(1, 0); // One reference, so that it is never freed.
  memory.writeInt32LE(-1, 28); // No state per module.
  memory.write(name, nameText);
  const i32 = 0x7f;
  const base = [0x23, 0]; // The library's place in memory.
  const code = [
    // Signed numbers: 64 is c0 00, 1013 (the version of the interface) is f5 07.
    ...[...base, ...base, 0x41, 0xc0, 0x00, 0x6a, 0x36, 2, nameAt],
    ...[...base, 0x41, 0xf5, 0x07, 0x10, 0, 0x0b],
  ];
  const needed = libraries.length === 0 ? [] : [libraries.length, ...libraries.flatMap(text)];
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(0, [
      ...text('dylink.0'),
      1,
      4 + 1,
      ...leb(memory.length),
      2,
      0,
      0,
      ...(needed.length === 0 ? [] : [2, ...leb(needed.length), ...needed]),
    ]),
    ...section(1, [2, 0x60, 2, i32, i32, 1, i32, 0x60, 0, 1, i32]),
    ...section(2, [
      3,
      ...[...text('env'), ...text('memory'), 2, 0, 0],
      ...[...text('env'), ...text('__memory_base'), 3, i32, 0],
      ...[...text('env'), ...text('PyModule_Create2'), 0, 0],
    ]),
    ...section(3, [1, 1]),
    ...section(7, [1, ...text(`PyInit_${name}`), 0, 1]),
    ...section(10, [1, ...leb(code.length + 1), 0, ...code]),
    ...section(11, [1, 0, ...base, 0x0b, ...leb(memory.length), ...memory]),
  ]);
}
