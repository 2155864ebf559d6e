import { derive } from '../../../src/main/query';
import type { DatasetProfile } from '../../../src/preload/contract';
import type { Definitions } from '../../../src/preload/contract/definitions';
import { date, money, words } from './profiles';

const KINDS = ['revenue', 'cost', 'units', 'rating', 'delay', 'stock', 'price', 'visits'];
const PLACES = ['north', 'south', 'east', 'west', 'online', 'store', 'partner', 'export', 'web', 'phone'];
/** Values are names, as those of customers: a word of their own and one that many share. */
const NAMES = ['Falcon', 'Harbor', 'Meadow', 'Juniper', 'Copper', 'Willow', 'Summit', 'Orchard'];

/**
 * What a wide table means: `columns` of them, a date, a dimension with `values` different values, and measures whose
 * names share words.
 */
export function wideTable(columns: number, values = 20): Definitions {
  const listed = Array.from({ length: values }, (_, at) => `${NAMES[at % NAMES.length]} ${at}`);
  const measures = Array.from({ length: columns - 2 }, (_, at) =>
    money(`${KINDS[at % KINDS.length]} ${PLACES[Math.floor(at / KINDS.length) % PLACES.length]} ${at}`, 1, 900),
  );
  return derive({
    profile: profileOf([date('day', '2024-01-01', '2025-06-30'), words('customer', listed), ...measures]),
    table: 'wide',
    source: 'wide.csv',
  });
}

/** `columns` of names, each with 200 of `values` values, as many as are listed of one. */
export function manyValues(values: number): Definitions {
  const columns = Array.from({ length: Math.ceil(values / 200) }, (_, column) =>
    words(
      `${PLACES[column % PLACES.length]} group ${column}`,
      Array.from({ length: Math.min(200, values) }, (_, at) => `${NAMES[at % NAMES.length]} ${column}x${at}`),
    ),
  );
  return derive({
    profile: profileOf([date('day', '2024-01-01', '2025-06-30'), money('amount', 1, 900), ...columns]),
    table: 'named',
    source: 'named.csv',
  });
}

const profileOf = (columns: DatasetProfile['columns']): DatasetProfile => ({
  format: 'csv',
  encoding: null,
  delimiter: null,
  records: 50_000,
  rows: 50_000,
  rejected: 0,
  rejects: [],
  duplicates: 0,
  columns,
  notes: [],
});

/** Asked of all of them; none is declined. */
export const QUESTIONS = [
  'total revenue north 0 by month',
  'revenue north 0 of Falcon 0 in 2024',
  'top 5 customers by revenue north 0 in 2025',
  'average cost north 1 per customer, highest first',
];
export const VALUE_QUESTIONS = [
  'total amount by month',
  'total amount of Falcon 0x0 in 2024',
  'average amount per month in 2025',
  'number of rows with Harbor 0x1 by month',
];
