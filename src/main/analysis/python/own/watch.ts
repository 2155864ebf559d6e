import { readFileSync, statfsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { residentBytes } from '../../../processes';

const LOOK_MS = { linux: 50, other: 500 };
/** Every so many looks the session learns what it takes. */
const REPORT_EVERY = 10;
/** A process may not start others, but threads; with this many it is up to nothing good. */
const THREADS_AT_MOST = 1_000;
const INFO_BYTES = 10_000;

interface Listener {
  usage(rss: number): void;
  exceeded(): void;
}

/**
 * Looks from outside at what a confined interpreter takes. Bubblewrap tells, on a pipe, which process it has made the first
 * of the new namespace; the interpreter is that one's child.
 * @returns what ends the looking
 */
export function watchConfined(
  source: Readable | number | null | undefined,
  bounds: { bytes: number; files: number },
  on: Listener,
): () => void {
  let info = '';
  if (source && typeof source !== 'number') {
    source.on('data', (text: Buffer) => {
      info = (info + String(text)).slice(0, INFO_BYTES);
    });
    source.on('error', () => undefined);
  }
  const pid = () => (typeof source === 'number' ? source : interpreterOf(info));
  let looks = 0;
  let isOver = false;
  const look = async () => {
    const number = pid();
    if (number === undefined) return;
    const rss = await residentBytes(number).catch(() => 0);
    if (isOver) return;
    if (rss > bounds.bytes || threadsOf(number) > THREADS_AT_MOST || filesOf(number) > bounds.files) {
      end();
      on.exceeded();
    } else if (looks++ % REPORT_EVERY === 0) on.usage(rss);
  };
  const timer = setInterval(() => void look(), process.platform === 'linux' ? LOOK_MS.linux : LOOK_MS.other);
  timer.unref();
  const end = () => {
    isOver = true;
    clearInterval(timer);
  };
  return end;
}

function interpreterOf(info: string): number | undefined {
  const first = /"child-pid":\s*(\d+)/.exec(info)?.[1];
  if (first === undefined) return undefined;
  try {
    const child = readFileSync(`/proc/${first}/task/${first}/children`, 'latin1').trim().split(' ')[0];
    return child ? Number(child) : undefined;
  } catch {
    return undefined;
  }
}

function threadsOf(pid: number): number {
  if (process.platform !== 'linux') return 0;
  try {
    return Number(/^Threads:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** In its folders, which lie in memory: each takes some that is not the interpreter's. */
function filesOf(pid: number): number {
  if (process.platform !== 'linux') return 0;
  try {
    const used = ({ files, ffree }: { files: number; ffree: number }) => files - ffree;
    return ['/mnt/data', '/tmp'].reduce((sum, folder) => sum + used(statfsSync(`/proc/${pid}/root${folder}`)), 0);
  } catch {
    return 0;
  }
}
