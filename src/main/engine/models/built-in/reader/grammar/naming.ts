import type { FieldDefinition } from '#contract/definitions';
import { rule } from '../rules';
import { isMeasure, isTime, type LogicalTable } from '../tables';
import type { FieldRef } from '../terms';

const IDS = /(?:^|[ _])(?:id|no|nr|number|nummer|key|code)$|nummer$/i;
const NAMES = /(?:^|[ _])(?:name|title|titel|bezeichnung)$/i;
const OF_PEOPLE = /(?:^|[ _])(?:first|last|sur|full|vor|nach)?[ _]?name$/i;

/** Nearly every row has a value of its own. */
const tells = (field: FieldDefinition, { rows }: LogicalTable): boolean => field.distinct >= rows * 0.5;

/** The columns by which a row of a table is called, or numbered. */
function labelsOf(table: LogicalTable, kind: 'name' | 'id'): FieldRef[] {
  const able = table.fields.filter((field) => !field.hidden && !isMeasure(field) && !isTime(field));
  const ids = able.filter(
    (field) => (field.role === 'id' || IDS.test(field.column)) && field.distinct >= table.rows * 0.9,
  );
  const names = able.filter(
    (field) => field.type === 'text' && (NAMES.test(field.column) || OF_PEOPLE.test(field.column)),
  );
  // Of a table of orders, the name of a customer is none of an order.
  const own = names.filter((field) => tells(field, table) || OF_PEOPLE.test(field.column));
  return (kind === 'id' ? ids.slice(0, 1) : own).map(({ id }) => ({ table: table.table, field: id }));
}

/** What is to be told of each of the things that a question lists: "IDs of …", "…, invoice numbers please". */
export const NAMING_RULES = [
  rule('naming', ['with?', 'label'], 0.25, ([, kind], { tables }) =>
    tables.all.flatMap((table) => {
      const found = labelsOf(table, kind);
      return found.length > 0 ? [{ meaning: found, cost: 0 }] : [];
    }),
  ),
  rule('naming', ['with?', 'label', 'of', 'counted'], 0, ([, kind, , thing], { tables }) => {
    if (thing.kind !== 'rows' || thing.table === null) return null;
    const found = labelsOf(tables.table(thing.table), kind);
    return found.length > 0 ? found : null;
  }),
  rule('naming', ['field'], 0.7, ([field], { tables }) => {
    const table = tables.table(field.table);
    const definition = tables.field(field);
    const isName = definition.role === 'id' || (definition.type === 'text' && !isTime(definition));
    return isName && tells(definition, table) ? [field] : null;
  }),
  rule('naming', ['naming', 'and', 'field'], 0.1, ([naming, , field]) =>
    naming.every((one) => one.table === field.table && one.field !== field.field) ? [...naming, field] : null,
  ),
];
