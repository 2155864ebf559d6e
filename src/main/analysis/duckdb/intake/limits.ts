/** What a table may be wide; beyond, it is hardly a table. */
export const COLUMNS_AT_MOST = 2_000;
