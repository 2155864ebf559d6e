import type { Call } from '#contract';
import type { Definitions } from '#contract/definitions';
import type { Condition, Period, Query } from '#contract/query';

/** What work asks of the columns of part table. */
export interface ColumnUses {
  /** By the column's name. */
  used: ReadonlySet<string>;
  /** Those that make groups, or choose rows. */
  telling: ReadonlySet<string>;
  values: readonly { column: string; values: readonly string[] }[];
  periods: readonly { column: string; period: Period }[];
  /** Ids of the analyst's own measures and conditions. */
  own: ReadonlySet<string>;
}

/** What these calls ask of a table; queries say it by fields, and code is searched for the names of columns. */
export function columnUses(calls: readonly Call[], definitions: Definitions): ColumnUses {
  const queries = calls.flatMap(({ query }) =>
    query && speaksOf(query.query, definitions.table) ? [query.query] : [],
  );
  const code = calls.flatMap((call) => (call.query ? [] : (call.code?.text ?? []))).join('\n');
  const columnOf = columnsByName(definitions);
  const own = new Set(queries.flatMap((query) => ownNames(query)));
  const ownParts = [...definitions.measures, ...definitions.conditions].filter(({ id }) => own.has(id));
  const named = [...queries, ...ownParts].flatMap(textsIn).flatMap((text) => columnOf.get(text) ?? []);
  const inCode = definitions.fields.map(({ column }) => column).filter((column) => isNamedIn(code, column));
  const conditions = queries.flatMap(({ where = [] }) => where.flatMap(plainOnes));
  const column = (field: string) => columnOf.get(field) ?? [];
  const grouped = queries.flatMap(({ by = [] }) => by.flatMap(({ field }) => column(field)));
  const filtered = conditions.flatMap((condition) => ('field' in condition ? column(condition.field) : []));
  return {
    used: new Set([...named, ...inCode]),
    telling: new Set([...grouped, ...filtered]),
    values: conditions.flatMap((condition) =>
      condition.op === 'is'
        ? [column(condition.field)].flat().map((name) => ({ column: name, values: condition.values.map(String) }))
        : [],
    ),
    periods: conditions.flatMap((condition) =>
      condition.op === 'during'
        ? [column(condition.field)].flat().map((name) => ({ column: name, period: condition.period }))
        : [],
    ),
    own,
  };
}

const speaksOf = ({ from }: Query, table: string): boolean =>
  [from.table, ...(from.union ?? []), ...(from.joins ?? []).map((join) => join.table)].includes(table);

/** Fields are named by their ids, those of a joined table with its name. */
function columnsByName({ table, fields }: Definitions): ReadonlyMap<string, string> {
  return new Map(
    fields.flatMap(({ id, column }): [string, string][] => [
      [id, column],
      [`${table}.${id}`, column],
    ]),
  );
}

function plainOnes(condition: Condition): Condition[] {
  return condition.op === 'any' || condition.op === 'none' ? [...condition.conditions] : [condition];
}

const ownNames = (query: Query): string[] => [
  ...(query.compute ?? []).flatMap((part) => ('own' in part ? [part.own] : [])),
  ...(query.where ?? []).flatMap(plainOnes).flatMap((part) => ('condition' in part ? [part.condition] : [])),
];

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** As a word of its own: a name within another part is none. */
export function isNamedIn(code: string, name: string): boolean {
  if (name === '') return false;
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'iu').test(code);
}
