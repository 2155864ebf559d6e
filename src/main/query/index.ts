export { check } from './check';
export { parseQuery } from './coerce';
export { type CompiledCheck, type CompiledQuery, columnsOf, compile, duckdb, type SqlDialect } from './compile';
export { derive } from './definitions';
export { type CheckedTable, factsOf } from './facts';
export { normal, renameOutputs, sameQuestion } from './normal';
export { withRelated } from './related';
export { scopeOf } from './scope';
