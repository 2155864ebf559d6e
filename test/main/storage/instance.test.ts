import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Instance } from '../../../src/main/storage';
import { tempFolder } from '../../support/temp-folder';

/** A process that locks the folder the way the app does, and says when it has. */
const HOLD = `
  const { DatabaseSync } = require('node:sqlite');
  const db = new DatabaseSync(process.argv[1]);
  db.exec('BEGIN EXCLUSIVE');
  process.stdout.write('held');
  setInterval(() => undefined, 1000);
`;

describe('the data folder', () => {
  it('belongs to one process at a time', async () => {
    const folder = tempFolder();
    const other = spawn(process.execPath, ['-e', HOLD, join(folder, 'instance.lock')]);
    await once(other.stdout, 'data');
    expect(() => Instance.claim(folder)).toThrow(expect.objectContaining({ code: 'data_in_use' }));
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(() => Instance.claim(folder).release()).not.toThrow();
  });

  it('is not called open elsewhere when its lock cannot be used for another reason', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'instance.lock'), 'no lock of ours'.repeat(100));
    expect(() => Instance.claim(folder)).toThrow(expect.objectContaining({ code: 'data_damaged' }));
  });

  it('says who holds it, to this user only', () => {
    const folder = tempFolder();
    const instance = Instance.claim(folder);
    instance.introduce('http://127.0.0.1:1/#token=x');
    expect(Instance.holder(folder)).toEqual({ pid: process.pid, url: 'http://127.0.0.1:1/#token=x' });
    expect(statSync(join(folder, 'instance.json')).mode & 0o077).toBe(0);
    instance.release();
    expect(Instance.holder(folder)).toBeNull();
  });
});
