import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ensureBuilt, root } from '../../scripts/built.mjs';
import { firstLine } from './running-app';

export interface Served {
  base_url: string;
  api_key: string;
  port: number;
  /** Of the process that serves. */
  pid: number;
}

/** The engine as `npm run serve` serves it, for as long as the test runs; `more` are further arguments. */
export async function startServe(
  dataFolder: string,
  env: Record<string, string> = {},
  more: string[] = [],
): Promise<Served> {
  await ensureBuilt();
  const given = [join(root, 'out/main/serve.js'), '--port', '0', '--data', dataFolder, ...more];
  const child = spawn(process.execPath, given, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const line = JSON.parse(await firstLine(child)) as { base_url: string; api_key: string };
  if (child.pid === undefined) throw new Error('what spoke is no process');
  return { ...line, port: Number(new URL(line.base_url).port), pid: child.pid };
}
