import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell, ColumnProfile, IntakeStage } from '#contract';
import { isConversion } from '../duckdb-errors';
import type { ColumnReading } from '../infer/column';
import { chooseType } from '../infer/numbers';
import type { RecipeColumn } from '../recipe';
import { directType, typedSelect } from '../sql';
import { type Fit, fitOf, oddValues } from './fit';
import { roleOf } from './roles';
import { type Values, valuesOf } from './values';

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
  recipe: RecipeColumn[];
}

/**
 * Holds the readings chosen on a sample against the whole file, corrects the ones that do not hold, and describes every
 * column. `step` is told before each look at the file. `store` writes what a SELECT gives where it is quick to read, and
 * says where that is; null when it cannot.
 */
export async function profileTable(
  connection: DuckDBConnection,
  tableOf: (columns: readonly RecipeColumn[]) => string,
  chosen: readonly ReadColumn[],
  step: (doing: IntakeStage) => void,
  store: (select: string) => Promise<string | null> = async () => null,
): Promise<Profiled> {
  let columns = [...chosen];
  const from = tableOf(columns);
  step({ code: 'checking_values' });
  let fit = await fitOf(connection, from, columns);
  for (let round = 0; round < 2; round += 1) {
    const corrected = columns.map((column, i) => correct(column, fit.rows, fit.columns[i]));
    if (corrected.every((column, i) => column === columns[i])) break;
    columns = corrected;
    fit = await fitOf(connection, from, columns);
  }
  step({ code: 'counting_values' });
  const { values, recipe } = await lookDirectly(connection, { tableOf, store }, columns, fit);
  const profiles: ColumnProfile[] = [];
  for (const [i, column] of columns.entries()) {
    const known = fit.columns[i];
    const held = values.columns[i];
    if (!known || !held) continue;
    const odd = column.how.as === 'native' ? null : await oddValues(connection, from, column, known.odd);
    profiles.push({ ...describe(column, fit.rows, known, held), odd });
  }
  return { rows: fit.rows, duplicates: values.duplicates, columns: profiles, recipe };
}

interface Table {
  tableOf(columns: readonly RecipeColumn[]): string;
  store(select: string): Promise<string | null>;
}

/**
 * The second look is taken through the columns that DuckDB can read directly, which proves on every value of the file
 * that it can. Should one fail after all, the look is taken as the first one was. It is taken at a stored copy where one
 * can be made, as it takes several.
 */
async function lookDirectly(
  connection: DuckDBConnection,
  { tableOf, store }: Table,
  columns: readonly ReadColumn[],
  fit: Awaited<ReturnType<typeof fitOf>>,
) {
  const plain = columns.map(({ name, raw, how }): RecipeColumn => ({ name, raw, how }));
  const direct = plain.map((column, i): RecipeColumn => {
    const known = fit.columns[i];
    const can = known?.odd === 0 && known.dressed === 0 && directType(column.how) !== null;
    return can ? { ...column, direct: true } : column;
  });
  const lookAt = async (those: readonly RecipeColumn[]) => {
    const stored = await store(typedSelect(tableOf(those), those));
    if (stored === null) return valuesOf(connection, tableOf(those), those, fit.rows);
    return valuesOf(connection, stored, those.map(storedColumn), fit.rows);
  };
  try {
    return { values: await lookAt(direct), recipe: direct };
  } catch (error) {
    if (!isConversion(error)) throw error;
    return { values: await lookAt(plain), recipe: plain };
  }
}

/** A column of what was stored: under its own name, and typed already. */
const storedColumn = ({ name, how }: RecipeColumn): RecipeColumn => ({
  name,
  raw: name,
  how: how.as === 'native' ? how : { as: 'native', type: how.as === 'number' ? how.to.type : how.as },
});

/** The column as the whole file says it is: more digits than the sample showed, or text after all. */
function correct(column: ReadColumn, rows: number, fit: Fit | undefined): ReadColumn {
  const { how } = column;
  if (!fit || how.as === 'text' || how.as === 'native') return column;
  const said = rows - fit.nulls;
  if (fit.odd > said * ODD_AT_MOST) return { ...column, how: { as: 'text' }, unit: null, readAs: [], guessed: false };
  if (how.as !== 'number' || how.to.type === 'float') return column;
  const scale = fit.scale + (how.percent ? 2 : 0);
  const room = how.to.type === 'decimal' ? how.to : { width: 18, scale: 0 };
  if (scale <= room.scale && fit.whole + room.scale <= room.width) return column;
  const to = chooseType(Math.max(scale, room.scale), fit.whole, how.percent);
  return to
    ? { ...column, how: { ...how, to } }
    : { ...column, how: { as: 'text' }, unit: null, readAs: [], guessed: false };
}

function describe(column: ReadColumn, rows: number, fit: Fit, values: Values): Omit<ColumnProfile, 'odd'> {
  const scale = column.how.as === 'number' && column.how.to.type === 'decimal' ? column.how.to.scale : 0;
  const said = rows - fit.nulls - fit.odd;
  return {
    name: column.name,
    type: values.type,
    role: roleOf(column.name, said, values),
    unit: column.unit,
    scale,
    nulls: fit.nulls,
    distinct: values.distinct,
    distinctExact: values.distinctExact,
    min: values.type === 'boolean' ? null : values.min,
    max: values.type === 'boolean' ? null : values.max,
    mean: meanOf(values, said, scale),
    top: values.top,
    readAs: column.readAs,
    guessed: column.guessed,
  };
}

/** Decimals are divided exactly and rounded half up to two more digits than they have. */
function meanOf(values: Values, said: number, scale: number): Cell {
  if (said === 0 || values.sum === null) return null;
  if (values.type === 'float') return typeof values.mean === 'number' ? values.mean : null;
  if (values.type !== 'decimal') return typeof values.mean === 'number' ? Math.round(values.mean * 100) / 100 : null;
  const digits = scale + 2;
  const [whole = '0', fraction = ''] = String(values.sum).replace('-', '').split('.');
  const scaled = BigInt(whole + fraction.padEnd(scale, '0')) * 1000n;
  const rounded = (scaled / BigInt(said) + 5n) / 10n;
  const text = rounded.toString().padStart(digits + 1, '0');
  return `${String(values.sum).startsWith('-') ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
