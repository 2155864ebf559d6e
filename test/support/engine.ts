import { join } from 'node:path';
import OpenAI from 'openai';
import OpenAI4 from 'openai-v4';
import { onTestFinished } from 'vitest';
import { createEngine, type Engine, type EngineOptions, engineMigrations } from '../../src/main/engine';
import type { Clock, ModelCard, ModelProvider, Models } from '../../src/main/engine/ports';
import { silentLog } from '../../src/main/log';
import { forkProcess } from '../../src/main/processes';
import { BlobStore, Database } from '../../src/main/storage';
import { buildEntry } from './build-entry';
import { type Script, ScriptedModel, says } from './scripted-model';
import { tempFolder } from './temp-folder';

export interface TestEngine {
  engine: Engine;
  client: OpenAI;
  /** The SDK as old scripts have it. */
  client4: OpenAI4;
  model: ScriptedModel;
  database: Database;
  folder: string;
}

interface Options extends Partial<Pick<EngineOptions, 'codeRunner' | 'embedder' | 'words'>> {
  models?: Models | ((name: string) => ModelProvider);
  usualModel?: () => string | null;
  listModels?: () => Promise<readonly ModelCard[]>;
  scripts?: Script[];
  folder?: string;
  clock?: Clock;
  /** It outlives the test, whose folder it is then not in; whoever asks for that closes it. */
  staysOpen?: boolean;
  /** In place of the entry that reads documents. */
  readerEntry?: string;
}

/** A started engine on a real database in a folder of its own, and SDK clients that talk to it. */
export async function openEngine(options: Options = {}): Promise<TestEngine> {
  const {
    scripts = [says('Hello', ' there.')],
    folder = tempFolder(),
    clock,
    listModels,
    codeRunner,
    embedder,
    usualModel,
    words,
  } = options;
  const model = new ScriptedModel(scripts);
  const database = Database.open(join(folder, 'engine.db'), engineMigrations, join(folder, 'backups'));
  const engine = createEngine({
    database,
    blobs: new BlobStore(join(folder, 'blobs')),
    models: modelsFrom(options.models ?? (() => model), model, listModels, usualModel),
    reader: {
      fork: forkProcess,
      entry: options.readerEntry ?? (await buildEntry('src/main/engine/retrieval/reader/document-process.ts')),
      tempFolder: join(folder, 'temp'),
    },
    log: silentLog,
    ...(clock ? { clock } : {}),
    ...(codeRunner ? { codeRunner } : {}),
    ...(embedder ? { embedder } : {}),
    ...(words ? { words } : {}),
  });
  await engine.start();
  if (!options.staysOpen) onTestFinished(() => engine.close());
  const baseURL = 'http://engine/v1';
  return {
    engine,
    client: new OpenAI({ apiKey: 'x', baseURL, fetch: engine.fetch, maxRetries: 0 }),
    client4: new OpenAI4({ apiKey: 'x', baseURL, fetch: engine.fetch, maxRetries: 0 }),
    model,
    database,
    folder,
  };
}

/** A function's providers are found again once they were resolved, the scripted model always. */
function modelsFrom(
  models: NonNullable<Options['models']>,
  scripted: ModelProvider,
  list: Models['list'] = async () => [],
  usual: () => string | null = () => null,
): Models {
  if (typeof models === 'object') return models;
  const resolved = new Map<string, ModelProvider>([[scripted.answerer, scripted]]);
  const resolve = (name: string) => {
    const provider = models(name);
    resolved.set(provider.answerer, provider);
    return provider;
  };
  return { resolve, answerer: (id) => resolved.get(id) ?? null, list, usual };
}

/** An assistant and a thread with one question. */
export async function asked(client: OpenAI, assistant: Partial<OpenAI.Beta.AssistantCreateParams> = {}) {
  const { id: assistant_id } = await client.beta.assistants.create({ model: 'any', ...assistant });
  const thread = await client.beta.threads.create({ messages: [{ role: 'user', content: 'What is 1 + 1?' }] });
  return { assistant_id, threadId: thread.id };
}

/** A function tool by name. */
export function tool(name: string): OpenAI.Beta.FunctionTool {
  return { type: 'function', function: { name } };
}
