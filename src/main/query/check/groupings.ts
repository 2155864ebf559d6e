import type { FieldDefinition } from '#contract/definitions';
import type { Grouping, Measure } from '#contract/query';
import { timeKind } from '../calendar';
import { innerKind } from '../columns';
import { checkSum } from './additivity';
import { hasGrain, hasPart } from './conditions';
import { type CheckContext, knownField, needsType } from './context';
import { isNumber, isNumberText } from './kinds';
import { checkMeasure } from './measures';
import { checkMixed } from './mixed';

export function checkGroupings(context: CheckContext): void {
  for (const [at, grouping] of (context.query.by ?? []).entries()) {
    const path = `by.${at}`;
    const definition = knownField(context, grouping.field, `${path}.field`);
    if (definition) checkGrouping(context, grouping, definition, path);
  }
}

export function checkGrouping(
  context: CheckContext,
  grouping: Omit<Grouping, 'as'>,
  definition: FieldDefinition,
  path: string,
): void {
  const { report } = context;
  const { field, grain, part, bin } = grouping;
  const { measured } = grouping;
  const forms = [grain, part, measured ? undefined : bin].filter((form) => form !== undefined);
  if (forms.length > 1) report({ code: 'not_here', path, what: bin === undefined ? 'part' : 'bin' });
  const subject = { field, definition, path };
  if (grain !== undefined || part !== undefined) {
    if (timeKind(definition) === null && definition.type !== 'time') needsType({ report }, subject, ['time']);
    else if (
      (grain !== undefined && !hasGrain(definition, grain)) ||
      (part !== undefined && !hasPart(definition, part))
    )
      report({ code: 'too_coarse', path, field });
  }
  if (measured) checkMeasured(context, measured, path);
  if (bin === undefined) return;
  if (measured && !('width' in bin)) report({ code: 'needs', path: `${path}.bin.width`, what: 'number' });
  else if (!measured && !isNumber(definition.type)) needsType({ report }, subject, ['number']);
  if ('width' in bin && !(isNumberText(bin.width) && Number(bin.width) > 0))
    report({ code: 'needs', path: `${path}.bin.width`, what: 'number' });
}

/** How much each value has is computed over the rows of the query's own table. */
function checkMeasured(context: CheckContext, measured: NonNullable<Grouping['measured']>, path: string): void {
  const measure: Measure = { ...measured, as: path };
  const node = { kind: 'measure' as const, name: path, shown: false, path: `${path}.measured`, measure };
  checkMeasure(context, node);
  checkSum(context, node);
  checkMixed(context, node);
  if (!isNumber(innerKind(measure, context.scope).type))
    context.report({ code: 'needs', path: `${path}.measured.of`, what: 'number' });
  if (context.scope.joined.some(({ cardinality }) => cardinality === 'many'))
    context.report({ code: 'not_here', path: `${path}.measured`, what: 'measured' });
}

/** Outputs are told apart by their names, in which case does not count. */
export function checkNames({ query, report }: CheckContext): void {
  const taken = new Set<string>();
  const outputs = [
    ...(query.by ?? []).map(({ as }, at) => ({ as, path: `by.${at}.as` })),
    ...(query.compute ?? []).map(({ as }, at) => ({ as, path: `compute.${at}.as` })),
  ];
  for (const { as, path } of outputs) {
    const name = as.toLowerCase();
    if (taken.has(name)) report({ code: 'name_taken', path, output: as });
    taken.add(name);
  }
}
