import { entryOf } from '#contract/entries';
import type { QueryColumn } from '#contract/query-results';
import type { ChoiceLabel, ReadingNames, ReadingPart } from '#contract/readings';
import { numberText } from '../locale';
import { periodFrom } from '../periods';
import type { ChipWords } from '../words';
import { counted, dayText, exactNumber, listed, named, number, short } from './grammar';
import { conditionTitle } from './query-conditions';
import { aggregateTitle, computationTitle, groupTitle, outputTitle, windowTitle } from './query-measures';
import { capital, fieldTitle, inner, PARTS, partValue, periodStarting, periodTitle, rowsTitle } from './query-parts';
import { havingTitle, limitTitle, orderTitle } from './query-results';

const FIELDS_NAMED = 3;

const CHARTS = {
  bar: 'bar chart',
  line: 'line chart',
  area: 'area chart',
  scatter: 'scatter chart',
  pie: 'pie chart',
  histogram: 'histogram',
  none: 'no chart',
} as const;

const tableTitle = (names: ReadingNames, table: string): string => entryOf(names.tables, table) ?? table;

function part(value: ReadingPart, names: ReadingNames): string {
  switch (value.kind) {
    case 'table': {
      const with_ = value.joins.map((table) => tableTitle(names, table));
      const files = [value.table, ...value.union].map((table) => tableTitle(names, table));
      return `${listed(files.map(short), 'and')}${with_.length > 0 ? ` with ${listed(with_.map(short), 'and')}` : ''}`;
    }
    case 'measure':
      return computationTitle(names, value.value);
    case 'rows': {
      const all = value.fields.length === 0;
      const fields = value.fields.slice(0, FIELDS_NAMED).map((field) => inner(fieldTitle(names, field)));
      const list = named(fields, value.fields.length - fields.length);
      return `${value.distinct ? 'Different ' : ''}${value.distinct ? rowsTitle(names) : capital(rowsTitle(names))}${all ? '' : `: ${list}`}`;
    }
    case 'group':
      return groupTitle(names, value.value);
    case 'condition':
      return conditionTitle(names, value.value);
    case 'having':
      return havingTitle(names, value.value);
    case 'order':
      return orderTitle(names, value.value);
    case 'limit':
      return limitTitle(names, value.value, value.ranked);
    case 'chart':
      return CHARTS[value.chart];
  }
}

/** "Sales by month and region · 2025 · without returns". */
function line(parts: readonly ReadingPart[], names: ReadingNames): string {
  const of = (...kinds: ReadingPart['kind'][]) =>
    parts.filter(({ kind }) => kinds.includes(kind)).map((value) => part(value, names));
  const [first = capital(rowsTitle(names)), ...others] = of('measure', 'rows');
  const what = listed([first, ...others.map(inner)], 'and');
  const groups = of('group');
  return [
    groups.length > 0 ? `${what} by ${listed(groups, 'and')}` : what,
    ...of('condition', 'having', 'order', 'limit'),
  ].join(' · ');
}

const ADD = {
  measure: 'Measure',
  group: 'Group by',
  condition: 'Condition',
  having: 'Condition on the result',
  order: 'Order',
  limit: 'How many',
  chart: 'Chart',
} as const;

function choice(label: ChoiceLabel, names: ReadingNames): string {
  switch (label.code) {
    case 'add':
      return ADD[label.kind];
    case 'field':
    case 'own':
    case 'table':
      return short(label.title);
    case 'not_own':
      return `not ${inner(label.title)}`;
    case 'measure':
      return aggregateTitle(label.aggregate, { title: label.title ?? 'a value', other: 'another', percentile: '90' });
    case 'count_rows':
      return `Number of ${rowsTitle(label)}`;
    case 'list_rows':
      return `The ${rowsTitle(label)} themselves`;
    case 'window':
      return windowTitle(label.value, outputTitle(names, label.value.of));
    case 'each':
      return label.value.each
        ? computationTitle(names, label.value)
        : `${computationTitle(names, label.value)} of all rows`;
    case 'measured':
      return capital(groupTitle(names, label.value));
    case 'grain':
      return capital(label.grain);
    case 'part':
      return capital(PARTS[label.part]);
    case 'bins':
      return label.width === null ? `In ${number(label.count ?? 0)} ranges` : `In steps of ${exactNumber(label.width)}`;
    case 'value':
      return label.value === null
        ? '(empty)'
        : label.value === true
          ? 'yes'
          : label.value === false
            ? 'no'
            : short(String(label.value));
    case 'condition':
      return capital(conditionTitle(names, label.value));
    case 'reverse':
      return 'The other way round';
    case 'having':
      return havingTitle(names, label.value);
    case 'output':
      return outputTitle(names, label.output);
    case 'period':
      return capital(periodTitle(label.period));
    case 'order':
      return capital(orderTitle(names, label.value));
    case 'limit':
      return capital(limitTitle(names, label.value, label.ranked));
    case 'all':
      return 'All';
    case 'chart':
      return capital(CHARTS[label.chart]);
    case 'automatic_chart':
      return 'Whatever fits';
    case 'join':
      return `With ${short(label.title)}`;
    case 'union':
      return `Together with ${short(label.title)}`;
    case 'reading':
      return line(label.parts, label.names);
    case 'remove':
      return 'Remove';
  }
}

function groupName({ grain, part: calendarPart, width, role }: QueryColumn, value: string | number): string | null {
  if (calendarPart !== undefined) return partValue(calendarPart, Number(value));
  if (role === 'bin' && width !== undefined)
    return `${binEnd(Number(value))} to ${binEnd(Number(value) + Number(width))}`;
  return periodFrom(String(value), grain, { week: (day) => `Week of ${day}`, month: monthName });
}

const monthName = (year: number, month: number): string => periodTitle({ kind: 'month', year, month });

/** Sums of fractions are off by a hair. */
const binEnd = (value: number): string => numberText(Number(value.toPrecision(12)), { maximumFractionDigits: 6 });

export const chips: ChipWords = {
  part,
  line,
  choice,
  groupName,
  column: ({ name, field, role }, names) =>
    role === 'field' ? fieldTitle(names, field ?? name) : outputTitle(names, name),
  group: {
    readings: 'Or meant was',
    add: 'Add',
    measures: 'Measure',
    groups: 'Group by',
    how: 'How',
    fields: 'Of',
    own: 'Your own',
    derived: 'Set beside others',
    steps: 'In steps of',
    values: 'Values',
    conditions: 'Condition',
    periods: 'Period',
    order: 'Order',
    limit: 'How many',
    chart: 'Chart',
    data: 'Data',
    part: 'This part',
  },
  fact: {
    rows_used: ({ used, of }) =>
      `${number(used)} of ${counted(of, 'row')} count here: the others do not meet the conditions.`,
    rows_without: ({ field, count, outputs }, names) =>
      `${counted(count, 'row')} ${count === 1 ? 'has' : 'have'} no ${inner(fieldTitle(names, field))} and ${count === 1 ? 'is' : 'are'} left out${
        outputs.length > 0
          ? ` of ${listed(
              outputs.map((output) => inner(outputTitle(names, output))),
              'and',
            )}`
          : ''
      }.`,
    ties: ({ at, count, shown }) =>
      `${number(count)} are equal at ${String(at)}: which ${shown === 1 ? 'one is' : 'are'} shown is by their order.`,
    ties_within: ({ count }) => `In ${counted(count, 'group')} the last place is shared.`,
    period_incomplete: ({ period, grain, data, at }) =>
      `${capital(periodStarting(String(period), grain))} is not complete: the data ${data} on ${dayText(String(at))}.`,
    gaps: ({ count, of }) => `${number(count)} of ${counted(of, 'period')} ${count === 1 ? 'has' : 'have'} no rows.`,
    periods_without_rows: ({ grain, count, of }) =>
      `${number(count)} of ${counted(of, grain)} ${count === 1 ? 'has' : 'have'} no rows and ${count === 1 ? 'is' : 'are'} left out, not counted as 0.`,
    unmatched: ({ table, count, kept }, names) =>
      `${counted(count, 'row')} ${count === 1 ? 'has' : 'have'} no match in ${short(tableTitle(names, table))} and ${count === 1 ? 'is' : 'are'} ${kept ? 'kept without it' : 'left out'}.`,
    orphans: ({ table, count }, names) =>
      `${counted(count, 'row')} of ${short(tableTitle(names, table))} ${count === 1 ? 'belongs' : 'belong'} to no row here.`,
    repeated_by_join: ({ output, table }, names) =>
      `${capital(outputTitle(names, output))}: each value of ${short(tableTitle(names, table))} counts once for every row it is joined to.`,
    negative_parts: ({ count }) =>
      `${counted(count, 'part')} below zero ${count === 1 ? 'stands' : 'stand'} against the others in these shares.`,
    several_at_moment: ({ count }) =>
      `In ${counted(count, 'group')} several rows share that moment; the least of their values was taken.`,
    result_cut: () => 'The result has more rows than are kept.',
  },
};
