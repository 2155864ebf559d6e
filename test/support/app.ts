import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, inject } from 'vitest';
import { WorkerChartPainter } from '../../src/main/analysis/charts';
import { DuckDbEngine } from '../../src/main/analysis/duckdb';
import type { Limits } from '../../src/main/analysis/python';
import { type App, compose } from '../../src/main/compose';
import { type Log, silentLog } from '../../src/main/log';
import { forkProcess } from '../../src/main/processes';
import type { ChartPainter, Keychain, ShellServices } from '../../src/main/services/ports';
import { engineDoors } from '../../src/main/shells/common/engine-door';
import { type AnswerReport, collectAnswer } from '../../src/main/shells/headless/answer';
import type { Dataset, DatasetId, DocumentId, MessageId, Settings, ThreadId } from '../../src/preload/contract';
import { defaultSettings } from '../../src/preload/contract/settings';
import { english, type Words } from '../../src/preload/words';
import { buildEntry } from './build-entry';
import { tempFolderForAll } from './temp-folder';

let painter: ChartPainter | null = null;

/** One for all apps of this process: to start another takes longer than to draw with it. It keeps nothing of what it drew. */
async function sharedPainter(): Promise<ChartPainter> {
  const workerPath = await buildEntry('src/main/analysis/charts/worker.tsx');
  painter ??= new WorkerChartPainter({ workerPath, log: silentLog });
  return painter;
}

let data: DuckDbEngine | null = null;

/** One for all apps of this process, for the same reason: what it keeps of a file goes by the folder of its dataset. */
async function sharedData(): Promise<DuckDbEngine> {
  const processPath = await buildEntry('src/main/analysis/duckdb/process.ts');
  const tempFolder = join(inject('lastingFolder'), `data-${process.pid}`);
  data ??= new DuckDbEngine({ fork: forkProcess, processPath, tempFolder, log: silentLog });
  return data;
}

/** The whole app in this process, on a folder of its own: what a shell would compose, without one. */
export async function openTestApp(
  dataFolder: string,
  options: {
    withEngine?: boolean;
    shell?: 'browser' | 'headless';
    save?: ShellServices['save'];
    handOverKey?: ShellServices['handOverKey'];
    words?: Words;
    keychain?: Keychain;
    keychainPatienceMs?: number;
    pythonLimits?: Partial<Limits>;
    modelIdleMs?: number;
    log?: Log;
    settings?: Partial<Settings>;
    /** It reads data in processes of its own, which end with it. */
    ownData?: boolean;
    /** Another Deno and runtime, and where its images are kept. */
    python?: { root: string; cacheFolder: string };
  } = {},
): Promise<App> {
  let settings: Settings = { ...defaultSettings, ...options.settings };
  return compose({
    dataFolder,
    cacheFolder: options.python?.cacheFolder ?? resolve('node_modules/.cache/assay'),
    resources: 'resources',
    entries: {
      dataProcess: await buildEntry('src/main/analysis/duckdb/process.ts'),
      chartWorker: await buildEntry('src/main/analysis/charts/worker.tsx'),
      pythonRunner: await buildEntry('src/main/analysis/python/sandbox/runner.ts'),
      root: options.python?.root ?? process.cwd(),
      documentReader: await buildEntry('src/main/engine/retrieval/reader/document-process.ts'),
      documentWriter: await buildEntry('src/main/publishing/document-worker.ts'),
    },
    painter: await sharedPainter(),
    ...(options.ownData ? {} : { data: await sharedData() }),
    fork: forkProcess,
    version: '0.0.0',
    shell: options.shell ?? 'headless',
    shellServices: {
      save: options.save ?? (async () => ({ kind: 'cancelled' })),
      showFolder: async () => false,
      handOverKey: options.handOverKey ?? (async () => null),
    },
    settings: {
      read: () => settings,
      write: (next) => {
        settings = { ...next };
      },
    },
    keychain: options.keychain ?? memoryKeychain(),
    ...(options.keychainPatienceMs === undefined ? {} : { keychainPatienceMs: options.keychainPatienceMs }),
    ...(options.modelIdleMs === undefined ? {} : { modelIdleMs: options.modelIdleMs }),
    // A spare waits for a next session, which most tests do not have.
    pythonLimits: { spares: 0, ...options.pythonLimits },
    doors: engineDoors(silentLog),
    log: options.log ?? silentLog,
    withEngine: options.withEngine ?? true,
    ...(options.words ? { words: options.words } : {}),
  });
}

/** A keychain that forgets everything with the test; `kept` is what is in it. */
export function memoryKeychain(kept = new Map<string, string>()): Keychain {
  return {
    get: async (name) => kept.get(name) ?? null,
    set: async (name, secret) => void kept.set(name, secret),
    remove: async (name) => void kept.delete(name),
  };
}

/** The one dataset of a file. */
export async function addData(app: App, name: string, content: string | Buffer): Promise<Dataset> {
  const [dataset] = await addAllData(app, name, content);
  return dataset!;
}

/** Every dataset of a file: a workbook has one for each of its tables. */
export async function addAllData(app: App, name: string, content: string | Buffer): Promise<Dataset[]> {
  const file = await app.services.files.add(name, Readable.from([Buffer.from(content)]));
  const added = await app.services.datasets.add({ fileId: file.id });
  await Promise.all(added.map(({ id }) => app.services.datasets.settled(id)));
  return added.map(({ id }) => app.services.datasets.get({ datasetId: id }));
}

export async function ask(
  app: App,
  prompt: string,
  about: {
    datasetIds?: DatasetId[];
    documentIds?: DocumentId[];
    threadId?: ThreadId | null;
    follows?: MessageId | null;
    words?: Words;
  } = {},
): Promise<AnswerReport> {
  const { run } = await app.services.runs.start({
    threadId: about.threadId ?? null,
    prompt,
    datasetIds: about.datasetIds ?? [],
    documentIds: about.documentIds ?? [],
    follows: about.follows,
  });
  await app.services.runs.finished(run.id);
  return collectAnswer(app.services, run, about.words ?? english);
}

/** One app for a test file, and questions to files that are read once. */
export function analystApp() {
  let app: App | null = null;
  const datasets = new Map<string, Dataset>();
  beforeAll(async () => {
    app = await openTestApp(tempFolderForAll());
  });
  afterAll(() => app?.close());
  const get = () => {
    if (!app) throw new Error('the app is not there yet');
    return app;
  };
  const dataset = async (name: string, content: () => string | Buffer) => {
    const known = datasets.get(name) ?? (await addData(get(), name, content()));
    datasets.set(name, known);
    return known;
  };
  return {
    app: get,
    dataset,
    ask: async (name: string, content: () => string | Buffer, prompt: string) =>
      ask(get(), prompt, { datasetIds: [(await dataset(name, content)).id] }),
  };
}
