import type { ThingDefinition } from '#contract/definitions';
import type { Aggregate, Each } from '#contract/query';
import { column, fits, rows } from './grammar/measurements';
import { moneyField } from './money';
import { isMeasure, type LogicalTable, type Tables } from './tables';
import type { FieldRef, Measurement, Operand } from './terms';
import type { Vocabulary } from './vocabulary';

const OVER_THINGS: ReadonlySet<Aggregate> = new Set(['mean', 'median', 'min', 'max', 'standard_deviation']);

/** What the rows are lines of, where this column numbers it. */
export const thingOf = (table: LogicalTable, field: string): ThingDefinition | undefined =>
  table.things.find(({ key }) => key === field);

/** Whether a column tells of the whole thing, and not of a line of it. */
export const isOfWhole = ({ same, once }: ThingDefinition, field: string): boolean =>
  same.includes(field) || once.includes(field);

/** What adds up over the lines of a thing. */
export function isOfLines(tables: Tables, thing: ThingDefinition, of: Operand): boolean {
  if ('calculate' in of) return of.calculate === 'multiply' && !isOfWhole(thing, of.left.field);
  const field = tables.field(of);
  return isMeasure(field) && field.addsUp === 'always' && !isOfWhole(thing, field.id);
}

/** "average order value": of what each order comes to, where its lines tell it. Null where that is not to be had. */
export function ofEachThing(aggregate: Aggregate, of: Operand, key: FieldRef, tables: Tables): Measurement | null {
  const thing = thingOf(tables.table(key.table), key.field);
  const ref = 'calculate' in of ? of.left : of;
  if (!thing || ref.table !== key.table || !OVER_THINGS.has(aggregate)) return null;
  const by = [{ kind: 'field' as const, field: key }];
  if (isOfLines(tables, thing, of))
    return { kind: 'each', of: column(of, 'sum'), by, aggregate: aggregate as Each['aggregate'] };
  const isSame = thing.same.includes(ref.field) && isMeasure(tables.field(ref));
  if (isSame) return { kind: 'each', of: column(of, 'max'), by, aggregate: aggregate as Each['aggregate'] };
  return fits(aggregate, tables.field(ref)) ? column(of, aggregate) : null;
}

/** The mean of what such things come to, where one of these words is the data's word for them. */
export function valueOfEach(words: readonly string[], vocabulary: Vocabulary): Measurement | null {
  for (const table of vocabulary.tables.all) {
    const money = table.things.length > 0 ? moneyField(table, 'in') : null;
    const [key] = vocabulary.hinted(words, table.table).filter((ref) => thingOf(table, ref.field));
    if (money && key) return ofEachThing('mean', { table: table.table, field: money.id }, key, vocabulary.tables);
  }
  return null;
}

/** How often something happened: each thing is once, however many lines it has; `about` is what it is counted of. */
export function occasions(table: LogicalTable, about: FieldRef | null = null): Measurement {
  const [thing] = table.things;
  const isWhole = thing && (about === null || about.table !== table.table || isOfWhole(thing, about.field));
  return isWhole ? column({ table: table.table, field: thing.key }, 'distinct') : rows(table.table, null, true);
}
