import type { Limit, PieceOf } from '../language/pieces';
import { isNumeric, mainMeasure, measures } from '../language/scope';
import { natureOf } from './additivity';
import type { Bag } from './bag';
import { ask } from './declined';
import { countOf, oneOf, type Said } from './measures';
import { quoteName } from './names';
import type { Column, Filter, Group, Having, Measure } from './plan';

/** What a numeric condition may be about. */
export interface About {
  /** Rows are asked for or counted, so a condition is about rows. */
  rowish: boolean;
  /** Things are asked for ("which products …"), so a condition may be about their totals. */
  things: boolean;
  measures: readonly Said[];
  groups: readonly Group[];
}

/** Turns "over 100" into a condition on rows or on totals, and asks where it could be either. */
export function takeLimits(bag: Bag, about: About): { filters: Filter[]; having: Having | null } {
  const filters: Filter[] = [];
  let having: Having | null = null;
  for (const limit of bag.takeAll('limit')) {
    const total = totalOf(bag, limit, about);
    if (total && having) ask('Two conditions on totals at once are more than this can do.');
    if (total) having = total;
    else filters.push(rowFilter(bag, limit, about));
  }
  return { filters, having };
}

function totalOf(bag: Bag, limit: PieceOf<'limit'>, about: About): Having | null {
  const measure = limitMeasure(bag, limit, about);
  if (!measure) return null;
  if (limit.op === 'between' || limit.op === 'not between')
    return ask('A range for totals is more than this can do. Ask for more than, or less than, one number.');
  if (about.groups.length === 0) return ask(`It is not clear whose total has to be ${bag.text(limit)}.`);
  const column = 'column' in measure ? measure.column : null;
  return {
    measure,
    op: limit.op,
    value: column && measure.kind !== 'distinct' ? numberFor(bag, limit, column) : limit.value,
  };
}

/** The measure a condition compares when it speaks of totals; null when it speaks of rows. */
function limitMeasure(bag: Bag, limit: PieceOf<'limit'>, about: About): Measure | null {
  if (limit.of && 'noun' in limit.of) return countOf(limit.of);
  if (limit.of === null || about.rowish) return null;
  const column = columnFor(bag, limit, limit.of.columns);
  if (limit.aggregate) return { kind: limit.aggregate, column };
  if (!about.things) return null;
  return about.measures.length === 0 && natureOf(column) === 'sum' ? { kind: 'sum', column } : null;
}

function rowFilter(bag: Bag, limit: PieceOf<'limit'>, about: About): Filter {
  const column = rowColumn(bag, limit, about);
  const { op } = limit;
  const value = numberFor(bag, limit, column);
  if (op !== 'between' && op !== 'not between') return { kind: 'compare', column, op, value };
  const high = numberFor(bag, { ...limit, value: limit.high }, column);
  return { kind: 'between', column, low: value, high, not: op === 'not between' };
}

function rowColumn(bag: Bag, limit: PieceOf<'limit'>, about: About): Column {
  if (limit.of === null || 'noun' in limit.of) {
    const main = about.rowish ? mainMeasure(bag.scope) : null;
    return main ?? ask(`It is not clear what has to be ${bag.text(limit)}.`, limitOptions(bag, limit));
  }
  const column = columnFor(bag, limit, limit.of.columns);
  const same = about.measures.some((one) => 'column' in one.measure && one.measure.column === column);
  const literal = limit.lead === 'where' && limit.of.how !== 'concept';
  if (same && about.groups.length > 0 && !about.rowish && !literal) askRowsOrTotals(bag, limit, column);
  if (limit.lead === null && about.measures.length === 0 && !about.rowish && !about.things)
    askRowsOrSum(bag, limit, column);
  return column;
}

function limitOptions(bag: Bag, limit: PieceOf<'limit'>): string[] {
  const main = mainMeasure(bag.scope);
  const columns = main ? [main] : measures(bag.scope.dataset);
  return columns.map((column) =>
    bag.instead(limit, `where ${quoteName(column.name)} is ${OPERATORS[limit.op]} ${amountText(limit)}`),
  );
}

function columnFor(bag: Bag, limit: PieceOf<'limit'>, columns: readonly Column[]): Column {
  const real = columns.filter((column) => column.role === 'measure');
  return oneOf(bag, limit, real.length > 0 ? real : columns, 'column');
}

const OPERATORS: Record<Limit['op'], string> = {
  '<': 'under',
  '<=': 'at most',
  '>': 'over',
  '>=': 'at least',
  '=': '=',
  '!=': '!=',
  between: 'between',
  'not between': 'not between',
};

const amountText = (limit: Limit) => `${limit.value}${limit.op.endsWith('between') ? ` and ${limit.high}` : ''}`;

function askRowsOrTotals(bag: Bag, limit: PieceOf<'limit'>, column: Column): never {
  const words = `${OPERATORS[limit.op]} ${amountText(limit)}`;
  return ask(`“${bag.text(limit)}” could be about each row or about the totals.`, [
    bag.instead(limit, `where ${quoteName(column.name)} is ${words}`),
  ]);
}

function askRowsOrSum(bag: Bag, limit: PieceOf<'limit'>, column: Column): never {
  const name = quoteName(column.name);
  const words = `${OPERATORS[limit.op]} ${amountText(limit)}`;
  return ask(`“${bag.text(limit)}” could ask for the rows or for their total.`, [
    bag.instead(limit, `rows with ${name} ${words}`),
    bag.instead(limit, `number of rows with ${name} ${words}`),
    bag.instead(limit, `sum of ${name} where ${name} is ${words}`),
  ]);
}

/** The number in the unit of the column: 10 % of a column of fractions is 0.1. */
function numberFor(bag: Bag, limit: PieceOf<'limit'>, column: Column): string {
  if (!isNumeric(column)) ask(`${quoteName(column.name)} holds no numbers.`);
  if (limit.unit === 'currency' && column.unit?.kind === 'currency' && limit.code !== column.unit.code) {
    ask(`${quoteName(column.name)} is in ${column.unit.code}; there is no exchange rate in the data.`);
  }
  const most = Number(column.max);
  const fractions = column.unit?.kind === 'percent' || (natureOf(column) === 'average' && most <= 1);
  if (limit.unit === 'percent') {
    if (fractions) return hundredth(limit.value);
    ask(`${quoteName(column.name)} is not a percentage.`, [
      bag.instead(limit, bag.text(limit).replace(/\s?(?:%|percent)/i, '')),
    ]);
  }
  if (column.unit?.kind === 'percent' && Math.abs(Number(limit.value)) > 1) {
    ask(`${quoteName(column.name)} is a percentage.`, [
      bag.instead(limit, bag.text(limit).replace(limit.value, `${limit.value}%`)),
    ]);
  }
  return limit.value;
}

function hundredth(value: string): string {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const digits = whole.padStart(3, '0');
  const result = `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`.replace(/\.?0+$/, '');
  return `${value.startsWith('-') ? '-' : ''}${result}`;
}
