import { z } from 'zod';
import { CalendarPart, Grain } from './query';
import { Cell } from './tables';

/** What the figures of an answer say, before it is a sentence. */

const digits = z.int().nonnegative();

/** How the cells of a column are written in an answer. */
export const FigureShow = z.discriminatedUnion('as', [
  z.object({ as: z.literal('text') }),
  /** `decimals` null: as many as the value needs. */
  z.object({ as: z.literal('number'), decimals: digits.nullable(), unit: z.string().max(100).nullable() }),
  z.object({ as: z.literal('currency'), code: z.string().max(10), decimals: digits }),
  /** Fractions: 0.25 is 25 %. One digit after the point, or as many as `decimals` says. */
  z.object({ as: z.literal('percent'), decimals: digits.optional() }),
  /** Between two fractions. */
  z.object({ as: z.literal('points'), decimals: digits.optional() }),
  z.object({ as: z.literal('time'), grain: Grain }),
  z.object({ as: z.literal('part'), part: CalendarPart }),
  /** The lower end of a range this wide. */
  z.object({ as: z.literal('bin'), width: z.string().max(40) }),
]);
export type FigureShow = z.infer<typeof FigureShow>;

/** A cell of the result; `row` and `column` are null for what is computed of several. */
export const HeadlineFigure = z.object({
  row: digits.nullable(),
  column: digits.nullable(),
  cell: Cell,
  show: FigureShow,
});
export type HeadlineFigure = z.infer<typeof HeadlineFigure>;

const figure = HeadlineFigure;
/** What tells a group from the others. */
const group = z.array(figure).max(10);
/** An output of the query, by its name. */
const output = z.string().max(1_000);
const ends = z.object({ group, value: figure });
/** So many groups fulfil what was asked of them. */
const kept = z.object({ count: digits, group: output }).nullable();

export const Headline = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing_fits') }),
  z.object({ kind: z.literal('no_value') }),
  z.object({ kind: z.literal('groups'), count: digits }),
  /** What the first few have of the whole; of everything where `of` is null. */
  z.object({
    kind: z.literal('together'),
    ranked: z.enum(['top', 'bottom']),
    count: digits,
    share: figure,
    of: output.nullable(),
  }),
  z.object({ kind: z.literal('single'), output, group, value: figure }),
  z.object({
    kind: z.literal('figures'),
    figures: z.array(z.object({ output, counts: z.boolean(), value: figure })).max(6),
    /** What the only figure is the quotient of. */
    parts: z.object({ some: figure, all: figure }).nullable(),
  }),
  z.object({ kind: z.literal('empty'), kept, output }),
  z.object({ kind: z.literal('equal'), kept, output, groups: z.tuple([group, group]), value: figure }),
  /** The highest first, or the lowest where `least`; `other` is the other end. */
  z.object({
    kind: z.literal('ends'),
    kept,
    output,
    counts: z.boolean(),
    least: z.boolean(),
    first: ends,
    other: ends.nullable(),
  }),
  z.object({ kind: z.literal('not_comparable') }),
  z.object({
    kind: z.literal('change'),
    output,
    group,
    by: figure,
    percent: figure.nullable(),
    level: figure.nullable(),
    /** Others are in the table. */
    others: z.boolean(),
  }),
  z.object({
    kind: z.literal('course'),
    output,
    first: ends,
    last: ends,
    grain: Grain,
    moves: digits,
    rose: digits,
    fell: digits,
  }),
  z.object({ kind: z.literal('first_row'), label: figure, output, value: figure }),
  z.object({ kind: z.literal('only'), value: figure }),
  z.object({ kind: z.literal('different'), count: digits }),
  z.object({ kind: z.literal('rows'), count: digits }),
]);
export type Headline = z.infer<typeof Headline>;
