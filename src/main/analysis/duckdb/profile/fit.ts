import type { DuckDBConnection } from '@duckdb/node-api';
import type { OddValues } from '#contract';
import { readTable } from '../connection';
import type { RecipeColumn } from '../recipe';
import { hasBlanks, isEmpty, isPlain, plainNumber, quoteName, typedValue } from '../sql';
import { asCount, onlyRow } from './cells';
import { inParts } from './parts';

const EXAMPLES = 5;
const SHOWN = 200;

/** How well a column fits its reading. */
export interface Fit {
  nulls: number;
  odd: number;
  /** Values that are conversions of what is written, not just its type: words for nothing, blanks around. */
  dressed: number;
  /** Digits behind the point, as written in the whole file; where they fit the type, not all of them need be counted. */
  scale: number;
  whole: number;
}

/** Holds every value against its column's reading: one pass over the file, or more where it is very wide. */
export async function fitOf(
  connection: DuckDBConnection,
  from: string,
  columns: readonly RecipeColumn[],
): Promise<{ rows: number; columns: Fit[] }> {
  const found = { rows: 0, columns: [] as Fit[] };
  await inParts(columns, async (some) => {
    const part = await fitOfSome(connection, from, some);
    found.rows = part.rows;
    found.columns.push(...part.columns);
  });
  return found;
}

const FACTS = 4;

async function fitOfSome(connection: DuckDBConnection, from: string, columns: readonly RecipeColumn[]) {
  const isRead = (column: RecipeColumn) => column.how.as !== 'native';
  const values = [
    ...columns.map((column, i) => `${typedValue(column)} AS v${i}`),
    ...columns.filter(isRead).map(rawOf),
  ];
  const facts = columns.flatMap((column, i) => [
    `count(v${i})`,
    isRead(column) ? `count(${rawOf(column)})` : `count(v${i})`,
    isExact(column) ? scaleOf(column) : '0',
    isRead(column) && column.how.as !== 'text' ? `count(*) FILTER (${hasBlanks(column)})` : '0',
  ]);
  const row = await onlyRow(
    connection,
    `SELECT count(*), ${facts.join(', ')} FROM (SELECT ${values.join(', ')} FROM ${from})`,
  );
  const rows = asCount(row[0]);
  const found = columns.map((_, i): Fit & { unread: number } => {
    const [typed = 0, written = 0, scale = 0, blanks = 0] = row.slice(1 + i * FACTS, 1 + (i + 1) * FACTS).map(asCount);
    const unread = written - typed;
    return { nulls: rows - typed, odd: 0, scale, whole: 0, dressed: blanks + unread, unread };
  });
  await lookCloser(connection, from, columns, found);
  return { rows, columns: found };
}

/**
 * Which of what was not read stands for nothing, and how many digits there are, is only looked at in columns where the
 * first look leaves it open: that costs as much as all the rest.
 */
async function lookCloser(
  connection: DuckDBConnection,
  from: string,
  columns: readonly RecipeColumn[],
  found: readonly (Fit & { unread: number })[],
): Promise<void> {
  const open = columns.flatMap((column, i) => {
    const known = found[i];
    if (!known || column.how.as === 'native' || column.how.as === 'text') return [];
    return known.unread > 0 || (isExact(column) && known.scale > roomOf(column)) ? [{ column, known }] : [];
  });
  if (open.length === 0) return;
  const fields = open.map(({ column }, i) => {
    const digits = isExact(column) ? `, ${digitsOf(column)} AS d${i}` : '';
    return `${typedValue(column)} AS v${i}, ${rawOf(column)}${digits}`;
  });
  const outer = open.flatMap(({ column }, i) => [
    `count(*) FILTER (${isEmpty(column, `v${i}`)})`,
    isExact(column) ? behindPoint(`d${i}`) : '0',
    isExact(column) ? `max(length(split_part(ltrim(d${i}, '-+0'), '.', 1)))` : '0',
  ]);
  const row = await onlyRow(connection, `SELECT ${outer.join(', ')} FROM (SELECT ${fields.join(', ')} FROM ${from})`);
  for (const [i, { known }] of open.entries()) {
    const empty = asCount(row[i * 3]);
    known.odd = known.nulls - empty;
    known.nulls = empty;
    known.scale = asCount(row[i * 3 + 1]);
    known.whole = asCount(row[i * 3 + 2]);
  }
}

const rawOf = (column: RecipeColumn): string => quoteName(column.raw);
const behindPoint = (digits: string): string =>
  `max(CASE WHEN contains(${digits}, '.') THEN length(${digits}) - strpos(${digits}, '.') ELSE 0 END)`;

/** How many digits stand behind the point at most; too many rather than too few. */
function scaleOf(column: RecipeColumn): string {
  if (column.how.as !== 'number') throw new Error('only numbers have digits');
  return behindPoint(isPlain(column.how) ? rawOf(column) : plainNumber(rawOf(column), column.how));
}

/** Digits behind the point that the chosen type has room for, as they are written. */
function roomOf({ how }: RecipeColumn): number {
  if (how.as !== 'number' || how.to.type !== 'decimal') return 0;
  return how.to.scale - (how.percent ? 2 : 0);
}

const isExact = (column: RecipeColumn): boolean => column.how.as === 'number' && column.how.to.type !== 'float';

function digitsOf(column: RecipeColumn): string {
  if (column.how.as !== 'number') throw new Error('only numbers have digits');
  // Zeros at the very end say nothing about precision beyond what the sample has shown.
  return `regexp_replace(${plainNumber(quoteName(column.raw), column.how)}, '(\\.\\d{2,6}?)0+$', '\\1')`;
}

/** The first values that do not fit their column, with the number of the record they stand in. */
export async function oddValues(
  connection: DuckDBConnection,
  from: string,
  column: RecipeColumn,
  odd: number,
): Promise<OddValues | null> {
  if (odd === 0) return null;
  const raw = rawOf(column);
  const { rows } = await readTable(
    connection,
    `SELECT n, ${raw} FROM (SELECT row_number() OVER () AS n, ${raw}, ${typedValue(column)} AS v FROM ${from})
     WHERE v IS NULL AND NOT ${isEmpty(column, 'v')} LIMIT ${EXAMPLES}`,
  );
  return {
    count: odd,
    examples: rows.map(([record, text]) => ({ record: asCount(record), text: String(text).slice(0, SHOWN) })),
  };
}
