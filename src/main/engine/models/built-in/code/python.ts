import type { Definitions } from '#contract/definitions';
import type { Calculation, Computation, Grouping, Measure, Order, Query, WindowValue } from '#contract/query';
import { binWidth, type Scope, scopeOf } from '../../../../query';
import { conditionCode, fieldOf, isDated, keyCode, NotInPython, valueCode } from './conditions';
import { reading } from './reading';
import { literal, type SurveyedFile } from './survey';

/** Lines that are printed; the others are only counted. */
export const LINES_AT_MOST = 500;

/**
 * A query as Python over the file itself, with nothing but what comes with Python, as somebody would write it; it prints
 * how many rows were used, then each line of the result. Null where no Python is written for a part of the query.
 */
export function pythonOf(query: Query, file: SurveyedFile, definitions: readonly Definitions[]): string | null {
  const scope = scopeOf(query, definitions);
  const names = file.columns.map(({ name }) => name);
  if (!scope || query.from.joins || query.from.union || query.from.unpivot || new Set(names).size < names.length)
    return null;
  try {
    const body = query.rows ? listed(query, scope) : grouped(query, scope);
    return [...reading(query, file, scope, body), ...body, ...printing(query, scope)].join('\n');
  } catch (error) {
    if (error instanceof NotInPython) return null;
    throw error;
  }
}

function grouped(query: Query, scope: Scope): string[] {
  const { by = [], compute = [] } = query;
  const keys = by.map((grouping) => groupKey(grouping, query, scope));
  const needs = keys.flatMap(({ needs: field }) => field ?? []);
  const measures = compute.filter((entry): entry is Measure => 'measure' in entry);
  const values = [
    ...by.map(({ as }, at) => `        ${literal(as)}: key[${at}],`),
    ...measures.map((measure) => `        ${literal(measure.as)}: ${measureCode(measure, scope)},`),
  ];
  const rows = [...new Set(needs)].map((field) => `rows = [row for row in rows if row[${literal(field)}] is not None]`);
  const groups =
    by.length === 0
      ? ['groups = {(): rows}']
      : [`groups = groups_of(rows, lambda row: (${keys.map(({ key }) => key).join(', ')},))`];
  return [
    ...rows,
    ...groups,
    'result = [',
    '    {',
    ...values,
    '    }',
    '    for key, group in groups.items()',
    ']',
    ...compute.flatMap((entry) => madeCode(entry)),
    ...(query.having ?? []).map(
      ({ value, op, than }) =>
        `result = [line for line in result if line[${literal(value)}] is not None and line[${literal(value)}] ${op === '=' ? '==' : op} ${Number.isNaN(Number(than)) ? literal(String(than)) : `Decimal(${literal(String(than))})`}]`,
    ),
    ...ordered(query, scope),
  ];
}

/** What a grouping goes by, and the field without which a row belongs to no group. */
function groupKey(grouping: Grouping, query: Query, scope: Scope): { key: string; needs: string | null } {
  if (grouping.measured) throw new NotInPython();
  const field = fieldOf(grouping.field, scope);
  const key = keyCode(grouping, scope);
  if (grouping.bin) {
    const width = `Decimal(${literal(binWidth(grouping.bin, field, query.where ?? []))})`;
    return { key: `(${key} / ${width}).to_integral_value(ROUND_FLOOR) * ${width}`, needs: grouping.field };
  }
  return { key, needs: isDated(field) ? grouping.field : null };
}

function measureCode({ measure, of, with: other, percentile, where = [], each, as }: Measure, scope: Scope): string {
  if (other !== undefined) throw new NotInPython();
  if (each) {
    const keys = each.by.map((key) => keyCode(key, scope));
    const known = each.by.map(({ field }) => `row[${literal(field)}] is not None`).join(' and ');
    const rows = `[row for row in group if ${known}]`;
    const inner = measureCode({ measure, ...(of === undefined ? {} : { of }), where, as }, scope);
    const values = `[${inner} for group in groups_of(${rows}, lambda row: (${keys.join(', ')},)).values()]`;
    return each.aggregate === 'count'
      ? `len(${values})`
      : aggregateCode(each.aggregate, `[value for value in ${values} if value is not None]`, false);
  }
  const conditions = where.map((condition) => conditionCode(condition, scope));
  if (of === undefined) {
    return conditions.length === 0 ? 'len(group)' : `sum(1 for row in group if ${conditions.join(' and ')})`;
  }
  const { value, fields } = valueCode(of, scope);
  const known = fields.map((field) => `row[${literal(field)}] is not None`);
  if (measure === 'missing') {
    const all = [`not (${known.join(' and ')})`, ...conditions];
    return `sum(1 for row in group if ${all.join(' and ')})`;
  }
  const values = `[${value} for row in group if ${[...known, ...conditions].join(' and ')}]`;
  if (measure === 'percentile') return `percentile(${values}, ${literal(String(percentile ?? '50'))})`;
  return aggregateCode(measure, values, conditions.length > 0);
}

function aggregateCode(aggregate: Measure['measure'], values: string, ofSome: boolean): string {
  switch (aggregate) {
    case 'count':
      return `len(${values})`;
    case 'distinct':
      return `len(set(${values}))`;
    case 'sum':
      // Nothing at all has no sum; none of them is nothing.
      return ofSome ? `sum(${values})` : `total(${values})`;
    case 'mean':
      return `mean(${values})`;
    case 'median':
      return `percentile(${values}, 50)`;
    case 'min':
    case 'max':
      return `${aggregate}(${values}, default=None)`;
    case 'range':
      return `spread(${values})`;
    case 'standard_deviation':
      return `deviation(${values})`;
    default:
      throw new NotInPython();
  }
}

/** What is made of the values of each line. */
function madeCode(entry: Computation): string[] {
  if ('measure' in entry) return [];
  if ('own' in entry) throw new NotInPython();
  return 'calculate' in entry ? calculated(entry) : windowed(entry);
}

function calculated({ calculate, left: first, right, as }: Calculation): string[] {
  const [a, b] = [
    `line[${literal(first)}]`,
    typeof right === 'string' ? `line[${literal(right)}]` : `Decimal(${literal(String(right.number))})`,
  ];
  const sign = { add: '+', subtract: '-', multiply: '*' } as const;
  const value =
    calculate === 'divide'
      ? `divided(${a}, ${b})`
      : `None if ${a} is None or ${b} is None else ${a} ${sign[calculate]} ${b}`;
  return ['for line in result:', `    line[${literal(as)}] = ${value}`];
}

function windowed({ window, of, within = [], as }: WindowValue): string[] {
  if (window !== 'share' || within.length > 0) throw new NotInPython();
  const value = `line[${literal(of)}]`;
  return [
    `whole = sum(${value} for line in result if ${value} is not None)`,
    'for line in result:',
    `    line[${literal(as)}] = divided(${value}, whole)`,
  ];
}

/** The order that is asked for; else times and numbers in theirs, and other groups by their first value. */
function ordered({ by = [], compute = [], order = [], limit }: Query, scope: Scope): string[] {
  if (limit?.of !== undefined || limit?.within?.length) throw new NotInPython();
  const [group] = by;
  const [first] = compute;
  const field = group && fieldOf(group.field, scope);
  const inOrder = group && field && (group.bin !== undefined || isDated(field) || field.type === 'integer');
  const usual: Order[] = !group || inOrder || !first ? [] : [{ value: first.as, direction: 'descending' }];
  const orders = order.length > 0 ? order : usual;
  const names = by.map(({ as }): Order => ({ value: as, direction: 'ascending' }));
  return [...sorting([...orders, ...names]), ...cut(limit)];
}

const sorting = (orders: readonly Order[]): string[] =>
  orders
    .toReversed()
    .map(
      ({ value, direction }) =>
        `result = by(${literal(value)}, result${direction === 'descending' ? ', falling=True' : ''})`,
    );

const cut = (limit: Query['limit']): string[] =>
  limit ? [`result = result[${limit.skip ?? 0}:${(limit.skip ?? 0) + limit.n}]`] : [];

/** Single rows. */
function listed({ rows, order = [], limit }: Query, scope: Scope): string[] {
  if (limit?.within?.length) throw new NotInPython();
  const fields = fieldsOf(rows, scope);
  const names = [...new Set([...fields, ...order.map(({ value }) => value)])];
  return [
    `result = [{name: row[name] for name in [${names.map(literal).join(', ')}]} for row in rows]`,
    ...sorting(order),
    ...(rows?.distinct ? ['result = list({tuple(line.values()): line for line in result}.values())'] : []),
    ...cut(limit),
  ];
}

const fieldsOf = (rows: Query['rows'], scope: Scope): string[] =>
  rows?.fields ?? scope.own.fields.filter(({ hidden }) => !hidden).map(({ id }) => id);

/** How much was used, and the lines of the result as JSON. */
function printing(query: Query, scope: Scope): string[] {
  const names = query.rows
    ? fieldsOf(query.rows, scope)
    : [...(query.by ?? []), ...(query.compute ?? [])].map(({ as }) => as);
  const read = (query.compute ?? []).flatMap((entry) =>
    'measure' in entry && typeof entry.of === 'string' && !['count', 'missing'].includes(entry.measure) ? entry.of : [],
  );
  const gaps = [...new Set(read)].map(
    (name) => `${literal(name)}: sum(1 for row in rows if row[${literal(name)}] is None)`,
  );
  return [
    `print(json.dumps({"used": len(rows), "of": everything, "lines": len(result), "without": {${gaps.join(', ')}}}))`,
    `for line in result[:${LINES_AT_MOST}]:`,
    `    print(json.dumps([line[name] for name in [${names.map(literal).join(', ')}]], default=str, ensure_ascii=False))`,
  ];
}
