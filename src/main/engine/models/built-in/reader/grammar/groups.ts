import type { FieldDefinition } from '#contract/definitions';
import { rule } from '../rules';
import { stemOf } from '../stems';
import {
  isFlag,
  isGrouping,
  isMeasure,
  isNumeric,
  isTime,
  isYear,
  type LogicalTable,
  type Tables,
  widthOf,
} from '../tables';
import type { FieldRef, Group, Measurement, Target } from '../terms';
import { measuredIn } from '../units';
import { isSmall } from '../word-forms';

/** Names group better than numbers, and names of things better than their ids. */
function groupCost(field: FieldDefinition): number {
  if (isMeasure(field)) return field.distinct > 30 ? 0.8 : 0.35;
  return field.role === 'id' || /(?:id|code|no|nr|number|key)$/i.test(field.column) ? 0.12 : 0;
}

/** Times are grouped as they are where they are coarse, else by a step that is chosen later. */
function groupOf(field: FieldRef, definition: FieldDefinition): { meaning: Group; cost: number }[] {
  if (isTime(definition) && !isYear(definition)) {
    const grain =
      definition.grain === 'year' || definition.grain === 'quarter' || definition.grain === 'month'
        ? definition.grain
        : 'day';
    return [{ meaning: { kind: 'grain', grain, field }, cost: 0.1 }];
  }
  return [{ meaning: { kind: 'field', field }, cost: groupCost(definition) }];
}

/** Columns that say of what kind things are. */
const KIND = /^(?:group|type|class|category|kind|segment|art|gruppe|klasse|kategorie|typ)$/i;

/** "Type", "Kind": it says nothing of what. */
const isFrame = (field: FieldDefinition): boolean => isGrouping(field) && isSmall(stemOf(field.title.toLowerCase()));

const GROUPS = [
  rule('group', ['different?', 'field'], 0, ([, field], { tables }) => groupOf(field, tables.field(field))),
  // "type of station": the first says what, where a column is called by it alone.
  rule('group', ['field', 'of', 'field'], -0.2, ([field, , about], { tables }) =>
    field.table === about.table &&
    field.field !== about.field &&
    isFrame(tables.field(field)) &&
    isGrouping(tables.field(about))
      ? groupOf(field, tables.field(field))
      : null,
  ),
  // "animal group": the row's noun only says of what.
  rule('group', ['entity', 'field'], 0.05, ([{ table }, field], { tables }) =>
    table === field.table ? groupOf(field, tables.field(field)) : null,
  ),
  rule('group', ['field', 'field'], 0.1, ([about, kind], { tables }) =>
    about.table === kind.table &&
    KIND.test(tables.field(kind).column) &&
    tables.field(about).distinct > tables.field(kind).distinct
      ? groupOf(kind, tables.field(kind))
      : null,
  ),
  rule('group', ['grain'], 0.02, ([grain]) => ({ kind: 'grain', grain, field: null })),
  rule('group', ['decades'], 0, (_, { tables }) =>
    tables.all.flatMap(({ table, fields }) =>
      fields
        .filter((field) => isYear(field) && !field.hidden)
        .map(({ id }) => ({ meaning: { kind: 'field' as const, field: { table, field: id }, bin: '10' }, cost: 0 })),
    ),
  ),
  rule('group', ['field', 'in|by?', 'number?', 'unit|grain?', 'bins'], -0.1, ([field, , said, ,], { tables }) => {
    const width = said ?? widthOf(tables.field(field));
    return isBinned(tables.field(field)) && Number(width) > 0 ? { kind: 'field', field, bin: width } : null;
  }),
  rule('group', ['field', 'in|by?', 'bins', 'of', 'number', 'unit|grain?'], -0.1, ([field, , , , width], { tables }) =>
    isBinned(tables.field(field)) && Number(width) > 0 ? { kind: 'field', field, bin: width } : null,
  ),
  rule('group', ['part'], 0, ([part], { tables }) => {
    // Where a column has it, it need not be told from a date.
    const isColumn = tables.all.some(({ fields }) =>
      fields.some(({ grain, title, hidden }) => !hidden && (grain === part || title.toLowerCase() === part)),
    );
    return [{ meaning: { kind: 'part', part, field: null }, cost: isColumn ? COLUMN_OF_PART : 0 }];
  }),
  rule('group', ['field', 'grain'], 0, ([field, grain], { tables }) =>
    isTime(tables.field(field)) ? { kind: 'grain', grain, field } : null,
  ),
  rule('group', ['grain', 'of|in?', 'field'], 0, ([grain, , field], { tables }) =>
    isTime(tables.field(field)) ? { kind: 'grain', grain, field } : null,
  ),
  rule('groups', ['by|per', 'group'], 0, ([, group]) => [group]),
  rule('groups', ['groups', 'and|per|by', 'group'], 0, ([groups, , group]) =>
    groups.some((one) => same(one, group)) ? null : [...groups, group],
  ),
  rule('groups', ['groups', 'groups'], 0.02, ([a, b]) =>
    a.some((one) => b.some((other) => same(one, other))) ? null : [...a, ...b],
  ),
  rule('groups', ['each_grain'], 0.02, ([grain]) => [{ kind: 'grain', grain, field: null, each: true }]),
  rule('groups', ['over_time'], 0.05, () => [{ kind: 'time' }]),
  rule('groups', ['by|in', 'over_time'], 0.03, () => [{ kind: 'time' }]),
];

const COLUMN_OF_PART = 0.15;

/** Numbers that can be put into stretches. */
const isBinned = (field: FieldDefinition): boolean => isNumeric(field) && field.role !== 'id' && !isFlag(field);

const same = (a: Group, b: Group): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Columns that tell who somebody is. */
const PERSON =
  /^(?:full[ _]?|last[ _]?|first[ _]?|sur)?name$|(?:person|athlete|player|employee|staff|student|teacher|patient|customer|client|user|member|owner|agent|rep|seller|driver|author|director|manager|mitarbeiter|kunde|person)(?:[ _]?name)?$/i;

const CLIENT = /^(?:customer|client|kunde)/i;
const PART_OF_NAME = /first|last|sur/i;

/** Columns that tell where something is. */
const PLACE =
  /(?:^|[ _])(?:city|town|country|region|state|province|county|district|location|place|site|venue|area|territory|zone|station|borough|neighbou?rhood|stadt|ort|land|standort|region|bundesland|bezirk|origin|destination|from|to|plant|facility|branch|store|shop|outlet|warehouse|school|hospital|ward|filiale|lager|werk)(?:[ _]?name)?$/i;

/** Rows that are days are told by their dates. */
function dayOf(noun: string | null, { table, fields, rows }: LogicalTable): Target | null {
  if (noun !== 'day' && noun !== 'tag') return null;
  const date = fields.find(({ type, distinct }) => type === 'date' && distinct >= rows);
  return date ? { kind: 'grain', grain: 'day', field: { table, field: date.id } } : null;
}

/** "which entries", of a single table. */
function anyRow(measure: Measurement, { all: [only, ...others] }: Tables): Target | null {
  const isBare = measure.kind === 'rows' && measure.table === null && !measure.where;
  return isBare && only && others.length === 0 ? { kind: 'rows', table: only.table, noun: null } : null;
}

const TARGETS = [
  rule('target', ['counted'], 0, ([measure], { tables }): Target | null =>
    measure.kind === 'rows' && measure.table !== null
      ? (dayOf(measure.noun, tables.table(measure.table)) ?? {
          kind: 'rows',
          table: measure.table,
          noun: measure.noun,
        })
      : measure.kind === 'column' && !('calculate' in measure.of)
        ? { kind: 'field', field: measure.of }
        : anyRow(measure, tables),
  ),
  // "the heaviest penguin species": the first noun only says of what.
  rule('target', ['entity', 'field'], 0.05, ([, field], { tables }) =>
    isGrouping(tables.field(field)) ? { kind: 'field', field } : null,
  ),
  // "what sells most" is no list of quantities.
  rule('target', ['group'], 0.05, ([group], { tables }) => {
    const isAmount = group.kind === 'field' && isMeasure(tables.field(group.field));
    return [{ meaning: group, cost: isAmount && tables.field(group.field).addsUp === 'always' ? 0.9 : 0 }];
  }),
  rule('asked', ['which|list', 'target'], 0, ([, target]) => target),
  rule('asked', ['list', 'different', 'group'], 0, ([, , group]) => group),
  rule('asked', ['who', 'target'], 0.1, ([, target]) => target),
  rule('asked', ['who'], 0.2, (_, { tables }) =>
    tables.all.flatMap((table) => {
      const persons = table.fields.filter((field) => field.type === 'text' && PERSON.test(field.column));
      // Who worked is none of those they worked for.
      const working = measuredIn(table, 'hour') ? persons.filter(({ column }) => !CLIENT.test(column)) : persons;
      const names = working.length > 0 ? working : persons;
      const [name] = names;
      if (!name) return [];
      // A first name and a last name are one person's only together, whom a row is about.
      const isWhole = names.length === 1 || names.some(({ distinct }) => distinct >= table.rows);
      const meaning: Target =
        isWhole || !PART_OF_NAME.test(name.column)
          ? { kind: 'field', field: { table: table.table, field: name.id } }
          : { kind: 'rows', table: table.table, noun: null };
      return [{ meaning, cost: 0 }];
    }),
  ),
  rule('asked', ['where'], 0.15, (_, { tables }) =>
    tables.all.flatMap(({ table, fields }) =>
      fields
        .filter((field) => field.type === 'text' && !field.hidden && PLACE.test(field.column))
        .map((field) => ({ meaning: { kind: 'field' as const, field: { table, field: field.id } }, cost: 0 })),
    ),
  ),
  rule('asked', ['when'], 0.1, () => ({ kind: 'time' })),
];

export const GROUP_RULES = [GROUPS, TARGETS];
