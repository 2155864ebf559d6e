import { z } from 'zod';

/**
 * What reading a file has found out besides its values, as data: a code with its values. Sentences are made of it last, by
 * a catalogue of `#words`; nothing is told by its wording.
 */

const count = z.int().positive();
/** What an earlier version of the app kept as a sentence. */
const legacy = z.object({ code: z.literal('legacy'), text: z.string().max(4_000) });

/** How the text of a column was read, where that was a choice. */
export const ReadAs = z.discriminatedUnion('code', [
  z.object({ code: z.literal('day_first') }),
  z.object({ code: z.literal('month_first') }),
  /** Dates are written in several ways. */
  z.object({ code: z.literal('date_formats'), count }),
  z.object({ code: z.literal('converted_to_utc') }),
  z.object({ code: z.literal('decimal_comma') }),
  z.object({ code: z.literal('thousands_separator'), mark: z.string().max(10) }),
  z.object({ code: z.literal('currency_removed'), currency: z.string().max(10) }),
  /** 12 % is 0.12. */
  z.object({ code: z.literal('percent_as_fraction') }),
  z.object({ code: z.literal('parentheses_as_minus') }),
  /** A unit behind each number, such as min in 90 min. */
  z.object({ code: z.literal('unit_removed'), unit: z.string().max(40) }),
  /** 50k is 50,000, $5M are 5,000,000. */
  z.object({ code: z.literal('multiples') }),
  /** Numbers in several currencies or units, which do not add up: the column stays text. */
  z.object({ code: z.literal('mixed_units'), units: z.array(z.string().max(40)).min(2).max(5) }),
  /** Months and quarters stand for their first day. */
  z.object({ code: z.literal('month_as_first_day') }),
  z.object({ code: z.literal('quarter_as_first_day') }),
  /** Years of two digits, read as those from `from` to `to`. */
  z.object({ code: z.literal('two_digit_years'), from: z.int(), to: z.int() }),
  legacy,
]);
export type ReadAs = z.infer<typeof ReadAs>;

/** Why a line of the file is in no row. */
export const RejectReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('field_count'), fields: z.int(), expected: z.int() }),
  z.object({ code: z.literal('text_after_quote') }),
  z.object({ code: z.literal('unclosed_quote') }),
  /** It only adds up the rows above, so that each of them would count twice. */
  z.object({ code: z.literal('total') }),
  z.object({ code: z.literal('repeated_header') }),
  /** A remark below the table. */
  z.object({ code: z.literal('footnote') }),
  z.object({ code: z.literal('no_object'), unit: z.enum(['line', 'record']) }),
  z.object({ code: z.literal('no_json'), unit: z.enum(['line', 'record']) }),
  legacy,
]);
export type RejectReason = z.infer<typeof RejectReason>;

/** Values that are the same but for their blanks or their case: each way of writing with how often it occurs. */
export const SpellingVariants = z.array(z.object({ value: z.string(), count }));
export type SpellingVariants = z.infer<typeof SpellingVariants>;

/** A choice made while a file was read, or something in it that an analyst should know of before trusting a number. */
export const ProfileNote = z.discriminatedUnion('code', [
  z.object({ code: z.literal('encoding'), encoding: z.string(), guessed: z.boolean() }),
  z.object({ code: z.literal('lines_above_header'), count }),
  z.object({ code: z.literal('no_header') }),
  /** Nothing but its place tells the header from the rows. */
  z.object({ code: z.literal('header_guessed') }),
  z.object({ code: z.literal('blank_lines'), count }),
  /** Lines with fewer fields than the header; the missing ones are empty. */
  z.object({ code: z.literal('short_lines'), count }),
  z.object({ code: z.literal('header_repeated'), count }),
  z.object({ code: z.literal('read_as_empty'), column: z.string(), words: z.array(z.string()) }),
  /** Rows were counted twice, by two readers, and they do not agree. */
  z.object({ code: z.literal('rows_differ'), counted: z.int(), rows: z.int() }),
  /** An unnamed first column that numbers the rows, as R and pandas write it. */
  z.object({ code: z.literal('index_column'), column: z.string() }),
  /** Over time, the values of a column only rise, in all rows or `within` those of each value: each is the total so far. */
  z.object({ code: z.literal('cumulative'), column: z.string(), along: z.string(), within: z.string().nullable() }),
  /** Blanks around values were taken off, so that values that differ in nothing else are the same. */
  z.object({ code: z.literal('blanks_trimmed'), columns: z.array(z.string()).min(1) }),
  /** Values that differ in nothing but blanks or case; `kinds` of them in `rows` rows, with the most frequent as examples. */
  z.object({
    code: z.literal('spelling_variants'),
    column: z.string(),
    differ: z.enum(['blanks', 'case', 'both']),
    kinds: count,
    rows: count,
    examples: z.array(SpellingVariants),
  }),
  /**
   * Fields of JSON records that hold lists or objects: each stays one text, so that nothing reaches what is in them. `inside`
   * names that: `address.city`, `items[].price`.
   */
  z.object({
    code: z.literal('nested_json'),
    paths: z.array(
      z.object({ path: z.string(), kind: z.enum(['list', 'object']), records: count, inside: z.array(z.string()) }),
    ),
    more: z.int().nonnegative(),
  }),
  z.object({
    code: z.literal('sheets_not_read'),
    reason: z.enum(['hidden', 'no_table', 'beyond_limit', 'empty']),
    names: z.array(z.string()),
    /** How many sheets are read at most. */
    limit: z.int(),
  }),
  /** Cells that show an error are empty; `example` is one of them. */
  z.object({ code: z.literal('cell_errors'), count, example: z.object({ error: z.string(), cell: z.string() }) }),
  /** Formulas that were saved without a result are empty. */
  z.object({ code: z.literal('formulas_without_result'), count }),
  /** Texts of merged cells stand in each row they cover; numbers only in the first. */
  z.object({ code: z.literal('merged_texts'), count }),
  z.object({ code: z.literal('merged_numbers'), count }),
  z.object({ code: z.literal('hidden_rows'), count }),
  legacy,
]);
export type ProfileNote = z.infer<typeof ProfileNote>;

/** What is being done while a file is read. */
export const IntakeStage = z.discriminatedUnion('code', [
  z.object({ code: z.literal('waiting') }),
  z.object({ code: z.literal('unpacking') }),
  z.object({ code: z.literal('opening_workbook') }),
  z.object({ code: z.literal('reading_records') }),
  z.object({ code: z.literal('decoding') }),
  z.object({ code: z.literal('counting_lines') }),
  z.object({ code: z.literal('checking_values') }),
  z.object({ code: z.literal('counting_values') }),
]);
export type IntakeStage = z.infer<typeof IntakeStage>;
