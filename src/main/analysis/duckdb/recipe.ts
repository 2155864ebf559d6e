import { z } from 'zod';
import { ColumnType } from '#contract/tables';

/** How the text of one column becomes values. Plain JSON: it is kept with the dataset and used by every later query. */
export const How = z.discriminatedUnion('as', [
  z.object({
    as: z.literal('text'),
    /** Words that stand for no value, in lower case; those of `EMPTY_TEXT` where it is left out. */
    empty: z.array(z.string()).optional(),
    /** Blanks around a value are no part of it. */
    trimmed: z.boolean().optional(),
  }),
  /** Already typed in the file (Parquet). */
  z.object({ as: z.literal('native'), type: ColumnType }),
  z.object({
    as: z.literal('number'),
    to: z.discriminatedUnion('type', [
      z.object({ type: z.literal('integer') }),
      z.object({ type: z.literal('decimal'), width: z.int().min(1).max(38), scale: z.int().min(0).max(38) }),
      z.object({ type: z.literal('float') }),
    ]),
    decimal: z.enum(['.', ',']),
    /** The character between thousands; null when there is none. */
    group: z.enum(['.', ',', ' ', "'"]).nullable(),
    /** Values carry more than digits: a currency, a percent sign, parentheses, a minus behind. */
    dressed: z.boolean(),
    percent: z.boolean(),
    /** What is written otherwise is no number: a zero before digits, more digits behind the point than the type has. */
    strict: z.boolean().optional(),
    /** What may stand beside the digits, a currency or a unit, in any case; where it is left out, any currency. */
    marks: z.array(z.string()).optional(),
    /** 50k is 50,000. */
    multiples: z.boolean().optional(),
  }),
  z.object({
    as: z.literal('date'),
    formats: z.array(z.string()).min(1),
    /** Months are written as words of any length, in English or German; formats are for their first three letters. */
    words: z.boolean().optional(),
    /** Years of two digits are none after this one. */
    lastYear: z.int().optional(),
  }),
  /** `2020Q1`, `Q1 2020`: the first day of the quarter. */
  z.object({ as: z.literal('quarter') }),
  z.object({ as: z.literal('timestamp'), formats: z.array(z.string()), zoned: z.boolean() }),
  z.object({ as: z.literal('time') }),
  /** `1h 30m`: how long, in whole minutes, or in seconds where any value has some. */
  z.object({ as: z.literal('duration'), unit: z.enum(['min', 's']) }),
  z.object({ as: z.literal('boolean'), yes: z.array(z.string()), no: z.array(z.string()) }),
]);
export type How = z.infer<typeof How>;
export type NumberHow = Extract<How, { as: 'number' }>;

export const RecipeColumn = z.object({
  name: z.string(),
  /** The column's name in the file as DuckDB is told it. */
  raw: z.string(),
  how: How,
});
export type RecipeColumn = z.infer<typeof RecipeColumn>;

/** How a dataset's file is read. `file` says which one: what the analyst gave, or the cleaned copy in the dataset's folder. */
export const Recipe = z.object({
  version: z.literal(1),
  file: z.enum(['source', 'copy']),
  csv: z
    .object({
      delimiter: z.enum([',', ';', '\t', '|']),
      header: z.boolean(),
      /** Bytes of the longest record, so that the reader's buffers fit it. */
      longest: z.int().nonnegative(),
      newline: z.enum(['\n', '\r\n']),
      /** Only so many rows are data: what follows adds them up. */
      rows: z.int().nonnegative().optional(),
    })
    .nullable(),
  columns: z.array(RecipeColumn),
});
export type Recipe = z.infer<typeof Recipe>;

/** Words that stand for "no value", lower case. In text columns only the ones that cannot be anything else count. */
export const EMPTY_WORDS = [
  '',
  'na',
  'n/a',
  'n.a.',
  'k.a.',
  '#n/a',
  '#nv',
  'null',
  'none',
  'nan',
  'nil',
  '-',
  '--',
  '–',
  '—',
  '?',
  '.',
  '..',
  '...',
  '#div/0!',
  '#value!',
  '#ref!',
  '#wert!',
  '#bezug!',
] as const;
/** Words that stand in the place of a number that was never taken: they are odd there, and make no text of the column. */
export const NOT_MEASURED = [
  'abs',
  'absent',
  'dnf',
  'dns',
  'dsq',
  'dq',
  'n.d.',
  'nd',
  'not detected',
  'not measured',
  'not tested',
  'exempt',
  'withheld',
  'suppressed',
] as const;
export const EMPTY_TEXT = ['', 'n/a', '#n/a', 'null'] as const;
/** Of those that may be a word or a sign in a text column, the ones that count unless the column is one of such. */
export const EMPTY_UNLESS_USUAL = [
  'na',
  'nan',
  'n.a.',
  'k.a.',
  '#nv',
  '-',
  '--',
  '–',
  '—',
  '?',
  '.',
  '..',
  '...',
] as const;
/** How long words for nothing are at most, in bytes. */
export const EMPTY_BYTES = 5;

export const COPY_NAME = 'copy.csv';
export const CACHE_NAME = 'data.parquet';
/** The rows as code reads them. */
export const TABLE_NAME = 'table.parquet';
export const SEALS_NAME = 'seals.json';
