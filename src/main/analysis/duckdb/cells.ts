import { type DuckDBType, DuckDBTypeId } from '@duckdb/node-api';
import type { Cell, ColumnType } from '#contract';

/** DuckDB's types as the contract names them; what has no name of its own there travels as text. */
export function columnType(type: DuckDBType): ColumnType {
  switch (type.typeId) {
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.UHUGEINT:
      return 'integer';
    case DuckDBTypeId.DECIMAL:
      return 'decimal';
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return 'float';
    case DuckDBTypeId.BOOLEAN:
      return 'boolean';
    case DuckDBTypeId.DATE:
      return 'date';
    case DuckDBTypeId.TIME:
      return 'time';
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP_NS:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return 'timestamp';
    default:
      return 'text';
  }
}

/** A value in DuckDB's JSON form as a cell: see the contract for how each type travels. */
export function toCell(value: unknown, type: ColumnType): Cell {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'integer':
      return exactInteger(value);
    case 'float':
      return typeof value === 'number' && Number.isFinite(value) ? value : String(value);
    case 'boolean':
      return value === true;
    case 'timestamp':
      return String(value)
        .replace(' ', 'T')
        .replace(/[+]00(:00)?$/, '');
    case 'decimal':
    case 'date':
    case 'time':
      return String(value);
    case 'text':
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

function exactInteger(value: unknown): Cell {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
