import type { Cell } from '#contract/tables';
import type { Column, DescribedDataset } from '../question/plan';
import { RESERVED } from './phrases';
import { distance, nameStems, singular, wordsOf } from './stems';
import { type Token, tokenise } from './tokens';
import { lengthOf, wordRun } from './vocabulary';

export interface Value {
  column: Column;
  value: Cell;
}
export interface ValueHit {
  /** The same words in several columns give several. */
  hits: Value[];
  length: number;
  exact: boolean;
}

const LONGEST_VALUE = 12;
/** So many common words in a row, as in "do not know", are no coincidence. */
const SENTENCE = 3;

/** The values of a dataset's columns, as far as its profile lists them. */
export class ValueIndex {
  readonly #exact = new Map<string, Value[]>();
  readonly #stems = new Map<string, Value[]>();
  readonly #words = new Set<string>();

  constructor(dataset: DescribedDataset) {
    for (const column of dataset.columns) {
      for (const { value } of column.top) this.#add(column, value);
    }
  }

  /** The longest value that starts at `at`; with `only`, of that column, where common words may be values too. */
  at(tokens: readonly Token[], at: number, only: Column | null = null): ValueHit | null {
    const first = tokens[at];
    if (first?.kind === 'quoted') {
      const hits = this.#find(this.#exact, wordsOf(first.text).join(' '), only);
      return hits ? { hits, length: 1, exact: true } : null;
    }
    const run = wordRun(tokens, at, LONGEST_VALUE);
    for (let count = run.length; count > 0; count -= 1) {
      const words = run.slice(0, count);
      const common =
        !only &&
        count < SENTENCE &&
        words.every((one) => isCommon(one.word)) &&
        !isState(words) &&
        !isJoined(tokens, at, words) &&
        !isSaidOf(tokens, at, count);
      if (common && !(count === 1 && (this.#isCapitals(first?.text ?? '') || this.#isListed(tokens, at)))) continue;
      const exact = this.#find(this.#exact, words.map((one) => one.word).join(' '), only);
      const hits = exact ?? this.#find(this.#stems, words.map((one) => singular(one.word)).join(' '), only);
      if (hits) return { hits, length: lengthOf(run, count), exact: exact !== null };
    }
    return null;
  }

  /** The word is part of a value. */
  knows(word: string): boolean {
    return this.#words.has(word);
  }

  /** Values spelt nearly like `word`. */
  near(word: string, limit: number, only: Column | null = null): (Value & { distance: number })[] {
    return [...this.#exact]
      .filter(([name]) => Math.abs(name.length - word.length) <= limit)
      .map(([name, values]) => ({ values, distance: distance(word, name, limit) }))
      .filter((one) => one.distance <= limit)
      .flatMap((one) => one.values.map((value) => ({ ...value, distance: one.distance })))
      .filter((one) => !only || one.column === only);
  }

  /** "IT" and "US" written as the data writes them are no pronouns. */
  #isCapitals(text: string): boolean {
    if (!/^\p{Lu}{2,}$/u.test(text)) return false;
    return (this.#exact.get(text.toLowerCase()) ?? []).some((one) => one.value === text);
  }

  /** In "it and legal" the second value says what the first word is. */
  #isListed(tokens: readonly Token[], at: number): boolean {
    if (!/^(?:and|or|vs|versus|,)$/.test(tokens[at + 1]?.word ?? '')) return false;
    const known = this.#exact.get(tokens[at]?.word ?? '') ?? [];
    const other = known.length > 0 ? this.at(tokens, at + 2) : null;
    return other?.hits.some((hit) => known.some((one) => one.column === hit.column)) ?? false;
  }

  #add(column: Column, value: Cell): void {
    if (typeof value !== 'string' || column.role === 'time' || column.role === 'measure') return;
    const words = wordsOf(value);
    if (words.length === 0 || words.length > LONGEST_VALUE) return;
    // "Don't know" is read as "do not know" where it stands in a question.
    const said = /['’]/u.test(value) ? tokenise(value).map((token) => token.word) : words;
    for (const word of [...words, ...said]) this.#words.add(word);
    const entry = { column, value };
    for (const alias of aliasesOf(column, value)) {
      addTo(this.#exact, alias, entry);
      this.#words.add(alias);
    }
    for (const key of new Set([words.join(' '), said.join(' ')])) addTo(this.#exact, key, entry);
    addTo(this.#stems, words.map(singular).join(' '), entry);
  }

  #find(map: ReadonlyMap<string, Value[]>, key: string, only: Column | null): Value[] | null {
    const found = (map.get(key) ?? []).filter((one) => !only || one.column === only);
    return found.length > 0 ? found : null;
  }
}

const addTo = (map: Map<string, Value[]>, key: string, entry: Value): void =>
  void map.set(key, [...(map.get(key) ?? []), entry]);

const PEOPLE: [value: RegExp, words: string[]][] = [
  [/^(?:f|female|woman|women)$/i, ['women', 'woman', 'female', 'females']],
  [/^(?:m|male|man|men)$/i, ['men', 'man', 'male', 'males']],
];

/** What the values of a gender are called in a question. */
function aliasesOf(column: Column, value: string): string[] {
  if (!nameStems(column.name).some((stem) => stem === 'gender' || stem === 'sex')) return [];
  const words = PEOPLE.find(([said]) => said.test(value))?.[1] ?? [];
  return words.filter((one) => one !== value.toLowerCase());
}

/** Words that mean something of their own, so that a value spelt like them needs its column's name or quotes. */
function isCommon(word: string): boolean {
  return RESERVED.has(word) || /^\d/.test(word) || word.length < 2;
}

/** Says how something is wherever it stands. */
const isState = (words: readonly { word: string }[]): boolean => words.map(({ word }) => word).join(' ') === 'on time';

/** In "are on leave" both words are common, but something is said to be so. */
const isSaidOf = (tokens: readonly Token[], at: number, count: number): boolean =>
  count > 1 && /^(?:is|are|was|were|be|being|been|still|currently)$/.test(tokens[at - 1]?.word ?? '');

/** "R&D": the sign makes a name of two letters. */
const isJoined = (tokens: readonly Token[], at: number, words: readonly { index: number }[]): boolean =>
  words.some(({ index }) => /^[&/]$/.test(tokens[at + index]?.text ?? ''));

/** All values of the column are in its profile. */
export function allKnown(column: Column): boolean {
  return column.top.length >= column.distinct;
}
