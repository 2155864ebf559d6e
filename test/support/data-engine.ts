import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { DuckDbEngine } from '../../src/main/analysis/duckdb';
import { silentLog } from '../../src/main/log';
import { forkProcess } from '../../src/main/processes';
import type { Cell, DatasetProfile } from '../../src/preload/contract';
import { buildEntry } from './build-entry';
import { removeAfterFile, tempFolder, tempFolderForAll } from './temp-folder';

export interface ReadFile {
  profile: DatasetProfile;
  query(sql: string): Promise<Cell[][]>;
  source: { table: string; path: string; folder: string; recipe: unknown };
}

interface SharedEngine {
  engine: DuckDbEngine;
  folder: string;
}

/** One for all files of tests that this process runs, to start another takes longer than most of them; it ends with it. */
let shared: Promise<SharedEngine> | null = null;

async function sharedEngine(): Promise<DuckDbEngine> {
  shared ??= (async () => {
    const folder = tempFolderForAll();
    return { engine: await startEngine(folder), folder };
  })();
  const { engine, folder } = await shared;
  // It makes its folder again when it needs it.
  removeAfterFile(folder);
  return engine;
}

async function startEngine(tempFolder: string): Promise<DuckDbEngine> {
  return new DuckDbEngine({
    fork: forkProcess,
    processPath: await buildEntry('src/main/analysis/duckdb/process.ts'),
    tempFolder,
    log: silentLog,
  });
}

/**
 * A real data engine for a test file; `read` puts text or bytes into a file and reads it. It is the file's `own` where the
 * file ends its processes, or watches them.
 */
export function dataEngine({ own = false }: { own?: boolean } = {}): {
  engine(): DuckDbEngine;
  read(content: string | Buffer, name?: string, sheet?: { at: number; first: boolean }): Promise<ReadFile>;
  /** The names of a workbook's sheets that are read. */
  sheets(content: Buffer): Promise<string[]>;
} {
  let engine: DuckDbEngine | null = null;
  beforeAll(async () => {
    engine = own ? await startEngine(tempFolderForAll()) : await sharedEngine();
  });
  afterAll(() => (own ? engine?.close() : undefined));
  const get = () => {
    if (!engine) throw new Error('the engine is not there yet');
    return engine;
  };
  return {
    engine: get,
    sheets: async (content) => {
      const path = join(tempFolder(), randomUUID());
      writeFileSync(path, content);
      return (await get().sheets({ path })).map(({ name }) => name);
    },
    read: async (content, name = 'data.csv', sheet) => {
      const path = join(tempFolder(), randomUUID());
      writeFileSync(path, content);
      keepForCorpus(content);
      const own = tempFolder();
      const { profile, recipe } = await get().read({ path, name, folder: own, sheet: sheet ?? null });
      const source = { table: 'data', path, folder: own, recipe };
      return {
        profile,
        source,
        query: async (sql) =>
          (await get().query({ sources: [source], sql, maxRows: 10_000, timeoutMs: 20_000 })).table.rows,
      };
    },
  };
}

/** `CSV_CORPUS` names a folder that collects whatever tests have read, for measurements over all of it. */
function keepForCorpus(content: string | Buffer): void {
  const folder = process.env.CSV_CORPUS;
  if (folder) writeFileSync(join(folder, createHash('sha256').update(content).digest('hex').slice(0, 16)), content);
}
