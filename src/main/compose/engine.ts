import { join } from 'node:path';
import { AppError } from '#contract/result';
import { english } from '#words';
import { AssistantsClient } from '../api';
import type { CodeRunner } from '../code-runner';
import { createEngine, type Engine, engineMigrations } from '../engine';
import type { Models } from '../engine/ports';
import type { Library } from '../library';
import { backupFolder, pathOf, type Recovery } from '../recovery';
import { dataAnalyst } from '../services/data-tools/definitions';
import type { AppAssistant } from '../services/runs';
import { BlobStore, Database, retryWhileLocked } from '../storage';
import type { AppOptions } from './options';

/** What was seen stays readable even when the engine's own store does not open. */
export async function openEngine(
  options: AppOptions,
  python: CodeRunner | null,
  recovery: Recovery,
  models: Models,
): Promise<{ engine: Engine; database: Database } | null> {
  const { dataFolder, log, words = english } = options;
  const reader = {
    fork: options.fork,
    entry: options.entries.documentReader,
    tempFolder: join(dataFolder, 'temp', 'documents'),
  };
  let database: Database | null = null;
  try {
    const blobs = new BlobStore(join(dataFolder, 'engine-blobs'));
    await blobs.sweep();
    database = await retryWhileLocked(() =>
      Database.open(pathOf(dataFolder, 'engine'), engineMigrations, backupFolder(dataFolder)),
    );
    recovery.watch('engine', database);
    const engine = createEngine({
      database,
      blobs,
      models,
      reader,
      words,
      log,
      ...(python ? { codeRunner: python } : {}),
    });
    await engine.start().catch(async (error: unknown) => {
      await engine.close();
      throw error;
    });
    return { engine, database };
  } catch (error) {
    database?.close();
    log.error({ err: error }, 'the engine could not be started');
    if (error instanceof AppError && error.code === 'data_damaged') {
      recovery.note('engine', 'damaged');
      void recovery.lookInto('engine');
    }
    return null;
  }
}

/** The client of the engine; rejects with `unavailable` while it is off. */
export function clientOf(engine: Engine | null): () => Promise<AssistantsClient> {
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
    dataTools: dataAnalyst.tools,
  });
  return async () => client;
}

/** The assistant that all threads of the app talk to: brought to its definition when this process first needs it. */
export function rememberedAssistant(library: Library, client: () => Promise<AssistantsClient>): AppAssistant {
  let known: Promise<string> | null = null;
  const ensure = async () => {
    const id = await (await client()).ensureAssistant(library.notes.getValue('assistant'), dataAnalyst);
    library.notes.setValue('assistant', id);
    return id;
  };
  const renew = () => {
    const ensured = ensure();
    known = ensured;
    ensured.catch(() => {
      // Tried again when it is next asked for.
      if (known === ensured) known = null;
    });
    return ensured;
  };
  return { id: () => known ?? renew(), renew };
}
