import { createWriteStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { AppError } from '#contract/result';
import { ArchiveError, UnpackBudget } from '../../../archive';

/** Tables shrink to a tenth or so. What grows more than this beyond the first part of it was made to fill the disk. */
const GROWTH_AT_MOST = 100;
const ANY_GROWTH = 256 * 1024 ** 2;
const UNPACKED_AT_MOST = 20 * 1024 ** 3;

/** Unpacks gzip into `to`. @throws AppError `unreadable_file`, `too_large` */
export async function unpack(packed: FileHandle, to: string, signal: AbortSignal): Promise<void> {
  const { size } = await packed.stat();
  const budget = new UnpackBudget(Math.min(UNPACKED_AT_MOST, Math.max(ANY_GROWTH, size * GROWTH_AT_MOST)));
  const bound = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      // Thrown, it would end the process.
      try {
        budget.take(chunk.length);
        done(null, chunk);
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
  try {
    const input = packed.createReadStream({ autoClose: false, start: 0 });
    await pipeline(input, createGunzip(), bound, createWriteStream(to, { mode: 0o600 }), { signal });
  } catch (error) {
    if (error instanceof ArchiveError)
      throw new AppError(
        'too_large',
        'The compressed file unpacks to far more than its size suggests. Unpack it first.',
        { reason: { code: 'packed_too_large' }, cause: error },
      );
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^Z_/.test(code)) throw error;
    throw new AppError('unreadable_file', 'The compressed file is damaged or cut off. Download or pack it again.', {
      reason: { code: 'packed_damaged' },
      cause: error,
    });
  }
}
