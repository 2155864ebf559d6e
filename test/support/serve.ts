import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ensureBuilt, root } from '../../scripts/built.mjs';
import { firstLine } from './running-app';

/** The engine as `npm run serve` serves it, for as long as the test runs. */
export async function startServe(dataFolder: string): Promise<{ base_url: string; api_key: string; port: number }> {
  await ensureBuilt();
  const child = spawn(process.execPath, [join(root, 'out/main/serve.js'), '--port', '0', '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const line = JSON.parse(await firstLine(child)) as { base_url: string; api_key: string };
  return { ...line, port: Number(new URL(line.base_url).port) };
}
