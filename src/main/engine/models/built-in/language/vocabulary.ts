import type { Column, DescribedDataset } from '../question/plan';
import { RESERVED } from './phrases';
import { distance, nameStems, singular, stemOf, wordsOf } from './stems';
import { synonymsOf } from './synonyms';
import type { Token } from './tokens';

export interface ColumnHit {
  /** Several when they fit equally well. */
  columns: Column[];
  /** How many tokens it takes. */
  length: number;
  how: 'name' | 'part' | 'synonym';
}

const LONGEST_NAME = 16;
const UNITS = new Set(['eur', 'usd', 'gbp', 'chf', 'jpy', 'euro', 'dollar', 'percent', 'in', 'of', 'the']);
/** Words of a name that say nothing on their own. */
const EMPTY_PARTS = new Set([
  'id',
  'name',
  'on',
  'at',
  'is',
  'has',
  'was',
  'no',
  'number',
  'code',
  'key',
  'in',
  'of',
  'per',
]);

const TIMED = new Set(['minute', 'hour', 'second', 'day', 'min', 'sec', 'hr']);

/** The columns of one dataset by the words an analyst would use for them. */
export class Columns {
  readonly all: readonly Column[];
  readonly #names = new Map<string, Column[]>();
  readonly #stems = new Map<Column, Set<string>>();

  constructor(dataset: DescribedDataset) {
    this.all = dataset.columns;
    for (const column of dataset.columns) this.#add(column);
  }

  stems(column: Column): ReadonlySet<string> {
    return this.#stems.get(column) ?? new Set();
  }

  /** The column's name says that it holds times: `wait_minutes`. */
  lasts(column: Column): boolean {
    return [...this.stems(column)].some((stem) => TIMED.has(stem) || stem === 'time' || stem === 'duration');
  }

  /** The longest name of a column that starts at `at`. */
  at(tokens: readonly Token[], at: number): ColumnHit | null {
    const hit = this.#named(tokens, at);
    const percent = hit && tokens[at + hit.length]?.word === '%' && hit.columns.every((one) => one.name.includes('%'));
    return hit && percent ? { ...hit, length: hit.length + 1 } : hit;
  }

  #named(tokens: readonly Token[], at: number): ColumnHit | null {
    const first = tokens[at];
    if (!first) return null;
    if (first.kind === 'quoted') return this.#quoted(first.text);
    const run = wordRun(tokens, at, LONGEST_NAME);
    for (let count = run.length; count > 0; count -= 1) {
      if (count === 1) {
        const compound = this.#compound(run);
        if (compound) return compound;
      }
      const columns = this.#names.get(keyOf(run.slice(0, count)));
      if (columns) return { columns, length: lengthOf(run, count), how: 'name' };
    }
    return this.#part(run) ?? this.#synonym(run);
  }

  /** "product category": two names side by side are the second one, told more closely. */
  #compound(run: WordRun): ColumnHit | null {
    const [first, second, third] = run.map(
      (one) => this.#names.get(one.stem)?.filter((column) => column.role === 'dimension') ?? [],
    );
    const joined = run[0]?.index === 0 && run[1]?.index === 1;
    if (!joined || !first?.length || !second?.length || third?.length) return null;
    return { columns: second, length: 2, how: 'part' };
  }

  /** The word is part of a column's name. */
  knows(word: string): boolean {
    const stem = stemOf(word);
    return [...this.#stems.values()].some((stems) => stems.has(stem));
  }

  /** Columns whose name is nearly `word`. */
  near(word: string, limit: number): { column: Column; name: string; distance: number }[] {
    return [...this.#names]
      .filter(([name]) => !name.includes(' '))
      .flatMap(([name, columns]) =>
        columns.map((column) => ({ column, name, distance: distance(singular(word), name, limit) })),
      )
      .filter((one) => one.distance <= limit);
  }

  #add(column: Column): void {
    const split = nameStems(column.name);
    const joined = wordsOf(column.name).map(singular);
    const plain = split.filter((word) => !UNITS.has(word));
    // "response time" for `response_minutes`
    const timed = split.some((word) => TIMED.has(word)) ? [...split.filter((word) => !TIMED.has(word)), 'time'] : [];
    for (const words of [split, joined, plain, timed, [split.join('')], [plain.join('')]]) {
      const key = words.join(' ');
      const known = this.#names.get(key);
      if (key === '' || known?.includes(column)) continue;
      this.#names.set(key, [...(known ?? []), column]);
    }
    this.#stems.set(column, new Set([...split, ...joined]));
  }

  #quoted(text: string): ColumnHit | null {
    const exact = this.all.filter((column) => column.name === text);
    const columns = exact.length > 0 ? exact : (this.#names.get(nameStems(text).join(' ')) ?? []);
    return columns.length > 0 ? { columns, length: 1, how: 'name' } : null;
  }

  /** "price" for `unit_price`, when no column is called just that. */
  #part(run: WordRun): ColumnHit | null {
    for (let count = Math.min(run.length, 3); count > 0; count -= 1) {
      const words = run.slice(0, count).map((one) => one.stem);
      if (words.some((word) => word.length < 3 || EMPTY_PARTS.has(word) || RESERVED.has(word))) continue;
      const columns = this.all.filter((column) => words.every((word) => this.stems(column).has(word)));
      if (columns.length > 0) return { columns, length: lengthOf(run, count), how: 'part' };
    }
    return null;
  }

  #synonym(run: WordRun): ColumnHit | null {
    const word = run[0]?.stem;
    if (word === undefined || RESERVED.has(word)) return null;
    const words = synonymsOf(word);
    const columns = this.all.filter((column) => [...this.stems(column)].some((stem) => words.has(stem)));
    return columns.length > 0 ? { columns, length: 1, how: 'synonym' } : null;
  }
}

export type WordRun = { word: string; stem: string; index: number }[];

/** The words from `at` on, up to `longest`; signs inside a name do not count. */
export function wordRun(tokens: readonly Token[], at: number, longest: number): WordRun {
  const run: WordRun = [];
  for (let index = at; index < tokens.length && run.length < longest; index += 1) {
    const token = tokens[index];
    if (!token || token.kind === 'quoted') break;
    if (token.kind === 'sign') {
      if (index === at || !'(),/+-&'.includes(token.word)) break;
      continue;
    }
    run.push({ word: token.word, stem: stemOf(token.word), index: index - at });
  }
  return run;
}

export const lengthOf = (run: WordRun, count: number): number => (run[count - 1]?.index ?? 0) + 1;
const keyOf = (run: WordRun): string => run.map((one) => one.stem).join(' ');
