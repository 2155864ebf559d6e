import type { ThreadId } from '#contract';
import type { Library } from '../../library';
import type { Log } from '../../log';
import type { BlobFiles } from '../ports';
import type { AppSettings } from '../settings';

const DAY_MS = 86_400_000;
const LOOK_EVERY_MS = DAY_MS / 4;

export interface RetentionOptions {
  library: Library;
  blobs: BlobFiles;
  settings: AppSettings;
  log: Log;
  now: () => number;
}

/**
 * How long what requests said is kept: as the analyst has set it, and no longer than its thread. Who was sent how much, when,
 * and what it cost stays in any case.
 */
export class RequestRetention {
  readonly #options: RetentionOptions;
  #timer: NodeJS.Timeout | null = null;
  /** Files that are being deleted. */
  #deleting: Promise<unknown> = Promise.resolve();

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  /** Looks at once, and a few times a day from then on. */
  begin(): void {
    this.apply();
    this.#timer = setInterval(() => this.apply(), LOOK_EVERY_MS).unref();
  }

  /** Forgets what requests said that are older than the analyst wants them kept. */
  apply(): void {
    const { library, settings } = this.#options;
    const days = settings.get().models.keepRequestsDays;
    if (days !== null) this.#delete(library.transmissions.dropBodies({ before: this.#daysAgo(days) }));
  }

  /** What is kept; where an age is given, of that only what is older. */
  kept({ olderThanDays }: { olderThanDays?: number | undefined }): { requests: number; bytes: number } {
    const before = olderThanDays === undefined ? Number.MAX_SAFE_INTEGER : this.#daysAgo(olderThanDays);
    return this.#options.library.transmissions.keptBodies(before);
  }

  /** A thread is gone for good. */
  threadDeleted(threadId: ThreadId): void {
    this.#delete(this.#options.library.transmissions.dropBodies({ threadId }));
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#deleting;
  }

  #daysAgo(days: number): number {
    return this.#options.now() - days * DAY_MS;
  }

  #delete(keys: readonly string[]): void {
    const { blobs, log } = this.#options;
    const deletion = Promise.all(keys.map((key) => blobs.delete(key))).catch((error: unknown) =>
      log.warn({ err: error }, 'the file of a request could not be deleted'),
    );
    this.#deleting = Promise.all([this.#deleting, deletion]);
  }
}
