export { binWidth, withNarrowerBins } from './bins';
export { spanOf, timeKind } from './calendar';
export { check } from './check';
export { readingOf as explain } from './choices';
export { parseQuery } from './coerce';
export { type CompiledCheck, type CompiledQuery, columnsOf, compile, duckdb, type SqlDialect } from './compile';
export {
  beforeEach,
  derive,
  type RelationCandidate,
  relationCandidates,
  shapeOf,
  singular,
  withEdits,
} from './definitions';
export { type CheckedTable, factsOf } from './facts';
export { normal, renameOutputs, sameQuestion } from './normal';
export { withRelated } from './related';
export { FILE_FIELD, fileField, lastMoment, type Scope, scopeOf } from './scope';
export { type Show, showOf, telling } from './show';
export { memberIds, pseudoFields, withUnpivot } from './unpivot';
