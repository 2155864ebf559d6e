import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { bareEnvironment } from './environment';

export interface ProgramOptions {
  /** Outside of the archive an app is packed in: the system cannot start what is inside. */
  path: string;
  args: readonly string[];
  /** Its home, where it runs and keeps what it likes; made when it is not there. */
  folder: string;
  /** Variables of its own. */
  env?: Readonly<Record<string, string>>;
  /** What it finds under the numbers from 3 on: open files of ours, or pipes. */
  descriptors?: readonly (number | 'pipe')[];
}

/**
 * Starts a program of somebody else's, with pipes for all it says and is told. It gets nothing of the app's environment
 * but what no process of the system starts without.
 * @throws as `spawn` does; a program that is not there is told of by its `error` event
 */
export function startProgram(options: ProgramOptions): ChildProcessWithoutNullStreams {
  const { path, args, folder, env, descriptors = [] } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const child = spawn(path, args, {
    cwd: folder,
    env: { ...bareEnvironment(folder, ['SystemRoot']), HOME: folder, USERPROFILE: folder, ...env },
    stdio: ['pipe', 'pipe', 'pipe', ...descriptors],
    windowsHide: true,
  });
  return child as ChildProcessWithoutNullStreams;
}
