import { innerKind } from '../columns';
import { type MeasureNode, measureFields } from '../outputs';
import type { CheckContext } from './context';
import { knownField } from './context';
import { checkGrouping } from './groupings';
import { isNumber } from './kinds';

/** The groups within groups, and whether something can be made of what is measured in them. */
export function checkEach(context: CheckContext, { measure, path }: MeasureNode): void {
  const { scope, report } = context;
  const { each } = measure;
  if (!each) return;
  for (const [at, key] of each.by.entries()) {
    const definition = knownField(context, key.field, `${path}.each.by.${at}.field`);
    if (definition) checkGrouping(context, key, definition, `${path}.each.by.${at}`);
  }
  const { type } = innerKind(measure, scope);
  if (each.aggregate !== 'count' && !isNumber(type)) report({ code: 'needs', path: `${path}.of`, what: 'number' });
  const joinOf = (field: string) => scope.field(field)?.join ?? null;
  const many = each.by.map(({ field }) => joinOf(field)).find((join) => join?.cardinality === 'many');
  const fields = measureFields(measure);
  // Rows of the own table would count once for every row of the other one.
  if (many && (fields.length === 0 || fields.some((field) => joinOf(field) !== many)))
    report({ code: 'not_here', path: `${path}.each`, what: 'each' });
}
