import type { Column } from '../question/plan';
import { nameStems, verbStem } from './stems';
import type { Token } from './tokens';

export interface FlagHit {
  column: Column;
  /** "unpaid" and "inactive" say no to `paid` and `active`. */
  value: boolean;
  length: number;
  /** Several flags fit. */
  others: Column[];
}

const PREFIXES = new Set(['is', 'has', 'was', 'had', 'have', 'are', 'i']);
const OPPOSITES = ['un', 'in', 'non'];

/** The yes/no columns by the words that stand for them: `is_return` by "returns" and "returned". */
export class Flags {
  readonly #flags: { column: Column; stems: string[] }[];

  constructor(columns: readonly Column[]) {
    this.#flags = columns
      .filter((column) => column.role === 'flag' && column.type === 'boolean')
      .map((column) => {
        const words = nameStems(column.name);
        const rest = words.filter((word, index) => !(index === 0 && PREFIXES.has(word)));
        return { column, stems: (rest.length > 0 ? rest : words).map(verbStem) };
      });
  }

  at(tokens: readonly Token[], at: number): FlagHit | null {
    for (const value of [true, false]) {
      const found = this.#flags.filter((flag) => this.#matches(flag.stems, tokens, at, value));
      const longest = Math.max(0, ...found.map((flag) => flag.stems.length));
      const [first, ...others] = found.filter((flag) => flag.stems.length === longest).map((flag) => flag.column);
      if (first) return { column: first, value, length: longest, others };
    }
    return null;
  }

  #matches(stems: readonly string[], tokens: readonly Token[], at: number, value: boolean): boolean {
    return stems.every((stem, index) => {
      const token = tokens[at + index];
      if (token?.kind !== 'word') return false;
      if (value || index > 0) return verbStem(token.word) === stem;
      return OPPOSITES.some(
        (prefix) => token.word === prefix + stem || verbStem(token.word) === verbStem(prefix + stem),
      );
    });
  }
}
