import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell, ColumnProfile, OddValues, ProfileNote, RepeatedKey } from '#contract';
import type { IntakeColumn } from '../infer/types';
import type { ColumnFit } from '../intake/correct';
import type { TypedRows } from '../intake/typed-rows';
import { cumulativeColumns } from './cumulative';
import { oddValues } from './odd';
import { repeatedKeys } from './repeats';
import { roleOf } from './roles';
import { spellingVariants } from './spelling';
import { type ColumnValues, valuesOf } from './values';

export interface Profiled {
  duplicates: number;
  columns: ColumnProfile[];
  notes: ProfileNote[];
  repeatedKeys: RepeatedKey[];
}

/** Describes what is in every column, and which rows repeat. */
export async function profileRows(
  connection: DuckDBConnection,
  typed: TypedRows,
  rows: number,
  fits: ReadonlyMap<IntakeColumn, ColumnFit>,
): Promise<Profiled> {
  const { columns, duplicates } = await valuesOf(connection, typed, rows);
  const odd = await oddValues(connection, typed, fits);
  const profiles = typed.columns.flatMap((column, i) => {
    const values = columns[i];
    return values ? [describe(column, rows, odd.get(column) ?? null, values)] : [];
  });
  const notes = [
    ...(await spellingVariants(connection, typed, columns)),
    ...(await cumulativeColumns(connection, typed, columns, rows)),
  ];
  return { duplicates, columns: profiles, notes, repeatedKeys: await repeatedKeys(connection, typed, columns, rows) };
}

function describe(column: IntakeColumn, rows: number, odd: OddValues | null, values: ColumnValues): ColumnProfile {
  const scale = column.how.as === 'number' && column.how.to.type === 'decimal' ? column.how.to.scale : 0;
  return {
    name: column.name,
    type: values.type,
    role: roleOf(column.name, values),
    unit: column.unit,
    scale,
    nulls: rows - values.count - (odd?.count ?? 0),
    distinct: values.distinct,
    distinctExact: values.distinctExact,
    min: values.type === 'boolean' ? null : values.min,
    max: values.type === 'boolean' ? null : values.max,
    mean: meanOf(values, scale),
    top: values.top,
    odd,
    readAs: column.readAs,
    guessed: column.guessed,
  };
}

/** Decimals are divided exactly and rounded half up to two more digits than they have. */
function meanOf(values: ColumnValues, scale: number): Cell {
  const { count } = values;
  if (count === 0 || values.sum === null) return null;
  if (values.type === 'float') return typeof values.mean === 'number' ? values.mean : null;
  if (values.type !== 'decimal') return typeof values.mean === 'number' ? Math.round(values.mean * 100) / 100 : null;
  const digits = scale + 2;
  const [whole = '0', fraction = ''] = String(values.sum).replace('-', '').split('.');
  const scaled = BigInt(whole + fraction.padEnd(scale, '0')) * 1000n;
  const rounded = (scaled / BigInt(count) + 5n) / 10n;
  const text = rounded.toString().padStart(digits + 1, '0');
  return `${String(values.sum).startsWith('-') ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
