import { z } from 'zod';
import { Aggregate, Arithmetic, CalendarPart, Each, Grain, Grouping, Query } from './query';
import { QueryColumn, QueryFact, QueryProblem } from './query-results';
import { ERROR_CODES } from './result';
import { Cell, CutCell } from './tables';

/** The function tool that takes a question as a value and answers with rows: `analyze`. */

/** What may come as arguments; the query's form is looked at by `parseQuery`, which takes near-misses. */
export const AnalyzeArgs = z.looseObject({ query: z.unknown().optional() });

const text = z.string();
const texts = z.array(text);
const operand = z.union([z.string(), z.number(), z.boolean()]);
const count = z.number();
const keys = z.array(texts).describe('pairs [own field, other field]');
const plain = {
  field: text.optional(),
  values: z.array(operand).optional().describe('is, is_not'),
  value: operand.optional().describe('<, <=, >, >='),
  from: operand.optional().describe('between'),
  to: operand.optional(),
  text: text.optional().describe('contains'),
  period: text
    .optional()
    .describe('during: 2024, 2024-Q1, 2024-03, 2024-01-31..2024-02-29, last 3 months, weekday 6 7, month_of_year 12'),
};
const compare = {
  left: text.optional().describe('compare: a field'),
  comparison: z.enum(['=', '!=', '<', '<=', '>', '>=']).optional(),
  right: text.optional(),
  plus: z.number().optional().describe('added to right; days to a time'),
};
const PLAIN_OPS = [
  'is',
  'is_not',
  '<',
  '<=',
  '>',
  '>=',
  'between',
  'contains',
  'not_contains',
  'missing',
  'present',
  'during',
  'not_during',
] as const;

/**
 * The same for models: one flat object for each part, as small as it goes, for models fill that better than many forms of
 * which one is to be chosen. Every query written so can be parsed; a few that can be parsed are not told of.
 */
export const AnalyzeParameters = z.object({
  query: z.object({
    from: z.object({
      table: text,
      joins: z.array(z.object({ table: text, on: keys, unmatched: z.enum(['keep', 'drop']).optional() })).optional(),
      union: texts.optional().describe('tables of the same columns'),
    }),
    where: z
      .array(
        z.object({
          op: z.enum([...PLAIN_OPS, 'compare', 'repeated', 'outlier', 'own', 'not_own', 'has', 'has_no', 'any']),
          ...plain,
          ...compare,
          fields: texts.optional().describe('repeated'),
          condition: text.optional().describe('own: its id'),
          table: text.optional().describe('has, has_no'),
          on: keys.optional(),
          conditions: z
            .array(z.object({ op: z.enum(PLAIN_OPS), ...plain }))
            .optional()
            .describe('any'),
        }),
      )
      .optional(),
    by: z
      .array(
        z.object({
          field: text,
          grain: Grain.optional(),
          part: CalendarPart.optional(),
          bin: z.object({ width: z.number().optional(), count: count.optional() }).optional(),
          measured: z
            .object({ measure: Grouping.shape.measured.unwrap().shape.measure, of: text.optional() })
            .optional()
            .describe('by how much each value of field has: customers by number of orders'),
          as: text,
        }),
      )
      .optional(),
    compute: z
      .array(
        z.object({
          as: text,
          measure: Aggregate.optional(),
          of: z
            .union([text, z.object({ calculate: Arithmetic, left: text, right: text })])
            .optional()
            .describe('measure: a field, or arithmetic on two; window: an output'),
          with: text.optional().describe('correlation: other field; mean: weight; first, last: time'),
          percentile: z.number().optional(),
          where: z
            .array(z.object({ op: z.enum([...PLAIN_OPS, 'compare']), ...plain, ...compare }))
            .optional()
            .describe('rows of this measure alone'),
          each: z
            .object({
              by: z.array(z.object({ field: text, grain: Grain.optional(), part: CalendarPart.optional() })),
              aggregate: Each.shape.aggregate,
            })
            .optional()
            .describe(
              'measure: first of each of these groups, then aggregated, as a mean of daily sums; count: how many groups',
            ),
          own: text.optional().describe("id of the analyst's own measure"),
          calculate: Arithmetic.optional().describe('on two outputs'),
          left: text.optional(),
          right: z.union([text, z.object({ number: z.number() })]).optional(),
          percent: z.boolean().optional(),
          window: z.enum(['share', 'rank', 'running', 'moving', 'previous', 'difference', 'growth']).optional(),
          along: text.optional(),
          within: texts.optional(),
          against: z.enum(['previous', 'year_before', 'first']).optional(),
          size: count.optional(),
          aggregate: z.enum(['mean', 'median', 'sum', 'min', 'max']).optional(),
        }),
      )
      .optional(),
    rows: z
      .object({ fields: texts.optional(), distinct: z.boolean().optional() })
      .optional()
      .describe('single rows instead of groups'),
    having: z.array(z.object({ value: text, op: z.enum(['=', '!=', '<', '<=', '>', '>=']), than: operand })).optional(),
    order: z.array(z.object({ value: text, direction: z.enum(['ascending', 'descending']) })).optional(),
    limit: z
      .object({
        n: count,
        within: texts.optional().describe('n of each group'),
        of: text.optional().describe('n values of this grouping'),
        skip: count.optional(),
      })
      .optional(),
  }),
});

export const AnalyzeOutput = z.object({
  result_id: z.string(),
  /** As it was computed: in its normal form. */
  query: Query,
  sql: z.string(),
  columns: z.array(QueryColumn),
  /** At most the first ones; fewer where they are long. */
  rows: z.array(z.array(Cell)),
  cut: z.array(CutCell).optional(),
  /** Rows kept on this machine. */
  row_count: z.int(),
  truncated: z.boolean(),
  facts: z.array(QueryFact),
});
export type AnalyzeOutput = z.infer<typeof AnalyzeOutput>;

/** A query that cannot be computed as it stands. */
export const AnalyzeFailure = z.object({
  error: z.object({ code: z.enum(ERROR_CODES), message: z.string() }),
  problems: z.array(QueryProblem),
});
export type AnalyzeFailure = z.infer<typeof AnalyzeFailure>;

/** What a call's result was computed from, kept with it. */
export const CallQuery = z.object({ query: Query, columns: z.array(QueryColumn), facts: z.array(QueryFact) });
export type CallQuery = z.infer<typeof CallQuery>;
