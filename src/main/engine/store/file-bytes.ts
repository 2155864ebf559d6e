import type { Blobs } from '../ports';

/** Records that refer to bytes. */
interface Holder {
  withBlob(key: string): unknown;
  blobKeys(): Set<string>;
}

/**
 * The bytes behind files. Files with the same bytes share a blob, so a blob goes only when no file has it any more, and
 * never while an upload that may turn out to be the same bytes is under way.
 */
export class FileBytes {
  readonly #blobs: Blobs;
  readonly #holders: readonly Holder[];
  readonly #unwanted = new Set<string>();
  #uploads = 0;
  #collecting: Promise<void> = Promise.resolve();

  constructor(blobs: Blobs, holders: readonly Holder[]) {
    this.#blobs = blobs;
    this.#holders = holders;
  }

  /** Keeps `bytes`; `record` must write down the file they belong to, or throw, and then they are not kept. */
  async keep<T>(
    bytes: AsyncIterable<Uint8Array>,
    limit: number,
    record: (kept: { key: string; size: number }) => Promise<T>,
  ): Promise<T> {
    await this.#collected();
    this.#uploads += 1;
    try {
      const kept = await this.#blobs.put(bytes, limit);
      this.#unwanted.add(kept.key);
      return await record(kept);
    } finally {
      this.#uploads -= 1;
      await this.#collect();
    }
  }

  read(key: string): Promise<{ stream: AsyncIterable<Uint8Array>; size: number }> {
    return this.#blobs.read(key);
  }

  /** Where the bytes lie on this computer; undefined where they lie elsewhere. */
  path(key: string): string | undefined {
    return this.#blobs.path?.(key);
  }

  /** Call when a file that had this blob is gone. */
  async release(key: string): Promise<void> {
    this.#unwanted.add(key);
    await this.#collect();
  }

  /** Removes what no file refers to, such as the bytes of an upload that a crash cut off before its record. */
  async sweep(): Promise<void> {
    const wanted = this.#holders.map((holder) => holder.blobKeys());
    for (const key of await this.#blobs.keys()) if (!wanted.some((keys) => keys.has(key))) this.#unwanted.add(key);
    await this.#collect();
  }

  /** Nothing is being removed any more, nor what was put behind that meanwhile. */
  async #collected(): Promise<void> {
    for (let waited: Promise<void> | null = null; waited !== this.#collecting; ) {
      waited = this.#collecting;
      await waited;
    }
  }

  async #collect(): Promise<void> {
    if (this.#uploads > 0 || this.#unwanted.size === 0) return;
    const keys = [...this.#unwanted].filter((key) => !this.#holders.some((holder) => holder.withBlob(key)));
    this.#unwanted.clear();
    this.#collecting = this.#collecting.then(async () => {
      for (const key of keys) await this.#blobs.delete(key).catch(() => this.#unwanted.add(key));
    });
    await this.#collecting;
  }
}
