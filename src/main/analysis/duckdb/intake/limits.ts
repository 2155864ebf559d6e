/** What a table may be wide; beyond, it is hardly a table. */
export const COLUMNS_AT_MOST = 2_000;
/** Fields of a table made of cells or records, empty ones included: a few far apart span more than anybody's data. */
export const FIELDS_AT_MOST = 500_000_000;
