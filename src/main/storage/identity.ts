import { statSync } from 'node:fs';
import { AppError } from '#contract/result';

export const dataMissing = (cause?: unknown): AppError =>
  new AppError(
    'data_missing',
    'The data folder was removed or replaced while Assay was open, so nothing more can be saved in it. Put it back and start Assay again, or choose another folder.',
    { cause },
  );

/**
 * A file as it was when it was opened. Whoever holds a file open can go on writing to it after it was removed, and would
 * take what nobody can find again for saved.
 */
export class FileIdentity {
  readonly #path: string;
  readonly #inode: number;
  readonly #device: number;

  constructor(path: string) {
    const { ino, dev } = statSync(path);
    this.#path = path;
    this.#inode = ino;
    this.#device = dev;
  }

  /** Bytes of the file. @throws AppError `data_missing` when it is no longer there, or another has its place */
  size(): number {
    const now = statSync(this.#path, { throwIfNoEntry: false });
    if (now?.ino !== this.#inode || now.dev !== this.#device) throw dataMissing();
    return now.size;
  }
}
