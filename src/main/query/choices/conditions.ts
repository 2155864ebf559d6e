import type { FieldDefinition } from '#contract/definitions';
import type { Condition, Query } from '#contract/query';
import type { Choice } from '#contract/readings';
import { choice, listedFields, type MenuRequest, termsOf } from './choice';
import { removePart, setCondition } from './edits';
import { definitionsOf, fieldOf, isNumber, isTime } from './fields';
import { namesInCondition } from './names';
import { periodChoices } from './periods';
import { comparisonsOf } from './written';

/** On which field a condition could be; the analyst's own ones by their names. */
export function newConditionChoices(request: MenuRequest): Choice[] {
  const { query, definitions } = request;
  const own = definitionsOf(query.from.table, definitions)?.conditions ?? [];
  const { fields } = listedFields(request);
  return [
    ...own.map(({ id, title, synonyms }) =>
      choice('own', { code: 'own', title }, setCondition(query, null, { op: 'own', condition: id }), {
        terms: synonyms.join(' ').toLowerCase(),
      }),
    ),
    ...fields.map((named) =>
      choice('conditions', { code: 'field', title: named.field.title, type: named.field.type }, null, {
        next: `where.new:${named.name}`,
        terms: termsOf(named),
      }),
    ),
    ...valueHits(request),
  ];
}

/** Values that are what was written, with the field they are of. */
function valueHits({ query, definitions, search }: MenuRequest): Choice[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return [];
  const fields = definitionsOf(query.from.table, definitions)?.fields ?? [];
  return fields
    .filter(({ hidden, type }) => !hidden && type === 'text')
    .flatMap((field) =>
      field.values.list
        .filter(({ value }) => String(value).toLowerCase().includes(wanted))
        .slice(0, 3)
        .map(({ value, count }) => {
          const condition: Condition = { op: 'is', field: field.id, values: [String(value)] };
          return choice('conditions', { code: 'condition', value: condition }, setCondition(query, null, condition), {
            count,
            terms: String(value).toLowerCase(),
          });
        }),
    )
    .slice(0, 12);
}

/** What a condition may be instead. */
export function conditionChoices(request: MenuRequest, at: number): Choice[] {
  const { query, definitions } = request;
  const current = query.where?.[at];
  if (!current) return [];
  const set = (value: Condition): Query => setCondition(query, at, value);
  const removed = removePart(query, `where.${at}`);
  const [name, ...others] = namesInCondition(current);
  const field = name === undefined || others.length > 0 ? undefined : fieldOf(name, query, definitions);
  const reversed = reverseOf(current);
  return [
    ...(field && name !== undefined ? fieldConditions(request, name, field, current, set) : []),
    ...(reversed ? [choice('part', { code: 'reverse' }, set(reversed), { terms: 'not other' })] : []),
    ...(removed ? [choice('part', { code: 'remove' }, removed)] : []),
  ];
}

export function conditionsOn(request: MenuRequest, name: string): Choice[] {
  const { query, definitions } = request;
  const field = fieldOf(name, query, definitions);
  return field ? fieldConditions(request, name, field, null, (value) => setCondition(query, null, value)) : [];
}

type Set = (value: Condition) => Query;

function fieldConditions(
  request: MenuRequest,
  name: string,
  field: FieldDefinition,
  current: Condition | null,
  set: Set,
): Choice[] {
  const { search, numbers } = request;
  const isCurrent = (value: Condition) => JSON.stringify(value) === JSON.stringify(current);
  const plain = (value: Condition, terms = '') =>
    choice('conditions', { code: 'condition', value }, set(value), { chosen: isCurrent(value), terms });
  const missing =
    field.missing > 0
      ? [plain({ op: 'present', field: name }, 'present known'), plain({ op: 'missing', field: name }, 'missing empty')]
      : [];
  if (isTime(field)) return [...periodChoices(name, field, search, current, set), ...missing];
  if (isNumber(field) && !isNamed(field))
    return [
      ...comparisonsOf(numbers).map((compared) => plain({ ...compared, field: name } as Condition, search)),
      plain({ op: 'outlier', field: name }, 'outliers unusual'),
      ...missing,
    ];
  const text = search.trim();
  const contains =
    text !== '' && field.type === 'text' ? [plain({ op: 'contains', field: name, text }, search.toLowerCase())] : [];
  return [...valueChoices(request, name, field, current, set), ...contains, ...missing];
}

/** A number of few values is chosen like names are. */
const isNamed = (field: FieldDefinition): boolean => field.role !== 'measure' && field.values.complete;

/** Values as boxes to tick: those of the condition stay with it. */
function valueChoices(
  { values, search }: MenuRequest,
  name: string,
  field: FieldDefinition,
  current: Condition | null,
  set: Set,
): Choice[] {
  const op = current?.op === 'is_not' ? 'is_not' : 'is';
  const chosen = current && (current.op === 'is' || current.op === 'is_not') ? current.values.map(String) : [];
  const listed = values ?? field.values.list;
  const known = listed.filter(({ value }) => value !== null);
  const shown = known.some(({ value }) => chosen.includes(String(value)))
    ? known
    : [...chosen.map((value) => ({ value, count: null })), ...known];
  return shown
    .filter(
      ({ value }) => String(value).toLowerCase().includes(search.trim().toLowerCase()) || field.type === 'boolean',
    )
    .slice(0, VALUES_AT_MOST)
    .map(({ value, count }) => {
      const text = String(value);
      const isChosen = chosen.includes(text);
      const next = isChosen
        ? chosen.filter((value) => value !== text)
        : field.type === 'boolean'
          ? [text]
          : [...chosen, text];
      const operands = next.map((operand) => (field.type === 'boolean' ? operand === 'true' : operand));
      return choice(
        'values',
        { code: 'value', value, type: field.type },
        operands.length > 0 ? set({ op, field: name, values: operands }) : null,
        { count, chosen: isChosen, terms: search.toLowerCase() },
      );
    })
    .filter(({ query }) => query !== null);
}

const VALUES_AT_MOST = 200;

const OPPOSITES = new Map([
  ['is', 'is_not'],
  ['missing', 'present'],
  ['during', 'not_during'],
  ['own', 'not_own'],
  ['contains', 'not_contains'],
  ['any', 'none'],
  ['has', 'has_no'],
  ['<', '>='],
  ['>', '<='],
]);
const REVERSED = new Map([...OPPOSITES, ...[...OPPOSITES].map(([a, b]) => [b, a] as const)]);

function reverseOf(condition: Condition): Condition | null {
  const op = REVERSED.get(condition.op);
  return op === undefined ? null : ({ ...condition, op } as Condition);
}
