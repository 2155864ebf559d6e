import { grouped } from '../answer/format';
import { ordinalText } from '../language/numerals';
import { isDate } from '../language/scope';
import { severalOf, singular } from '../language/stems';
import { filterText, ofColumn, timeText } from './filter-reading';
import { nameOf, plain } from './naming';
import type { DescribedDataset, Filter, Group, Having, Measure, Question, Top } from './plan';
import { LISTED } from './rows';
import { movingName, statisticName } from './statistics';

/** Says a plan in words: the same plan always reads the same, and nothing of it is left out. */
export function readingOf(question: Question, dataset: DescribedDataset): string {
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

function subjectOf(question: Question, dataset: DescribedDataset): string {
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
      return `count of different ${membersName(question.of, dataset)} ${havingText(question.having)}`;
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

function changeText(question: Extract<Question, { kind: 'change' }>, dataset: DescribedDataset): string {
  const { top, only, group } = question;
  const by = group ? ` by ${groupText(group, dataset)}` : '';
  const greatest = top?.direction === 'most' ? 'greatest' : 'smallest';
  const place = top && top.skip > 0 ? ordinalText(top.skip + 1) : top?.n;
  const ranked = top ? `, the ${place} with the ${greatest} change${top.by === 'share' ? ' in percent' : ''}` : '';
  const kept = only === null ? '' : `, only those that ${only === 'up' ? 'grew' : 'shrank'}`;
  return `change of ${measureText(question.measure)} from ${question.from.label} to ${question.to.label}${by}${ranked}${kept}`;
}

function aggregateText(question: Extract<Question, { kind: 'aggregate' }>, dataset: DescribedDataset): string {
  const measures = question.measures.map(measureText).join(', ');
  const prefix = `${question.share ? 'share of ' : ''}${question.cumulative ? 'running total of ' : ''}${question.moving ? `${movingName(question.moving)} of ` : ''}`;
  const having = question.having ? `, only ${havingText(question.having)}` : '';
  const [first, second] = question.groups.map((group) => groupText(group, dataset));
  const { top } = question;
  if (top && first !== undefined)
    return `${topText(top, measures, first, second)}${question.share ? ', with their share of all' : ''}${having}`;
  const by = first === undefined ? '' : ` by ${first}`;
  const split = second === undefined ? '' : `, split by ${second}`;
  return `${prefix}${measures}${by}${split}${having}`;
}

const membersName = (of: Group, dataset: DescribedDataset): string =>
  of.kind === 'column' ? nameOf(of.column) : severalOf(groupText(of, dataset));

const havingText = (having: Having): string =>
  `with ${measureText(having.measure)} ${having.op} ${grouped(having.value)}`;

function topText(top: Top, measures: string, first: string, second: string | undefined): string {
  const single = `${ordinalText(top.skip + 1)} ${top.direction === 'most' ? 'highest' : 'lowest'}`;
  const rank = top.skip > 0 ? single : `${top.direction === 'most' ? 'top' : 'bottom'} ${top.n}`;
  const several = (name: string) => (top.n > 1 ? severalOf(name) : name);
  if (second === undefined) return `${rank} ${several(first)} by ${measures}`;
  return top.within === 'each'
    ? `${rank} ${several(second)} in each ${first} by ${measures}`
    : `${measures} by ${first}, split by the ${rank} ${several(second)} overall`;
}

function rowsText(question: Extract<Question, { kind: 'rows' }>): string {
  const { order, limit, noun } = question;
  if (!order) return limit === LISTED ? `${noun}, at most ${limit}` : `first ${limit} ${noun}`;
  const many = limit === 1 ? `the ${singular(noun)}` : `${limit} ${noun}`;
  const time = isDate(order.column);
  const what = order.direction === 'most' ? (time ? 'latest' : 'largest') : time ? 'earliest' : 'smallest';
  const place = question.skip > 0 ? `${ordinalText(question.skip + 1)} ` : '';
  return `${many} with the ${place}${what} ${nameOf(order.column)}`;
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

/** Which date is meant is said where there is a choice. */
function groupText(group: Group, dataset: DescribedDataset): string {
  if (group.kind === 'column') return nameOf(group.column);
  return `${timeText(group)}${ofColumn(group.column, dataset, timeText(group))}`;
}

const whereText = (filters: readonly Filter[], dataset: DescribedDataset): string =>
  `, where ${filters.map((filter) => filterText(filter, dataset)).join(' and ')}`;

/** The reading as a chart's title: without how it is to be drawn. */
export function readingTitle(question: Question, dataset: DescribedDataset): string {
  const text = readingOf({ ...question, chart: null }, dataset).replaceAll('∗', '*');
  const title = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return title.length > 200 ? `${title.slice(0, 199)}…` : title;
}
