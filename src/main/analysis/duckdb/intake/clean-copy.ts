import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { COPY_NAME } from '../recipe';

const CHUNK = 4 * 1024 * 1024;

/**
 * The rows that can be read, written into the dataset's own folder. It is begun where the first thing stands that DuckDB
 * would not read as we do: all before that is taken over as it is. It is there only once it is whole.
 */
export class CleanCopy {
  readonly #source: FileHandle;
  readonly #folder: string;
  #file: FileHandle | null = null;

  constructor(source: FileHandle, folder: string) {
    this.#source = source;
    this.#folder = folder;
  }

  /** Takes over the bytes of the source from `start` to `end`. */
  async begin(start: number, end: number): Promise<void> {
    this.#file = await open(this.#partial, 'w', 0o600);
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, Math.max(1, end - start)));
    for (let at = start; at < end; ) {
      const { bytesRead } = await this.#source.read(buffer, 0, Math.min(buffer.length, end - at), at);
      if (bytesRead === 0) return;
      await this.#file.writeFile(buffer.subarray(0, bytesRead));
      at += bytesRead;
    }
  }

  async write(pieces: readonly Buffer[]): Promise<void> {
    await this.#file?.writeFile(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces));
  }

  async finish(): Promise<void> {
    await this.#file?.sync();
    await this.#file?.close();
    this.#file = null;
    await rename(this.#partial, join(this.#folder, COPY_NAME));
  }

  /** Lets go of what was not finished. */
  async abandon(): Promise<void> {
    await this.#file?.close();
    this.#file = null;
    await rm(this.#partial, { force: true });
  }

  get #partial(): string {
    return join(this.#folder, `${COPY_NAME}.partial`);
  }
}
