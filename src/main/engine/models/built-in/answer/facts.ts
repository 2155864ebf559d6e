import type { AnswerFact } from '#contract/facts';
import type { HeadlineFigure } from '#contract/headline';
import type { Query } from '#contract/query';
import type { QueryFact } from '#contract/query-results';
import type { Cell } from '#contract/tables';
import { showOf } from '../../../../query';
import type { DescribedDataset } from '../described';
import { safe, written } from './format';
import type { AnalyzedResult } from './result';

const LINES_NAMED = 5;

/** What the figures leave out, and what reading the file has found out of the columns that are used. */
export function caveatsOf(result: AnalyzedResult, dataset: DescribedDataset): AnswerFact[] {
  const used = JSON.stringify(result.output.query);
  const columns = dataset.columns.filter(({ name }) => used.includes(JSON.stringify(name)));
  return [
    ...rejectedLines(dataset),
    ...columns.flatMap(oddValues),
    ...notCompared(result.output.query, dataset),
    ...result.output.facts.flatMap((fact) => factOf(fact, result)),
    ...(result.output.truncated && !result.output.facts.some((one) => one.code === 'result_cut')
      ? [{ code: 'result_cut' as const }]
      : []),
  ];
}

function rejectedLines({
  records,
  name: file,
  rejected,
  rejectedLines: lines,
  rejectReasons,
}: DescribedDataset): AnswerFact[] {
  const totals = rejectReasons.flatMap(({ reason, lines: those }) => (reason.code === 'total' ? those : []));
  const facts = totals.map((line): AnswerFact => ({ code: 'total_line', file, line }));
  const count = rejected - totals.length;
  if (count <= 0) return facts;
  const named = lines.filter((line) => !totals.includes(line)).slice(0, LINES_NAMED);
  return [...facts, { code: 'lines_rejected', file, count, of: records, lines: named }];
}

function oddValues({ name: column, odd, guessed, readAs }: DescribedDataset['columns'][number]): AnswerFact[] {
  const example = odd?.examples[0]?.text ?? '';
  return [
    ...(odd ? [{ code: 'odd_values' as const, column, count: odd.count, example }] : []),
    ...(guessed && readAs.length > 0 ? [{ code: 'guessed_type' as const, column, readAs }] : []),
  ];
}

/** Rows without one of two columns that are set against each other are in no such comparison. */
const notCompared = ({ where = [] }: Query, { columns }: DescribedDataset): AnswerFact[] =>
  where.flatMap((condition) =>
    condition.op !== 'compare'
      ? []
      : columns
          .filter(({ name, nulls }) => nulls > 0 && (name === condition.left || name === condition.right))
          .map(({ name: column, nulls: count }) => ({
            code: 'rows_without' as const,
            column,
            count,
            effect: 'left_out' as const,
          })),
  );

function factOf(fact: QueryFact, result: AnalyzedResult): AnswerFact[] {
  const column = 'output' in fact ? result.columns.find((one) => one.name === fact.output) : undefined;
  const text = (cell: Cell) => (column ? safe(written(cell, showOf(column))) : String(cell));
  const figureOf = (cell: Cell) =>
    column ? { figure: { row: null, column: null, cell, show: showOf(column) } satisfies HeadlineFigure } : {};
  switch (fact.code) {
    case 'rows_without':
      return [
        {
          code: 'rows_without',
          column: fact.field,
          count: fact.count,
          effect: isShare(result.output.query, fact.outputs) ? 'not_in_part' : 'left_out',
        },
      ];
    case 'ties':
      return [{ code: 'ties', count: String(fact.count), at: text(fact.at), ...figureOf(fact.at), shown: fact.shown }];
    case 'period_incomplete':
      if (isMonthly(result, fact.at)) return [];
      return [
        {
          code: 'period_incomplete',
          period: text(fact.period),
          ...figureOf(fact.period),
          data: fact.data,
          at: String(fact.at),
        },
      ];
    case 'result_cut':
      return [{ code: 'result_cut' }];
    case 'unmatched':
      return [{ code: 'rows_unmatched', table: fact.table, count: fact.count, kept: fact.kept }];
    default:
      return [];
  }
}

/** Where dates stand for whole months, the last one does not end on its first day. */
const isMonthly = ({ output }: AnalyzedResult, at: string | number | boolean | null): boolean =>
  /-01(?:T00:00.*)?$/.test(String(at)) &&
  String(at).slice(5, 7) === '12' &&
  output.columns.some((column) => column.grain === 'year' || column.grain === 'quarter' || column.grain === 'month');

/** Rows without a value stand in the whole of a share and not in its part. */
const isShare = (query: Query, outputs: readonly string[]): boolean =>
  outputs.length > 0 &&
  outputs.every((name) =>
    (query.compute ?? []).some((one) => one.as === name && 'measure' in one && (one.where?.length ?? 0) > 0),
  );
