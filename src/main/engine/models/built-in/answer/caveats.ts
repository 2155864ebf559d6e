import { english, readAsWords } from '#words';
import { addDays, daysBetween, labelOf } from '../language/calendar';
import { coverOf } from '../language/cover';
import type { Column, Dataset, Filter, Group, Question } from '../question/plan';
import { reachesEnd, SLACK } from '../question/spans';
import { measuredColumns } from '../sql/measures';
import { safe } from './format';
import type { Results } from './result';

const LINES_NAMED = 5;

/** What the figures leave out, and what was chosen while reading; each a sentence. */
export function caveatsOf(question: Question, results: Results, dataset: Dataset): string[] {
  return [
    ...question.notes.map(safe),
    ...rejectedLines(dataset),
    ...columnsUsed(question).flatMap((column) => oddValues(column)),
    ...left(question),
    ...undated(question),
    ...unfinished(question, results),
    ...unequal(question),
    ...tied(question, results),
    ...(results.main.output.truncated ? ['The result has more rows than are kept.'] : []),
  ];
}

const count = (value: number, one: string, many = `${one}s`): string =>
  `${value.toLocaleString('en-US')} ${value === 1 ? one : many}`;

function rejectedLines(dataset: Dataset): string[] {
  const { records, name, totalLine } = dataset;
  const total =
    totalLine === null
      ? []
      : [
          `Line ${totalLine.toLocaleString('en-US')} of ${safe(name)} is a total of the rows above and is not in these figures.`,
        ];
  const rejected = dataset.rejected - total.length;
  if (rejected === 0) return total;
  const at = dataset.rejectedLines.filter((line) => line !== totalLine);
  const named = at.slice(0, LINES_NAMED).map((line) => line.toLocaleString('en-US'));
  const where =
    named.length === 0
      ? ''
      : ` (line${named.length > 1 ? 's' : ''} ${named.join(', ')}${rejected > named.length ? ' and more' : ''})`;
  return [
    ...total,
    `${count(rejected, 'line')} of ${records.toLocaleString('en-US')} in ${safe(name)} could not be read${where} and ${rejected === 1 ? 'is' : 'are'} not in these figures.`,
  ];
}

function oddValues(column: Column): string[] {
  const name = safe(column.name);
  const odd = column.odd
    ? [
        `${count(column.odd.count, 'value')} of ${name} did not fit the rest and count${column.odd.count === 1 ? 's' : ''} as empty, such as “${safe(column.odd.examples[0]?.text ?? '')}”.`,
      ]
    : [];
  const guessed =
    column.guessed && column.readAs.length > 0
      ? [`${name} was read as ${safe(readAsWords(english, column.readAs))}; have a look whether that is right.`]
      : [];
  return [...odd, ...guessed];
}

const isOfTwo = (filter: Filter): filter is Extract<Filter, { kind: 'order' | 'beside' }> =>
  filter.kind === 'order' || filter.kind === 'beside';

/** Rows that are not in a figure because a cell is empty. */
function left(question: Question): string[] {
  const measured = measuredOf(question).filter((column) => column.nulls > 0);
  const times = groupsOf(question).flatMap((group) =>
    group.kind !== 'column' && group.column.nulls > 0 ? [group.column] : [],
  );
  const flags = question.filters.flatMap((filter) =>
    filter.kind === 'flag' ? [filter.column] : isOfTwo(filter) ? [filter.column, filter.other] : [],
  );
  const columns = [...new Set([...measured, ...times, ...flags.filter((column) => column.nulls > 0)])];
  return columns.map(
    (column) =>
      `${count(column.nulls, 'row')} of the data ${column.nulls === 1 ? 'has' : 'have'} no ${safe(column.name)} and ${column.nulls === 1 ? 'is' : 'are'} left out.`,
  );
}

/** Rows without one of two dates are no part of those in an order, but part of the whole. */
function undated(question: Question): string[] {
  if (question.kind !== 'part') return [];
  const columns = question.part.flatMap((filter) => (isOfTwo(filter) ? [filter.column, filter.other] : []));
  return columns
    .filter((column) => column.nulls > 0)
    .map(
      (column) => `${count(column.nulls, 'row')} without ${safe(column.name)} count in the whole, but not in the part.`,
    );
}

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
function unequal(question: Question): string[] {
  const dates = question.kind === 'change' ? coverOf(question.time) : null;
  if (question.kind !== 'change' || !dates) return [];
  return [question.from, question.to].flatMap(({ label, from, until, unit }) => {
    const slack = unit && unit !== 'half' ? SLACK[unit] : 1;
    const late = until !== null && daysBetween(dates.last, addDays(until, -1)) > slack;
    const early = from !== null && daysBetween(from, dates.first) > slack;
    return [
      ...(late ? [`${label} is not complete: the data ends on ${dates.last}.`] : []),
      ...(early ? [`${label} is not complete: the data begins on ${dates.first}.`] : []),
    ];
  });
}

/** More share the last place than are shown: which of them are is a matter of their names. */
function tied(question: Question, { main, ties }: Results): string[] {
  const last = main.rows.length - 1;
  const at =
    question.kind === 'rows' ? main.query.columns.findIndex((one) => one.name === question.order?.column.name) : 1;
  const equal = Number(ties?.cell(0, 0) ?? 0);
  const shown = main.rows.filter((row) => row[at] === main.cell(last, at)).length;
  if (!ties || equal <= shown) return [];
  return [
    `${ties.text(0, 0)} are equal in this, at ${main.text(last, at)}: which ${shown === 1 ? 'one is' : 'are'} named here is by their order.`,
  ];
}

/** A period that the data does not cover to its end looks like a fall. */
function unfinished(question: Question, { main }: Results): string[] {
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
    ...(late ? [`${labelOf(last, grain)} is not complete: the data ends on ${dates.last}.`] : []),
    ...(early ? [`${labelOf(first, grain)} is not complete: the data begins on ${dates.first}.`] : []),
  ];
}
