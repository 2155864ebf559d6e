import type { AnswerFact } from '#contract/facts';
import { addDays, daysBetween, labelOf } from '../language/calendar';
import { coverOf } from '../language/cover';
import type { Column, DescribedDataset, Filter, Group, Question } from '../question/plan';
import { reachesEnd, SLACK } from '../question/spans';
import { measuredColumns } from '../sql/measures';
import type { Results } from './result';

const LINES_NAMED = 5;

/** What the figures leave out, and what was chosen while reading. */
export function caveatsOf(question: Question, results: Results, dataset: DescribedDataset): AnswerFact[] {
  return [
    ...question.notes.map((text): AnswerFact => ({ code: 'remark', text })),
    ...(question.kind === 'describe' ? dataset.notes.map((note): AnswerFact => ({ code: 'profile_note', note })) : []),
    ...rejectedLines(dataset),
    ...columnsUsed(question).flatMap((column) => oddValues(column)),
    ...left(question),
    ...undated(question),
    ...unfinished(question, results),
    ...unequal(question),
    ...tied(question, results),
    ...(results.main.output.truncated ? [{ code: 'result_cut' as const }] : []),
  ];
}

function rejectedLines({
  records,
  name: file,
  totalLine,
  rejected,
  rejectedLines: lines,
}: DescribedDataset): AnswerFact[] {
  const total: AnswerFact[] = totalLine === null ? [] : [{ code: 'total_line', file, line: totalLine }];
  const count = rejected - total.length;
  if (count <= 0) return total;
  const named = lines.filter((line) => line !== totalLine).slice(0, LINES_NAMED);
  return [...total, { code: 'lines_rejected', file, count, of: records, lines: named }];
}

function oddValues({ name: column, odd, guessed, readAs }: Column): AnswerFact[] {
  const example = odd?.examples[0]?.text ?? '';
  return [
    ...(odd ? [{ code: 'odd_values' as const, column, count: odd.count, example }] : []),
    ...(guessed && readAs.length > 0 ? [{ code: 'guessed_type' as const, column, readAs }] : []),
  ];
}

const isOfTwo = (filter: Filter): filter is Extract<Filter, { kind: 'order' | 'beside' }> =>
  filter.kind === 'order' || filter.kind === 'beside';

/** Rows that are not in a figure because a cell is empty. */
function left(question: Question): AnswerFact[] {
  const measured = measuredOf(question).filter((column) => column.nulls > 0);
  const times = groupsOf(question).flatMap((group) =>
    group.kind !== 'column' && group.column.nulls > 0 ? [group.column] : [],
  );
  const flags = question.filters.flatMap((filter) =>
    filter.kind === 'flag' ? [filter.column] : isOfTwo(filter) ? [filter.column, filter.other] : [],
  );
  const columns = [...new Set([...measured, ...times, ...flags.filter((column) => column.nulls > 0)])];
  return columns.map((column) => without(column, 'left_out'));
}

/** Rows without one of two dates are no part of those in an order, but part of the whole. */
function undated(question: Question): AnswerFact[] {
  if (question.kind !== 'part') return [];
  const columns = question.part.flatMap((filter) => (isOfTwo(filter) ? [filter.column, filter.other] : []));
  return columns.filter((column) => column.nulls > 0).map((column) => without(column, 'not_in_part'));
}

const without = ({ name: column, nulls: count }: Column, effect: 'left_out' | 'not_in_part'): AnswerFact => ({
  code: 'rows_without',
  column,
  count,
  effect,
});

function measuredOf(question: Question): Column[] {
  switch (question.kind) {
    case 'aggregate':
      return question.measures.flatMap(measuredColumns);
    case 'growth':
    case 'change':
    case 'part':
      return measuredColumns(question.measure);
    case 'relation':
      return [question.x, question.y];
    case 'frequency':
      return [question.per];
    case 'distribution':
    case 'outliers':
    case 'values':
      return [question.column];
    default:
      return [];
  }
}

function groupsOf(question: Question): Group[] {
  if (question.kind === 'aggregate') return question.groups;
  if (question.kind === 'growth') return question.split ? [question.time, question.split] : [question.time];
  return (question.kind === 'change' || question.kind === 'part') && question.group ? [question.group] : [];
}

function columnsUsed(question: Question): Column[] {
  const grouped = groupsOf(question).map((group) => group.column);
  return [...new Set([...measuredOf(question), ...grouped, ...question.filters.map((filter) => filter.column)])];
}

/** Two periods are compared, and the data does not cover one of them. */
function unequal(question: Question): AnswerFact[] {
  const dates = question.kind === 'change' ? coverOf(question.time) : null;
  if (question.kind !== 'change' || !dates) return [];
  return [question.from, question.to].flatMap(({ label, from, until, unit }) => {
    const slack = unit && unit !== 'half' ? SLACK[unit] : 1;
    const late = until !== null && daysBetween(dates.last, addDays(until, -1)) > slack;
    const early = from !== null && daysBetween(from, dates.first) > slack;
    return incomplete(label, dates, early, late);
  });
}

function incomplete(
  period: string,
  dates: { first: string; last: string },
  early: boolean,
  late: boolean,
): AnswerFact[] {
  const code = 'period_incomplete';
  return [
    ...(late ? [{ code, period, data: 'ends', at: dates.last } as const] : []),
    ...(early ? [{ code, period, data: 'begins', at: dates.first } as const] : []),
  ];
}

/** More share the last place than are shown: which of them are is a matter of their names. */
function tied(question: Question, { main, ties }: Results): AnswerFact[] {
  const last = main.rows.length - 1;
  const at =
    question.kind === 'rows' ? main.query.columns.findIndex((one) => one.name === question.order?.column.name) : 1;
  const equal = Number(ties?.cell(0, 0) ?? 0);
  const shown = main.rows.filter((row) => row[at] === main.cell(last, at)).length;
  if (!ties || equal <= shown) return [];
  return [{ code: 'ties', count: ties.written(0, 0), at: main.written(last, at), shown }];
}

/** A period that the data does not cover to its end looks like a fall. */
function unfinished(question: Question, { main }: Results): AnswerFact[] {
  const [group] = groupsOf(question);
  const dates = group?.kind === 'time' ? coverOf(group.column) : null;
  const [firstCell, lastCell] = [main.cell(0, 0), main.cell(main.rows.length - 1, 0)];
  if (group?.kind !== 'time' || !dates || typeof firstCell !== 'string' || typeof lastCell !== 'string') return [];
  if (question.kind === 'aggregate' && question.top) return [];
  const { grain } = group;
  const starts = [firstCell, lastCell].map((cell) => (grain === 'year' ? `${cell}-01-01` : cell.slice(0, 10)));
  const [first = '', last = ''] = starts;
  const late = !reachesEnd(last, grain, dates.last);
  const early = daysBetween(first, dates.first) > SLACK[grain];
  return [
    ...incomplete(labelOf(last, grain), dates, false, late),
    ...incomplete(labelOf(first, grain), dates, early, false),
  ];
}
