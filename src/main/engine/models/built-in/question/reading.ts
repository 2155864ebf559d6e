import type { Cell } from '#contract/tables';
import { grouped } from '../answer/format';
import { addDays, MONTHS, WEEKDAYS } from '../language/calendar';
import { isDate } from '../language/scope';
import { nameStems, singular } from '../language/stems';
import type { Column, Comparison, Dataset, Filter, Group, Having, Measure, Question, Season, Span, Top } from './plan';
import { LISTED } from './rows';
import { movingName, statisticName } from './statistics';

/** Says a plan in words: the same plan always reads the same, and nothing of it is left out. */
export function readingOf(question: Question, dataset: Dataset): string {
  const where = question.filters.length > 0 ? whereText(question.filters, dataset) : '';
  const text = `${subjectOf(question, dataset)}${where}`;
  return question.chart === null ? text : `${text}, as ${CHARTS[question.chart]}`;
}

const CHARTS = {
  bar: 'a bar chart',
  stacked: 'a stacked bar chart',
  line: 'a line chart',
  area: 'an area chart',
  pie: 'a pie chart',
  scatter: 'a scatter chart',
  none: 'a table',
};

function subjectOf(question: Question, dataset: Dataset): string {
  switch (question.kind) {
    case 'aggregate':
      return aggregateText(question, dataset);
    case 'growth': {
      const unit = question.time.grain;
      const against =
        question.against === 'year' ? `against the same ${unit} a year before` : `from ${unit} to ${unit}`;
      const split = question.split ? `, split by ${groupText(question.split, dataset)}` : '';
      const shown = question.shown ? `, shown where ${filterText(question.shown, dataset)}` : '';
      return `change of ${measureText(question.measure)} ${against}${split}${shown}`;
    }
    case 'change':
      return changeText(question, dataset);
    case 'part': {
      const part = question.part.map((filter) => filterText(filter, dataset)).join(' and ');
      const by = question.group ? ` in each ${groupText(question.group, dataset)}` : '';
      return `share of ${measureText(question.measure)} with ${part}${by}`;
    }
    case 'members':
      return `count of different ${nameOf(question.column)} ${havingText(question.having)}`;
    case 'rows':
      return rowsText(question);
    case 'distribution':
      return `distribution of ${nameOf(question.column)}`;
    case 'frequency':
      return `number of ${nameOf(question.per)} by ${measureText(question.measure)}`;
    case 'relation':
      return `relation of ${nameOf(question.x)} and ${nameOf(question.y)}`;
    case 'values':
      return `different values of ${nameOf(question.column)}`;
    case 'outliers':
      return `rows whose ${nameOf(question.column)} lies more than 1.5 interquartile ranges outside the middle half`;
    case 'missing':
      return question.column ? `empty cells in ${nameOf(question.column)}` : 'empty cells by column';
    case 'duplicates':
      return question.column
        ? `values of ${nameOf(question.column)} that occur more than once`
        : 'rows that occur more than once';
    case 'describe':
      return `what is in ${plain(dataset.name)}`;
  }
}

function changeText(question: Extract<Question, { kind: 'change' }>, dataset: Dataset): string {
  const { top, only, group } = question;
  const by = group ? ` by ${groupText(group, dataset)}` : '';
  const greatest = top?.direction === 'most' ? 'greatest' : 'smallest';
  const ranked = top ? `, the ${top.n} with the ${greatest} change${top.by === 'share' ? ' in percent' : ''}` : '';
  const kept = only === null ? '' : `, only those that ${only === 'up' ? 'grew' : 'shrank'}`;
  return `change of ${measureText(question.measure)} from ${question.from.label} to ${question.to.label}${by}${ranked}${kept}`;
}

function aggregateText(question: Extract<Question, { kind: 'aggregate' }>, dataset: Dataset): string {
  const measures = question.measures.map(measureText).join(', ');
  const prefix = `${question.share ? 'share of ' : ''}${question.cumulative ? 'running total of ' : ''}${question.moving ? `${movingName(question.moving)} of ` : ''}`;
  const having = question.having ? `, only ${havingText(question.having)}` : '';
  const [first, second] = question.groups.map((group) => groupText(group, dataset));
  const { top } = question;
  if (top && first !== undefined) return `${topText(top, measures, first, second)}${having}`;
  const by = first === undefined ? '' : ` by ${first}`;
  const split = second === undefined ? '' : `, split by ${second}`;
  return `${prefix}${measures}${by}${split}${having}`;
}

const havingText = (having: Having): string =>
  `with ${measureText(having.measure)} ${having.op} ${grouped(having.value)}`;

function topText(top: Top, measures: string, first: string, second: string | undefined): string {
  const rank = `${top.direction === 'most' ? 'top' : 'bottom'} ${top.n}`;
  if (second === undefined) return `${rank} ${first} by ${measures}`;
  return top.within === 'each'
    ? `${rank} ${second} in each ${first} by ${measures}`
    : `${measures} by ${first}, split by the ${rank} ${second} overall`;
}

function rowsText(question: Extract<Question, { kind: 'rows' }>): string {
  const { order, limit, noun } = question;
  if (!order) return limit === LISTED ? `${noun}, at most ${limit}` : `first ${limit} ${noun}`;
  const many = limit === 1 ? `the ${singular(noun)}` : `${limit} ${noun}`;
  const time = isDate(order.column);
  const what = order.direction === 'most' ? (time ? 'latest' : 'largest') : time ? 'earliest' : 'smallest';
  return `${many} with the ${what} ${nameOf(order.column)}`;
}

const STATISTICS = {
  sum: 'sum of',
  average: 'average of',
  median: 'median of',
  min: 'minimum of',
  max: 'maximum of',
  deviation: 'standard deviation of',
};

function measureText(measure: Measure): string {
  switch (measure.kind) {
    case 'count':
      return `count of ${measure.noun}`;
    case 'distinct':
      return `count of different ${nameOf(measure.column)}`;
    case 'days':
      return `${statisticName(measure.statistic, STATISTICS)} days from ${nameOf(measure.from)} to ${nameOf(measure.to)}`;
    case 'rate':
      return `share of rows with ${nameOf(measure.column)} = yes`;
    case 'ratio':
      return `${measureText(measure.over)} / ${measureText(measure.under)}`;
    case 'typical':
      return `average of ${measureText(measure.inner)} per ${measure.per.kind === 'column' ? nameOf(measure.per.column) : timeText(measure.per)}`;
    default:
      return `${statisticName(measure.kind, STATISTICS)} ${nameOf(measure.column)}`;
  }
}

const SEASONS: Record<Season, string> = {
  hour: 'hour of the day',
  weekday: 'weekday',
  month: 'month of the year',
  quarter: 'quarter of the year',
};

const timeText = (group: Exclude<Group, { kind: 'column' }>): string =>
  group.kind === 'time' ? group.grain : SEASONS[group.part];

/** Which date is meant is said where there is a choice. */
function groupText(group: Group, dataset: Dataset): string {
  if (group.kind === 'column') return nameOf(group.column);
  return `${timeText(group)}${ofColumn(group.column, dataset, timeText(group))}`;
}

function ofColumn(column: Column, dataset: Dataset, word: string): string {
  const several = dataset.columns.filter(isDate).length > 1;
  const clash = dataset.columns.some((one) => one !== column && nameStems(one.name).join(' ') === word);
  return several || clash ? ` of ${nameOf(column)}` : '';
}

const whereText = (filters: readonly Filter[], dataset: Dataset): string =>
  `, where ${filters.map((filter) => filterText(filter, dataset)).join(' and ')}`;

function filterText(filter: Filter, dataset: Dataset): string {
  const name = nameOf(filter.column);
  switch (filter.kind) {
    case 'values':
      return isText(name, filter.values.map(cellText), filter.not);
    case 'text':
      if (filter.part) return `${name} ${filter.not ? 'does not contain' : 'contains'} "${plain(filter.text)}"`;
      return `${name} ${filter.not ? '≠' : '='} "${plain(filter.text)}" in any case`;
    case 'compare':
      return `${name} ${filter.op} ${numberText(filter.value, filter.column)}`;
    case 'between':
      return `${name} ${filter.not ? 'not ' : ''}between ${numberText(filter.low, filter.column)} and ${numberText(filter.high, filter.column)}`;
    case 'flag':
      return `${name} = ${filter.value ? 'yes' : 'no'}`;
    case 'empty':
      return `${name} is ${filter.not ? 'not ' : ''}empty`;
    case 'order':
      return `${name} is ${orderText(filter.op, filter.days)} ${nameOf(filter.other)}`;
    case 'mean':
      return `${name} ${filter.op} the ${filter.statistic} of ${name} over all rows`;
    case 'nothing':
      return `${name} is 0 or empty`;
    case 'season':
      return isText(
        `${SEASONS[filter.part]}${ofColumn(filter.column, dataset, SEASONS[filter.part])}`,
        filter.values.map((value) => seasonText(filter.part, value)),
        filter.not,
      );
    case 'period':
      return periodText(filter, dataset);
  }
}

const ORDERS: Record<Comparison, string> = {
  '>': 'later than',
  '>=': 'not earlier than',
  '<': 'earlier than',
  '<=': 'not later than',
  '=': 'the same day as',
  '!=': 'another day than',
};

const MANY: Record<Comparison, string> = {
  '>': 'more than',
  '>=': 'at least',
  '<': 'less than',
  '<=': 'at most',
  '=': 'exactly',
  '!=': 'not',
};

const orderText = (op: Comparison, days: string): string =>
  days === '0' ? ORDERS[op] : `${MANY[op]} ${days} days later than`;

function seasonText(part: Season, value: number): string {
  if (part === 'weekday') return WEEKDAYS[value - 1] ?? '';
  if (part === 'month') return MONTHS[value - 1] ?? '';
  return part === 'quarter' ? `Q${value}` : `${value}:00`;
}

function isText(name: string, values: readonly string[], not: boolean): string {
  if (values.length === 1) return `${name} ${not ? '≠' : '='} ${values[0]}`;
  return `${name} ${not ? 'not in' : 'in'} (${values.join(', ')})`;
}

const UNITS: Record<string, string> = {
  day: 'date',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  half: 'half year',
};

function periodText(filter: Extract<Filter, { kind: 'period' }>, dataset: Dataset): string {
  const [first] = filter.spans;
  const unit = first?.unit ?? null;
  if (unit !== null && filter.spans.every((span) => span.unit === unit)) {
    const word = UNITS[unit] ?? unit;
    return isText(
      `${word}${ofColumn(filter.column, dataset, word)}`,
      filter.spans.map((span) => span.label),
      filter.not,
    );
  }
  const spans = filter.spans.map(spanText).join(' or ');
  return `${nameOf(filter.column)} ${filter.not ? 'not ' : ''}${spans}`;
}

function spanText(span: Span): string {
  if (span.from === null) return `before ${span.until ?? ''}`;
  return span.until === null ? `from ${span.from}` : `from ${span.from} to ${addDays(span.until, -1)}`;
}

function numberText(value: string, column: Column): string {
  return column.unit?.kind === 'percent'
    ? `${grouped(String(Number((Number(value) * 100).toPrecision(12))))} %`
    : grouped(value);
}

const cellText = (value: Cell): string => {
  const text = plain(String(value));
  return /^[\p{L}\p{N}][\p{L}\p{N} _.&/'+-]*$/u.test(text) ? text : `"${text}"`;
};

export const nameOf = (column: Column): string => {
  const text = plain(column.name);
  return /^[\p{L}\p{N}_][\p{L}\p{N}_ .()%/€$£-]*$/u.test(text) ? text : `"${text}"`;
};

/** One line without anything that could end the bold text around it. */
export const plain = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll('*', '∗')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120);

/** The reading as a chart's title: without how it is to be drawn. */
export function readingTitle(question: Question, dataset: Dataset): string {
  const text = readingOf({ ...question, chart: null }, dataset).replaceAll('∗', '*');
  const title = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return title.length > 200 ? `${title.slice(0, 199)}…` : title;
}
