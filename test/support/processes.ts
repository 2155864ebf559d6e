import { readdirSync, readFileSync } from 'node:fs';

/** What a process has started, and what those have; Linux only, and none where the process is gone. */
export const descendants = (pid: number): number[] =>
  childrenOf(pid).flatMap((child) => [child, ...descendants(child)]);

/** Of every thread: a process is a child of the one that started it. */
function childrenOf(pid: number): number[] {
  const text = threadsOf(pid).map((thread) => fileOf(pid, `task/${thread}/children`));
  return text.flatMap((pids) =>
    pids
      .split(' ')
      .filter((number) => number.trim() !== '')
      .map(Number),
  );
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Its program and arguments, each ended by a NUL. */
export const commandOf = (pid: number): string => fileOf(pid, 'cmdline');

/** A process that has ended and that nobody has asked about yet counts as gone. */
export function isAlive(pid: number): boolean {
  const status = fileOf(pid, 'status');
  return status !== '' && !/^State:\s+[ZX]/m.test(status);
}

function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1');
  } catch {
    return '';
  }
}
