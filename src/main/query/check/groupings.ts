import type { FieldDefinition } from '#contract/definitions';
import type { Grouping } from '#contract/query';
import { timeKind } from '../calendar';
import { hasGrain, hasPart } from './conditions';
import { type CheckContext, knownField, needsType } from './context';
import { isNumber, isNumberText } from './kinds';

export function checkGroupings(context: CheckContext): void {
  for (const [at, grouping] of (context.query.by ?? []).entries()) {
    const path = `by.${at}`;
    const definition = knownField(context, grouping.field, `${path}.field`);
    if (definition) checkGrouping(context, grouping, definition, path);
  }
}

function checkGrouping({ report }: CheckContext, grouping: Grouping, definition: FieldDefinition, path: string): void {
  const { field, grain, part, bin } = grouping;
  const forms = [grain, part, bin].filter((form) => form !== undefined);
  if (forms.length > 1) report({ code: 'not_here', path, what: bin === undefined ? 'part' : 'bin' });
  const subject = { field, definition, path };
  if (grain !== undefined || part !== undefined) {
    if (timeKind(definition) === null) needsType({ report }, subject, ['time']);
    else if (
      (grain !== undefined && !hasGrain(definition, grain)) ||
      (part !== undefined && !hasPart(definition, part))
    )
      report({ code: 'too_coarse', path, field });
  }
  if (bin === undefined) return;
  if (!isNumber(definition.type)) needsType({ report }, subject, ['number']);
  if ('width' in bin && !(isNumberText(bin.width) && Number(bin.width) > 0))
    report({ code: 'needs', path: `${path}.bin.width`, what: 'number' });
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
