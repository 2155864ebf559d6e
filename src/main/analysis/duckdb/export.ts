import { type DuckDBConnection, type DuckDBType, DuckDBTypeId } from '@duckdb/node-api';
import { columnType } from './cells';
import { quoteName } from './sql';

/**
 * Not compressed, and only as encoded as it was in the first version of Parquet: the reader that comes with our Python knows
 * no more, so that it needs no package. Integers have 64 bits, wider ones are decimals; what has no type there is text.
 */
export const EXPORT_OPTIONS = 'COMPRESSION uncompressed, PARQUET_VERSION v1';

/** The rows of `from` in the few types that code is given. */
export async function exportSelect(connection: DuckDBConnection, from: string): Promise<string> {
  const result = await connection.run(`SELECT * FROM (${from}) LIMIT 0`);
  const fields = result.columnNames().map((name, index) => {
    const field = quoteName(name);
    return `${exportedField(field, result.columnType(index))} AS ${field}`;
  });
  return `SELECT ${fields.join(', ')} FROM (${from})`;
}

const WIDE = new Set<DuckDBTypeId>([DuckDBTypeId.HUGEINT, DuckDBTypeId.UHUGEINT, DuckDBTypeId.UBIGINT]);
const NESTED = new Set<DuckDBTypeId>([
  DuckDBTypeId.LIST,
  DuckDBTypeId.STRUCT,
  DuckDBTypeId.MAP,
  DuckDBTypeId.ARRAY,
  DuckDBTypeId.UNION,
]);

function exportedField(field: string, type: DuckDBType): string {
  switch (columnType(type)) {
    case 'integer':
      return `CAST(${field} AS ${WIDE.has(type.typeId) ? 'DECIMAL(38, 0)' : 'BIGINT'})`;
    case 'float':
      return `CAST(${field} AS DOUBLE)`;
    case 'timestamp':
      return type.typeId === DuckDBTypeId.TIMESTAMP_TZ
        ? `CAST(${field} AT TIME ZONE 'UTC' AS TIMESTAMP)`
        : `CAST(${field} AS TIMESTAMP)`;
    case 'text':
      return NESTED.has(type.typeId) ? `CAST(to_json(${field}) AS VARCHAR)` : `CAST(${field} AS VARCHAR)`;
    default:
      return field;
  }
}
