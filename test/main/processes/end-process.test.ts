import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { endProcess } from '../../../src/main/processes';
import { tempFolder } from '../../support/temp-folder';

it('ends a process that runs', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  endProcess(child);
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
});

it('sends nothing to anybody for a process that never came to be', async () => {
  const child = spawn(join(tempFolder(), 'not there'));
  const failed = once(child, 'error');
  const kill = vi.spyOn(child, 'kill');
  endProcess(child);
  await failed;
  endProcess(child);
  expect(kill).not.toHaveBeenCalled();
});
