import type { Definitions, FieldDefinition } from '#contract/definitions';
import { FILE_FIELD, fileField, memberIds, pseudoFields } from '../../../../query';
import type { FieldRef } from './terms';
import { stemsOf } from './tokens';

/** What can be asked about: a table, or several of one shape taken together. */
export interface LogicalTable extends Definitions {
  /** The tables below this one, in a union. */
  others: string[];
  /** Their files' names, this one's first. */
  sources: string[];
}

/** Tables of one shape are one, with the values of all of them. */
function logicalTables(definitions: readonly Definitions[]): LogicalTable[] {
  const shapes = new Map<string, Definitions[]>();
  for (const one of definitions) {
    const key = one.shape === '' ? one.table : one.shape;
    shapes.set(key, [...(shapes.get(key) ?? []), one]);
  }
  return [...shapes.values()].flatMap(([first, ...rest]) =>
    first
      ? [
          {
            ...first,
            rows: [first, ...rest].reduce((sum, one) => sum + one.rows, 0),
            fields: withPseudo(
              first.fields.map((field) => together(field, rest)),
              [first, ...rest],
            ),
            others: rest.map((one) => one.table),
            sources: [first, ...rest].map((one) => one.source),
          },
        ]
      : [],
  );
}

/** What tells columns of one kind apart, and which of several files a row is of, can be asked for like any column. */
function withPseudo(fields: FieldDefinition[], tables: readonly Definitions[]): FieldDefinition[] {
  const file = tables.length === 1 || fields.some(({ id }) => id === FILE_FIELD) ? [] : [fileField(tables)];
  return [...fields, ...(tables[0]?.wide ?? []).flatMap(pseudoFields), ...file];
}

/** The columns that a table has as it stands. */
export function ownFields({ fields, wide = [], others }: LogicalTable): FieldDefinition[] {
  const pseudo = new Set(wide.flatMap(pseudoFields).map(({ id }) => id));
  return fields.filter(({ id }) => !pseudo.has(id) && (others.length === 0 || id !== FILE_FIELD));
}

function together(field: FieldDefinition, others: readonly Definitions[]): FieldDefinition {
  const same = others.flatMap((one) => one.fields.filter((other) => other.id === field.id));
  if (same.length === 0) return field;
  const counts = new Map<FieldDefinition['min'], number>();
  for (const { value, count } of [field, ...same].flatMap((one) => one.values.list))
    counts.set(value, (counts.get(value) ?? 0) + count);
  const known = (value: FieldDefinition['min']): value is string | number =>
    value !== null && typeof value !== 'boolean';
  const ordered = (values: FieldDefinition['min'][]) =>
    values
      .filter(known)
      .toSorted((a, b) => (Number.isNaN(Number(a)) ? String(a).localeCompare(String(b)) : Number(a) - Number(b)));
  return {
    ...field,
    values: {
      list: [...counts].map(([value, count]) => ({ value, count })),
      complete: [field, ...same].every((one) => one.values.complete),
    },
    distinct: Math.max(counts.size, ...[field, ...same].map((one) => one.distinct)),
    missing: [field, ...same].reduce((sum, one) => sum + one.missing, 0),
    min: ordered([field, ...same].map((one) => one.min))[0] ?? null,
    max: ordered([field, ...same].map((one) => one.max)).at(-1) ?? null,
  };
}

/** What is known of the thread's columns by their names. */
export class Tables {
  readonly all: readonly LogicalTable[];
  readonly #fields = new Map<string, FieldDefinition>();
  readonly #things: ReadonlySet<string>;

  constructor(definitions: readonly Definitions[]) {
    this.all = logicalTables(definitions);
    const things = this.all.flatMap((table) => table.things.flatMap(({ nouns }) => nouns));
    this.#things = new Set(things.map((noun) => stemsOf(noun).join(' ')));
    for (const table of this.all)
      for (const field of table.fields) this.#fields.set(`${table.table}\n${field.id}`, field);
  }

  table(name: string): LogicalTable {
    const found = this.all.find((one) => one.table === name);
    if (!found) throw new RangeError(`no table ${name}`);
    return found;
  }

  field({ table, field }: FieldRef): FieldDefinition {
    const found = this.#fields.get(`${table}\n${field}`);
    if (!found) throw new RangeError(`no field ${field} in ${table}`);
    return found;
  }

  /** Whether rows are lines of what is called so. */
  isThing = (key: string): boolean => this.#things.has(key);

  is(ref: FieldRef, test: (field: FieldDefinition) => boolean): boolean {
    return test(this.field(ref));
  }
}

export const isNumeric = ({ type }: FieldDefinition): boolean =>
  type === 'integer' || type === 'decimal' || type === 'float';
/** Dates and moments, and whole numbers that are years. */
export const isTime = (field: FieldDefinition): boolean =>
  field.type === 'date' || field.type === 'timestamp' || isYear(field);
export const isYear = (field: FieldDefinition): boolean =>
  field.type === 'integer' &&
  (field.grain === 'year' || (/(?:^|[^a-z])year(?:[^a-z]|$)|^jahr$/i.test(field.column) && Number(field.min) > 1000));
/** A time of day without its day. */
export const isClock = ({ type }: FieldDefinition): boolean => type === 'time';
export const isMoment = ({ type }: FieldDefinition): boolean => type === 'timestamp';
export const isMeasure = (field: FieldDefinition): boolean =>
  isNumeric(field) && field.role === 'measure' && !isYear(field);
/** The amounts of a table; columns of one kind are one. */
export function measuresIn({ fields, wide = [] }: LogicalTable): FieldDefinition[] {
  const members = new Set(wide.flatMap(memberIds));
  return fields.filter((field) => isMeasure(field) && !field.hidden && !members.has(field.id));
}

/** What stands in the columns of one kind, where a table is made of nothing else. */
export function onlyValue({ wide = [] }: LogicalTable): FieldDefinition | undefined {
  const [only, ...others] = wide.flatMap(({ values }) => values);
  return others.length === 0 ? only?.field : undefined;
}
export const isGrouping = (field: FieldDefinition): boolean =>
  field.role === 'dimension' || field.role === 'flag' || field.role === 'id' || field.role === 'text';

/** How wide the stretches are that a number's values make about five of; "0" where they are few. */
export function widthOf({ min, max, distinct }: FieldDefinition): string {
  const about = (Number(max) - Number(min)) / STRETCHES;
  const unit = 10 ** Math.floor(Math.log10(about));
  const width = [1, 2, 5, 10].find((step) => step * unit * ROUNDED >= about) ?? 10;
  return distinct > FEW && about > 0 ? String(Number((width * unit).toPrecision(1))) : '0';
}
const STRETCHES = 5;
const ROUNDED = 1.4;
const FEW = 12;

/** Yes and no, in whatever form. */
export function isFlag(field: FieldDefinition): boolean {
  if (field.type === 'boolean') return true;
  const values = field.values.list.map(({ value }) => String(value).toLowerCase());
  return (
    values.length > 0 &&
    values.length <= 2 &&
    field.values.complete &&
    values.every((value) => YES.has(value) || NO.has(value))
  );
}
const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', 'ja', '1', 't', 'j']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', 'nein', '0', 'f']);

/** How this column says yes. */
export function yesOf(field: FieldDefinition): string | boolean {
  if (field.type === 'boolean') return true;
  const yes = field.values.list.find(({ value }) => YES.has(String(value).toLowerCase()));
  return yes ? String(yes.value) : isNumeric(field) ? '1' : 'yes';
}

/** How this column says no; 0 where it says something else. */
export function noOf(field: FieldDefinition): string | boolean {
  if (!isFlag(field)) return '0';
  if (field.type === 'boolean') return false;
  const no = field.values.list.find(({ value }) => NO.has(String(value).toLowerCase()));
  return no ? String(no.value) : '0';
}

/** How a column of kinds says that there is none: "No", "No internet service". */
export const nones = (field: FieldDefinition): string[] =>
  field.type === 'text' && field.values.complete && field.distinct > 2
    ? field.values.list.flatMap(({ value }) => (isNone(String(value ?? '')) ? [String(value)] : []))
    : [];
/** Its other words say of what there is none, and not what there is. */
export const isNone = (value: string): boolean => /^(?:no|none|nein|kein\p{L}*)(?:$|\s)/iu.test(value);

/** The last day that any date of the tables has; null where there are none. */
export function lastDayIn(tables: Tables): string | null {
  const days = tables.all
    .flatMap(({ fields }) => fields.filter((field) => field.type === 'date' || field.type === 'timestamp'))
    .map(({ max }) => String(max ?? '').slice(0, 10))
    .filter((day) => day !== '');
  return days.sort().at(-1) ?? null;
}

/** Dates on which something that began is over, or to be so. */
const LATER =
  /ship|due|end|left|cancel|deliver|paid|bezahlt|fallig|fällig|discharg|close|return|terminat|exit|austritt|review|updat|modif|record date/i;
/** Nobody's rows are told by when somebody was born. */
const BORN = /birth|born|geburt/i;

/** The dates and moments of a table, the one that its rows are told by first. */
export function timesOf({ fields }: Definitions): FieldDefinition[] {
  const score = ({ missing, role, column, title, distinct }: FieldDefinition) =>
    (missing > 0 ? 2 : 0) +
    (role === 'time' ? 0 : 1) +
    (LATER.test(column) ? 1 : 0) +
    (BORN.test(title) ? 4 : 0) +
    (distinct === 1 ? 4 : 0);
  return fields
    .filter((field) => !field.hidden && isTime(field) && !isYear(field))
    .toSorted((a, b) => score(a) - score(b));
}

/** The first and the last years of what the tables' rows are told by, in order. */
export function yearsIn(tables: Tables): number[] {
  const main = (table: LogicalTable) => timesOf(table)[0] ?? table.fields.find(isYear);
  const ends = tables.all.flatMap((table) => main(table) ?? []).flatMap(({ min, max }) => [min, max]);
  const years = ends.map((end) => Number(String(end ?? '').slice(0, 4))).filter((year) => year > 1000);
  return [...new Set(years)].sort((a, b) => a - b);
}
