import type { QueryFact } from '#contract/query-results';
import { type MeasureNode, measureFields, valueNodes } from '../outputs';
import type { JoinedTable, Scope } from '../scope';
import type { CompiledCheck, EmptyCount } from './compiled';
import { conditionSql } from './conditions';
import { periodsSql } from './each';
import type { Compilation } from './rows';
import { rowSource } from './source';
import { type GroupedSteps, groupedSteps } from './steps';
import { lines, whereSql, withCtes } from './text';
import { tiesCheck } from './ties';
import { momentOf, rowValueSql } from './values';

export function checksOf(compilation: Compilation): CompiledCheck[] {
  const { query, scope } = compilation;
  if (query.rows)
    return [
      rowsCheck(compilation, null, { measures: [], needed: [] }),
      ...tiesCheck(compilation, null),
      ...joinChecks(compilation),
    ];
  const steps = groupedSteps(compilation);
  return [
    ...steps.sources.map(({ root, ...source }) => rowsCheck(compilation, root, source)),
    ...tiesCheck(compilation, steps),
    ...steps.sources.flatMap(({ measures, root }) =>
      measures.flatMap((node) => momentCheck(compilation, steps, node, root) ?? []),
    ),
    ...periodChecks(compilation, steps),
    ...joinChecks(compilation),
  ].filter((check) => check.code !== 'rows' || scope.own.rows >= 0);
}

/** Of measures that are computed for each period first: how many of these have rows. */
const periodChecks = ({ dialect }: Compilation, { ctes, inner }: GroupedSteps): CompiledCheck[] =>
  inner.flatMap((step) =>
    step.outputs.flatMap((output): CompiledCheck[] => {
      if (!step.time) return [];
      const sql = withCtes(ctes, periodsSql(step, dialect), dialect.identifier);
      return [{ code: 'periods_without_rows', sql, output, grain: step.time.grain }];
    }),
  );

/** How many rows are used, and how many of them have nothing in the fields that are read. */
function rowsCheck(
  compilation: Compilation,
  root: JoinedTable | null,
  { measures, needed }: Pick<GroupedSteps['sources'][number], 'measures' | 'needed'>,
): CompiledCheck {
  const { query, scope, dialect } = compilation;
  const by = query.by ?? [];
  const read = measures.flatMap((node) => emptiable(node, scope).map((field) => ({ field, node })));
  const source = rowSource(compilation, root, [
    ...by.map(({ field }) => field),
    ...needed,
    ...read.map(({ field }) => field),
    ...measures.flatMap(({ measure }) => (measure.where ?? []).flatMap((part) => ('field' in part ? part.field : []))),
  ]);
  const { ref } = source.context;
  const counts: { sql: string; entry: EmptyCount }[] = [];
  const add = (field: string, outputs: string[], where: readonly string[]): void => {
    const sql = `count(*) FILTER (WHERE ${[`${ref(field)} IS NULL`, ...where].join(' AND ')})`;
    const known = counts.find((entry) => entry.sql === sql);
    if (known) known.entry.outputs.push(...outputs);
    else counts.push({ sql, entry: { column: `empty ${counts.length + 1}`, field, outputs } });
  };
  for (const field of new Set(needed)) add(field, [], []);
  for (const { field, node } of read)
    add(
      field,
      [node.name],
      [
        ...needed.map((name) => `${ref(name)} IS NOT NULL`),
        ...(node.measure.where ?? []).map((part) => conditionSql(part, source.context)),
      ],
    );
  const columns = [
    'count(*) AS "used"',
    ...counts.map(({ sql, entry }) => `${sql} AS ${dialect.identifier(entry.column)}`),
  ];
  const sql = lines(`SELECT ${columns.join(',\n  ')}`, source.from, whereSql(source.where));
  return {
    code: 'rows',
    sql: withCtes(source.ctes, sql, dialect.identifier),
    empty: counts.map(({ entry }) => entry),
    ...(root ? { table: root.definitions.table } : {}),
  };
}

/** Fields whose empty cells a measure leaves out without saying so. */
function emptiable({ measure }: MeasureNode, scope: Scope): string[] {
  const each = (measure.each?.by ?? []).map(({ field }) => field);
  if (measure.measure === 'count' || measure.measure === 'missing') return each;
  const moment = measure.measure === 'first' || measure.measure === 'last' ? momentOf(measure, scope) : null;
  return [...new Set([...measureFields(measure), ...each, ...(moment === null ? [] : [moment])])];
}

/** Groups whose first or last moment has several rows. */
function momentCheck(
  compilation: Compilation,
  { groups }: GroupedSteps,
  { name, measure }: MeasureNode,
  root: JoinedTable | null,
): CompiledCheck | null {
  const { query, scope, dialect, stepName } = compilation;
  if ((measure.measure !== 'first' && measure.measure !== 'last') || measure.of === undefined) return null;
  // Groups within groups have moments of their own.
  if (measure.each || query.by?.some(({ measured }) => measured)) return null;
  const moment = momentOf(measure, scope);
  if (moment === null || query.where?.some(({ op }) => op === 'any' || op === 'none')) return null;
  const source = rowSource(compilation, root, [
    ...(query.by ?? []).map(({ field }) => field),
    ...measureFields(measure),
    moment,
  ]);
  const time = source.context.ref(moment);
  const keys = groups.map(({ value }) => value);
  const edge = `${measure.measure === 'first' ? 'min' : 'max'}(${time}) OVER (${keys.length > 0 ? `PARTITION BY ${keys.join(', ')}` : ''})`;
  const value = rowValueSql(measure.of, source.context);
  const where = [...source.where, `${value} IS NOT NULL`, `${time} IS NOT NULL`];
  const moments = stepName('moments');
  const step = dialect.identifier(moments);
  const columns = [
    ...keys.map((key, index) => `${key} AS "key ${index + 1}"`),
    `${time} AS "moment"`,
    `${edge} AS "edge"`,
  ];
  const inner = lines(`SELECT ${columns.join(', ')}`, source.from, whereSql(where));
  const grouped = [...keys.map((_, index) => `"key ${index + 1}"`), '"edge"'].join(', ');
  const sql = `SELECT count(*) AS "count"\nFROM (\n  SELECT 1 AS "row" FROM ${step} WHERE "moment" = "edge" GROUP BY ${grouped} HAVING count(*) > 1\n)`;
  return {
    code: 'several_at_moment',
    sql: withCtes([...source.ctes, { name: moments, sql: inner }], sql, dialect.identifier),
    output: name,
  };
}

/** Rows of the one table that match none of the other. */
function joinChecks({ query, scope, dialect }: Compilation): CompiledCheck[] {
  if (scope.below.length > 0) return [];
  const { identifier } = dialect;
  const many = new Set(manyRoots(query, scope));
  return scope.joined.flatMap((entry): CompiledCheck[] => {
    const [mine, theirs] = [identifier(scope.own.table), identifier(entry.definitions.table)];
    const keys = entry.join.on.map(([own, other]) => {
      const ownColumn = scope.field(own)?.definition.column ?? own;
      const otherColumn = entry.definitions.fields.find(({ id }) => id === other)?.column ?? other;
      return `${theirs}.${identifier(otherColumn)} = ${mine}.${identifier(ownColumn)}`;
    });
    const without = (from: string, to: string): string =>
      `SELECT count(*) AS "count"\nFROM ${from}\nWHERE NOT EXISTS (SELECT 1 FROM ${to} WHERE ${keys.join(' AND ')})`;
    const table = entry.definitions.table;
    const kept = entry.join.unmatched !== 'drop';
    const unmatched: CompiledCheck = { code: 'unmatched', sql: without(mine, theirs), table, kept };
    return many.has(entry) ? [unmatched, { code: 'orphans', sql: without(theirs, mine), table }] : [unmatched];
  });
}

function manyRoots(query: Compilation['query'], scope: Scope): JoinedTable[] {
  const fields = valueNodes(query, scope).flatMap((node) =>
    node.kind === 'measure' ? measureFields(node.measure) : [],
  );
  return fields.flatMap((name) => {
    const join = scope.field(name)?.join;
    return join && join.cardinality === 'many' ? [join] : [];
  });
}

/** Where keys are repeated on the side that must have each once, rows would count several times. */
export function guardsOf({ query, scope, dialect }: Compilation): { table: string; sql: string }[] {
  const { identifier } = dialect;
  const many = new Set(manyRoots(query, scope));
  return scope.joined.map((entry) => {
    const definitions = many.has(entry) ? scope.own : entry.definitions;
    const keys = entry.join.on.map(([own, other]) => {
      const id = many.has(entry) ? own : other;
      return identifier(definitions.fields.find((field) => field.id === id)?.column ?? id);
    });
    const filled = keys.map((key) => `${key} IS NOT NULL`).join(' AND ');
    const sql = lines(
      'SELECT 1 AS "repeated"',
      `FROM ${identifier(definitions.table)}`,
      `WHERE ${filled}`,
      `GROUP BY ${keys.join(', ')}`,
      'HAVING count(*) > 1',
      dialect.limit(1, 0),
    );
    return { table: definitions.table, sql };
  });
}

export function staticFacts({ query, scope }: Compilation): QueryFact[] {
  return valueNodes(query, scope).flatMap((node): QueryFact[] => {
    if (node.kind !== 'measure' || node.measure.measure === 'distinct') return [];
    const joins = measureFields(node.measure).map((name) => scope.field(name)?.join ?? null);
    const [join] = joins;
    const repeats = join && join.cardinality === 'one' && !join.ownUnique && joins.every((entry) => entry === join);
    return repeats ? [{ code: 'repeated_by_join', output: node.name, table: join.definitions.table }] : [];
  });
}
