/** Immutable bytes, kept durably and named by what they are: the same bytes have the same key. */
export interface Blobs {
  /**
   * Resolves once the bytes are on disk for good; `key` opens them again. Rejects beyond `limit` bytes, and with whatever
   * `bytes` throws, leaving nothing behind.
   */
  put(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<{ key: string; size: number }>;
  /** Rejects when there are no such bytes. */
  read(key: string): Promise<{ stream: AsyncIterable<Uint8Array>; size: number }>;
  /** Where they lie, for readers that want them where they are; left out where they are no files. */
  path?(key: string): string;
  delete(key: string): Promise<void>;
  /** Every key there is, for removing what nothing refers to any more. */
  keys(): Promise<string[]>;
}
