import type { ImportKind, ImportLoss, ImportRefusal } from '#contract';
import type { ThreadExport } from '../exchange';

/** A thread as it was written elsewhere, or why it cannot be read. */
export type ReadItem = {
  kind: ImportKind;
  title: string | null;
  /** The same for the same item as it was written down; null where it could not be read. */
  hash: string | null;
  losses: ImportLoss[];
} & ({ thread: ThreadExport; files: ReadFiles } | { refusal: ImportRefusal });

/** The bytes of files that come along, by their ids in the protocol. */
export interface ReadFiles {
  open(id: string): Promise<AsyncIterable<Uint8Array> | null>;
}

/** How many of each could not be taken, by what and which. */
export class LossCounts {
  readonly #counts = new Map<string, ImportLoss>();

  constructor(before: readonly ImportLoss[] = []) {
    for (const { code, detail, count } of before) this.#counts.set(`${code} ${detail}`, { code, detail, count });
  }

  add(code: ImportLoss['code'], detail: string | null = null): void {
    const cut = detail?.slice(0, 200) ?? null;
    const key = `${code} ${cut}`;
    const known = this.#counts.get(key);
    // What a hostile item could name without end is told once.
    if (known) known.count += 1;
    else if (this.#counts.size < 50) this.#counts.set(key, { code, count: 1, detail: cut });
  }

  list(): ImportLoss[] {
    return [...this.#counts.values()];
  }
}
