import { z } from 'zod';
import { ChartKind } from './charts';
import { CodeEnded, MissingModule } from './code-endings';
import { Headline, HeadlineFigure } from './headline';
import { ProfileNote, ReadAs } from './profile-facts';
import { Query } from './query';
import { QueryProblem } from './query-results';
import { Suggestion } from './suggestions';

/**
 * What an answer says, as data. Sentences are made of it last, by a catalogue of `#words`; nothing is told by its wording.
 * Facts come from servers too, so everything in them has a bound.
 */

const text = z.string().max(4_000);
const name = z.string().max(1_000);
const names = z.array(name).max(100);
const count = z.int().nonnegative();

/** Documents that could not be looked into: the first of them, and how many more. */
const Unread = z.object({ state: z.enum(['still_reading', 'failed']), files: names, more: count });

/** Why nothing was answered. */
export const Declined = z.discriminatedUnion('reason', [
  z.object({ code: z.literal('declined'), reason: z.literal('unknown_words'), words: names, near: names }),
  z.object({ code: z.literal('declined'), reason: z.literal('unclear'), words: names }),
  /** A kind of question that no data answers, whatever is in it. */
  z.object({
    code: z.literal('declined'),
    reason: z.literal('refused'),
    kind: z.enum(['forecast', 'cause', 'opinion', 'change', 'join', 'language', 'arithmetic', 'undone', 'other_topic']),
    text,
  }),
  /** The question was understood, and the data refuses it. */
  z.object({ code: z.literal('declined'), reason: z.literal('not_computable'), problem: QueryProblem }),
  /** A question put back, because this one may be meant in several ways. */
  z.object({
    code: z.literal('declined'),
    reason: z.literal('ambiguous'),
    text,
    /** The same as data; earlier answers have their text alone. */
    why: z
      .discriminatedUnion('code', [
        z.object({ code: z.literal('several_readings') }),
        /** It goes on from an earlier question, and the two make none together. */
        z.object({ code: z.literal('unattached'), question: name, before: name }),
      ])
      .optional(),
  }),
  z.object({ code: z.literal('declined'), reason: z.literal('several_questions') }),
  z.object({ code: z.literal('declined'), reason: z.literal('not_english') }),
  z.object({ code: z.literal('declined'), reason: z.literal('too_long') }),
  z.object({ code: z.literal('declined'), reason: z.literal('empty') }),
  z.object({ code: z.literal('declined'), reason: z.literal('no_data') }),
  z.object({ code: z.literal('declined'), reason: z.literal('no_tools') }),
  /** There are tools, and the run may use none of them. */
  z.object({ code: z.literal('declined'), reason: z.literal('tools_forbidden') }),
  /** Only Python that stands in the message could have been run, and none does. */
  z.object({ code: z.literal('declined'), reason: z.literal('no_python') }),
  z.object({ code: z.literal('declined'), reason: z.literal('tool_missing'), tool: name }),
  z.object({ code: z.literal('declined'), reason: z.literal('no_function_fits'), functions: names }),
  z.object({
    code: z.literal('declined'),
    reason: z.literal('needs_arguments'),
    function: name,
    missing: z.array(z.object({ name, description: text, options: names })).max(100),
  }),
  z.object({ code: z.literal('declined'), reason: z.literal('describe_failed'), message: text }),
  z.object({ code: z.literal('declined'), reason: z.literal('query_failed'), message: text }),
  /** No passage says anything about it; the documents nearest in words. */
  z.object({ code: z.literal('declined'), reason: z.literal('not_in_documents'), nearest: names }),
  /** Nothing was found, and not all documents could be looked into. */
  z.object({ code: z.literal('declined'), reason: z.literal('documents_unread'), ...Unread.shape }),
  /** The answer does not fill the form that was asked for. */
  z.object({ code: z.literal('declined'), reason: z.literal('form_not_filled'), missing: names, answer: text }),
]);
export type Declined = z.infer<typeof Declined>;
export type DeclineReason = Declined['reason'];

/** Figures of a part that are in no result, passage or question. */
const figures = z
  .array(
    z.object({
      /** As written. */
      text: z.string().max(100),
      /** UTF-16 units of the part's text. */
      start: count,
      end: count,
    }),
  )
  .max(100);

/** Something an answer says apart from its figures: how the question was read, what the figures leave out, what else to ask. */
export const AnswerFact = z.union([
  z.discriminatedUnion('code', [
    /** How the question was understood. */
    z.object({ code: z.literal('reading'), text }),
    /** What the figures say, in a sentence or two: the answer itself. */
    z.object({ code: z.literal('headline'), says: Headline }),
    /** What the question could mean as well, the likeliest first. */
    z.object({ code: z.literal('other_readings'), queries: z.array(Query).min(1).max(5) }),
    /** What the question can mean, each as good as the others: one has to be chosen before anything is computed. */
    z.object({
      code: z.literal('which_reading'),
      readings: z
        .array(z.object({ query: Query, text }))
        .min(1)
        .max(5),
    }),
    /** What can be computed instead of a question that was not understood whole, each with the words that it leaves out. */
    z.object({
      code: z.literal('near_readings'),
      readings: z
        .array(z.object({ query: Query, text, without: names }))
        .min(1)
        .max(5),
    }),
    /** Words of the question, and the column, or values of it, that they were taken for, where the data calls it otherwise. */
    z.object({
      code: z.literal('taken_for'),
      words: z
        .array(z.object({ word: name, column: name, values: z.array(name).max(5) }))
        .min(1)
        .max(5),
    }),
    /** Words that nothing was made of; without them the question reads the same. */
    z.object({ code: z.literal('unused_words'), words: z.array(name).min(1).max(20) }),
    /** Questions that can be asked instead, or next. */
    z.object({
      code: z.literal('offers'),
      questions: z.array(text).max(20),
      /** The same as data; earlier answers have their text alone. */
      suggestions: z.array(Suggestion).max(20).optional(),
    }),
    /** Lines of a file that are in no row; `lines` are the first of them. */
    z.object({
      code: z.literal('lines_rejected'),
      file: name,
      count: z.int().positive(),
      of: count,
      lines: z.array(count).max(100),
    }),
    /** A line that only adds up those above it, and is in no row. */
    z.object({ code: z.literal('total_line'), file: name, line: count }),
    /** Values that did not fit the type of their column, and count as empty. */
    z.object({ code: z.literal('odd_values'), column: name, count: z.int().positive(), example: text }),
    /** A column could have been read otherwise. */
    z.object({ code: z.literal('guessed_type'), column: name, readAs: z.array(ReadAs).max(20) }),
    /** Rows without a value: left out of the figure, or in the whole of a share and not in its part. */
    z.object({
      code: z.literal('rows_without'),
      column: name,
      count: z.int().positive(),
      effect: z.enum(['left_out', 'not_in_part']),
    }),
    /** Rows without a match in the joined table: kept with nothing in its columns, or left out. */
    z.object({ code: z.literal('rows_unmatched'), table: name, count: z.int().positive(), kept: z.boolean() }),
    /** A period that the data does not cover from its beginning, or to its end; `at` is the data's first or last day. */
    z.object({
      code: z.literal('period_incomplete'),
      period: name,
      /** The period as data; earlier answers have its name alone. */
      figure: HeadlineFigure.optional(),
      data: z.enum(['begins', 'ends']),
      at: name,
    }),
    /** More share the last place than are named. */
    z.object({ code: z.literal('ties'), count: name, at: name, figure: HeadlineFigure.optional(), shown: count }),
    /** The result has more rows than are kept. */
    z.object({ code: z.literal('result_cut') }),
    /** A table shows the beginning of the result; null where nothing is missing on that side. */
    z.object({
      code: z.literal('rows_shown'),
      rows: z.object({ shown: count, of: count }).nullable(),
      columns: z.object({ shown: count, of: count }).nullable(),
    }),
    /** What reading the file has found out. */
    z.object({ code: z.literal('profile_note'), note: ProfileNote }),
    z.object({ code: z.literal('chart_failed'), message: text }),
    /** The kind of chart that was asked for cannot show the result. */
    z.object({ code: z.literal('chart_kind_unfit'), kind: ChartKind }),
    z.object({ code: z.literal('file_columns'), file: name, count, columns: names }),
    /** How much a file is, and what its columns are good for: the first names of each, and how many there are. */
    z.object({
      code: z.literal('file_contents'),
      file: name,
      rows: count,
      numbers: z.object({ names, count }),
      categories: z.object({ names, count }),
      dates: z.array(z.object({ column: name, from: name, to: name })).max(5),
    }),
    /** What kinds of questions are understood. */
    z.object({ code: z.literal('askable') }),
    /** Read together with an earlier question; `instead` is what was said in that one and holds no longer. */
    z.object({ code: z.literal('read_with'), question: text, instead: text.nullable() }),
    /** Other files or sheets would have answered as well: the first of them, and how many more. */
    z.object({ code: z.literal('other_data_fits'), names, more: count, part: z.enum(['file', 'sheet']) }),
    z.object({ code: z.literal('documents_unread'), ...Unread.shape }),
    z.object({ code: z.literal('package_missing'), ...MissingModule.shape }),
    /** Code that did not end by itself. */
    z.object({ code: z.literal('code_ended'), ended: CodeEnded.exclude(['done', 'error']) }),
    z.object({ code: z.literal('blocks_not_run'), count: z.int().positive() }),
    z.object({ code: z.literal('printed_nothing') }),
    /** Variables of earlier code were gone. */
    z.object({ code: z.literal('started_anew') }),
    /** Nobody has computed these, or they cannot be told from what nobody has; `more` such figures are not listed. */
    z.object({ code: z.literal('unsourced'), figures, more: count }),
    /** The same, and the model was asked for another answer: a later one of the run, if there is one, stands instead. */
    z.object({ code: z.literal('superseded'), figures, more: count }),
    /**
     * The built-in analyst computed, as the model cannot call tools; `question` is how the model asked it, null for the
     * analyst's own words, and `answer` whether words of the model stand before the analyst's.
     */
    z.object({ code: z.literal('worded'), model: name, question: text.nullable(), answer: z.boolean() }),
    /**
     * It was computed anew on another file. `model`: whose words, which were of the earlier file, are not repeated; null where
     * there were none. `lost`: that was broken off.
     */
    z.object({ code: z.literal('run_again'), model: name.nullable(), lost: z.boolean() }),
    /** What has no code yet. */
    z.object({ code: z.literal('remark'), text }),
  ]),
  Declined,
]);
export type AnswerFact = z.infer<typeof AnswerFact>;

/** A fact, and the stretch of a message's text that words it. */
export const PlacedFact = z.object({
  fact: AnswerFact,
  /** Which part of the message. */
  part: count,
  /** UTF-16 units of the part's text; the same as `start` where the text does not say it. */
  start: count,
  end: count,
});
export type PlacedFact = z.infer<typeof PlacedFact>;
