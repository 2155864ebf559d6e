import type { DuckDBConnection } from '@duckdb/node-api';
import type { OddValues } from '#contract';
import { readTable } from '../connection';
import type { IntakeColumn } from '../infer/types';
import type { ColumnFit } from '../intake/correct';
import type { TypedRows } from '../intake/typed-rows';
import { quoteName } from '../sql';
import { isEmptyWord } from '../typed-value';
import { asCount } from './cells';

const EXAMPLES = 5;
const SHOWN = 200;

/** The first values of each column that do not fit it, with the number of the record they stand in. */
export async function oddValues(
  connection: DuckDBConnection,
  typed: TypedRows,
  fits: ReadonlyMap<IntakeColumn, ColumnFit>,
): Promise<Map<IntakeColumn, OddValues>> {
  const odd = new Map<IntakeColumn, OddValues>();
  for (const [column, { odd: count }] of fits) {
    const { from, row, unread } = typed.tableOf([column]);
    const { rows } = await readTable(
      connection,
      `SELECT n, text FROM (SELECT ${quoteName(row ?? '')} + 1 AS n, ${unread(column)} AS text FROM ${from})
       WHERE text IS NOT NULL AND NOT ${isEmptyWord('text')} ORDER BY n LIMIT ${EXAMPLES}`,
    );
    odd.set(column, {
      count,
      examples: rows.map(([record, text]) => ({ record: asCount(record), text: String(text).slice(0, SHOWN) })),
    });
  }
  return odd;
}
