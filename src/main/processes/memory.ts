import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const LOOK_MS = { linux: 50, darwin: 500 };

/**
 * Looks at a process's memory from outside and tells once when it holds more than `bytes`. Returns what ends the looking.
 * Where the system does not tell (Windows) nothing is looked at: there a process has to watch itself.
 */
export type WatchMemory = (pid: () => number | undefined, bytes: number, onExceeded: () => void) => () => void;

export const watchMemory: WatchMemory = (pid, bytes, onExceeded) => {
  const { platform } = process;
  if (platform !== 'linux' && platform !== 'darwin') return () => undefined;
  let isOver = false;
  const end = () => {
    isOver = true;
    clearInterval(timer);
  };
  const look = async () => {
    const number = pid();
    const held = number === undefined ? 0 : await residentBytes(number).catch(() => 0);
    if (isOver || held <= bytes) return;
    end();
    onExceeded();
  };
  const timer = setInterval(() => void look(), LOOK_MS[platform]);
  timer.unref();
  return end;
};

/** What a process holds in memory, without what only is set aside for it. Rejects when it is gone. Linux and macOS. */
export async function residentBytes(pid: number): Promise<number> {
  if (process.platform === 'linux') {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0;
    return Number(kilobytes) * 1_024;
  }
  const { stdout } = await promisify(execFile)('/bin/ps', ['-o', 'rss=', '-p', String(pid)], { timeout: 2_000 });
  return Number(stdout) * 1_024;
}
