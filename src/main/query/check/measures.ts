import type { FieldDefinition } from '#contract/definitions';
import type { Measure, RowValue } from '#contract/query';
import { rowValueKind } from '../columns';
import { momentOf } from '../compile/values';
import type { MeasureNode } from '../outputs';
import { checkPlain } from './conditions';
import { type CheckContext, knownField, needsType } from './context';
import { fits, isNumberText, isTimeType } from './kinds';
import { unitNames } from './units';

type Needs = Parameters<typeof needsType>[2];

const NEEDS: Partial<Record<Measure['measure'], Needs>> = {
  sum: ['number', 'boolean'],
  mean: ['number', 'boolean'],
  median: ['number', 'time'],
  percentile: ['number', 'time'],
  range: ['number', 'time'],
  standard_deviation: ['number'],
  variance: ['number'],
  correlation: ['number'],
  min: ['comparable'],
  max: ['comparable'],
};

export function checkMeasure(context: CheckContext, { measure: entry, path }: MeasureNode): void {
  const { measure, of, percentile } = entry;
  const { report } = context;
  if (of === undefined) {
    if (measure !== 'count') report({ code: 'needs', path: `${path}.of`, what: 'of' });
  } else checkValue(context, of, `${path}.of`, NEEDS[measure]);
  if (measure === 'percentile' && !isShare(percentile))
    report({ code: 'needs', path: `${path}.percentile`, what: 'percentile' });
  checkOther(context, entry, path);
  for (const [at, part] of (entry.where ?? []).entries()) checkPlain(context, part, `${path}.where.${at}`, 'measure');
}

const isShare = (percentile: string | boolean | undefined): boolean =>
  percentile !== undefined && isNumberText(percentile) && Number(percentile) >= 0 && Number(percentile) <= 100;

/** The other field of a correlation, the weight of a mean, the time of the first and last. */
function checkOther(context: CheckContext, entry: Measure, path: string): void {
  const { measure, with: other } = entry;
  const definition = other === undefined ? null : knownField(context, other, `${path}.with`);
  const subject = definition && other !== undefined ? { field: other, definition, path: `${path}.with` } : null;
  switch (measure) {
    case 'correlation':
      if (other === undefined) context.report({ code: 'needs', path: `${path}.with`, what: 'with' });
      if (subject && !fits(subject.definition.type, ['number'])) needsType(context, subject, ['number']);
      return;
    case 'mean':
      if (subject && !fits(subject.definition.type, ['number'])) needsType(context, subject, ['number']);
      return;
    case 'first':
    case 'last':
      if (other === undefined && momentOf(entry, context.scope) === null)
        context.report({ code: 'needs', path: `${path}.with`, what: 'time' });
      return;
    default:
      if (other !== undefined) context.report({ code: 'not_here', path: `${path}.with`, what: 'with' });
  }
}

function checkValue(context: CheckContext, of: RowValue, path: string, needs: Needs | undefined): void {
  if (typeof of === 'string') {
    const definition = knownField(context, of, path);
    if (definition && needs && !fits(definition.type, needs))
      needsType(context, { field: of, definition, path }, needs);
    return;
  }
  const first = knownField(context, of.left, `${path}.left`);
  const second = knownField(context, of.right, `${path}.right`);
  if (!first || !second) return;
  checkOperands(context, of, [first, second], path);
  const kind = rowValueKind(of, context.scope);
  if (needs && !fits(kind.type, needs)) needsType(context, { field: of.left, definition: kind, path }, needs);
}

function checkOperands(
  context: CheckContext,
  of: Exclude<RowValue, string>,
  [first, second]: readonly [FieldDefinition, FieldDefinition],
  path: string,
): void {
  const times = [first, second].filter(({ type }) => isTimeType(type)).length;
  if (times > 0) {
    if (times < 2)
      needsType(
        context,
        times === 1 && isTimeType(first.type)
          ? { field: of.right, definition: second, path: `${path}.right` }
          : { field: of.left, definition: first, path: `${path}.left` },
        ['time'],
      );
    else if (of.calculate !== 'subtract') context.report({ code: 'not_here', path, what: of.calculate });
    return;
  }
  if (!fits(first.type, ['number']))
    needsType(context, { field: of.left, definition: first, path: `${path}.left` }, ['number']);
  if (!fits(second.type, ['number']))
    needsType(context, { field: of.right, definition: second, path: `${path}.right` }, ['number']);
  if (of.calculate === 'add' || of.calculate === 'subtract') {
    const units = unitNames(first.unit, second.unit);
    if (units) context.report({ code: 'mixed_units', path, units, alternatives: [] });
  }
}
