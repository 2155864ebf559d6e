import type { FieldDefinition } from '#contract/definitions';
import type { Aggregate } from '#contract/query';
import { amountOf, moneyField } from '../money';
import { isFlag, isMeasure, isNumeric, isTime, isYear, type Tables, yesOf } from '../tables';
import type { FieldRef, Meanings, Measurement, Operand } from '../terms';
import type { Vocabulary } from '../vocabulary';
import { condition } from './filters';

export const rows = (table: string | null, noun: string | null, explicit: boolean): Measurement => ({
  kind: 'rows',
  table,
  noun,
  explicit,
});
export const column = (of: Operand, aggregate: Aggregate | null): Measurement => ({ kind: 'column', of, aggregate });
export const calculation = (
  calculate: 'add' | 'subtract' | 'multiply' | 'divide',
  left: Measurement,
  right: Measurement,
  percent = false,
): Measurement => ({
  kind: 'calculation',
  calculate,
  left,
  right,
  percent,
});

const OF_ANYTHING: ReadonlySet<Aggregate> = new Set(['count', 'distinct', 'missing', 'mode', 'first', 'last']);
const OF_TIMES: ReadonlySet<Aggregate> = new Set(['min', 'max', 'range', 'median']);

/** Whether such a column can be aggregated so. */
export function fits(aggregate: Aggregate, field: FieldDefinition): boolean {
  if (OF_ANYTHING.has(aggregate)) return aggregate !== 'last' || isNumeric(field);
  if (isNumeric(field)) return true;
  return isTime(field) ? OF_TIMES.has(aggregate) : false;
}

/** Numbers that name something. */
const CODES = /(?:cent(?:re|er)|code|zip|plz|postal code|[ _](?:no|nr|number|id))$/i;

export function aggregated(
  aggregate: Aggregate,
  of: Operand,
  vocabulary: Vocabulary,
  percentile?: string,
): Measurement | null {
  if (!('calculate' in of)) {
    const field = vocabulary.tables.field(of);
    // The latest of dates is their largest.
    if ((aggregate === 'last' || aggregate === 'first') && isTime(field))
      return column(of, aggregate === 'last' ? 'max' : 'min');
    if (aggregate === 'first' || isOtherEnd(aggregate, of, vocabulary)) return null;
    if (!fits(aggregate, field)) return yesShare(aggregate, of, field);
    // Numbers that name something are not computed with, unless nothing else is meant.
    if (CODES.test(field.column) && (aggregate === 'mean' || aggregate === 'sum')) return null;
    if ((field.role === 'id' || (field.role === 'dimension' && aggregate === 'sum')) && !isFlag(field)) return null;
  }
  return { kind: 'column', of, aggregate, ...(percentile === undefined ? {} : { percentile }) };
}

const ENDS = {
  max: [/(?:^|[ _])(?:min|minimum|low|lowest)(?![a-z])/i, /max|high/i],
  min: [/(?:^|[ _])(?:max|maximum|high|highest)(?![a-z])/i, /min|low/i],
} as const;

/** Where each row has a lowest and a highest value, the highest of all is one of the highest. */
function isOtherEnd(aggregate: Aggregate, of: FieldRef, { tables }: Vocabulary): boolean {
  if (aggregate !== 'max' && aggregate !== 'min') return false;
  const [other, own] = ENDS[aggregate];
  const name = tables.field(of).column;
  const stem = (text: string) =>
    text.toLowerCase().replaceAll(/min(?:imum)?|max(?:imum)?|low(?:est)?|high(?:est)?/g, '');
  return (
    other.test(name) &&
    tables.table(of.table).fields.some(({ column: sibling }) => own.test(sibling) && stem(sibling) === stem(name))
  );
}

/** How many there are in all of what is answered by yes and no. */
function yesShare(aggregate: Aggregate, ref: FieldRef, field: FieldDefinition): Measurement | null {
  if (aggregate !== 'sum' || !isFlag(field)) return null;
  return {
    ...rows(ref.table, null, true),
    where: condition(ref, { op: 'is', field: ref.field, values: [yesOf(field)] }),
  } as Measurement;
}

/** "how much went to rent" is what it comes to: rows are many, and never much. Without such an amount it is nothing. */
export function ofNothingNamed(word: Meanings['count'], tables: Tables): Measurement | null {
  if (word !== 'much') return { kind: 'rows', table: null, noun: null, explicit: true, bare: true };
  const amount = amountOf(tables);
  return amount && { kind: 'column', of: amount, aggregate: 'sum', bare: true };
}

/** Amounts are asked for by "how much". */
const MONEY = /amount|sales|revenue|turnover|umsatz|betrag|income|spend|cost|price/i;

/** Rows that are spoken of as the money that they are. */
const PAID =
  /^(?:payment|donation|expense|expenditure|grant|refund|deposit|withdrawal|zahlung|spende|ausgabe|einnahme)/;

/** "total payments" is what was paid, and else how many there are, which "total number of" asks for. */
export function totalOf(counted: Measurement, isBare: boolean, tables: Tables) {
  const table = isBare && counted.kind === 'rows' && PAID.test(counted.noun ?? '') ? counted.table : null;
  const money = table === null ? null : moneyField(tables.table(table), 'either');
  const paid = money && table !== null ? column({ table, field: money.id }, 'sum') : null;
  return [{ meaning: counted, cost: 0 }, ...(paid ? [{ meaning: paid, cost: -0.1 }] : [])];
}

/** "opened": rows with that date; "orders" are no deeds where several rows are one of them. */
function isDeed(ref: FieldRef, tables: Tables): boolean {
  const field = tables.field(ref);
  const [deed = ''] = field.title.toLowerCase().split(' ');
  if (!isTime(field) || /date|day|time|datum|tag|year|jahr/.test(deed)) return false;
  const { fields, rows: all } = tables.table(ref.table);
  return !fields.some((one) => one.role === 'id' && one.distinct < all && one.title.toLowerCase().startsWith(deed));
}

/** "how many …" of a column: what adds up is added up, other things are counted. */
export function counted(ref: FieldRef, different: boolean, { tables, concepts }: Vocabulary) {
  const field = tables.field(ref);
  // "how many different people came": not how many days they came on.
  if (different) return [{ meaning: column(ref, 'distinct'), cost: isDeed(ref, tables) ? 0.8 : 0 }];
  // Months by their names alone are those of any year.
  if (field.grain === 'month_of_year') return [{ meaning: rows(ref.table, null, true), cost: 0.2 }];
  const named = tables.table(ref.table).entity.some((noun) => noun === field.title.toLowerCase());
  if (isFlag(field))
    return [
      {
        meaning: {
          ...rows(ref.table, null, true),
          where: condition(ref, { op: 'is' as const, field: ref.field, values: [yesOf(field)] }),
        },
        cost: 0.15,
      },
    ];
  if (isMeasure(field))
    return [
      {
        meaning: column(ref, 'sum'),
        cost:
          field.addsUp === 'never'
            ? 0.3
            : field.unit?.kind === 'currency' || MONEY.test(field.column) || concepts.isMoney(ref)
              ? 0.5
              : 0.1,
      },
    ];
  // "10,000+" are how many there are, and no names of them.
  if (
    field.type === 'text' &&
    field.values.list.length > 0 &&
    field.values.list.every(({ value }) => ROUGHLY.test(String(value)))
  )
    return [];
  if (isDeed(ref, tables))
    return [
      {
        meaning: {
          ...rows(ref.table, null, true),
          where: condition(ref, { op: 'present' as const, field: ref.field }),
        },
        cost: 0.2,
      },
    ];
  // "how many were built before 1950": not in how many years.
  const years = isYear(field) && field.title.includes(' ') ? 0.6 : 0;
  return [{ meaning: column(ref, 'distinct'), cost: (named ? 1 : 0.1) + (field.role === 'id' ? 0 : 0.05) + years }];
}

const ROUGHLY = /^[<>~]?\d[\d.,]*(?:[kKmM]\+?|\+)$/;

export const operandField = (of: Operand): FieldRef => ('calculate' in of ? of.left : of);
/** So many things are each looked at by themselves. */
export const FEW = 20;

export const tableOf = (measure: Extract<Measurement, { kind: 'column' }>): string => operandField(measure.of).table;
/** A mean over a sum is no ratio that anybody wants. */
export const isAlike = (left: Measurement, right: Measurement): boolean => {
  const [a, b] = [summed(left), summed(right)].map((one) => (one.kind === 'column' ? one.aggregate : 'sum'));
  return a === b || (a === 'sum' && b === 'distinct');
};
export const summed = (measure: Measurement): Measurement =>
  measure.kind === 'column' && measure.aggregate === null ? { ...measure, aggregate: 'sum' } : measure;

/** The highest of what is kept as the highest and the lowest of each day is the highest of the former. */
export function atEdge(made: Measurement | null, { tables }: Vocabulary) {
  if (made?.kind !== 'column' || 'calculate' in made.of) return made;
  const { column: name } = tables.field(made.of);
  const isOther = (made.aggregate === 'max' && LOWEST.test(name)) || (made.aggregate === 'min' && HIGHEST.test(name));
  return [{ meaning: made, cost: isOther ? 0.1 : 0 }];
}
const HIGHEST = /(?:^|[^a-z])t?(?:max|maximum|high|highest|peak)(?:[^a-z]|$)/i;
const LOWEST = /(?:^|[^a-z])t?(?:min|minimum|low|lowest)(?:[^a-z]|$)/i;
