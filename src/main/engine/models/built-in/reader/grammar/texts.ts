import type { FieldDefinition } from '#contract/definitions';
import { rule } from '../rules';
import type { Tables } from '../tables';
import { type FieldRef, type Filter, sameField, type ValueRef } from '../terms';
import { condition } from './filters';

/** Texts of which not all are known. */
const holdsText = (ref: FieldRef, field: FieldDefinition, text: string): Filter | null =>
  field.type === 'text' && text.length > 2 ? condition(ref, { op: 'contains', field: ref.field, text }) : null;

const isText = (ref: FieldRef, tables: Tables): boolean => tables.field(ref).type === 'text';
/** What a name has in it, and is not as a whole. */
const inName = (kind: 'name' | 'id', value: ValueRef, tables: Tables): ValueRef | null =>
  kind === 'name' && isText(value, tables) ? value : null;

/** What stands within texts: "suppliers with Ltd in their names", "titles containing dawn". */
export const TEXT_RULES = [
  rule('values', ['with?', 'value', 'within', 'label'], -0.05, ([, value, , kind], { tables }) =>
    inName(kind, value, tables),
  ),
  rule('values', ['with?', 'label', 'contains', 'value'], -0.05, ([, kind, , value], { tables }) =>
    inName(kind, value, tables),
  ),
  rule('values', ['field', 'contains', 'value'], -0.2, ([field, , value]) => (sameField(field, value) ? value : null)),
  rule('filter', ['with?', 'text', 'within', 'field'], 0, ([, text, , field], { tables }) =>
    holdsText(field, tables.field(field), text),
  ),
  rule('filter', ['field', 'contains', 'text'], -0.2, ([field, , text], { tables }) =>
    holdsText(field, tables.field(field), text),
  ),
];
