/** Far more candidates than these share a numeral in no real data. */
const MOST_TRIED = 500;

/** Names with numerals in them, such as `Store 12`; an answer that names one says no figure. */
export class KnownNames {
  readonly #byNumeral = new Map<string, Set<string>>();

  add(name: string): void {
    const folded = fold(name.trim());
    if (!/\p{L}|[^\d\s][^\d]*\d/u.test(folded)) return;
    for (const [numeral] of folded.matchAll(/\d+/g)) {
      const names = this.#byNumeral.get(numeral) ?? new Set();
      this.#byNumeral.set(numeral, names.add(folded));
    }
  }

  /** Whether a known name stands in `text`, as folded by {@link fold}, from `start` or before to `end` or after. */
  cover(text: string, start: number, end: number): boolean {
    const numeral = /\d+/.exec(text.slice(start, end))?.[0];
    if (numeral === undefined) return false;
    for (const name of [...(this.#byNumeral.get(numeral) ?? [])].slice(0, MOST_TRIED)) {
      const from = Math.max(0, end - name.length);
      const at = text.slice(from, start + name.length).indexOf(name);
      if (at >= 0 && from + at <= start && !isCutOff(text, from + at, from + at + name.length)) return true;
    }
    return false;
  }
}

/** It goes on with letters or digits, so it is another name. */
const isCutOff = (text: string, start: number, end: number): boolean =>
  /^[\p{L}\p{N}]{2}/u.test(text.slice(start - 1, start + 1)) || /^[\p{L}\p{N}]{2}/u.test(text.slice(end - 1, end + 1));

/** Letters small, all dashes and blanks alike; as long as before. */
export function fold(text: string): string {
  const small = text.toLowerCase();
  return (small.length === text.length ? small : text).replace(/[‐-―−]/g, '-').replace(/[\u00a0\u2009\u202f]/g, ' ');
}
