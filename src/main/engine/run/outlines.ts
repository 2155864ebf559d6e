/** Most conversations need no more, and whoever needs the newest alone asks as well. */
const FIRST_PAGE = 10;
/** Most threads are shorter; the rows are small. */
const PAGE = 500;

/** What tells a row's place in its thread; `seq` grows in the order of creation. */
interface Outline {
  id: string;
  seq: number;
}

export interface OutlineSource<T extends Outline> {
  /** The newest of those before `before`, newest first; the newest of all for null. */
  before(before: number | null, limit: number): T[];
  /** Oldest first. */
  after(after: number): T[];
  get(id: string): T | undefined;
}

/**
 * Rows of a thread, read as far back as somebody asks for them and kept: the next turn reads only what is new. Whoever keeps it
 * has to tell of rows that are changed or removed.
 */
export class Outlines<T extends Outline> {
  readonly #source: OutlineSource<T>;
  /** Newest first. */
  readonly #read: T[] = [];
  /** Those that were made since, oldest first. */
  readonly #newer: T[] = [];
  readonly #byId = new Map<string, T>();
  readonly #changed = new Set<T>();
  #isWhole = false;

  constructor(source: OutlineSource<T>) {
    this.#source = source;
  }

  *newestFirst(): Generator<T, undefined> {
    this.#update();
    yield* this.#newer.toReversed();
    for (let at = 0; at < this.#read.length || this.#readOn(); at += 1) {
      const row = this.#read[at];
      if (row) yield row;
    }
  }

  get(id: string): T | undefined {
    if (!this.#byId.has(id)) this.#readNewer();
    while (!this.#byId.has(id) && this.#readOn());
    this.#readChanged();
    return this.#byId.get(id);
  }

  /** It is read anew when it is asked for: what changes it may yet be taken back. */
  change(id: string): void {
    const row = this.#byId.get(id);
    if (row) this.#changed.add(row);
  }

  /** Whether it was read before the newest. */
  isOlder(id: string): boolean {
    return this.#byId.has(id) && this.#newest()?.id !== id;
  }

  clear(): void {
    this.#read.length = 0;
    this.#newer.length = 0;
    this.#byId.clear();
    this.#changed.clear();
    this.#isWhole = false;
  }

  #update(): void {
    this.#readNewer();
    this.#readChanged();
  }

  #readNewer(): void {
    const newest = this.#newest();
    if (!newest) this.#isWhole = false;
    else this.#keep(this.#newer, this.#source.after(newest.seq));
  }

  #newest(): T | undefined {
    return this.#newer.at(-1) ?? this.#read[0];
  }

  #readChanged(): void {
    for (const row of this.#changed) Object.assign(row, this.#source.get(row.id));
    this.#changed.clear();
  }

  /** False where there are no more. */
  #readOn(): boolean {
    if (this.#isWhole) return false;
    const limit = this.#read.length === 0 ? FIRST_PAGE : PAGE;
    const page = this.#source.before(this.#read.at(-1)?.seq ?? null, limit);
    this.#isWhole = page.length < limit;
    this.#keep(this.#read, page);
    return page.length > 0;
  }

  #keep(among: T[], rows: readonly T[]): void {
    for (const row of rows) {
      among.push(row);
      this.#byId.set(row.id, row);
    }
  }
}
