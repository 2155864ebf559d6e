import type { FieldDefinition } from '#contract/definitions';
import type { Calculation, Grouping, Measure, Query, WindowValue } from '#contract/query';
import type { QueryColumn } from '#contract/query-results';
import type { ColumnType } from '#contract/tables';
import { binWidth, plainWidth } from './bins';
import { timeKind } from './calendar';
import type { ValueNode } from './outputs';
import type { Scope } from './scope';

type FieldUnit = FieldDefinition['unit'];
/** What is known of a value before it is computed. */
interface ValueKind {
  type: ColumnType;
  unit: FieldUnit;
  decimals: number | null;
}

const DAYS: FieldUnit = { kind: 'named', name: 'days' };
const WHOLE: ValueKind = { type: 'integer', unit: null, decimals: 0 };
const PLAIN: ValueKind = { type: 'float', unit: null, decimals: 2 };
const PERCENT: ValueKind = { type: 'float', unit: { kind: 'percent' }, decimals: 1 };

/** What each output is: groupings first, then all values by name, also those that are not shown. */
export function outputColumns(query: Query, scope: Scope, nodes: readonly ValueNode[]): QueryColumn[] {
  const columns = (query.by ?? []).map((grouping) => groupColumn(grouping, query, scope));
  const known = new Map(columns.map((column) => [column.name, column]));
  const waiting = [...nodes];
  // Values may stand before those that they are made of.
  for (let round = 0; round < nodes.length && waiting.length > 0; round += 1) {
    const node = waiting.find((entry) => isKnown(entry, known)) ?? waiting[0];
    if (!node) break;
    waiting.splice(waiting.indexOf(node), 1);
    known.set(node.name, valueColumn(node, known, scope));
  }
  return [...columns, ...nodes.flatMap(({ name }) => known.get(name) ?? [])];
}

function isKnown(node: ValueNode, known: ReadonlyMap<string, QueryColumn>): boolean {
  if (node.kind === 'measure') return true;
  if (node.kind === 'window') return known.has(node.window.of);
  const { left: first, right: second } = node.calculation;
  return known.has(first) && (typeof second !== 'string' || known.has(second));
}

function groupColumn(grouping: Grouping, query: Query, scope: Scope): QueryColumn {
  const definition = scope.field(grouping.field)?.definition;
  const base = { name: grouping.as, field: grouping.field };
  if (!definition) return { ...base, role: 'group', ...kindOf(definition) };
  if (grouping.measured) return measuredColumn(grouping, grouping.measured, scope);
  if (grouping.part !== undefined) return { ...base, role: 'part', part: grouping.part, ...WHOLE, decimals: null };
  if (grouping.bin !== undefined) {
    const width = binWidth(grouping.bin, definition, query.where ?? []);
    const decimals = digitsOf(width);
    return { ...base, role: 'bin', width, type: decimals > 0 ? 'decimal' : 'integer', unit: definition.unit, decimals };
  }
  const kind = timeKind(definition);
  if (grouping.grain !== undefined && (kind === 'date' || kind === 'timestamp'))
    return { ...base, role: 'time', grain: grouping.grain, type: timeType(grouping.grain), unit: null, decimals: null };
  if (kind === 'year') return { ...base, role: 'time', grain: 'year', type: 'integer', unit: null, decimals: null };
  if (kind === 'date' || kind === 'timestamp') {
    const grain = definition.grain;
    const finest =
      kind === 'date' && grain !== null && grain in TIMES ? { grain: grain as NonNullable<QueryColumn['grain']> } : {};
    return { ...base, role: 'time', ...finest, type: definition.type, unit: null, decimals: null };
  }
  if (kind !== null) return { ...base, role: 'part', part: kind, type: definition.type, unit: null, decimals: null };
  return { ...base, role: 'group', ...kindOf(definition), decimals: groupDecimals(definition) };
}

/** Groups by how much each value of a field has. */
function measuredColumn(
  { field, bin, as: name }: Grouping,
  measured: NonNullable<Grouping['measured']>,
  scope: Scope,
): QueryColumn {
  const kind = measureKind(measured, rowValueKind(measured.of, scope));
  if (!bin || !('width' in bin)) return { name, field, role: 'group', ...kind };
  const width = plainWidth(String(bin.width));
  const decimals = digitsOf(width);
  return { name, field, role: 'bin', width, type: decimals > 0 ? 'decimal' : 'integer', unit: kind.unit, decimals };
}

const TIMES = { year: 1, quarter: 1, month: 1, week: 1, day: 1, hour: 1, minute: 1 };

function timeType(grain: NonNullable<Grouping['grain']>): ColumnType {
  if (grain === 'year') return 'integer';
  return grain === 'hour' || grain === 'minute' ? 'timestamp' : 'date';
}

/** Whole numbers that tell groups apart are names, such as sizes. */
const groupDecimals = (definition: FieldDefinition): number | null =>
  definition.type === 'integer' ? null : kindOf(definition).decimals;

/** What a single value of the field is. */
export function kindOf(definition: FieldDefinition | undefined): ValueKind {
  if (!definition) return { type: 'text', unit: null, decimals: null };
  const { type, unit, scale, role } = definition;
  return { type, unit, decimals: unit?.kind === 'percent' ? 1 : decimalsOf(type, unit, scale, role) };
}

function decimalsOf(type: ColumnType, unit: FieldUnit, scale: number, role: FieldDefinition['role']): number | null {
  switch (type) {
    case 'integer':
      return role === 'id' || role === 'time' ? null : 0;
    case 'decimal':
      return unit?.kind === 'currency' ? Math.max(2, scale) : scale;
    case 'float':
      return 2;
    default:
      return null;
  }
}

function valueColumn(node: ValueNode, known: ReadonlyMap<string, QueryColumn>, scope: Scope): QueryColumn {
  switch (node.kind) {
    case 'measure':
      return measureColumn(node.name, node.measure, scope);
    case 'calculation':
      return { name: node.name, role: 'calculation', ...calculationKind(node.calculation, known) };
    case 'window':
      return windowColumn(node.name, node.window, known.get(node.window.of));
  }
}

function measureColumn(name: string, measure: Measure, scope: Scope): QueryColumn {
  const { of, each } = measure;
  const aggregate = each?.aggregate ?? measure.measure;
  const column = { name, role: 'measure' as const, aggregate, ...(typeof of === 'string' ? { field: of } : {}) };
  const kind = innerKind(measure, scope);
  return { ...column, ...(each ? measureKind({ measure: each.aggregate }, kind) : kind) };
}

/** What a measure is in each of the groups that it is computed for first, where it is. */
export const innerKind = (measure: Measure, scope: Scope): ValueKind =>
  measureKind(measure, rowValueKind(measure.of, scope));

function measureKind({ measure }: Pick<Measure, 'measure'>, value: ValueKind): ValueKind {
  const isTime = value.type === 'date' || value.type === 'timestamp';
  switch (measure) {
    case 'count':
    case 'distinct':
    case 'missing':
      return WHOLE;
    case 'sum':
      return value.type === 'boolean' ? WHOLE : value;
    case 'mean':
      return value.type === 'boolean' ? PERCENT : averaged(value);
    case 'median':
    case 'percentile':
      return isTime ? value : averaged(value);
    case 'standard_deviation':
      return averaged(value);
    case 'range':
      return isTime
        ? { type: value.type === 'date' ? 'integer' : 'float', unit: DAYS, decimals: value.type === 'date' ? 0 : 1 }
        : value;
    case 'variance':
    case 'correlation':
      return PLAIN;
    case 'mode':
    case 'min':
    case 'max':
    case 'first':
    case 'last':
      return value;
  }
}

/** A mean of whole numbers is not whole. */
const averaged = ({ unit, decimals }: ValueKind): ValueKind => ({
  type: 'float',
  unit,
  decimals: unit?.kind === 'percent' ? 1 : Math.max(2, decimals ?? 0),
});

/** What a field, or arithmetic on two fields of a row, is. */
export function rowValueKind(of: Measure['of'], scope: Scope): ValueKind {
  if (of === undefined) return WHOLE;
  if (typeof of === 'string') return kindOf(scope.field(of)?.definition);
  const [first, second] = [of.left, of.right].map((name) => kindOf(scope.field(name)?.definition));
  if (!first || !second) return PLAIN;
  if (first.type === 'date' || first.type === 'timestamp') {
    const whole = first.type === 'date' && second.type === 'date';
    return { type: whole ? 'integer' : 'float', unit: DAYS, decimals: whole ? 0 : 1 };
  }
  return combined(of.calculate, first, second);
}

function calculationKind(calculation: Calculation, known: ReadonlyMap<string, QueryColumn>): ValueKind {
  if (calculation.percent) return PERCENT;
  const first = known.get(calculation.left) ?? PLAIN;
  const { right: second } = calculation;
  const number = typeof second === 'string' ? null : second.number;
  const other = number === null ? (known.get(String(second)) ?? PLAIN) : numberKind(number);
  return combined(calculation.calculate, first, other);
}

const numberKind = (number: string | boolean): ValueKind => {
  const decimals = digitsOf(String(number));
  return { type: decimals > 0 ? 'decimal' : 'integer', unit: null, decimals };
};

function combined(calculate: Calculation['calculate'], first: ValueKind, second: ValueKind): ValueKind {
  const type = first.type === 'float' || second.type === 'float' ? 'float' : widest(first.type, second.type);
  const [a, b] = [first.decimals ?? 0, second.decimals ?? 0];
  switch (calculate) {
    case 'add':
    case 'subtract':
      return { type, unit: first.unit ?? second.unit, decimals: Math.max(a, b) };
    case 'multiply': {
      const unit = first.unit?.kind === 'percent' ? second.unit : (first.unit ?? second.unit);
      return { type, unit, decimals: unit?.kind === 'currency' ? 2 : Math.min(6, a + b) };
    }
    case 'divide':
      return { type: 'float', unit: ratioUnit(first.unit, second.unit), decimals: 2 };
  }
}

/** Money per piece is money; kilometres per hour are neither. */
const ratioUnit = (first: FieldUnit, second: FieldUnit): FieldUnit =>
  second === null && first?.kind !== 'named' ? first : null;

const widest = (a: ColumnType, b: ColumnType): ColumnType =>
  a === 'decimal' || b === 'decimal' ? 'decimal' : 'integer';

function windowColumn(name: string, { window, aggregate }: WindowValue, of: QueryColumn | undefined): QueryColumn {
  const base = { name, role: window, ...(of ? { of: of.name } : {}) };
  const value: ValueKind = of ? { type: of.type, unit: of.unit, decimals: of.decimals } : PLAIN;
  switch (window) {
    case 'share':
    case 'growth':
      return { ...base, ...PERCENT };
    case 'rank':
      return { ...base, ...WHOLE };
    case 'moving':
      return { ...base, ...((aggregate ?? 'mean') === 'mean' || aggregate === 'median' ? averaged(value) : value) };
    case 'running':
    case 'previous':
    case 'difference':
      return { ...base, ...value };
  }
}

/** Digits after the point, as written. */
export const digitsOf = (number: string): number => /\.(\d+)$/.exec(number)?.[1]?.length ?? 0;
