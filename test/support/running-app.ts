import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ensureBuilt, root } from '../../scripts/built.mjs';
import type { Api, Dataset, StoredFile } from '../../src/preload/contract';
import { AppError, type Result } from '../../src/preload/contract/result';
import { until } from './until';

export interface RunningApp {
  api: Api;
  /** The address a browser opens, token included. */
  url: string;
  process: ChildProcess;
  upload(path: string): Promise<Dataset>;
  /** Sends bytes as a file, and does no more with it. */
  send(name: string, bytes: Uint8Array): Promise<StoredFile>;
  /** As a user ends it. */
  stop(): Promise<void>;
  /** As a power cut of the process ends it. */
  kill(): Promise<void>;
}

/** The built app in its browser shell, as `npm start -- --browser` runs it, on a data folder of the test's. */
export async function startApp(
  dataFolder: string,
  more: string[] = [],
  env: Record<string, string> = {},
): Promise<RunningApp> {
  await ensureBuilt();
  const child = spawnApp(dataFolder, more, env);
  const { url } = JSON.parse(await firstLine(child)) as { url: string };
  const { origin, hash } = new URL(url);
  const authorization = `Bearer ${hash.replace('#token=', '')}`;
  const post = async (name: string, body: string | Uint8Array<ArrayBuffer>, type: string): Promise<unknown> => {
    const response = await fetch(`${origin}/api/${name}`, {
      method: 'POST',
      body,
      headers: { authorization, 'content-type': type },
    });
    const result = (await response.json()) as Result<unknown>;
    if (!result.ok) throw new AppError(result.error.code, result.error.message);
    return result.value;
  };
  const api = clientOver((name, input) => post(name, JSON.stringify(input), 'application/json'));
  const send: RunningApp['send'] = async (name, bytes) =>
    (await post(
      `upload?name=${encodeURIComponent(name)}`,
      new Uint8Array(bytes),
      'application/octet-stream',
    )) as StoredFile;
  return {
    api,
    url,
    process: child,
    send,
    upload: async (path) => {
      const file = await send(basename(path), readFileSync(path));
      const [dataset] = await api.datasets.add({ fileId: file.id });
      return settled(api, dataset!);
    },
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

/** The process alone, which may be ended before it is ready. The app must have been built. */
export function spawnApp(dataFolder: string, more: string[] = [], env: Record<string, string> = {}): ChildProcess {
  return spawn(
    process.execPath,
    [join(root, 'out/main/browser.js'), '--no-open', '--port', '0', '--data', dataFolder, ...more],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
}

/** The contract's functions over anything that carries a name and an input. */
export function clientOver(carry: (name: string, input: unknown) => Promise<unknown>): Api {
  const domain = (name: string) =>
    new Proxy({}, { get: (_, verb) => (input: unknown) => carry(`${name}.${String(verb)}`, input) });
  return new Proxy({}, { get: (_, name) => domain(String(name)) }) as Api;
}

async function settled(api: Api, dataset: Dataset): Promise<Dataset> {
  return until(`${dataset.name} to be read`, async () => {
    const now = await api.datasets.get({ datasetId: dataset.id });
    return now.status === 'reading' ? null : now;
  });
}

/** The first line of stdout, or what went wrong on stderr. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let out = '';
  let error = '';
  child.stderr?.on('data', (chunk) => {
    error += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      out += String(chunk);
      if (out.includes('\n')) resolve(out.slice(0, out.indexOf('\n')));
    });
    child.on('exit', (code) => reject(new Error(`It ended with ${code} before it was ready: ${error}`)));
  });
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
