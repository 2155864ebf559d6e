import type { Each, Grain } from '#contract/query';
import type { QueryColumn } from '#contract/query-results';
import type { MeasureNode } from '../outputs';
import type { JoinedTable, Scope } from '../scope';
import type { SqlDialect } from './dialect';
import { type GroupSource, groupBy, rootOf, selectGroups } from './group-source';
import { type GroupSql, keySql } from './groups';
import type { Compilation } from './rows';
import { type Cte, freeNames, lines, whereSql } from './text';
import { overGroupsSql } from './values';

/** Measures that are computed in one step: over the same rows, and the same groups within groups. */
interface PlannedPart {
  root: JoinedTable | null;
  each: Each['by'] | null;
  own: MeasureNode[];
}

/** The groups themselves come first, for the others stand beside them. */
export function plannedParts(measures: readonly MeasureNode[], scope: Scope): PlannedPart[] {
  const parts: PlannedPart[] = [{ root: null, each: null, own: [] }];
  for (const node of measures) {
    const root = rootOf(node, scope);
    const each = node.measure.each?.by ?? null;
    const same = parts.find((part) => part.root === root && JSON.stringify(part.each) === JSON.stringify(each));
    if (same) same.own.push(node);
    else parts.push({ root, each, own: [node] });
  }
  const [base, only, ...others] = parts;
  const mayMiss = (only?.each ?? []).some(({ field }) => scope.field(field)?.definition.missing !== 0);
  // Every group has groups within it: one step less to read.
  return base?.own.length === 0 && only?.each && only.root === null && others.length === 0 && !mayMiss ? [only] : parts;
}

export interface EachStep {
  cte: Cte;
  groups: readonly GroupSql[];
  /** The one time that the groups within are of; null where they are of something else. */
  time: { column: string; grain: Grain } | null;
}

/** The groups within the groups, with what is measured in each. */
export function eachStep(
  { scope, dialect, stepName }: Compilation,
  { source, groups, needs }: GroupSource,
  own: readonly MeasureNode[],
  each: Each['by'],
  columns: readonly QueryColumn[],
): EachStep {
  const free = freeNames(columns.map(({ name }) => name));
  const keys = each.map((key): GroupSql => {
    const value = keySql(key, source.context);
    const name = free(key.grain ?? key.part ?? scope.field(key.field)?.definition.column ?? key.field);
    return { name, value, needs: source.context.ref(key.field), place: null, ordered: true };
  });
  const all = [...groups, ...keys];
  const required = keys.map((key) => `${key.needs} IS NOT NULL`);
  const sql = lines(
    selectGroups(all, own, source, dialect.identifier),
    source.from,
    whereSql([...new Set([...source.where, ...needs, ...required])]),
    groupBy(all),
  );
  const [first, ...further] = each;
  const column = keys[0]?.name ?? '';
  const time = first?.grain !== undefined && further.length === 0 ? { column, grain: first.grain } : null;
  return { cte: { name: stepName(`per ${keys.map(({ name }) => name).join(' and ')}`), sql }, groups, time };
}

/** What is made of them. */
export function overGroups(
  { cte }: EachStep,
  groups: readonly GroupSql[],
  own: readonly MeasureNode[],
  dialect: SqlDialect,
): string {
  const { identifier } = dialect;
  const values = own.map(({ name, measure }) => {
    const value = identifier(name);
    return `${measure.each ? overGroupsSql(measure.each.aggregate, value, dialect) : value} AS ${value}`;
  });
  const listed = [...groups.map(({ name }) => identifier(name)), ...values];
  return lines(`SELECT\n  ${listed.join(',\n  ')}`, `FROM ${identifier(cte.name)}`, groupBy(groups));
}

/** How many groups within groups there are, and from when to when. */
export function periodsSql({ cte, groups, time }: EachStep, { identifier }: SqlDialect): string {
  const column = identifier(time?.column ?? '');
  const keys = groups.map(({ name }) => identifier(name)).join(', ');
  const outer =
    groups.length === 0 ? '1' : `(SELECT count(*) FROM (SELECT DISTINCT ${keys} FROM ${identifier(cte.name)}))`;
  const counts = [
    `count(*) AS "there"`,
    `min(${column}) AS "first"`,
    `max(${column}) AS "last"`,
    `${outer} AS "groups"`,
  ];
  return `SELECT ${counts.join(', ')}\nFROM ${identifier(cte.name)}`;
}
