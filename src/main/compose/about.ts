import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppInfo } from '#contract';
import { DUCKDB_VERSION } from '../analysis/duckdb';
import type { AppOptions } from './options';

/** What runs here, and how much of the disk it takes. */
export async function aboutApp(options: AppOptions): Promise<AppInfo> {
  const { node, sqlite = 'unknown', electron } = process.versions;
  return {
    version: options.version,
    shell: options.shell,
    platform: `${process.platform} ${process.arch}`,
    dataFolder: options.dataFolder,
    dataBytes: await folderSize(options.dataFolder),
    components: { ...(electron ? { Electron: electron } : {}), Node: node, SQLite: sqlite },
  };
}

/** What computes here, by name: what evidence names. */
export function versionsOf({ version }: Pick<AppOptions, 'version'>): Record<string, string> {
  const { node, sqlite = 'unknown' } = process.versions;
  return { Assay: version, DuckDB: DUCKDB_VERSION, Node: node, SQLite: sqlite };
}

export async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) => stat(join(entry.parentPath, entry.name)).catch(() => null));
  return (await Promise.all(sizes)).reduce((sum, entry) => sum + (entry?.size ?? 0), 0);
}
