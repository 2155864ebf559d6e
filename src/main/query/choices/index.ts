import { entryOf } from '#contract/entries';
import type { Choice, Choices } from '#contract/readings';
import { withUnpivot } from '../unpivot';
import { choice, listedFields, type MenuRequest } from './choice';
import { conditionChoices, conditionsOn, newConditionChoices } from './conditions';
import { fieldOf, isNumber, isTime } from './fields';
import { groupChoices } from './groups';
import { measureChoices, rowChoices } from './measures';
import { namesInCondition, namesOf } from './names';
import { chartChoices, havingChoices, limitChoices, orderChoices, tableChoices } from './results';

export type { MenuRequest } from './choice';
export { removePart } from './edits';
export { fieldOf } from './fields';
export { namesInCondition, namesOf } from './names';
export { readingOf } from './reading';

interface Slot {
  kind: string;
  /** Null for a part that is not there yet. */
  at: number | null;
  /** The field, or output, that was chosen before. */
  of: string | null;
}

export function slotOf(slot: string): Slot {
  const [, kind = slot, index, of = null] = slot.match(/^([a-z]+)(?:\.(\d+|new))?(?::(.*))?$/s) ?? [];
  return { kind, at: index === undefined || index === 'new' ? null : Number(index), of };
}

/** The field that a menu is about, whose values may have to be looked up; null where it is about none. */
export function fieldOfSlot({ query }: MenuRequest, slot: string): string | null {
  const { kind, at, of } = slotOf(slot);
  if (kind !== 'where') return null;
  const condition = at === null ? undefined : query.where?.[at];
  return of ?? (condition ? (namesInCondition(condition)[0] ?? null) : null);
}

/** What may stand at a place of a query. */
export function choicesOf(request: MenuRequest, slot: string): Choices {
  const { query, definitions } = request;
  const choices = choicesAt(request, slotOf(slot), slot).map((entry) =>
    entry.query ? { ...entry, query: withUnpivot(entry.query, definitions) } : entry,
  );
  const fields = choices.flatMap(({ label }) =>
    label.code === 'condition'
      ? namesInCondition(label.value)
      : label.code === 'each'
        ? (label.value.each?.by ?? []).map(({ field }) => field)
        : label.code === 'measured'
          ? [label.value.field]
          : label.code === 'order' && query.rows
            ? [label.value.value]
            : [],
  );
  const names = namesOf(query, definitions, fields);
  const { more } = listedFields(request);
  return { choices, names: query.rows ? withOrders(names, choices) : names, more, writes: writesOf(request, slot) };
}

function withOrders(names: Choices['names'], choices: readonly Choice[]): Choices['names'] {
  let outputs = names.outputs;
  for (const { label } of choices) {
    if (label.code !== 'order' || entryOf(outputs, label.value.value)) continue;
    const { value } = label.value;
    const type = entryOf(names.fields, value)?.type ?? 'text';
    const kind =
      type === 'text' || type === 'boolean' ? 'text' : type === 'date' || type === 'timestamp' ? 'time' : 'number';
    outputs = Object.fromEntries([...Object.entries(outputs), [value, { kind, value: { field: value, as: value } }]]);
  }
  return { ...names, outputs };
}

function choicesAt(request: MenuRequest, { kind, at, of }: Slot, slot: string): Choice[] {
  switch (kind) {
    case 'compute':
      return measureChoices(request, at);
    case 'rows':
      return rowChoices(request);
    case 'by':
      return groupChoices(request, at);
    case 'where':
      if (of !== null) return conditionsOn(request, of);
      return at === null ? newConditionChoices(request) : conditionChoices(request, at);
    case 'having':
      return havingChoices(request, at, of);
    case 'order':
      return orderChoices(request, at);
    case 'limit':
      return limitChoices(request);
    case 'show':
      return chartChoices(request);
    case 'from':
      return tableChoices(request);
    default:
      return slot === 'new' ? newChoices(request) : [];
  }
}

/** Everything that can be added: by its kind first, by its own name where something is searched for. */
function newChoices(request: MenuRequest): Choice[] {
  const { query, search } = request;
  const hasGroups = (query.by?.length ?? 0) > 0;
  const hasOrder = hasGroups || query.rows !== undefined;
  const kinds = [
    choice('add', { code: 'add', kind: 'measure' }, null, { next: 'compute.new', terms: 'sum average count' }),
    choice('add', { code: 'add', kind: 'group' }, null, { next: 'by.new', terms: 'by per each' }),
    choice('add', { code: 'add', kind: 'condition' }, null, { next: 'where.new', terms: 'filter only where' }),
    ...(hasOrder ? [choice('add', { code: 'add', kind: 'order' }, null, { next: 'order.new', terms: 'sort' })] : []),
    ...(hasOrder && !query.limit
      ? [choice('add', { code: 'add', kind: 'limit' }, null, { next: 'limit', terms: 'top first' })]
      : []),
    ...(hasGroups
      ? [choice('add', { code: 'add', kind: 'having' }, null, { next: 'having.new', terms: 'filter' })]
      : []),
    ...(hasGroups && !query.show
      ? [choice('add', { code: 'add', kind: 'chart' }, null, { next: 'show', terms: 'draw' })]
      : []),
  ];
  if (search.trim() === '') return kinds;
  return [
    ...kinds,
    // Whoever writes the name of a column of names means to group by it.
    ...measureChoices(request, null, true),
    ...groupChoices(request, null),
    ...newConditionChoices(request),
    ...(hasOrder ? orderChoices(request, null) : []),
    ...(hasGroups ? chartChoices(request) : []),
  ];
}

function writesOf(request: MenuRequest, slot: string): Choices['writes'] {
  const { kind, at, of } = slotOf(slot);
  if (kind === 'limit' || (kind === 'having' && (at !== null || of !== null))) return 'number';
  const name = fieldOfSlot(request, slot);
  const field = name === null ? undefined : fieldOf(name, request.query, request.definitions);
  if (!field) return null;
  if (isTime(field)) return 'date';
  return isNumber(field) && field.role === 'measure' ? 'number' : field.type === 'text' ? 'text' : null;
}
