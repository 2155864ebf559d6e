import type { DuckDBConnection } from '@duckdb/node-api';
import type { ProfileNote } from '#contract';
import { readTable } from '../connection';

const FIELDS_NAMED = 8;
const PATHS_NAMED = 8;
/** Records whose lists and objects are looked into for what they hold. */
const LOOKED_INTO = 100;
const CHARACTERS_AT_MOST = 100_000;
const DEPTH_AT_MOST = 20;

/** Names the lists and objects inside records: each stays one JSON text, so no question reaches what they hold. */
export async function nestedNotes(
  connection: DuckDBConnection,
  records: string,
  fields: readonly { name: string; path: string }[],
): Promise<ProfileNote[]> {
  const paths = fields.map(({ path }) => path).join(', ');
  const { rows } = await readTable(
    connection,
    `SELECT place, count(*) FILTER (type = 'ARRAY'), count(*) FROM
       (SELECT unnest(types) AS type, generate_subscripts(types, 1) AS place FROM
         (SELECT json_type(record, [${paths}]) AS types FROM (${records}) WHERE record IS NOT NULL))
     WHERE type IN ('ARRAY', 'OBJECT') GROUP BY place ORDER BY place`,
  );
  if (rows.length === 0) return [];
  const nested = rows.flatMap(([place, lists, count]) => {
    const field = fields[Number(place) - 1];
    return field
      ? [{ ...field, kind: Number(lists) * 2 > Number(count) ? 'list' : 'object', records: Number(count) } as const]
      : [];
  });
  const named = await Promise.all(
    nested.slice(0, FIELDS_NAMED).map(async ({ name, path, kind, records: count }) => {
      const inside = await insideOf(connection, records, path);
      const below = kind === 'list' ? `${name}[]` : name;
      return { path: name, kind, records: count, inside: inside.map((step) => `${below}${step}`) };
    }),
  );
  return [{ code: 'nested_json', paths: named, more: nested.length - named.length }];
}

/** The paths of what some of the records hold there, as far as those tell. */
async function insideOf(connection: DuckDBConnection, records: string, path: string): Promise<string[]> {
  const { rows } = await readTable(
    connection,
    `SELECT CAST(json_extract(record, ${path}) AS VARCHAR) AS text FROM (${records})
     WHERE record IS NOT NULL AND length(text) BETWEEN 3 AND ${CHARACTERS_AT_MOST} LIMIT ${LOOKED_INTO}`,
  );
  const paths = new Set<string>();
  for (const [text] of rows) collect(JSON.parse(String(text)), '', paths, 0);
  return [...paths].filter((path) => path !== '').slice(0, PATHS_NAMED);
}

function collect(value: unknown, path: string, into: Set<string>, depth: number): void {
  if (into.size >= PATHS_NAMED * 2 || depth > DEPTH_AT_MOST) return;
  if (Array.isArray(value)) {
    // The list of the field itself is told by its kind.
    for (const item of value) collect(item, depth === 0 ? path : `${path}[]`, into, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) collect(item, `${path}.${name}`, into, depth + 1);
  } else into.add(path);
}
