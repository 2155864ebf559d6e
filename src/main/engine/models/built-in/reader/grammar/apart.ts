import type { FieldDefinition } from '#contract/definitions';
import { rule } from '../rules';
import { isMeasure, isNumeric, isTime, type Tables } from '../tables';
import { type FieldRef, type Filter, type Meanings, sameField } from '../terms';
import { lasted } from './durations';
import { dueDates, laterThan } from './events';
import { condition } from './filters';

/** What is over, the likeliest first. */
const ENDS = ['dropoff', 'returned', 'end', 'left', 'discharged', 'closed', 'delivered'];

type Compared = Meanings['compared'];

const MIRRORED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=', '!=': '!=' } as const;
const isDate = (field: FieldDefinition): boolean => isTime(field) && !isNumeric(field);

const IN_DAY = new Map([
  ['hour', 24],
  ['minute', 1440],
  ['second', 86_400],
]);

/** "more than 3 days": as days between dates, as a number between numbers; null where the unit is another one, or where it is not told. */
function distance({ amount }: Compared, field: FieldDefinition, told: boolean): number | null {
  if (amount.percent) return null;
  const value = Number(amount.value);
  if (isDate(field)) {
    const parts = field.type === 'timestamp' ? IN_DAY.get(amount.unit ?? '') : undefined;
    return amount.unit === 'day' || (amount.unit === null && told) ? value : parts ? value / parts : null;
  }
  return amount.unit === 'day' || amount.unit === 'times' ? null : value;
}

/** The left one further than so much above the right one; below it where `op` says so. */
function apart(
  left: FieldRef,
  right: FieldRef,
  below: boolean,
  compared: Compared,
  tables: Tables,
  told = false,
): Filter | null {
  if (left.table !== right.table || sameField(left, right)) return null;
  const [first, second] = [tables.field(left), tables.field(right)];
  if (!comparable(first, second)) return null;
  const far = distance(compared, first, told);
  if (far === null || compared.op === '!=' || compared.of) return null;
  const comparison = below ? MIRRORED[compared.op] : compared.op;
  const plus = String(below ? -far : far);
  return condition(left, { op: 'compare', left: left.field, comparison, right: right.field, plus });
}

/** Dates with dates, and amounts with amounts of the same unit. */
const comparable = (a: FieldDefinition, b: FieldDefinition): boolean =>
  (isDate(a) && isDate(b)) || (isMeasure(a) && isMeasure(b) && JSON.stringify(a.unit) === JSON.stringify(b.unit));

const isBelow = (op: Compared['op']): boolean | null =>
  op === '>' || op === '>=' ? false : op === '<' || op === '<=' ? true : null;

/** The date that a word such as "shipped" before another one speaks of. */
function leftOf(named: FieldRef | undefined, op: Compared['op'], right: FieldRef, tables: Tables): FieldRef | null {
  if (named) return named;
  const made = laterThan(null, op, ['delay'], right, tables);
  return made?.kind === 'condition' && made.condition.op === 'compare'
    ? { table: made.table, field: made.condition.left }
    : null;
}

/** How far two values of a row are apart: "more than 3 days after the promised date", "500 over budget". */
export const APART = [
  rule(
    'filter',
    ['field?', 'compared', 'after|before|comparative', 'field'],
    -0.1,
    ([named, compared, word, right], { tables }) => {
      const op: Compared['op'] = word === true ? '>' : word.op;
      const below = isBelow(op);
      const left = leftOf(named, op, right, tables);
      return below === null || !left ? null : apart(left, right, below, compared, tables);
    },
  ),
  rule(
    'filter',
    ['field', 'comparative', 'field', 'by', 'compared'],
    -0.1,
    ([left, { op }, right, , compared], { tables }) => {
      const below = isBelow(op);
      return below === null ? null : apart(left, right, below, compared, tables);
    },
  ),
  // "took longer than 20 minutes", where two moments tell how long
  rule('filter', ['compared'], 0.15, ([{ of, ...compared }], vocabulary) => {
    if (!of?.includes('length') || vocabulary.hinted(of, null).length > 0) return null;
    const length = lasted(ENDS, vocabulary);
    return length && apart(length.left, length.right, false, compared, vocabulary.tables);
  }),
  rule('filter', ['operand', 'is|with|of?', 'compared'], 0, ([of, , compared], { tables }) =>
    'calculate' in of && of.calculate === 'subtract' ? apart(of.left, of.right, false, compared, tables, true) : null,
  ),
  rule('filter', ['with?', 'compared', 'of|in?', 'operand'], -0.3, ([, compared, , of], { tables }) =>
    'calculate' in of && of.calculate === 'subtract' ? apart(of.left, of.right, false, compared, tables, true) : null,
  ),
  rule('filter', ['compared', 'predicate'], 0, ([compared, { of, op, measured }], { tables }) =>
    measured === undefined || !of.includes('delay') || (op !== '<' && op !== '>')
      ? null
      : dueDates(tables).flatMap(({ due, done }) => {
          const made = apart(done, due, op === '<', compared, tables);
          return made ? [{ meaning: made, cost: 0.05 }] : [];
        }),
  ),
  rule('filter', ['predicate', 'by', 'compared'], 0, ([{ of, op, measured }, , compared], { tables }) =>
    measured === undefined || !of.includes('delay') || (op !== '<' && op !== '>')
      ? null
      : dueDates(tables).flatMap(({ due, done }) => {
          const made = apart(done, due, op === '<', compared, tables);
          return made ? [{ meaning: made, cost: 0.05 }] : [];
        }),
  ),
  // "cost over budget" by itself may be a ratio.
  rule('filter', ['with', 'field', 'is?', 'comparative', 'field'], -0.2, ([, left, , { op, of }, right], { tables }) =>
    !of &&
    left.table === right.table &&
    !sameField(left, right) &&
    isMeasure(tables.field(left)) &&
    comparable(tables.field(left), tables.field(right))
      ? condition(left, { op: 'compare', left: left.field, comparison: op, right: right.field })
      : null,
  ),
];
