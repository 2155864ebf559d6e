import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { claim } from '../../../scripts/built.mjs';
import { tempFolder } from '../../support/temp-folder';

it('one process builds at a time, and one that was killed over it keeps nobody waiting', () => {
  const lock = join(tempFolder(), 'lock');
  expect([claim(lock), claim(lock)]).toEqual([true, false]);
  rmSync(lock);
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(lock, String(pid));
  expect([claim(lock), claim(lock)]).toEqual([false, true]);
});
