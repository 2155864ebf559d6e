/** How many letters have to be changed, left out, put in or exchanged with their neighbour; more than `limit` is told as that much more. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      row[j] = value;
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

export interface Near {
  word: string;
  distance: number;
}

const SHORTEST = 3;
const LONGEST = 60;
const NEAR_AT_MOST = 3;

/** Words by their length, so that few are compared. */
export class Spelling {
  readonly #byLength = new Map<number, Set<string>>();

  add(word: string): void {
    if (word.length < SHORTEST || /\d/.test(word)) return;
    const same = this.#byLength.get(word.length) ?? new Set();
    same.add(word);
    this.#byLength.set(word.length, same);
  }

  /** The nearest words, only the best distance. */
  near(word: string): Near[] {
    if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) return [];
    const limit = word.length < 9 ? 1 : 2;
    let found: Near[] = [];
    for (let length = word.length - limit; length <= word.length + limit; length += 1) {
      // Of three letters only one may be missing.
      if (Math.min(length, word.length) < 4 && length <= word.length) continue;
      for (const other of this.#byLength.get(length) ?? []) {
        // The first letter is seldom wrong; two short words with different ones are two words.
        if (other[0] !== word[0] && word.length < 7) continue;
        const apart = distance(word, other, Math.min(limit, found[0]?.distance ?? limit));
        if (apart > limit || apart > (found[0]?.distance ?? limit)) continue;
        if (apart < (found[0]?.distance ?? limit + 1)) found = [];
        found.push({ word: other, distance: apart });
      }
    }
    return found.slice(0, NEAR_AT_MOST);
  }
}
