export { check } from './check';
export { type CompiledCheck, type CompiledQuery, columnsOf, compile, duckdb, type SqlDialect } from './compile';
export { type CheckedTable, factsOf } from './facts';
export { scopeOf } from './scope';
export { parseQuery } from './coerce';
