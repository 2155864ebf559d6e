import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { claim } from '../../scripts/built.mjs';
import { until } from './until';

const CACHE = resolve('node_modules/.cache/assay-entries');
const EXTERNAL = [
  '@duckdb/node-api',
  '@myriaddreamin/typst-ts-node-compiler',
  '@resvg/resvg-js',
  'keytar',
  'electron',
  'pdfjs-dist',
];
/** What goes into every bundle: packages, names of folders, and how it is made. */
const SHARED = ['package-lock.json', 'package.json', 'tsconfig.base.json', 'test/support/build-entry.ts'];
const BUILD_MS = 100_000;
const UNUSED_MS = 7 * 86_400_000;

/**
 * Bundles an entry that runs in a process or a worker of its own, as the app's build does, and returns the bundle's path.
 * The bundle is reused until what is in one of its files changes. Workers that ask at once wait for whoever builds.
 */
export async function buildEntry(entry: string, cache = CACHE): Promise<string> {
  const name = basename(entry).replace(/\.tsx?$/, '');
  const list = join(cache, `${name}.inputs.json`);
  const lock = join(cache, `${name}.building`);
  mkdirSync(cache, { recursive: true });
  const built = builtFrom(list);
  if (built) return built;
  await until(`the bundle of ${entry}`, () => claim(lock), { withinMs: BUILD_MS });
  try {
    return builtFrom(list) ?? (await bundle(entry, name, list, cache));
  } finally {
    rmSync(lock, { force: true });
  }
}

/** The bundle of these very contents, if there is one. */
function builtFrom(list: string): string | null {
  if (!existsSync(list)) return null;
  const hash = contentsOf(JSON.parse(readFileSync(list, 'utf8')));
  const target = list.replace('.inputs.json', `-${hash}.mjs`);
  return hash !== null && existsSync(target) ? target : null;
}

async function bundle(entry: string, name: string, list: string, cache: string): Promise<string> {
  const inputs = new Set([resolve(entry)]);
  const folder = join(cache, `building-${process.pid}-${name}`);
  removeUnused(cache);
  await build({
    configFile: false,
    logLevel: 'error',
    // Vitest's own environment says that this is a test.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    oxc: { jsx: { development: false } },
    resolve: { conditions: ['node'] },
    ssr: { noExternal: true, external: EXTERNAL },
    plugins: [collectInputs(inputs)],
    build: {
      ssr: resolve(entry),
      outDir: folder,
      minify: false,
      target: 'node22',
      rollupOptions: {
        external: [...EXTERNAL, /^node:/, /^pdfjs-dist/],
        output: { entryFileNames: 'entry.mjs', codeSplitting: false },
      },
    },
  });
  const files = [...inputs].map((path) => relative('.', path).replaceAll('\\', '/')).toSorted();
  writeFileSync(join(folder, 'inputs.json'), JSON.stringify(files));
  const target = join(cache, `${name}-${contentsOf(files)}.mjs`);
  renameSync(join(folder, 'entry.mjs'), target);
  renameSync(join(folder, 'inputs.json'), list);
  rmSync(folder, { recursive: true, force: true });
  return target;
}

/** Notes every file of ours that is read, also those of which nothing is left in the bundle. */
const collectInputs = (inputs: Set<string>): Plugin => ({
  name: 'inputs of the bundle',
  buildEnd() {
    for (const id of this.getModuleIds()) {
      const path = id.split('?')[0] ?? id;
      if (!path.includes('node_modules') && existsSync(path)) inputs.add(path);
    }
  },
});

/** Null where one of the files is gone. */
function contentsOf(files: string[]): string | null {
  const hash = createHash('sha256');
  for (const file of [...SHARED, ...files]) {
    if (!existsSync(file)) return null;
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** Whatever nobody has built for a week; what a build that was ended has left as well. */
function removeUnused(cache: string): void {
  for (const name of readdirSync(cache)) {
    const about = statSync(join(cache, name), { throwIfNoEntry: false });
    if (about && Date.now() - about.mtimeMs > UNUSED_MS) rmSync(join(cache, name), { recursive: true, force: true });
  }
}
