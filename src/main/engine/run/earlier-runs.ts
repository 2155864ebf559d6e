import type { Store } from '../store';
import type { RunRecord } from '../store/records';
import type { RunOutline } from '../store/runs';

/** Most threads are shorter; the rows are small. */
const PAGE = 500;

/** The other runs of a run's thread, read as far as somebody asks for them. */
export class EarlierRuns {
  readonly #store: Store;
  readonly #run: RunRecord;
  readonly #read: RunOutline[] = [];
  readonly #byId = new Map<string, RunOutline>();
  #isWhole = false;

  constructor(store: Store, run: RunRecord) {
    this.#store = store;
    this.#run = run;
  }

  *newestFirst(): Generator<RunOutline, undefined> {
    for (let at = 0; at < this.#read.length || this.#readOn(); at += 1) {
      const outline = this.#read[at];
      if (outline) yield outline;
    }
  }

  get(id: string): RunOutline | undefined {
    while (!this.#byId.has(id) && this.#readOn());
    return this.#byId.get(id);
  }

  /** False where there are no more. */
  #readOn(): boolean {
    if (this.#isWhole) return false;
    const page = this.#store.runs.earlier(this.#run.thread_id, this.#run.id, PAGE, this.#read.at(-1)?.id ?? null);
    this.#isWhole = page.length < PAGE;
    for (const outline of page) {
      this.#read.push(outline);
      this.#byId.set(outline.id, outline);
    }
    return page.length > 0;
  }
}
