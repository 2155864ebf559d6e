import type { FieldDefinition } from '#contract/definitions';
import { isMeasure, type LogicalTable } from './tables';
import type { FieldRef } from './terms';

/** How much one of each is, beside the others of its kind; names as units and the titles of columns have them. */
const SIZES: readonly ReadonlyMap<string, number>[] = [
  {
    mg: 0.001,
    g: 1,
    gram: 1,
    grams: 1,
    kg: 1000,
    lb: 453.59237,
    lbs: 453.59237,
    pounds: 453.59237,
    t: 1e6,
    tonnes: 1e6,
  },
  { mm: 1, cm: 10, m: 1000, km: 1e6, inch: 25.4, inches: 25.4, ft: 304.8, feet: 304.8, miles: 1609344, mi: 1609344 },
  {
    ms: 0.001,
    millisecond: 0.001,
    milliseconds: 0.001,
    second: 1,
    seconds: 1,
    sec: 1,
    s: 1,
    minute: 60,
    minutes: 60,
    min: 60,
    mins: 60,
    hour: 3600,
    hours: 3600,
    h: 3600,
    hr: 3600,
    hrs: 3600,
    d: 86400,
    day: 86400,
    days: 86400,
    week: 604800,
    weeks: 604800,
  },
].map((sizes) => new Map(Object.entries(sizes)));

/** The one column that adds up in this unit, whatever it is called; null where there is none, or several. */
export function measuredIn(table: LogicalTable, unit: string): FieldRef | null {
  const [only, ...others] = table.fields.filter(
    (field) =>
      isMeasure(field) &&
      !field.hidden &&
      field.addsUp === 'always' &&
      field.unit?.kind === 'named' &&
      factor(field, unit) === 1,
  );
  return only && others.length === 0 && !STRETCHES.has(unit) ? { table: table.table, field: only.id } : null;
}
/** How many of these there are is asked of the calendar as well. */
const STRETCHES: ReadonlySet<string> = new Set(['day', 'week', 'month', 'year']);

/** By what a figure has to be multiplied to be in this unit; null where nobody knows, 0 where it never is. */
export function factor(field: FieldDefinition, unit: string): number | null {
  const { unit: own } = field;
  if (own?.kind === 'currency') return SIZES.some((sizes) => sizes.has(unit)) ? 0 : null;
  const names = own?.kind === 'named' ? [own.name.toLowerCase()] : field.column.toLowerCase().split(/[^\p{L}]+/u);
  const sizes = SIZES.find((one) => one.has(unit));
  const from = sizes && names.map((name) => sizes.get(name)).findLast((size) => size !== undefined);
  if (!sizes || from === undefined) return SIZES.some((one) => names.some((name) => one.has(name))) && own ? 0 : null;
  return from / (sizes.get(unit) ?? from);
}
