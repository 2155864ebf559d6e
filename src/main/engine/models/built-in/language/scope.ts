import type { Column, DescribedDataset } from '../question/plan';
import { Flags } from './flags';
import { nameStems, singular, verbStem, wordsOf } from './stems';
import {
  DEAL_WORDS,
  EVENT_WORDS,
  EVENTS_IN_PLURAL,
  MONEY_BEST,
  MONEY_COLUMN,
  MONEY_WORDS,
  NOT_MONEY_TOTAL,
  NOT_QUANTITY,
  NOT_SALES_TABLE,
  PEOPLE_WORDS,
  QUANTITY_COLUMN,
  QUANTITY_WORDS,
  ROW_WORDS,
} from './synonyms';
import type { Token } from './tokens';
import { ValueIndex } from './values';
import { Columns } from './vocabulary';

/** One dataset as a vocabulary: everything that the words of a question can mean in it. */
export interface Scope {
  dataset: DescribedDataset;
  columns: Columns;
  values: ValueIndex;
  flags: Flags;
  /** Columns with dates, the most telling first; `clear` when the first one can be taken without asking. */
  times: { all: Column[]; clear: boolean };
  /** What "sales" may mean: totals of money, the best fit alone or several that fit equally. */
  money: Column[];
  quantity: Column[];
  /** What one row is, as far as the file's name tells. */
  rowNoun: string | null;
}

export function scopeOf(dataset: DescribedDataset): Scope {
  const columns = new Columns(dataset);
  return {
    dataset,
    columns,
    values: new ValueIndex(dataset),
    flags: new Flags(dataset.columns),
    times: timesOf(dataset, columns),
    money: moneyOf(dataset, columns),
    quantity: measures(dataset).filter(
      (column) => hasAny(columns, column, QUANTITY_COLUMN) && !hasAny(columns, column, NOT_QUANTITY),
    ),
    rowNoun: rowNounOf(dataset.name),
  };
}

export const isNumeric = (column: Column): boolean => ['integer', 'decimal', 'float'].includes(column.type);
export const isDate = (column: Column): boolean => column.type === 'date' || column.type === 'timestamp';
export const measures = (dataset: DescribedDataset): Column[] =>
  dataset.columns.filter((column) => column.role === 'measure' && isNumeric(column));

/** Columns that a business word such as "sales" or "units" stands for, none when it is no such word. */
export function conceptAt(scope: Scope, token: Token | undefined): Column[] {
  if (token?.kind !== 'word') return [];
  const stem = singular(token.word);
  if (MONEY_WORDS.has(stem)) return scope.money;
  return QUANTITY_WORDS.has(stem) ? scope.quantity : [];
}

/** The measure that "total", "top" and "growth" speak of when none is named; null when that is not clear. */
export function mainMeasure(scope: Scope): Column | null {
  if (scope.money.length > 0) return scope.money.length === 1 ? (scope.money[0] ?? null) : null;
  const all = measures(scope.dataset);
  return all.length === 1 ? (all[0] ?? null) : null;
}

/** A word for the rows of this data; `column` when the rows are to be told apart by it. */
export function nounAt(scope: Scope, token: Token | undefined): { noun: string; column: Column | null } | null {
  if (token?.kind !== 'word') return null;
  const stem = singular(token.word);
  if (ROW_WORDS.has(stem)) return { noun: 'rows', column: null };
  const id = idColumn(scope, stem);
  const known =
    id !== null ||
    isEvent(scope, stem, token.word) ||
    isRow(scope, stem) ||
    isDeal(scope, stem) ||
    isPerson(scope, stem);
  if (!known) return null;
  const noun = plural(stem);
  return { noun, column: id && id.distinct !== scope.dataset.rows ? id : null };
}

/** What the file is called after, unless one of its numbers is called so: the budgets of `budget.csv`. */
const isRow = (scope: Scope, stem: string): boolean =>
  stem === scope.rowNoun && !measures(scope.dataset).some((column) => scope.columns.stems(column).has(stem));

const isEvent = (scope: Scope, stem: string, said: string): boolean =>
  (EVENT_WORDS.has(stem) || (EVENTS_IN_PLURAL.has(stem) && said !== stem)) && !scope.columns.knows(stem);

/** The column that names each row, such as `order_id` for orders. */
function idColumn(scope: Scope, stem: string): Column | null {
  const found = scope.dataset.columns.filter(
    (column) =>
      column.role === 'id' && scope.columns.stems(column).has(stem) && column.distinct >= scope.dataset.rows * 0.5,
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isDeal(scope: Scope, stem: string): boolean {
  if (!DEAL_WORDS.has(stem)) return false;
  const told = scope.dataset.columns.some(
    (column) => isDate(column) && nameStems(column.name).some((word) => verbStem(word) === verbStem(stem)),
  );
  return told || (scope.money.length > 0 && !['invoice', 'deal'].includes(stem));
}

function isPerson(scope: Scope, stem: string): boolean {
  return PEOPLE_WORDS.has(stem) && rowsAreStaff(scope);
}

const isStaff = (word: string | null): boolean => word !== null && PEOPLE_WORDS.has(word);

/** `employee_id`, one for each row. */
const isStaffId = ({ columns, dataset }: Scope, column: Column): boolean =>
  column.role === 'id' && column.distinct >= dataset.rows && [...columns.stems(column)].some(isStaff);

/** Each row is one of the people who work somewhere. */
export const rowsAreStaff = (scope: Scope): boolean =>
  isStaff(scope.rowNoun) || scope.dataset.columns.some((column) => isStaffId(scope, column));

const plural = (stem: string) => {
  if (stem === 'people' || stem === 'staff') return stem;
  if (stem === 'headcount') return 'people';
  return stem.endsWith('y') && !/[aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ies` : `${stem}s`;
};

const EMPTY_NAMES = new Set(
  'data export file list report table sheet sample final copy test all new csv tsv json xlsx parquet'.split(' '),
);

/** What there is more or less of, and no number: the rows of `stock.csv` are no stocks. */
const UNCOUNTED = new Set(
  'stock inventory traffic weather payroll feedback spend spending finance equipment turnover revenue weight energy'.split(
    ' ',
  ),
);

function rowNounOf(name: string): string | null {
  const words = wordsOf(name.replace(/\.[a-z0-9]+$/i, '').replaceAll(/[_-]/g, ' '));
  const last = words.filter((word) => /^\p{L}{3,}$/u.test(word) && !EMPTY_NAMES.has(word)).at(-1);
  const noun = last ? singular(last) : null;
  return noun === null || UNCOUNTED.has(noun) ? null : noun;
}

const hasAny = (columns: Columns, column: Column, words: ReadonlySet<string>) =>
  [...columns.stems(column)].some((stem) => words.has(stem));

function moneyOf(dataset: DescribedDataset, columns: Columns): Column[] {
  const about = [...nameStems(dataset.name.replaceAll(/[._-]/g, ' '))];
  if (about.some((word) => NOT_SALES_TABLE.has(word))) return [];
  const fits = measures(dataset)
    .filter((column) => isTotal(columns.stems(column)))
    .filter((column) => column.unit?.kind !== 'percent')
    .map((column) => ({
      column,
      score: (column.unit?.kind === 'currency' ? 2 : 0) + (hasAny(columns, column, MONEY_BEST) ? 1 : 0),
    }));
  const best = Math.max(0, ...fits.map((one) => one.score));
  return fits.filter((one) => one.score === best).map((one) => one.column);
}

function isTotal(stems: ReadonlySet<string>): boolean {
  const words = [...stems];
  if (words.join(' ') === 'total price') return true;
  return words.some((word) => MONEY_COLUMN.has(word)) && !words.some((word) => NOT_MONEY_TOTAL.has(word));
}

const CLEAR_DATES = new Set(
  'date day timestamp datetime order sale invoice transaction purchase created recorded measured posted booked'
    .split(' ')
    .map(verbStem),
);

function timesOf(dataset: DescribedDataset, columns: Columns): Scope['times'] {
  const all = dataset.columns.filter(isDate);
  const score = (column: Column) => {
    const stems = [...columns.stems(column)];
    if (stems.length === 1 && CLEAR_DATES.has(verbStem(stems[0] ?? ''))) return 2;
    return stems.filter((stem) => stem !== 'date').some((stem) => CLEAR_DATES.has(verbStem(stem))) ? 1 : 0;
  };
  const scored = all.map((column) => ({ column, score: score(column) })).sort((a, b) => b.score - a.score);
  const clear = scored.length < 2 || (scored[0]?.score ?? 0) > (scored[1]?.score ?? 0);
  return { all: scored.map((one) => one.column), clear };
}

/** The newest and the oldest date of a column, as far as its profile tells. */
export function datesOf(column: Column): { first: string; last: string } | null {
  if (typeof column.min !== 'string' || typeof column.max !== 'string') return null;
  const [first, last] = [column.min.slice(0, 10), column.max.slice(0, 10)];
  return /^\d{4}-\d\d-\d\d$/.test(first) && /^\d{4}-\d\d-\d\d$/.test(last) ? { first, last } : null;
}
