import type { DuckDBConnection } from '@duckdb/node-api';
import type { ProfileNote } from '#contract';
import { readTable } from '../connection';
import type { TypedRows } from '../intake/typed-rows';
import { quoteName } from '../sql';
import { asCount } from './cells';
import type { ColumnValues } from './values';

/** With more different values than this, a column is one of texts or ids, and looking through it takes long. */
const DISTINCT_AT_MOST = 200_000;
/** Longer texts are prose. */
const LENGTH_AT_MOST = 100;
const EXAMPLES = 3;
const SPELLINGS = 4;
const ANY_BLANK = /\s+/g;
const DOT_ABOVE = '\u0307';
const BLANKS = String.raw`[\s\x{00a0}\x{2007}\x{202f}\x{3000}]+`;

/** Columns with values that are the same but for blanks or case, which count as different wherever they are grouped. */
export async function spellingVariants(
  connection: DuckDBConnection,
  typed: TypedRows,
  values: readonly ColumnValues[],
): Promise<ProfileNote[]> {
  const notes: ProfileNote[] = [];
  if (!typed.stored) return notes;
  for (const [i, column] of typed.columns.entries()) {
    const known = values[i];
    if (known?.type !== 'text' || known.distinct < 2 || known.distinct > DISTINCT_AT_MOST) continue;
    if (known.top.length === known.distinct && areDifferent(known.top)) continue;
    const note = await variantsOf(connection, typed.tableOf([column]).from, column.name);
    if (note) notes.push(note);
  }
  return notes;
}

/**
 * True where no two values can be the same but for blanks or case, which saves a look at the file. All that DuckDB takes for
 * the same is the same here: it writes each character small by itself, and İ as i.
 */
function areDifferent(values: ColumnValues['top']): boolean {
  const plain = values.map(({ value }) => {
    const text = String(value).replace(ANY_BLANK, '');
    return Array.from(text, (character) => character.toLowerCase())
      .join('')
      .replaceAll(DOT_ABOVE, '');
  });
  return new Set(plain).size === plain.length;
}

async function variantsOf(connection: DuckDBConnection, from: string, name: string): Promise<ProfileNote | null> {
  const value = quoteName(name);
  const { rows } = await readTable(
    connection,
    `WITH spellings AS (
       SELECT ${value} AS value, count(*) AS n FROM ${from}
       WHERE ${value} IS NOT NULL AND length(${value}) <= ${LENGTH_AT_MOST} GROUP BY 1),
     plain AS (SELECT value, n, trim(regexp_replace(value, '${BLANKS}', ' ', 'g')) AS spaced FROM spellings),
     kinds AS (
       SELECT count(*) > count(DISTINCT spaced) AS blanks, count(DISTINCT spaced) > 1 AS cases, sum(n) AS n,
         list(value ORDER BY n DESC, value) AS texts, list(n ORDER BY n DESC, value) AS counts
       FROM plain GROUP BY lower(spaced) HAVING count(*) > 1)
     SELECT count(*) OVER (), sum(n) OVER (), bool_or(blanks) OVER (), bool_or(cases) OVER (),
       to_json(texts[:${SPELLINGS}]), to_json(counts[:${SPELLINGS}])
     FROM kinds ORDER BY n DESC, texts LIMIT ${EXAMPLES}`,
  );
  const [first] = rows;
  if (!first) return null;
  const [kinds, count, blanks, cases] = first;
  return {
    code: 'spelling_variants',
    column: name,
    differ: blanks && cases ? 'both' : blanks ? 'blanks' : 'case',
    kinds: asCount(kinds),
    rows: asCount(count),
    examples: rows.map(([, , , , texts, counts]) => {
      const times = JSON.parse(String(counts)) as number[];
      return (JSON.parse(String(texts)) as string[]).map((text, at) => ({ value: text, count: times[at] ?? 1 }));
    }),
  };
}
