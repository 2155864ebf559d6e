import { entryOf } from '#contract/entries';
import type { QueryColumn } from '#contract/query-results';
import type { ChoiceLabel, ReadingNames, ReadingPart } from '#contract/readings';
import { numberText } from '../locale';
import { periodFrom } from '../periods';
import type { ChipWords } from '../words';
import { facts } from './chip-facts';
import { capital, exactNumber, listed, named, number, short } from './grammar';
import { conditionTitle } from './query-conditions';
import { aggregateTitle, computationTitle, groupTitle, outputTitle, windowTitle } from './query-measures';
import { fieldTitle, GRAINS, PARTS, partValue, periodTitle, rowsTitle } from './query-parts';
import { havingTitle, limitTitle, orderTitle } from './query-results';

const FIELDS_NAMED = 3;

/** Kinds of charts, as a thing that is made. */
export const CHARTS = {
  bar: 'Balkendiagramm',
  line: 'Liniendiagramm',
  area: 'Flächendiagramm',
  scatter: 'Punktdiagramm',
  pie: 'Kreisdiagramm',
  histogram: 'Histogramm',
  none: 'kein Diagramm',
} as const;

const tableTitle = (names: ReadingNames, table: string): string => entryOf(names.tables, table) ?? table;

function part(value: ReadingPart, names: ReadingNames): string {
  switch (value.kind) {
    case 'table': {
      const joined = value.joins.map((table) => tableTitle(names, table));
      const files = [value.table, ...value.union].map((table) => tableTitle(names, table));
      return `${listed(files.map(short), 'und')}${joined.length > 0 ? ` mit ${listed(joined.map(short), 'und')}` : ''}`;
    }
    case 'measure':
      return computationTitle(names, value.value);
    case 'rows': {
      const all = value.fields.length === 0;
      const fields = value.fields.slice(0, FIELDS_NAMED).map((field) => fieldTitle(names, field));
      const list = named(fields, value.fields.length - fields.length);
      return `${value.distinct ? 'Verschiedene ' : ''}${rowsTitle(names)}${all ? '' : `: ${list}`}`;
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

/** "Umsatz nach Monat und Region · 2025 · ohne Returns". */
function line(parts: readonly ReadingPart[], names: ReadingNames): string {
  const of = (...kinds: ReadingPart['kind'][]) =>
    parts.filter(({ kind }) => kinds.includes(kind)).map((value) => part(value, names));
  const asked = of('measure', 'rows');
  const what = listed(asked.length > 0 ? asked : [rowsTitle(names)], 'und');
  const groups = of('group');
  return [
    groups.length > 0 ? `${what} nach ${listed(groups, 'und')}` : what,
    ...of('condition', 'having', 'order', 'limit'),
  ].join(' · ');
}

const ADD = {
  measure: 'Kennzahl',
  group: 'Gruppieren nach',
  condition: 'Bedingung',
  having: 'Bedingung für das Ergebnis',
  order: 'Reihenfolge',
  limit: 'Wie viele',
  chart: 'Diagramm',
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
      return `nicht ${label.title}`;
    case 'measure':
      return aggregateTitle(label.aggregate, {
        title: label.title ?? 'einem Wert',
        other: 'einem anderen',
        percentile: '90',
      });
    case 'count_rows':
      return `Anzahl ${rowsTitle(label)}`;
    case 'list_rows':
      return `${rowsTitle(label)} einzeln`;
    case 'window':
      return windowTitle(label.value, outputTitle(names, label.value.of));
    case 'each':
      return label.value.each
        ? computationTitle(names, label.value)
        : `${computationTitle(names, label.value)}, alle Zeilen zusammen`;
    case 'measured':
      return capital(groupTitle(names, label.value));
    case 'grain':
      return GRAINS[label.grain];
    case 'part':
      return PARTS[label.part];
    case 'bins':
      return label.width === null
        ? `In ${number(label.count ?? 0)} Klassen`
        : `In Schritten von ${exactNumber(label.width)}`;
    case 'value':
      return label.value === null
        ? '(leer)'
        : label.value === true
          ? 'ja'
          : label.value === false
            ? 'nein'
            : short(String(label.value));
    case 'condition':
      return capital(conditionTitle(names, label.value));
    case 'reverse':
      return 'Umgekehrt';
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
      return 'Alle';
    case 'chart':
      return capital(CHARTS[label.chart]);
    case 'automatic_chart':
      return 'Was am besten passt';
    case 'join':
      return `Mit ${short(label.title)}`;
    case 'union':
      return `Zusammen mit ${short(label.title)}`;
    case 'reading':
      return line(label.parts, label.names);
    case 'remove':
      return 'Entfernen';
  }
}

function groupName({ grain, part: calendarPart, width, role }: QueryColumn, value: string | number): string | null {
  if (calendarPart !== undefined) return partValue(calendarPart, Number(value));
  if (role === 'bin' && width !== undefined)
    return `${binEnd(Number(value))} bis ${binEnd(Number(value) + Number(width))}`;
  return periodFrom(String(value), grain, { week: (day) => `Woche ab ${day}`, month: monthName });
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
    readings: 'Oder gemeint war',
    add: 'Hinzufügen',
    measures: 'Kennzahl',
    groups: 'Gruppieren nach',
    how: 'Wie',
    fields: 'Von',
    own: 'Ihre eigenen',
    derived: 'Mit anderen verglichen',
    steps: 'In Schritten von',
    values: 'Werte',
    conditions: 'Bedingung',
    periods: 'Zeitraum',
    order: 'Reihenfolge',
    limit: 'Wie viele',
    chart: 'Diagramm',
    data: 'Daten',
    part: 'Dieser Teil',
  },
  fact: facts,
};
