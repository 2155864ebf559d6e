import type { Column } from '../question/plan';
import { AGGREGATES } from './phrases';
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
/** What is not so has a word of its own. */
const ANTONYMS = [
  ['absent', 'present'],
  ['absent', 'attended'],
  ['closed', 'open'],
  ['offline', 'online'],
  ['failed', 'passed'],
].map((pair) => pair.map(verbStem));

/** Whole numbers that are 0 or 1 and nothing else say yes or no, however they are stored. */
export const isNumberFlag = (column: Column): boolean =>
  column.type === 'integer' && column.distinct === 2 && Number(column.min) === 0 && Number(column.max) === 1;

/** A column that says yes or no. */
export const isFlag = (column: Column): boolean =>
  (column.role === 'flag' && column.type === 'boolean') || isNumberFlag(column);

/** The yes/no columns by the words that stand for them: `is_return` by "returned", `sla_breached` by "breached SLA". */
export class Flags {
  readonly #flags: { column: Column; stems: string[] }[];

  constructor(columns: readonly Column[]) {
    this.#flags = columns.filter(isFlag).map((column) => {
      const words = nameStems(column.name);
      const rest = words.filter((word, index) => !(index === 0 && PREFIXES.has(word)));
      return { column, stems: (rest.length > 0 ? rest : words).map(verbStem) };
    });
  }

  at(tokens: readonly Token[], at: number): FlagHit | null {
    for (const value of [true, false]) {
      const found = this.#flags.filter(
        ({ stems }) =>
          this.#matches(stems, tokens, at, value) || (value && this.#matches(stems.toReversed(), tokens, at, value)),
      );
      const longest = Math.max(0, ...found.map((flag) => flag.stems.length));
      const [first, ...others] = found.filter((flag) => flag.stems.length === longest).map((flag) => flag.column);
      if (first && isNumberFlag(first) && isNumberMeant(tokens, at)) return null;
      if (first) return { column: first, value, length: longest, others };
    }
    return null;
  }

  #matches(stems: readonly string[], tokens: readonly Token[], at: number, value: boolean): boolean {
    return stems.every((stem, index) => {
      const token = tokens[at + index];
      if (token?.kind !== 'word') return false;
      if (value || index > 0) return verbStem(token.word) === stem;
      if (stems.length === 1 && isAntonym(token.word, stem)) return true;
      return OPPOSITES.some(
        (prefix) => token.word === prefix + stem || verbStem(token.word) === verbStem(prefix + stem),
      );
    });
  }
}

const isAntonym = (word: string, stem: string): boolean =>
  ANTONYMS.some((pair) => pair.includes(verbStem(word)) && pair.includes(stem) && verbStem(word) !== stem);

const SHAPES =
  /^(?:describe|distribution|histogram|spread|statistics|range|outliers?|correlat\w*|relation\w*|regression)$/;

/** In "total late", "average of late" and "correlation of grade and late" the column is the numbers it holds. */
function isNumberMeant(tokens: readonly Token[], at: number): boolean {
  if (tokens.slice(0, at).some((token) => SHAPES.test(token.word))) return true;
  const before = /^(?:of|the)$/.test(tokens[at - 1]?.word ?? '') ? at - 2 : at - 1;
  const found = AGGREGATES.at(tokens.slice(0, before + 1), before);
  return found !== null && found.meaning !== 'count' && found.meaning !== 'distinct';
}
