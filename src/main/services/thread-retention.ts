import type { AppSettings } from './settings';
import type { Threads } from './threads';

const LOOK_EVERY_MS = 6 * 3_600_000;

/** Deletes threads by the rule that the analyst has set, as the analyst would: they can be restored for as long. Without a rule none. */
export class ThreadRetention {
  readonly #threads: Threads;
  readonly #settings: AppSettings;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: { threads: Threads; settings: AppSettings }) {
    this.#threads = options.threads;
    this.#settings = options.settings;
  }

  /** Looks at once, and a few times a day from then on. */
  begin(): void {
    this.apply();
    this.#timer = setInterval(() => this.apply(), LOOK_EVERY_MS).unref();
  }

  apply(): void {
    const rule = this.#settings.get().retention;
    if (!rule || rule.days === null) return;
    const unused = this.#threads
      .unused({ days: rule.days })
      .filter(({ tags }) => tags.length === 0 || !rule.keepTagged);
    if (unused.length > 0) this.#threads.deleteAll({ threadIds: unused.map(({ id }) => id), withFiles: false });
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer);
  }
}
