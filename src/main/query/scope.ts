import type { Definitions, FieldDefinition, Relation, WideDefinition } from '#contract/definitions';
import type { Join, Query } from '#contract/query';
import { unpivoted } from './unpivot';

/** The pseudo field of tables put below each other: which row came from which file. */
export const FILE_FIELD = 'file';

/** A field of one of the query's tables. */
export interface ScopeField {
  /** As the query names it: `amount`, `customers.industry`. */
  name: string;
  table: string;
  definition: FieldDefinition;
  /** The joined table it is of; null for the query's own. */
  join: JoinedTable | null;
}

export interface JoinedTable {
  join: Join;
  definitions: Definitions;
  /** How many rows of it a row of the query's own table matches at most. */
  cardinality: Relation['cardinality'];
  /** No two rows of the query's own table have the same keys. */
  ownUnique: boolean;
}

/** The tables of a query, and what their fields mean. */
export interface Scope {
  own: Definitions;
  /** The own table as it is, where columns of it are rows here. */
  unpivot: { whole: Definitions; wide: WideDefinition } | null;
  joined: readonly JoinedTable[];
  /** Tables of the same shape below the own one. */
  below: readonly Definitions[];
  field(name: string): ScopeField | null;
  /** A field of any table at hand, as `has` needs. */
  table(name: string): Definitions | null;
  /** All names that the query may use. */
  names(): string[];
  /** The scope of a condition on another table. */
  within(other: Definitions): Scope;
}

const tableIn = (all: readonly Definitions[], name: string): Definitions | null =>
  all.find(({ table }) => table === name) ??
  all.find(({ table }) => table.toLowerCase() === name.toLowerCase()) ??
  null;

/** Null where a table is not known: `check` says which. */
export function scopeOf(query: Pick<Query, 'from'>, all: readonly Definitions[]): Scope | null {
  const { table, joins = [], union = [] } = query.from;
  const own = tableIn(all, table);
  const below = union.map((name) => tableIn(all, name));
  const others = joins.map((join) => tableIn(all, join.table));
  if (!own || below.includes(null) || others.includes(null)) return null;
  const joined = joins.flatMap((join, index): JoinedTable[] => {
    const definitions = others[index];
    return definitions ? [joinedTable(own, definitions, join)] : [];
  });
  const long = query.from.unpivot === undefined ? null : unpivoted(own, query.from.unpivot);
  const scope = makeScope(
    long?.own ?? own,
    joined,
    below.filter((entry) => entry !== null),
    all,
  );
  return long ? { ...scope, unpivot: { whole: own, wide: long.wide } } : scope;
}

function makeScope(
  own: Definitions,
  joined: readonly JoinedTable[],
  below: readonly Definitions[],
  all: readonly Definitions[],
): Scope {
  const fields = new Map<string, ScopeField>();
  for (const definition of own.fields)
    fields.set(definition.id, { name: definition.id, table: own.table, definition, join: null });
  if (below.length > 0 && !fields.has(FILE_FIELD))
    fields.set(FILE_FIELD, { name: FILE_FIELD, table: own.table, definition: fileField([own, ...below]), join: null });
  for (const entry of joined)
    for (const definition of entry.definitions.fields) {
      const name = `${entry.join.table}.${definition.id}`;
      if (!fields.has(name)) fields.set(name, { name, table: entry.definitions.table, definition, join: entry });
    }
  return {
    own,
    unpivot: null,
    joined,
    below,
    field: (name) => fields.get(name) ?? fields.get(withoutOwn(name, own)) ?? null,
    table: (name) => tableIn(all, name),
    names: () => [...fields.keys()],
    within: (other) => makeScope(other, [], [], all),
  };
}

/** `orders.amount` of orders is `amount`. */
const withoutOwn = (name: string, { table }: Definitions): string =>
  name.startsWith(`${table}.`) ? name.slice(table.length + 1) : name;

function joinedTable(own: Definitions, other: Definitions, join: Join): JoinedTable {
  const mine = join.on.map(([field]) => field);
  const theirs = join.on.map(([, field]) => field);
  const forth = own.relations.find((relation) => relation.to === other.table && sameKeys(relation.on, join.on));
  const back = other.relations.find(
    (relation) =>
      relation.to === own.table &&
      sameKeys(
        relation.on.map(([a, b]) => [b, a]),
        join.on,
      ),
  );
  return {
    join,
    definitions: other,
    cardinality: forth?.cardinality ?? (unique(other, theirs) ? 'one' : 'many'),
    ownUnique: back ? back.cardinality === 'one' : unique(own, mine),
  };
}

const sameKeys = (a: readonly (readonly [string, string])[], b: readonly (readonly [string, string])[]): boolean =>
  a.length === b.length && a.every(([from, to]) => b.some(([mine, theirs]) => mine === from && theirs === to));

/** One key field has as many values as there are rows; counts may be estimates, so what is built on it is guarded. */
function unique(definitions: Definitions, keys: readonly string[]): boolean {
  return keys.some((key) => {
    const field = definitions.fields.find(({ id }) => id === key);
    return field !== undefined && definitions.rows > 0 && field.distinct >= definitions.rows - field.missing;
  });
}

/** Which of several files a row is of: by its name, or by its year where that is all that tells them apart. */
export function fileField(tables: readonly Definitions[]): FieldDefinition {
  const years = fileYears(tables);
  const names = years ?? fileNames(tables);
  return {
    id: FILE_FIELD,
    column: FILE_FIELD,
    title: years ? 'Year' : 'File',
    synonyms: years ? ['file'] : [],
    role: years ? 'time' : 'dimension',
    type: years ? 'integer' : 'text',
    addsUp: 'never',
    cumulative: false,
    scale: 0,
    unit: null,
    grain: years ? 'year' : null,
    values: {
      list: names.map<{ value: string | number; count: number }>((value, index) => ({
        value,
        count: Math.max(1, tables[index]?.rows ?? 1),
      })),
      complete: true,
    },
    distinct: names.length,
    missing: 0,
    min: names.toSorted()[0] ?? null,
    max: names.toSorted().at(-1) ?? null,
    hidden: false,
  };
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
const isDated = ({ type, grain }: FieldDefinition): boolean =>
  type === 'date' || type === 'timestamp' || (type === 'integer' && grain === 'year');

/** The year that each file has in its name, where the files have no other time and all are of another year; else null. */
export function fileYears(tables: readonly Definitions[]): number[] | null {
  if (tables.some(({ fields }) => fields.some((field) => !field.hidden && isDated(field)))) return null;
  const years = tables.map(({ source }) => [...source.matchAll(YEAR)].map(([year]) => Number(year)));
  const single = years.flatMap(([only = 0, ...others]) => (only > 0 && others.length === 0 ? [only] : []));
  return new Set(single).size === tables.length ? single : null;
}

/** The last moment that the data has of a field, as ISO text. */
export function lastMoment(definition: FieldDefinition, scope: Scope): string | null {
  return edgeOf(definition, scope, 'max');
}

/** The first, or last, moment of a field over all tables that are put below each other; years are their first days. */
export function edgeOf(definition: FieldDefinition, scope: Scope, edge: 'min' | 'max'): string | null {
  const same = [definition, ...scope.below.flatMap(({ fields }) => fields.filter(({ id }) => id === definition.id))];
  const moments = same.flatMap((field) => {
    const value = field[edge];
    if (value === null) return [];
    return field.type === 'integer' ? `${String(value).padStart(4, '0')}-01-01` : String(value);
  });
  const sorted = moments.toSorted();
  return (edge === 'min' ? sorted[0] : sorted.at(-1)) ?? null;
}

/** What `file` holds for each of the tables: the file's name, or the table's where two are called alike. */
export function fileNames(tables: readonly Definitions[]): string[] {
  const sources = tables.map(({ source }) => source);
  return new Set(sources).size === sources.length ? sources : tables.map(({ table }) => table);
}

/** Names that are nearest to one that is not there: parts of each other first, then by spelling. */
export function nearest(name: string, names: readonly string[], most = 5): string[] {
  const target = bare(name);
  const scored = names.map((candidate) => ({ candidate, score: distance(target, bare(candidate)) }));
  return scored
    .filter(({ score }) => score <= 0.5)
    .toSorted((a, b) => a.score - b.score)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

const bare = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** 0 for the same, 1 for nothing in common. */
function distance(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length >= 3 && b.length >= 3 && (a.includes(b) || b.includes(a))) return 0.2;
  const [first, second] = [a.slice(0, 60), b.slice(0, 60)];
  let above = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let row = 1; row <= first.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= second.length; column += 1) {
      const same = first[row - 1] === second[column - 1] ? 0 : 1;
      line.push(Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + same));
    }
    above = line;
  }
  return (above.at(-1) ?? 0) / Math.max(first.length, second.length, 1);
}
