import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell, ColumnProfile } from '#contract';
import type { ColumnReading } from '../infer/column';
import { chooseType } from '../infer/numbers';
import type { ReadingColumn } from '../reading';
import { directType, typedSelect } from '../sql';
import { type Counted, count, type Measured, measure, oddValues } from './measure';
import { roleOf } from './roles';

/** More odd values than this, and the column is not of that type at all. */
const ODD_AT_MOST = 0.1;

export interface ReadColumn extends ColumnReading {
  name: string;
  raw: string;
}

export interface Profiled {
  rows: number;
  duplicates: number;
  columns: ColumnProfile[];
  reading: ReadingColumn[];
}

/**
 * Holds the readings chosen on a sample against the whole file, corrects the ones that do not hold, and describes every
 * column. `step` is told before each look at the file. `store` writes what a SELECT gives where it is quick to read, and
 * says where that is; null when it cannot.
 */
export async function profileTable(
  connection: DuckDBConnection,
  tableOf: (columns: readonly ReadingColumn[]) => string,
  chosen: readonly ReadColumn[],
  step: (doing: string) => void,
  store: (select: string) => Promise<string | null> = async () => null,
): Promise<Profiled> {
  let columns = [...chosen];
  const from = tableOf(columns);
  step('Checking every value');
  let measured = await measure(connection, from, columns);
  for (let round = 0; round < 2; round += 1) {
    const corrected = columns.map((column, i) => correct(column, measured.rows, measured.columns[i]));
    if (corrected.every((column, i) => column === columns[i])) break;
    columns = corrected;
    measured = await measure(connection, from, columns);
  }
  step('Counting values');
  const { counted, reading } = await countDirectly(connection, { tableOf, store }, columns, measured);
  const profiles: ColumnProfile[] = [];
  for (const [i, column] of columns.entries()) {
    const known = measured.columns[i];
    const values = counted.columns[i];
    if (!known || !values) continue;
    const odd = column.how.as === 'native' ? null : await oddValues(connection, from, column, known.odd);
    profiles.push({ ...describe(column, measured.rows, known, values), odd });
  }
  return {
    rows: measured.rows,
    duplicates: counted.duplicates,
    columns: profiles,
    reading,
  };
}

interface Table {
  tableOf(columns: readonly ReadingColumn[]): string;
  store(select: string): Promise<string | null>;
}

/**
 * The second look is taken through the columns that DuckDB can read directly, which proves on every value of the file
 * that it can. Should one fail after all, the look is taken as the first one was. It is taken at a stored copy where one
 * can be made, as it takes several.
 */
async function countDirectly(
  connection: DuckDBConnection,
  { tableOf, store }: Table,
  columns: readonly ReadColumn[],
  measured: Awaited<ReturnType<typeof measure>>,
) {
  const plain = columns.map(({ name, raw, how }): ReadingColumn => ({ name, raw, how }));
  const direct = plain.map((column, i): ReadingColumn => {
    const known = measured.columns[i];
    const can = known?.odd === 0 && known.dressed === 0 && directType(column.how) !== null;
    return can ? { ...column, direct: true } : column;
  });
  const countIn = async (those: readonly ReadingColumn[]) => {
    const stored = await store(typedSelect(tableOf(those), those));
    if (stored === null) return count(connection, tableOf(those), those, measured);
    return count(connection, stored, those.map(storedColumn), measured);
  };
  try {
    return { counted: await countIn(direct), reading: direct };
  } catch (error) {
    if (!(error instanceof Error) || !/Conversion Error|Error when converting/i.test(error.message)) throw error;
    return { counted: await countIn(plain), reading: plain };
  }
}

/** A column of what was stored: under its own name, and typed already. */
const storedColumn = ({ name, how }: ReadingColumn): ReadingColumn => ({
  name,
  raw: name,
  how: how.as === 'native' ? how : { as: 'native', type: how.as === 'number' ? how.to.type : how.as },
});

/** The column as the whole file says it is: more digits than the sample showed, or text after all. */
function correct(column: ReadColumn, rows: number, measured: Measured | undefined): ReadColumn {
  const { how } = column;
  if (!measured || how.as === 'text' || how.as === 'native') return column;
  const said = rows - measured.nulls;
  if (measured.odd > said * ODD_AT_MOST)
    return { ...column, how: { as: 'text' }, unit: null, readAs: null, guessed: false };
  if (how.as !== 'number' || how.to.type === 'float') return column;
  const scale = measured.scale + (how.percent ? 2 : 0);
  const room = how.to.type === 'decimal' ? how.to : { width: 18, scale: 0 };
  if (scale <= room.scale && measured.whole + room.scale <= room.width) return column;
  const to = chooseType(Math.max(scale, room.scale), measured.whole, how.percent);
  return to
    ? { ...column, how: { ...how, to } }
    : { ...column, how: { as: 'text' }, unit: null, readAs: null, guessed: false };
}

function describe(column: ReadColumn, rows: number, measured: Measured, counted: Counted): Omit<ColumnProfile, 'odd'> {
  const scale = column.how.as === 'number' && column.how.to.type === 'decimal' ? column.how.to.scale : 0;
  const said = rows - measured.nulls - measured.odd;
  return {
    name: column.name,
    type: measured.type,
    role: roleOf(column.name, rows, measured, counted),
    unit: column.unit,
    scale,
    nulls: measured.nulls,
    distinct: counted.distinct,
    min: measured.type === 'boolean' ? null : measured.min,
    max: measured.type === 'boolean' ? null : measured.max,
    mean: meanOf(measured, said, scale),
    top: counted.top,
    readAs: column.readAs,
    guessed: column.guessed,
  };
}

/** Decimals are divided exactly and rounded half up to two more digits than they have. */
function meanOf(measured: Measured, said: number, scale: number): Cell {
  if (said === 0 || measured.sum === null) return null;
  if (measured.type === 'float') return typeof measured.mean === 'number' ? measured.mean : null;
  if (measured.type !== 'decimal')
    return typeof measured.mean === 'number' ? Math.round(measured.mean * 100) / 100 : null;
  const digits = scale + 2;
  const [whole = '0', fraction = ''] = String(measured.sum).replace('-', '').split('.');
  const scaled = BigInt(whole + fraction.padEnd(scale, '0')) * 1000n;
  const rounded = (scaled / BigInt(said) + 5n) / 10n;
  const text = rounded.toString().padStart(digits + 1, '0');
  return `${String(measured.sum).startsWith('-') ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
