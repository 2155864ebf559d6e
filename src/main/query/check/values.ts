import type { QueryColumn } from '#contract/query-results';
import { outputColumns } from '../columns';
import { alongOf, walks } from '../compile/windows';
import {
  type CalculationNode,
  isOwn,
  partsOfValue,
  type ValueNode,
  valueLevels,
  valueNodes,
  type WindowNode,
} from '../outputs';
import { nearest } from '../scope';
import { addsUpAcross } from './additivity';
import type { CheckContext } from './context';
import { isNumber, isNumberText } from './kinds';
import { checkMeasure } from './measures';
import { unitNames } from './units';

export function checkValues(context: CheckContext): void {
  const { query, scope, report } = context;
  for (const [at, computation] of (query.compute ?? []).entries()) {
    if (!isOwn(computation) || scope.own.measures.some(({ id }) => id === computation.own)) continue;
    const ids = scope.own.measures.map(({ id }) => id);
    report({
      code: 'unknown_measure',
      path: `compute.${at}.own`,
      measure: computation.own,
      near: nearest(computation.own, ids),
    });
  }
  const nodes = valueNodes(query, scope);
  for (const node of nodes) if (node.kind === 'measure') checkMeasure(context, node);
  const groupings = (query.by ?? []).map(({ as }) => as);
  const names = [...groupings, ...nodes.map(({ name }) => name)];
  for (const node of nodes)
    for (const part of partsOfValue(node)) {
      if (names.includes(part)) continue;
      report({ code: 'unknown_output', path: node.path, output: part, near: nearest(part, names) });
    }
  if (nodes.some((node) => partsOfValue(node).some((part) => !names.includes(part)))) return;
  if (valueLevels(nodes, groupings) === null) {
    report({ code: 'circular', path: 'compute', output: nodes.find(({ kind }) => kind !== 'measure')?.name ?? '' });
    return;
  }
  const columns = new Map(outputColumns(query, scope, nodes).map((column) => [column.name, column]));
  for (const node of nodes) {
    if (node.kind === 'calculation') checkCalculation(context, node, columns);
    if (node.kind === 'window') checkWindow(context, node, nodes, columns);
  }
}

type Columns = ReadonlyMap<string, QueryColumn>;

function checkCalculation({ report }: CheckContext, { calculation, path }: CalculationNode, columns: Columns): void {
  const { left: first, right: second, calculate } = calculation;
  if (typeof second !== 'string' && !isNumberText(second.number))
    report({ code: 'needs', path: `${path}.right`, what: 'number' });
  const sides = [first, ...(typeof second === 'string' ? [second] : [])].flatMap((name) => columns.get(name) ?? []);
  for (const { name, type } of sides)
    if (!isNumber(type)) report({ code: 'type_mismatch', path, field: name, type, needs: ['number'] });
  const [a, b] = sides;
  const units = a && b && (calculate === 'add' || calculate === 'subtract') ? unitNames(a.unit, b.unit) : null;
  if (units) report({ code: 'mixed_units', path, units, alternatives: [] });
}

function checkWindow(context: CheckContext, node: WindowNode, nodes: readonly ValueNode[], columns: Columns): void {
  const { query, report } = context;
  const { window, path } = node;
  const groupings = (query.by ?? []).flatMap(({ as }) => columns.get(as) ?? []);
  const names = groupings.map(({ name }) => name);
  const of = columns.get(window.of);
  for (const output of [...(window.within ?? []), ...(window.along === undefined ? [] : [window.along])])
    if (!names.includes(output)) report({ code: 'unknown_output', path, output, near: nearest(output, names) });
  if (groupings.length === 0) {
    report({ code: 'needs', path, what: 'groups' });
    return;
  }
  const anyType = window.window === 'previous' || window.window === 'rank';
  if (of && !anyType && !isNumber(of.type))
    report({ code: 'type_mismatch', path, field: of.name, type: of.type, needs: ['number'] });
  if (walks(window)) checkWalk(context, node, groupings);
  const whole =
    window.window === 'share' ||
    window.window === 'running' ||
    (window.window === 'moving' && window.aggregate === 'sum');
  if (whole && !addsUpAcross(window.of, nodes, context.scope, window.window))
    report({ code: 'no_whole', path, output: window.of });
}

function checkWalk({ report }: CheckContext, { window, path }: WindowNode, groupings: readonly QueryColumn[]): void {
  const along = groupings.find(({ name }) => name === alongOf(window, groupings));
  if (!along) {
    report({ code: 'needs', path: `${path}.along`, what: 'along' });
    return;
  }
  if (window.window === 'moving' && window.size === undefined)
    report({ code: 'needs', path: `${path}.size`, what: 'size' });
  const yearly = window.against === 'year_before' && window.window !== 'moving' && window.window !== 'running';
  if (yearly && (along.role !== 'time' || along.grain === undefined))
    report({ code: 'needs', path: `${path}.along`, what: 'time' });
}
