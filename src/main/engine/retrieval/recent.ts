import type { Digest } from './reader/protocol';
import type { Chunking } from './types';

/** Characters kept in all; a document over it is not kept. */
const CHARS = 24 * 1024 * 1024;
const KEPT_MS = 10 * 60 * 1000;

/**
 * What was read a little while ago. A document is often put into a second store soon after the first, and reading it
 * is most of the work.
 */
export class RecentDigests {
  readonly #kept = new Map<string, { digest: Digest; chars: number; forget: NodeJS.Timeout }>();
  #chars = 0;

  get(key: string): Digest | undefined {
    return this.#kept.get(key)?.digest;
  }

  keep(key: string, digest: Digest): void {
    // Passages share most of their text with the document, and hold about as much again in stems.
    const chars = digest.text.length * 3;
    if (chars > CHARS) return;
    this.#drop(key);
    this.#kept.set(key, { digest, chars, forget: setTimeout(() => this.#drop(key), KEPT_MS).unref() });
    this.#chars += chars;
    for (const oldest of this.#kept.keys()) {
      if (this.#chars <= CHARS) return;
      this.#drop(oldest);
    }
  }

  clear(): void {
    for (const key of [...this.#kept.keys()]) this.#drop(key);
  }

  #drop(key: string): void {
    const entry = this.#kept.get(key);
    if (!entry) return;
    clearTimeout(entry.forget);
    this.#chars -= entry.chars;
    this.#kept.delete(key);
  }
}

/** The same bytes are read differently under another name or cut differently. */
export const digestKey = (blobKey: string, filename: string, { maxTokens, overlapTokens }: Chunking): string =>
  [blobKey, maxTokens, overlapTokens, filename].join('\n');
