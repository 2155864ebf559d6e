import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, openAsBlob, rmSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#contract/result';
import { syncFolder } from './durable';
import { storageError } from './errors';
import { ensurePrivateFolder } from './folder';
import { dataMissing } from './identity';

const gone = 'The file is no longer in the data folder.';
const KEY = /^[0-9a-f]{64}$/;

/** Immutable bytes named by their SHA-256. What is here is whole: files appear by rename, after fsync. */
export class BlobStore {
  readonly #folder: string;
  /** What is being put, until whoever put it has had the time to write down that it is there. */
  readonly #landing = new Map<string, number>();

  /** The folder is made where there is none. @throws AppError `read_only`, `no_space` */
  constructor(folder: string) {
    this.#folder = ensurePrivateFolder(folder);
  }

  /**
   * Resolves once the bytes are on disk for good.
   * @throws AppError `too_large` beyond `limit` bytes, `no_space`, `read_only`, `data_missing`; whatever `bytes` throws. Nothing stays behind.
   */
  async put(
    bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    limit: number,
  ): Promise<{ key: string; size: number }> {
    const [kept] = await this.putTogether([bytes], limit);
    return kept;
  }

  /** As `put`, for what is written down in one step: none of it can be discarded as unused before all of it is there. */
  async putTogether<const C extends readonly (AsyncIterable<Uint8Array> | Iterable<Uint8Array>)[]>(
    contents: C,
    limit: number,
  ): Promise<{ [I in keyof C]: { key: string; size: number } }> {
    const partials = contents.map((bytes) => ({ bytes, partial: join(this.#folder, 'partial', randomUUID()) }));
    try {
      const written = await allSettled(
        partials.map(async ({ bytes, partial }) => {
          const file = await this.#within(partial, () => open(partial, 'wx', 0o600));
          return { partial, ...(await writeHashed(file, bytes, limit)) };
        }),
      );
      await this.#keep(written);
      return written.map(({ key, size }) => ({ key, size })) as { [I in keyof C]: { key: string; size: number } };
    } catch (error) {
      for (const { partial } of partials) await rm(partial, { force: true });
      throw storageError(error);
    }
  }

  path(key: string): string {
    if (!KEY.test(key)) throw new AppError('not_found', 'There is no such file.');
    return join(this.#folder, key.slice(0, 2), key);
  }

  /** @throws AppError `not_found` */
  async read(key: string): Promise<{ stream: AsyncIterable<Uint8Array>; size: number }> {
    const path = this.path(key);
    const entry = await stat(path).catch(() => null);
    if (!entry) throw new AppError('not_found', gone);
    return { stream: contentOf(path), size: entry.size };
  }

  /** The bytes as a Blob that is read from disk as it is used. @throws AppError `not_found` */
  async blob(key: string): Promise<Blob> {
    const path = this.path(key);
    try {
      return await openAsBlob(path);
    } catch (cause) {
      throw new AppError('not_found', gone, { cause });
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  /**
   * Removes the bytes, unless `isUsed` by somebody who has written that down. Whoever is just putting the same bytes does so first;
   * nobody can come to use them between the question and the removal.
   */
  async discard(key: string, isUsed: () => boolean): Promise<void> {
    while (this.#landing.has(key)) await new Promise((resolve) => setImmediate(resolve));
    if (!isUsed()) rmSync(this.path(key), { force: true });
  }

  /** Removes what a killed process left half written. Call before the first `put`. */
  async sweep(): Promise<void> {
    await rm(join(this.#folder, 'partial'), { recursive: true, force: true });
  }

  /** Every key, for collecting what nothing refers to any more. */
  async keys(): Promise<string[]> {
    const folders = await readdir(this.#folder).catch(() => []);
    const lists = await Promise.all(
      folders.filter((name) => name.length === 2).map((name) => readdir(join(this.#folder, name)).catch(() => [])),
    );
    return lists.flat().filter((name) => KEY.test(name));
  }

  /** Does something with a path in a subfolder, which is made where it turns out not to be there. */
  async #within<T>(path: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      await this.#ensureSubfolder(dirname(path));
      return work();
    }
  }

  /** Never the store's own folder again: where that was removed, what is put there would be lost with it. */
  async #ensureSubfolder(path: string): Promise<void> {
    try {
      await mkdir(path, { mode: 0o700 });
      syncFolder(this.#folder);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'ENOENT') throw dataMissing(error);
      if (code !== 'EEXIST') throw error;
    }
  }

  async #keep(written: readonly { partial: string; key: string }[]): Promise<void> {
    for (const { key } of written) this.#landing.set(key, (this.#landing.get(key) ?? 0) + 1);
    try {
      for (const { partial, key } of written) {
        const path = this.path(key);
        await this.#within(path, () => rename(partial, path));
        syncFolder(dirname(path));
      }
    } finally {
      setImmediate(() => {
        for (const { key } of written) this.#landed(key);
      });
    }
  }

  #landed(key: string): void {
    const others = (this.#landing.get(key) ?? 1) - 1;
    if (others === 0) this.#landing.delete(key);
    else this.#landing.set(key, others);
  }
}

/** Opened by the first look at it: a stream that nobody reads would keep its file open, and its error nobody would catch. */
async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

/** All of them, or the first failure once none is at work any more. */
async function allSettled<T>(work: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

async function writeHashed(file: FileHandle, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit: number) {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      if (size > limit) throw new AppError('too_large', `The file is larger than ${Math.floor(limit / 1024 ** 2)} MB.`);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { key: hash.digest('hex'), size };
}
