import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

const CACHE = resolve('node_modules/.cache/assay-entries');
const EXTERNAL = ['@duckdb/node-api', '@resvg/resvg-js', 'keytar', 'electron', 'pdfjs-dist'];

/**
 * Bundles an entry that runs in a process or a worker of its own, as the app's build does, and returns the bundle's path.
 * The bundle is reused until a source file changes.
 */
export async function buildEntry(entry: string): Promise<string> {
  const name = basename(entry).replace(/\.tsx?$/, '');
  const sources = entry.startsWith('test/') ? ['src', 'test/support'] : ['src'];
  const target = join(CACHE, `${name}-${fingerprint(sources)}.mjs`);
  if (existsSync(target)) return target;
  const folder = join(CACHE, `building-${process.pid}-${name}`);
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['node'] },
    ssr: { noExternal: true, external: EXTERNAL },
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
  renameSync(join(folder, 'entry.mjs'), target);
  rmSync(folder, { recursive: true, force: true });
  return target;
}

function fingerprint(folders: string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      hash.update(`${path}:${statSync(path).mtimeMs};`);
    }
  }
  return hash.digest('hex').slice(0, 12);
}
