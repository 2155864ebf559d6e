import type { FieldRef } from './terms';

const BEGINNING = 5;
const FEWEST = 3;
const keyOf = (stems: readonly string[]): string =>
  stems
    .map((stem) => stem.slice(0, BEGINNING))
    .sort()
    .join(' ');

/** Columns by the words of their names, in whatever order and form: "resolved on first contact" is "First contact resolution". */
export class NamesInAnyOrder {
  readonly #fields = new Map<string, FieldRef[]>();

  add(stems: readonly string[], ref: FieldRef): void {
    const key = keyOf(stems);
    this.#fields.set(key, [...(this.#fields.get(key) ?? []), ref]);
  }

  /** The one column that has just these words; null for short names, and where several have them. */
  find(stems: readonly string[]): FieldRef | null {
    const [only = null, ...others] = stems.length < FEWEST ? [] : (this.#fields.get(keyOf(stems)) ?? []);
    return others.length === 0 ? only : null;
  }
}
