import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { IndexedPackage, PackageIndex } from '../protocol';
import { ADDED } from './added';

const Locked = z.object({
  name: z.string(),
  version: z.string(),
  file_name: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  depends: z.array(z.string()),
  imports: z.array(z.string()),
  package_type: z.string(),
});
const Lock = z.object({ packages: z.record(z.string(), Locked) });

/** Pyodide's own list of packages, with the few of pure Python that it lacks and analysts miss. */
export function readIndex(runtimeFolder: string): PackageIndex {
  const lock = Lock.parse(JSON.parse(readFileSync(join(runtimeFolder, 'pyodide-lock.json'), 'utf8')));
  const index: PackageIndex = { imports: Object.create(null), packages: Object.create(null) };
  for (const [key, locked] of Object.entries(lock.packages)) {
    if (key.endsWith('-tests')) continue;
    add(index, key, locked.imports, {
      name: locked.name,
      version: locked.version,
      file: locked.file_name,
      sha256: locked.sha256,
      depends: locked.depends,
      shared: locked.package_type === 'shared_library',
    });
  }
  for (const { key, imports, pypi: _, ...added } of ADDED) add(index, key, imports, { ...added, shared: false });
  return index;
}

function add(index: PackageIndex, key: string, imports: string[], entry: IndexedPackage): void {
  index.packages[key] = entry;
  for (const name of imports) index.imports[name] ??= key;
}

/** The packages named and all they need, each once. */
export function closure(index: PackageIndex, keys: readonly string[]): IndexedPackage[] {
  const needed = new Map<string, IndexedPackage>();
  const open = [...keys];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const entry = index.packages[key];
    if (!entry || needed.has(key)) continue;
    needed.set(key, entry);
    open.push(...entry.depends);
  }
  return [...needed.values()];
}
