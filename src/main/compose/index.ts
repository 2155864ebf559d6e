import { mkdirSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { About, Services, Shell } from '#contract';
import { AppError } from '#contract/result';
import { ChartPainter } from './analysis/charts';
import { DataEngine } from './analysis/duckdb';
import { findPython, openPackages, type PythonPackages, PythonRunner } from './analysis/python';
import { AssistantsClient } from './api';
import { createDispatch, type Dispatch } from './dispatch';
import { createEngine, type Engine, engineMigrations } from './engine';
import { builtInAnalyst } from './engine/models/built-in';
import { Library, openSamples } from './library';
import type { Log } from './log';
import { Charts } from './services/charts';
import { DataTools } from './services/data-tools';
import { dataAnalyst } from './services/data-tools/definitions';
import { Datasets } from './services/datasets';
import { Documents } from './services/documents';
import { Endpoint } from './services/endpoint';
import { Files } from './services/files';
import { type Emit, Hub } from './services/hub';
import { Keys } from './services/keys';
import { Notebooks } from './services/notebook';
import { Packages } from './services/packages';
import type { EngineDoors, Keychain, SettingsFile, ShellServices } from './services/ports';
import { CodeFiles, Runs } from './services/runs';
import { SentFiles } from './services/sent-files';
import { Settings } from './services/settings';
import { Threads } from './services/threads';
import { BlobStore, Database, Instance } from './storage';

/** What a shell brings to the app. */
export interface AppOptions {
  dataFolder: string;
  /** For what can be made anew at any time; data folders share it. */
  cacheFolder: string;
  /** The folder of things that come with the app: samples, fonts. */
  resources: string;
  /** Built entries that run beside the app. */
  entries: { dataProcess: string; chartWorker: string; documentReader: string; pythonRunner: string; root: string };
  version: string;
  shell: Shell | 'headless';
  shellServices: ShellServices;
  settings: SettingsFile;
  keychain: Keychain;
  /** How the engine is opened to other programs. */
  doors: EngineDoors;
  log: Log;
  /** False to browse only: nothing can be asked, everything can be read. */
  withEngine: boolean;
}

export interface App {
  dispatch: Dispatch;
  services: {
    threads: Threads;
    runs: Runs;
    datasets: Datasets;
    documents: Documents;
    charts: Charts;
    files: Files;
    keys: Keys;
    settings: Settings;
    endpoint: Endpoint;
    packages: Packages;
  };
  engine: Engine | null;
  instance: Instance;
  subscribe(listener: Emit): () => void;
  close(): Promise<void>;
}

/**
 * Builds the whole app on one data folder.
 * @throws AppError `data_in_use`, `data_newer`, `data_damaged`, `read_only`, `no_space`
 */
export async function compose(options: AppOptions): Promise<App> {
  const { dataFolder, log } = options;
  const now = Date.now;
  const hub = new Hub();
  const instance = Instance.claim(dataFolder);
  const library = openOr(() => Library.open(dataFolder), instance);
  const blobs = new BlobStore(join(dataFolder, 'blobs'));
  await blobs.sweep();

  const python = options.withEngine ? openPython(options) : null;
  const engine = options.withEngine ? await openEngine(options, python) : null;
  const client = clientOf(engine);
  const assistantId = rememberedAssistant(library, client);

  const data = new DataEngine({ processPath: options.entries.dataProcess, tempFolder: tempFolder(dataFolder), log });
  const painter = new ChartPainter({ workerPath: options.entries.chartWorker, log });

  const { emit } = hub;
  const files = new Files({ library, blobs, shell: options.shellServices, client, now });
  const charts = new Charts({ library, blobs, painter, shell: options.shellServices, emit, now });
  const datasets = new Datasets({
    library,
    engine: data,
    blobs,
    files,
    samples: openSamples(join(options.resources, 'samples')),
    folderOf: (id) => join(dataFolder, 'datasets', id),
    emit,
    log,
    now,
  });
  const sent = new SentFiles({ library, blobs, client });
  const documents = new Documents({ library, blobs, sent, client, emit, log, now });
  const tools = new DataTools({ library, engine: data, datasets, charts, client, log, now });
  const codeFiles = new CodeFiles({ library, blobs, sent });
  const runs = new Runs({ library, client, assistantId, tools, files, codeFiles, documents, python, emit, log, now });
  const notebooks = new Notebooks({ library, files, charts, shell: options.shellServices });
  const threads = new Threads({ library, notebooks, emit, now });
  const about = () => aboutApp(options);
  const settings = new Settings({ file: options.settings, shell: options.shellServices, about, dataFolder, emit });
  const { doors, keychain, shellServices: shell } = options;
  const endpoint = new Endpoint({ engine, doors, settings, keychain, shell, emit, log });
  const packages = new Packages({ library, packages: openPackagesOf(options), emit, log });
  const keys = new Keys(keychain, (name) => endpoint.keyChanged(name));

  const services = {
    threads,
    runs,
    datasets,
    documents,
    charts,
    files,
    keys,
    settings,
    endpoint,
    packages,
  } satisfies Services;
  threads.purge();
  datasets.resume();
  documents.resume();
  void runs.resume();
  // Commands without a window open doors of their own, when they are asked to.
  if (options.shell !== 'headless') void endpoint.resume();

  return {
    dispatch: createDispatch(services, log),
    services,
    engine,
    instance,
    subscribe: (listener) => hub.subscribe(listener),
    close: async () => {
      await endpoint.end();
      await packages.close();
      await runs.close();
      await Promise.all([datasets.close(), documents.close()]);
      await engine?.close();
      await Promise.all([data.close(), painter.close(), python?.close()]);
      library.close();
      instance.release();
    },
  };
}

/** The process that has a data folder open, as far as it says who it is. */
export const holderOf = Instance.holder;

function openOr(open: () => Library, instance: Instance): Library {
  try {
    return open();
  } catch (error) {
    instance.release();
    throw error;
  }
}

/** Python in a sandbox, where this system has one; without it everything else works. */
function openPython(options: AppOptions): PythonRunner | null {
  const { cacheFolder, entries, log } = options;
  const found = findPython(entries.root);
  if ('missing' in found) {
    log.warn({ missing: found.missing }, 'Python cannot run here');
    return null;
  }
  return new PythonRunner({
    ...found,
    ...packageFolders(options),
    runnerPath: entries.pythonRunner,
    tempFolder: join(cacheFolder, 'python'),
    log,
  });
}

function packageFolders({ dataFolder, resources }: AppOptions) {
  return {
    packagesFolder: join(dataFolder, 'python', 'packages'),
    besideFolder: join(resources, 'python-packages'),
    packagesPlace: process.env.ASSAY_PYTHON_PACKAGES,
  };
}

/** Packages can be fetched and looked at with the engine off. */
function openPackagesOf(options: AppOptions): PythonPackages | { missing: string } {
  const found = findPython(options.entries.root);
  return 'missing' in found ? found : openPackages({ ...found, ...packageFolders(options) });
}

/**
 * Packages kept in one folder, without an app around them.
 * @throws AppError `unavailable` where Python cannot run
 */
export function packagesIn(packagesFolder: string, root: string): PythonPackages {
  const found = findPython(root);
  if ('missing' in found) throw new AppError('unavailable', found.missing);
  return openPackages({ ...found, packagesFolder, packagesPlace: process.env.ASSAY_PYTHON_PACKAGES });
}

/** What was seen stays readable even when the engine's own store does not open. */
async function openEngine(options: AppOptions, python: PythonRunner | null): Promise<Engine | null> {
  const { dataFolder, log } = options;
  const readerPath = options.entries.documentReader;
  try {
    const database = Database.open(join(dataFolder, 'engine.db'), engineMigrations, join(dataFolder, 'backups'));
    const blobs = new BlobStore(join(dataFolder, 'engine-blobs'));
    await blobs.sweep();
    const analyst = builtInAnalyst();
    const listModels = async () => [{ id: analyst.id, created: 0, ownedBy: 'assay' }];
    const engine = createEngine({
      database,
      blobs,
      models: () => analyst,
      listModels,
      readerPath,
      log,
      ...(python ? { codeRunner: python } : {}),
    });
    await engine.start();
    return engine;
  } catch (error) {
    log.error({ err: error }, 'the engine could not be started');
    return null;
  }
}

function clientOf(engine: Engine | null): () => Promise<AssistantsClient> {
  if (!engine) {
    return async () => {
      throw new AppError(
        'unavailable',
        'The engine is off, so nothing can be asked now. Everything you have seen stays readable.',
      );
    };
  }
  const client = new AssistantsClient({
    baseUrl: 'http://engine.internal/v1',
    apiKey: 'in-process',
    fetch: (input, init) => engine.fetch(new Request(input, init)),
  });
  return async () => client;
}

function rememberedAssistant(library: Library, client: () => Promise<AssistantsClient>): () => Promise<string> {
  let known: Promise<string> | null = null;
  const ensure = async () => {
    const id = await (await client()).ensureAssistant(library.notes.recall('assistant'), dataAnalyst);
    library.notes.remember('assistant', id);
    return id;
  };
  return () => {
    // Made sure of anew for each run: programs that share the engine may have changed or deleted it.
    known ??= ensure().finally(() => {
      known = null;
    });
    return known;
  };
}

function tempFolder(dataFolder: string): string {
  const folder = join(dataFolder, 'temp');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

async function aboutApp(options: AppOptions): Promise<About> {
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

async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) => stat(join(entry.parentPath, entry.name)).catch(() => null));
  return (await Promise.all(sizes)).reduce((sum, found) => sum + (found?.size ?? 0), 0);
}
