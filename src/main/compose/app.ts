import { join } from 'node:path';
import type { AssistantId, Services } from '#contract';
import { english, localeFrom } from '#words';
import { WorkerChartPainter } from '../analysis/charts';
import { DuckDbEngine } from '../analysis/duckdb';
import { createDispatch, type Dispatch } from '../dispatch';
import type { Engine } from '../engine';
import { builtInAnalyst } from '../engine/models/built-in';
import { nodeFetchThrough } from '../engine/models/upstream';
import { Library, openSamples } from '../library';
import { backupFolder, type Recovery } from '../recovery';
import { Assistants } from '../services/assistants';
import { ChartReadings } from '../services/chart-readings';
import { Charts } from '../services/charts';
import type { ModelConnections } from '../services/connections';
import { DataTools } from '../services/data-tools';
import { Datasets } from '../services/datasets';
import { DataDefinitions } from '../services/definitions';
import { Deletions } from '../services/deletions';
import { Documents } from '../services/documents';
import { Endpoint } from '../services/endpoint';
import type { Evidence } from '../services/evidence';
import type { Exports } from '../services/exports';
import { FileLibrary } from '../services/file-library';
import { Files } from '../services/files';
import type { Hub } from '../services/hub';
import type { Imports } from '../services/imports';
import { Interpreters } from '../services/interpreters';
import { Keys } from '../services/keys';
import type { SentLedger } from '../services/ledger';
import type { ConnectedModels } from '../services/models';
import { Notebooks } from '../services/notebook';
import { Packages } from '../services/packages';
import { Queries } from '../services/queries';
import type { Recoveries } from '../services/recoveries';
import type { Reports } from '../services/reports';
import { Comparisons, Recordings, ReportReruns, Reruns } from '../services/reruns';
import { Results } from '../services/results';
import { CodeFiles, DataForCode, Runs, ShownTables } from '../services/runs';
import { SentFiles } from '../services/sent-files';
import { AppSettings } from '../services/settings';
import { ThreadRetention } from '../services/thread-retention';
import { Threads } from '../services/threads';
import type { UsageReports } from '../services/usage';
import { BlobStore, DailyBackups, ensurePrivateFolder, type Instance, retryWhileLocked } from '../storage';
import { aboutApp } from './about';
import { dataFolderOf, storageSizes } from './data-folder';
import { clientOf, openEngine, rememberedAssistant } from './engine';
import { composeExports } from './exports';
import { composeImports } from './imports';
import { Losses } from './losses';
import { composeModels } from './models';
import type { AppOptions } from './options';
import { chosenPython, openOwnPython, openPackagesOf, openPython } from './python';
import { composeReports } from './reports';
import { keptSettings } from './settings';

export interface AppServices {
  threads: Threads;
  runs: Runs;
  datasets: Datasets;
  definitions: DataDefinitions;
  documents: Documents;
  charts: Charts;
  files: FileLibrary;
  deletions: Deletions;
  keys: Keys;
  settings: AppSettings;
  endpoint: Endpoint;
  packages: Packages;
  python: Interpreters;
  recovery: Recoveries;
  connections: ModelConnections;
  models: ConnectedModels;
  ledger: SentLedger;
  usage: UsageReports;
  assistants: Assistants;
  queries: Queries;
  results: Results;
  exports: Exports;
  /** For commands alone. */
  evidence: Evidence;
  reports: Reports;
  comparisons: Comparisons;
  reruns: Reruns;
  reportReruns: ReportReruns;
  imports: Imports;
}

/** The app as it is on one set of databases. */
export interface OpenApp {
  dispatch: Dispatch;
  services: AppServices;
  engine: Engine | null;
  losses: Losses;
  prepare(): Promise<void>;
  close(): Promise<void>;
}

export interface AppContext {
  instance: Instance;
  hub: Hub;
  recovery: Recovery;
  recoveries: Recoveries;
}

/**
 * Builds every service with `new`, in reading order.
 * @throws AppError `data_in_use`, `data_damaged`, `read_only`, `no_space`
 */
export async function composeApp(options: AppOptions, context: AppContext): Promise<OpenApp> {
  const { dataFolder, log } = options;
  const library = await retryWhileLocked(() => Library.open(dataFolder, log));
  try {
    return await composeOn(library, options, context);
  } catch (error) {
    library.close();
    throw error;
  }
}

async function composeOn(library: Library, options: AppOptions, context: AppContext): Promise<OpenApp> {
  const { instance, hub, recovery, recoveries } = context;
  const { dataFolder, log, words = english, fork, entries } = options;
  const now = Date.now;
  const blobs = new BlobStore(join(dataFolder, 'blobs'));
  await blobs.sweep();
  const { emit } = hub;
  const file = keptSettings(options.settings, { dataFolder, instance });
  const about = () => aboutApp(options);
  const settings = new AppSettings({ file, shell: options.shellServices, about, dataFolder, emit });
  const { doors, keychain, shellServices: shell } = options;
  const recordings = new Recordings();
  const analyst = builtInAnalyst({ words, recordings });
  const patience = {
    ...(options.keychainPatienceMs === undefined ? {} : { patienceMs: options.keychainPatienceMs }),
    ...(options.modelIdleMs === undefined ? {} : { idleMs: options.modelIdleMs }),
  };
  const fetch = nodeFetchThrough(options.resolveProxy ?? null);
  const own = { library, blobs, settings, keychain };
  const parts = composeModels({ ...own, ...patience, fetch, shell, words, analyst, emit, log, now });
  const { connections, models, choices, ledger, usage, remoteObjects, retention } = parts;
  const builtInPython = options.withEngine ? openPython(options) : null;
  const ownPython = openOwnPython(options);
  const runner = options.withEngine ? chosenPython(builtInPython, ownPython) : null;
  const readData = Promise.withResolvers<{ datasets: Datasets; files: Files }>();
  const shown = new ShownTables();
  const python = runner && new DataForCode({ runner, library, data: readData.promise, shown, log });
  const opened = options.withEngine ? await openEngine(options, python, recovery, parts.registry) : null;
  const engine = opened?.engine ?? null;
  const client = clientOf(engine);
  const assistant = rememberedAssistant(library, client);

  const ownData = new DuckDbEngine({ fork, processPath: entries.dataProcess, tempFolder: tempFolder(dataFolder), log });
  const data = options.data ?? ownData;
  const ownPainter = new WorkerChartPainter({ workerPath: entries.chartWorker, log });
  const painter = options.painter ?? ownPainter;
  const datasetFolder = ensurePrivateFolder(join(dataFolder, 'datasets'));
  const files = new Files({ library, blobs, shell: options.shellServices, client, log, now });
  const locale = () => options.locale ?? localeFrom(settings.get(), settings.languages());
  const readings = new ChartReadings({ library, define: (tables) => definitions.ofTables(tables), log });
  const charts = new Charts({ library, blobs, painter, shell: options.shellServices, readings, locale, emit, now });
  const datasets = new Datasets({
    library,
    engine: data,
    blobs,
    files,
    samples: openSamples(join(options.resources, 'samples')),
    folderOf: (id) => join(datasetFolder, id),
    emit,
    log,
    now,
  });
  readData.resolve({ datasets, files });
  const sent = new SentFiles({ library, blobs, client });
  const documents = new Documents({ library, blobs, sent, client, emit, log, now });
  const definitions = new DataDefinitions({ library, datasets, words, emit, log, now });
  const tools = new DataTools({ library, datasets, definitions, charts, client, words, log, now });
  const codeFiles = new CodeFiles({ library, files, sent });
  const assistants = new Assistants({ client, assistant, sent, shell, emit });
  const runs = new Runs({
    ...{ library, client, assistant, tools, files, codeFiles, documents, python, shown, emit, log, now },
    ...{ connections, models, choices, settings, traits: (id: AssistantId) => assistants.traits(id) },
  });
  const createThread = async (key: string) => (await client()).createThread(key);
  const queries = new Queries({
    ...{ library, datasets, charts, words, createThread, emit, log, now },
    local: runs.local,
    define: (tables) => definitions.ofTables(tables),
  });
  const results = new Results({ library, datasets, charts, files, words, emit, shell, log });
  const notebooks = new Notebooks({ library, files, charts, data, words });
  const reports = composeReports(options, { library, painter, files, queries, locale, emit, now });
  const { exports, evidence } = composeExports(options, {
    ...{ library, blobs, files, charts, queries, definitions, notebooks, datasets, documents, tools, python, painter },
    ...{ client, reports, locale, emit, now },
  });
  const again = { library, datasets, charts, runs, queries, recordings };
  const comparisons = new Comparisons({ library });
  const reruns = new Reruns({ ...again, createThread, emit, log, now });
  const reportReruns = new ReportReruns({ library, datasets, reruns, reports, emit, log, now });
  const imports = composeImports({ library, files, datasets, documents, engine, dataFolder, emit, log, now });
  const databases = opened ? [library.database, opened.database] : [library.database];
  const backups = new DailyBackups({ folder: backupFolder(dataFolder), databases: () => databases, log, now });
  const forgetResults = () => data.forgetResults();
  const folder = dataFolderOf({ dataFolder, databases, backups, datasetFolder, forgetResults });
  const erasing = { remoteObjects, retention, client, folder };
  const deletions = new Deletions({ library, blobs, datasets, documents, ...erasing, emit, log, now });
  const sizes = () => storageSizes(dataFolder);
  const fileLibrary = new FileLibrary({ library, files, datasets, documents, assistants, sizes, emit, log, now });
  const threads = new Threads({ library, choices, deletions, emit, now });
  const threadRetention = new ThreadRetention({ threads, settings });
  const endpoint = new Endpoint({ engine, doors, settings, keychain, shell, emit, log });
  const packages = new Packages({ library, packages: openPackagesOf(options), emit, log });
  const interpreters = new Interpreters({ library, python: ownPython, emit });
  const keys = new Keys(keychain, (name) => endpoint.keyChanged(name));

  const services = {
    ...{ threads, runs, datasets, definitions, documents, charts, deletions, keys, settings, endpoint },
    ...{ packages, connections, models, ledger, usage, assistants, queries, results, exports, reports },
    ...{ comparisons, reruns, reportReruns, imports },
    files: fileLibrary,
    python: interpreters,
    recovery: recoveries,
  } satisfies Services;
  const unsubscribe = hub.subscribe((event) => {
    if (event.name === 'threads.deleted') remoteObjects.threadDeleted(event.data.threadId);
    if (event.name === 'settings.changed') {
      retention.apply();
      threadRetention.apply();
    }
    if (event.name === 'datasets.removed') remoteObjects.datasetRemoved(event.data.datasetId);
    // Whoever has just attached data asks about it next.
    if (event.name !== 'datasets.changed' || event.data.status !== 'ready') return;
    data.warm();
    if (painter === ownPainter) ownPainter.warm();
  });
  threadRetention.begin();
  datasets.resume();
  documents.resume();
  reruns.resume();
  reportReruns.resume();
  imports.resume();
  const losses = new Losses({ library, engine, runs, recovery, log });
  const unsettled = (error: unknown) => log.error({ err: error }, 'what was left open could not be taken up again');
  runs.resume().catch(unsettled);
  losses.resume().catch(unsettled);
  deletions.resume().catch(unsettled);
  connections.resume().catch(unsettled);
  // Commands without a window open doors of their own, when they are asked to.
  if (options.shell !== 'headless') endpoint.resume().catch(unsettled);

  return {
    dispatch: createDispatch(services, log),
    services: { ...services, evidence },
    engine,
    losses,
    prepare: async () => builtInPython?.prepare(),
    close: () =>
      inOrder([
        async () => unsubscribe(),
        async () => threadRetention.close(),
        async () => exports.close(),
        async () => reports.close(),
        () => endpoint.end(),
        () => packages.close(),
        () => reportReruns.close(),
        () => reruns.close(),
        () => imports.close(),
        () => runs.close(),
        () => losses.close(),
        () => deletions.close(),
        () => remoteObjects.close(),
        () => retention.close(),
        () => Promise.all([datasets.close(), documents.close()]),
        () => backups.close(),
        async () => engine?.close(),
        () => Promise.all([ownData.close(), ownPainter.close(), builtInPython?.close(), ownPython.close()]),
        async () => library.close(),
      ]),
  };
}

/** Does all of it, whatever fails on the way; rejects with the first failure. */
export async function inOrder(ends: (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const end of ends) await end().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

const tempFolder = (dataFolder: string): string => ensurePrivateFolder(join(dataFolder, 'temp'));
