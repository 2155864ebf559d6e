import type { Calculation, Computation, Measure, OwnMeasure, Query, WindowValue } from '#contract/query';
import type { Scope } from './scope';

/** A value of each group; those of the analyst's own measures are taken apart, and their parts are not shown. */
interface OutputNode {
  name: string;
  shown: boolean;
  /** Where it stands in the query: `compute.0`. */
  path: string;
}
export interface MeasureNode extends OutputNode {
  kind: 'measure';
  measure: Measure;
}
export interface CalculationNode extends OutputNode {
  kind: 'calculation';
  calculation: Calculation;
}
export interface WindowNode extends OutputNode {
  kind: 'window';
  window: WindowValue;
}
export type ValueNode = MeasureNode | CalculationNode | WindowNode;

export const isMeasure = (computation: Computation): computation is Measure => 'measure' in computation;
export const isOwn = (computation: Computation): computation is OwnMeasure => 'own' in computation;
export const isCalculation = (computation: Computation): computation is Calculation => 'calculate' in computation;
export const isWindow = (computation: Computation): computation is WindowValue => 'window' in computation;

const DEEPEST = 8;

/** All values that a query computes, the parts of own measures before them. Unknown own measures are left out. */
export function valueNodes(query: Pick<Query, 'compute'>, scope: Scope): ValueNode[] {
  return (query.compute ?? []).flatMap((computation, index) =>
    nodesOf(computation, scope, `compute.${index}`, true, 0),
  );
}

function nodesOf(computation: Computation, scope: Scope, path: string, shown: boolean, depth: number): ValueNode[] {
  const { as: name } = computation;
  if (isMeasure(computation)) return [{ kind: 'measure', name, shown, path, measure: computation }];
  if (isCalculation(computation)) return [{ kind: 'calculation', name, shown, path, calculation: computation }];
  if (isWindow(computation)) return [{ kind: 'window', name, shown, path, window: computation }];
  const own = scope.own.measures.find(({ id }) => id === computation.own);
  if (!own || depth > DEEPEST) return [];
  return renamed(own.compute, name).flatMap((part, index, parts) =>
    nodesOf(part, scope, path, shown && index === parts.length - 1, depth + 1),
  );
}

/** The parts of an own measure, called after the output that they are for. */
function renamed(parts: readonly Computation[], output: string): Computation[] {
  const names = new Map(
    parts.map((part, index) => [part.as, index === parts.length - 1 ? output : `${output}: ${part.as}`]),
  );
  const nameOf = (name: string): string => names.get(name) ?? name;
  return parts.map((part): Computation => {
    const as = nameOf(part.as);
    if (isCalculation(part)) {
      const right = typeof part.right === 'string' ? nameOf(part.right) : part.right;
      return { ...part, left: nameOf(part.left), right, as };
    }
    return isWindow(part) ? { ...part, of: nameOf(part.of), as } : { ...part, as };
  });
}

/** The names of the values that a value is made of; groupings among them. */
export function partsOfValue(node: ValueNode): string[] {
  switch (node.kind) {
    case 'measure':
      return [];
    case 'calculation': {
      const { left: first, right: second } = node.calculation;
      return typeof second === 'string' ? [first, second] : [first];
    }
    case 'window':
      return [node.window.of];
  }
}

/**
 * Values by how far they are from the rows: measures, then what is made of them, and so on. Null where some rest on
 * themselves, or on what there is not.
 */
export function valueLevels(nodes: readonly ValueNode[], groupings: readonly string[]): ValueNode[][] | null {
  const ready = new Set(groupings);
  const levels: ValueNode[][] = [];
  let waiting = nodes.filter((node) => node.kind !== 'measure');
  const measures = nodes.filter((node) => node.kind === 'measure');
  for (const { name } of measures) ready.add(name);
  levels.push(measures);
  while (waiting.length > 0) {
    const level = waiting.filter((node) => partsOfValue(node).every((name) => ready.has(name)));
    if (level.length === 0) return null;
    for (const { name } of level) ready.add(name);
    levels.push(level);
    waiting = waiting.filter((node) => !level.includes(node));
  }
  return levels;
}

/** The fields that a measure reads in its value. */
export function measureFields({ of, with: other }: Measure): string[] {
  const value = valueFields(of);
  return other === undefined ? value : [...value, other];
}

export const valueFields = (of: Measure['of']): string[] =>
  of === undefined ? [] : typeof of === 'string' ? [of] : [of.left, of.right];

const NAME_AT_MOST = 190;

/** A name that no other output of the query has; that of `but` may be taken. */
export function freeName(wanted: string, query: Pick<Query, 'by' | 'compute'>, but?: string): string {
  const taken = new Set(
    [...(query.by ?? []), ...(query.compute ?? [])].map(({ as }) => as).filter((name) => name !== but),
  );
  const stem = wanted.slice(0, NAME_AT_MOST);
  let name = stem;
  for (let n = 2; taken.has(name); n += 1) name = `${stem}_${n}`;
  return name;
}
