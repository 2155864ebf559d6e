import { createWriteStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { AppError } from '#contract/result';

/** Tables shrink to a tenth or so. What grows more than this beyond the first part of it was made to fill the disk. */
const GROWTH_AT_MOST = 100;
const ANY_GROWTH = 256 * 1024 ** 2;
const UNPACKED_AT_MOST = 20 * 1024 ** 3;

/** Unpacks gzip into `to`. @throws AppError `unreadable_file`, `too_large` */
export async function unpack(packed: FileHandle, to: string, signal: AbortSignal): Promise<void> {
  const { size } = await packed.stat();
  const most = Math.min(UNPACKED_AT_MOST, Math.max(ANY_GROWTH, size * GROWTH_AT_MOST));
  let length = 0;
  const bound = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      length += chunk.length;
      if (length <= most) return done(null, chunk);
      done(
        new AppError('too_large', 'The compressed file unpacks to far more than its size suggests. Unpack it first.'),
      );
    },
  });
  try {
    const input = packed.createReadStream({ autoClose: false, start: 0 });
    await pipeline(input, createGunzip(), bound, createWriteStream(to, { mode: 0o600 }), { signal });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^Z_/.test(code)) throw error;
    throw new AppError('unreadable_file', 'The compressed file is damaged or cut off. Download or pack it again.', {
      cause: error,
    });
  }
}
