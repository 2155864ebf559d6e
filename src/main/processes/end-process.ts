import type { ChildProcess } from 'node:child_process';

/**
 * Ends a process at once, if it ever came to be. One that could not be started has no number, and Node's own `kill` then
 * sends the signal to whatever number stands in memory: on Linux at times 0, which is the app and all that was started
 * with it.
 */
export function endProcess(child: ChildProcess): void {
  if (child.pid !== undefined) child.kill('SIGKILL');
}
