import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TEXT_PARTIAL, UNPACKED_PARTIAL } from '../leftovers';
import { COPY_NAME } from '../recipe';

/** Files that are only there while a file is taken in, and what is open of them. */
export class Scratch {
  /** Where text is written that is made of something else. */
  readonly text: string;
  /** Where what a compressed file holds is written. */
  readonly unpacked: string;
  readonly #folder: string;
  readonly #open = new Set<FileHandle>();

  constructor(folder: string) {
    this.#folder = folder;
    this.text = join(folder, TEXT_PARTIAL);
    this.unpacked = join(folder, UNPACKED_PARTIAL);
  }

  /** Opens a file until the end of the intake. */
  async open(path: string): Promise<FileHandle> {
    const file = await open(path, 'r+');
    this.#open.add(file);
    return file;
  }

  /** Makes one of them the dataset's copy of its rows. */
  async keepAsCopy(path: string, file: FileHandle): Promise<void> {
    await file.sync();
    await rename(path, join(this.#folder, COPY_NAME));
  }

  async close(): Promise<void> {
    for (const file of this.#open) await file.close();
    await Promise.all([this.text, this.unpacked].map((path) => rm(path, { force: true })));
  }
}
