import type { AddsUp, FieldDefinition } from '#contract/definitions';
import type { Condition, Grain, Grouping, Measure, Query, RowValue } from '#contract/query';
import type { QueryProblem } from '#contract/query-results';
import { timeKind } from '../calendar';
import type { MeasureNode, ValueNode } from '../outputs';
import type { Scope } from '../scope';
import type { CheckContext } from './context';

const GRAINS: readonly Grain[] = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute'];

/** A sum of what must not be summed, or of stocks over time. */
export function checkSum(context: CheckContext, { measure, path, shown }: MeasureNode): void {
  const { query, scope, report } = context;
  const { of } = measure;
  if (measure.measure !== 'sum' || of === undefined) return;
  const field = typeof of === 'string' ? of : of.left;
  const cumulative = typeof of === 'string' && scope.field(of)?.definition.cumulative === true;
  const addsUp = cumulative ? 'not_over_time' : addsUpOf(of, scope);
  if (addsUp === 'always') return;
  const times = timesOf(scope);
  if (addsUp === 'not_over_time' && (times.length === 0 || isOneMoment(query, scope, times, measure))) return;
  const why = cumulative ? 'cumulative' : addsUp;
  const at = shown ? Number(path.split('.')[1]) : Number.NaN;
  report({
    code: 'does_not_add_up',
    path: `${path}.of`,
    field,
    why,
    alternatives: alternatives(query, at, why, times[0]),
  });
}

/** Products add up where one of the two does: prices times pieces. Sums and differences do where both do. */
function addsUpOf(of: RowValue, scope: Scope): AddsUp {
  if (typeof of === 'string') return fieldAddsUp(scope.field(of)?.definition);
  const sides = [of.left, of.right].map((name) => scope.field(name)?.definition);
  if (sides.every((side) => side && timeKind(side) !== null)) return 'always';
  const kinds = sides.map(fieldAddsUp);
  if (of.calculate === 'divide') return 'never';
  const [best, worst] = [kinds.includes('always') ? 'always' : kinds[0], kinds.find((kind) => kind !== 'always')];
  if (of.calculate === 'multiply') return kinds.includes('not_over_time') ? 'not_over_time' : (best ?? 'never');
  return kinds.includes('never') ? 'never' : (worst ?? 'always');
}

const fieldAddsUp = (field: FieldDefinition | undefined): AddsUp =>
  field === undefined || field.type === 'boolean' || field.role === 'flag' ? 'always' : field.addsUp;

/** The times that rows of the own table are of. */
const timesOf = (scope: Scope): FieldDefinition[] =>
  scope.own.fields.filter((field) => {
    const kind = timeKind(field);
    return kind === 'date' || kind === 'timestamp' || kind === 'year';
  });

/** Whether each group holds rows of one moment only. */
function isOneMoment(query: Query, scope: Scope, times: readonly FieldDefinition[], measure: Measure): boolean {
  return times.some((time) => {
    const finest = finestOf(time);
    const own = (field: string): boolean => scope.field(field)?.definition === time;
    // Values of several days are not added up after all.
    const within = measure.each && measure.each.aggregate !== 'sum' ? measure.each.by : [];
    const groupings: Omit<Grouping, 'as'>[] = [...(query.by ?? []).filter(({ measured }) => !measured), ...within];
    const grouped = groupings.some(
      ({ field, grain, part, bin }) =>
        own(field) && part === undefined && bin === undefined && (grain === undefined || reaches(grain, finest)),
    );
    const conditions: readonly Condition[] = [...(query.where ?? []), ...(measure.where ?? [])];
    return (
      grouped ||
      conditions.some((condition) => 'field' in condition && own(condition.field) && fixes(condition, finest))
    );
  });
}

const finestOf = (field: FieldDefinition): Grain =>
  timeKind(field) === 'year' ? 'year' : (GRAINS.find((grain) => grain === field.grain) ?? 'day');

const reaches = (grain: Grain, finest: Grain): boolean => GRAINS.indexOf(grain) >= GRAINS.indexOf(finest);

function fixes(condition: Condition, finest: Grain): boolean {
  if (condition.op === 'is') return condition.values.length === 1;
  if (condition.op !== 'during') return false;
  const { period } = condition;
  switch (period.kind) {
    case 'last':
      return period.n === 1 && reaches(period.unit, finest);
    case 'range':
      return period.from !== undefined && period.from === period.to;
    case 'part':
      return false;
    default:
      return reaches(period.kind, finest);
  }
}

/** The same question with what may be done instead. */
function alternatives(
  query: Query,
  at: number,
  why: Extract<QueryProblem, { code: 'does_not_add_up' }>['why'],
  time: FieldDefinition | undefined,
): Query[] {
  const { compute = [] } = query;
  const entry = compute[at];
  if (!entry || !('measure' in entry)) return [];
  const replaced = (changed: Measure): Query => ({
    ...query,
    compute: compute.map((computation, index) => (index === at ? changed : computation)),
  });
  const mean: Measure = { ...entry, measure: 'mean' };
  if (why === 'never' || !time) return [replaced(mean), replaced({ ...entry, measure: 'median' })];
  const last: Condition = { op: 'during', field: time.id, period: { kind: 'last', n: 1, unit: finestOf(time) } };
  const atLast: Query = { ...query, where: [...(query.where ?? []), last] };
  return why === 'cumulative' ? [atLast, replaced({ ...entry, measure: 'max' })] : [atLast, replaced(mean)];
}

/** Whether values of groups add up to that of all of them, so that there are shares and running totals. */
export function addsUpAcross(name: string, nodes: readonly ValueNode[], scope: Scope, window: string): boolean {
  const node = nodes.find((entry) => entry.name === name);
  if (!node) return true;
  if (node.kind === 'measure') {
    const { measure, of, each } = node.measure;
    if (each) return false;
    if (measure === 'count' || measure === 'missing' || measure === 'sum') return true;
    if (measure === 'min' || measure === 'max') return window === 'running';
    const stock = (measure === 'first' || measure === 'last') && of !== undefined && addsUpOf(of, scope) !== 'never';
    return stock && window === 'share';
  }
  if (node.kind === 'window')
    return (
      node.window.window === 'difference' ||
      node.window.window === 'previous' ||
      (node.window.window === 'share' && window === 'running')
    );
  const { calculate, left: first, right: second } = node.calculation;
  const sides = [first, ...(typeof second === 'string' ? [second] : [])];
  if (calculate === 'add' || calculate === 'subtract')
    return typeof second === 'string' && sides.every((side) => addsUpAcross(side, nodes, scope, window));
  return typeof second !== 'string' && addsUpAcross(first, nodes, scope, window);
}
