import type { FieldDefinition } from '#contract/definitions';
import type { Condition, Query } from '#contract/query';
import type { QuestionReading } from '../assemble';
import { isNumeric, isTime, type LogicalTable } from '../tables';
import type { Clause, Item } from '../terms';
import { stemsOf, type Token } from '../tokens';
import { leavesIn } from '../trust';
import type { Vocabulary } from '../vocabulary';

type Measure = Extract<NonNullable<Query['compute']>[number], { measure: string }>;

/** A reading with each of its words: what it was taken for, or that it was read over. */
export class Said {
  readonly query: Query;
  readonly first: Query | null;
  readonly parts: QuestionReading['parts'];
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly leaves: readonly Item[];
  readonly vocabulary: Vocabulary;
  readonly table: LogicalTable;
  /** The figures that are computed of rows. */
  readonly measures: readonly Measure[];
  readonly where: readonly Condition[];
  /** Places of words that stand for no part of the query. */
  readonly #over: readonly number[];

  constructor({ cover, query, parts, table, first }: QuestionReading, vocabulary: Vocabulary) {
    this.query = query;
    this.first = first;
    this.parts = parts;
    this.tokens = cover.tokens;
    this.clauses = cover.clauses;
    this.leaves = leavesIn(cover.clauses);
    this.vocabulary = vocabulary;
    this.table = vocabulary.tables.table(table);
    this.measures = (query.compute ?? []).flatMap((one) => ('measure' in one ? [one] : []));
    this.where = query.where ?? [];
    this.#over = cover.tokens.flatMap(({ kind }, at) =>
      kind === 'sign' || this.leaves.some(({ from, to }) => from <= at && at < to) ? [] : [at],
    );
  }

  word = (at: number): string => this.tokens[at]?.word ?? '';

  wordsOf = ({ from, to }: Item): string[] => this.tokens.slice(from, to).map(({ word }) => word);

  /** Whether one of these words is read over, there where it counts. */
  isOver = (words: ReadonlySet<string>, counts: (at: number) => boolean = () => true): boolean =>
    this.#over.some((at) => words.has(this.word(at)) && counts(at));

  /** The column that a word stands for; null where it stands for something else. */
  field = (item: Item): FieldDefinition | null =>
    item.category === 'field' ? this.vocabulary.tables.field(item.meaning) : null;

  /** The column of that name. */
  column = (id: unknown): FieldDefinition | undefined => this.table.fields.find((field) => field.id === id);

  /** Rows are counted, and there is no other figure. */
  isCount = (): boolean =>
    !this.query.rows && this.measures.length > 0 && this.measures.every(({ measure }) => measure === 'count');
}

export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What a number's name ends with that only tells rows apart. */
export const NUMBERS: ReadonlySet<string> = setOf('no nr number id nummer num code key');

/** More or less of something, whatever its role: neither a time nor a number that tells rows apart. */
export const isFigure = (field: FieldDefinition | null | undefined): boolean =>
  field !== null &&
  field !== undefined &&
  isNumeric(field) &&
  !isTime(field) &&
  !NUMBERS.has(stemsOf(field.title).at(-1) ?? '');

export const isBound = (one: Condition): one is Extract<Condition, { op: '<' | '<=' | '>' | '>=' }> =>
  one.op === '<' || one.op === '<=' || one.op === '>' || one.op === '>=';

const UNIT = /(?:^|[^a-z])units?(?:[^a-z]|$)|einheit/i;
/** Tells in which unit the figure of its row is. */
export const isOfUnits = ({ title, column, type }: FieldDefinition): boolean =>
  type === 'text' && UNIT.test(`${title} ${column}`);
