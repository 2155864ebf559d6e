import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ensureBuilt, root } from '../../scripts/built.mjs';
import type { Import, ImportItem } from '../../src/preload/contract';
import { writeLargeExport } from '../support/imports/large-chatgpt';
import { needs, PROC } from '../support/needs';
import { tempFolder } from '../support/temp-folder';

const [SMALL_MB, LARGE_MB] = [50, Number(process.env.ASSAY_EXPORT_MB ?? 150)];
/** Ten times as much to read may take this many times the memory: what is kept of an item is a line of a report. */
const MEMORY_RATIO = 1.6;

/** Brings an export into a library of its own, by the command; `peak` is what its process took at most, in bytes. */
async function imported(path: string) {
  const child = spawn(process.execPath, ['scripts/command.mjs', 'import', '--json', '--data', tempFolder(), path], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 200);
  const out: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  await once(child, 'close');
  clearInterval(watch);
  return { peak, ...(JSON.parse(Buffer.concat(out).toString()) as { import: Import; items: ImportItem[] }) };
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

it('an export of ChatGPT takes no more memory for being large, and each conversation is told', {
  ...needs(PROC),
  timeout: 1_800_000,
}, async () => {
  await ensureBuilt();
  const folder = tempFolder();
  const sizes = [];
  for (const megabytes of [SMALL_MB, LARGE_MB]) {
    const path = join(folder, `${megabytes}.zip`);
    const { bytes, outcomes } = await writeLargeExport(path, megabytes);
    const startedAt = performance.now();
    const { peak, import: ended, items } = await imported(path);
    console.log(
      `${Math.round(bytes / 1e6)} MB, ${items.length} conversations: ${Math.round((performance.now() - startedAt) / 1_000)} s, at most ${Math.round(peak / 1e6)} MB`,
    );
    const counts = Object.fromEntries(Object.entries(ended.counts).filter(([, count]) => count > 0));
    expect({ status: ended.status, counts }).toEqual({ status: 'completed', counts: outcomes });
    expect(Object.groupBy(items, ({ outcome }) => outcome).skipped?.map(({ refusal }) => refusal)).toEqual(
      expect.arrayContaining(['empty', 'damaged']),
    );
    sizes.push(peak);
  }
  const [small = 0, large = Number.POSITIVE_INFINITY] = sizes;
  expect(large / small).toBeLessThan(MEMORY_RATIO);
});
