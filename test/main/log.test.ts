import { fstatSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type LogDisk, openLog } from '../../src/main/log';
import { tempFolder } from '../support/temp-folder';

/** A disk with room for so many bytes more; a write that does not fit is done in part, and the next one fails. */
function smallDisk() {
  let room = 0;
  const disk: LogDisk = {
    open: (path) => openSync(path, 'a'),
    write: (file, bytes) => {
      if (room === 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      const written = writeSync(file, bytes.subarray(0, room));
      room -= written;
      return written;
    },
  };
  const free = (bytes: number): void => {
    room = bytes;
  };
  return { disk, free };
}

const linesOf = (folder: string) =>
  readFileSync(join(folder, 'assay.log'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

it('a full disk costs lines and nothing else, and the log says how many once there is room', () => {
  const folder = tempFolder();
  const { disk, free } = smallDisk();
  const log = openLog(folder, disk);
  for (const text of ['first', 'second']) expect(() => log.error(text)).not.toThrow();
  free(1_000_000);
  log.info('third');
  expect(linesOf(folder).map((line) => JSON.parse(line))).toMatchObject([{ missing: 2 }, { msg: 'third' }]);
});

it('a line that was cut off by the end of the disk does not spoil the next one', () => {
  const folder = tempFolder();
  const { disk, free } = smallDisk();
  const log = openLog(folder, disk);
  free(20);
  log.info('cut off');
  free(1_000_000);
  log.info('whole');
  const [cut, ...rest] = linesOf(folder);
  expect([cut?.length, rest.map((line) => JSON.parse(line))]).toEqual([
    20,
    [expect.objectContaining({ missing: 1 }), expect.objectContaining({ msg: 'whole' })],
  ]);
});

it('a log that cannot be opened throws nothing, and begins when it can be', () => {
  const folder = tempFolder();
  let refused = true;
  const log = openLog(folder, {
    open: (path) => {
      if (refused) throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
      return openSync(path, 'a');
    },
    write: (file, bytes) => writeSync(file, bytes),
  });
  expect(() => log.error('unheard')).not.toThrow();
  refused = false;
  log.info('heard');
  expect(linesOf(folder)).toHaveLength(2);
});

it('keeps the last lines and lets go of old ones, while it runs and at a start', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'assay.log'), `${'old'.repeat(2_000_000)}\n`);
  const log = openLog(folder);
  log.info('at a start');
  expect(linesOf(folder)).toHaveLength(1);
  for (let n = 0; n < 6; n += 1) log.info('x'.repeat(1024 * 1024));
  log.info('while it runs');
  expect(linesOf(folder).at(-1)).toContain('while it runs');
  expect(linesOf(folder).length).toBeLessThan(6);
  expect(readFileSync(join(folder, 'assay.old.log'), 'utf8')).toContain('at a start');
  expect(fstatSync(openSync(join(folder, 'assay.log'), 'r')).mode & 0o077).toBe(0);
});

it('what is logged gives a terminal nothing that it would act on', () => {
  const folder = tempFolder();
  const log = openLog(folder);
  const text = '\u001b]0;owned\u0007\u001b[2J\u009b31m\r\nsecond line';
  log.error({ err: new Error(text), file: text }, text);
  const [line, ...more] = linesOf(folder);
  expect(more).toEqual([]);
  expect(line).not.toMatch(/\p{Cc}/u);
  expect(JSON.parse(line ?? '')).toMatchObject({ file: text, msg: text });
});
