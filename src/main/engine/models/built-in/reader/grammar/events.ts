import type { PlainCondition } from '#contract/query';
import { dayRange } from '../periods';
import { rule } from '../rules';
import { isFlag, isNumeric, isTime, noOf, type Tables, yesOf } from '../tables';
import { type FieldRef, type Filter, type Meanings, sameField } from '../terms';
import type { Vocabulary } from '../vocabulary';
import { bounded, condition } from './filters';

type Compared = Meanings['compared'];

/** "later than promised": the date of the deed after the one it was to be done by. */
export function laterThan(
  named: FieldRef | null,
  op: Compared['op'],
  hints: readonly string[],
  right: FieldRef,
  tables: Tables,
): Filter | null {
  const isDate = (ref: FieldRef) => isTime(tables.field(ref)) && !isNumeric(tables.field(ref));
  if (!isDate(right) || !hints.includes('delay') || op === '=' || op === '!=') return null;
  const dates = tables
    .table(right.table)
    .fields.map((field) => ({ table: right.table, field: field.id }))
    .filter((ref) => isDate(ref) && !sameField(ref, right));
  const done = dates.filter((ref) => /actual|deliver|arriv|resolv|clos|end|complet|done|finish/i.test(ref.field));
  const left =
    named && isDate(named) && named.table === right.table
      ? named
      : (done.length === 1 ? done : dates.length === 1 ? dates : [])[0];
  return left && !sameField(left, right)
    ? condition(right, { op: 'compare', left: left.field, comparison: op, right: right.field })
    : null;
}

/** The day that something was to be done by, and the one it was done on. */
export const dueDates = (tables: Tables): { due: FieldRef; done: FieldRef }[] =>
  tables.all.flatMap(({ table, fields }) => {
    const date = (pattern: RegExp) =>
      fields.find((field) => (field.type === 'date' || field.type === 'timestamp') && pattern.test(field.column));
    const due = date(/due|promis|plan|expect|sched|deadline|fällig|frist|zugesagt|soll/i);
    const done = date(
      /actual|deliver|arriv|resolv|clos|complet|done|finish|return|paid|geliefert|erledigt|bezahlt|zurück|abgeschlossen/i,
    );
    return due && done ? [{ due: { table, field: due.id }, done: { table, field: done.id } }] : [];
  });

const lateBy = (tables: Tables, op: '<' | '<=' | '>', named: FieldRef | null) =>
  dueDates(tables)
    .filter(({ done }) => named === null || sameField(done, named))
    .map(({ due, done }) => ({
      meaning: condition(done, { op: 'compare', left: done.field, comparison: op, right: due.field }),
      cost: 0,
    }));

/** What words such as "late" tell of a column, and times of events. */
export const EVENTS = [
  rule('filter', ['predicate'], 0.05, ([predicate], vocabulary) => predicated(predicate, null, vocabulary)),
  rule('filter', ['predicate'], 0.2, ([{ of, op, measured }], { tables }) =>
    // "late" is what was done after the day it was promised for.
    measured === undefined || !of.includes('delay') || (op !== '<' && op !== '<=' && op !== '>')
      ? null
      : lateBy(tables, op, null),
  ),
  // "came back late"
  rule('filter', ['field', 'predicate'], 0, ([field, { of, op, measured }], { tables }) =>
    measured === undefined || !of.includes('delay') || (op !== '<' && op !== '<=' && op !== '>')
      ? null
      : lateBy(tables, op, field),
  ),
  rule('filter', ['field', 'predicate'], 0, ([field, predicate], vocabulary) =>
    predicated(predicate, field, vocabulary),
  ),
  rule('filter', ['field?', 'compared', 'predicate'], 0, ([field, compared, predicate], vocabulary) =>
    predicate.measured ? late(predicate.of, field ?? null, compared, vocabulary) : null,
  ),
  rule('filter', ['field', 'in|of?', 'span'], -0.1, ([field, , span], { tables }) => {
    const definition = tables.field(field);
    return isTime(definition) && (span.kind !== 'part' || definition.type !== 'integer')
      ? { kind: 'period', field, period: span, negated: false }
      : null;
  }),
  // "in 2024 by close date": which of the dates is meant.
  rule('filter', ['in|of?', 'span', 'by', 'field'], -0.3, ([, period, , field], { tables }) =>
    isTime(tables.field(field)) && tables.field(field).distinct > 31
      ? { kind: 'period', field, period, negated: false }
      : null,
  ),
  rule('filter', ['in|of?', 'span'], 0.02, ([, period]) => ({ kind: 'period', field: null, period, negated: false })),
  // "older than 2015"
  rule('filter', ['comparative', 'year'], 0.1, ([{ op, of }, year]) =>
    of?.includes('age') && (op === '>' || op === '<')
      ? {
          kind: 'period',
          field: null,
          period: op === '>' ? dayRange(null, `${year - 1}-12-31`) : dayRange(`${year + 1}-01-01`, null),
          negated: false,
        }
      : null,
  ),
  rule('filter', ['field', 'comparative', 'aggregate'], 0, ([field, { op }, { aggregate }], { tables }) =>
    op !== '=' && op !== '!=' && (aggregate === 'mean' || aggregate === 'median') && isNumeric(tables.field(field))
      ? { kind: 'beyond', of: field, op, aggregate }
      : null,
  ),
  rule(
    'filter',
    ['comparative', 'aggregate', 'field?', 'counted?'],
    0,
    ([{ op, of }, { aggregate }, field], vocabulary) => {
      if (op === '=' || op === '!=' || (aggregate !== 'mean' && aggregate !== 'median')) return null;
      const refs = field ? [field] : vocabulary.hinted(of ?? [], null);
      return refs
        .filter((ref) => isNumeric(vocabulary.tables.field(ref)))
        .map((ref, index) => ({ meaning: { kind: 'beyond' as const, of: ref, op, aggregate }, cost: index * 0.3 }));
    },
  ),
];

function predicated(predicate: Meanings['predicate'], named: FieldRef | null, vocabulary: Vocabulary) {
  const isBound = predicate.op === '<' || predicate.op === '<=' || predicate.op === '>';
  const refs = vocabulary
    .hinted(predicate.of, null)
    .filter((ref) => named === null || shares(ref, named))
    .filter((ref) => !isBound || isNumeric(vocabulary.tables.field(ref)));
  return refs.flatMap((ref, index) => {
    const { op, than } = predicate;
    const field = { field: ref.field };
    const made: PlainCondition =
      op === '='
        ? {
            ...field,
            op: 'is',
            values: [
              than === '0'
                ? noOf(vocabulary.tables.field(ref))
                : isFlag(vocabulary.tables.field(ref))
                  ? yesOf(vocabulary.tables.field(ref))
                  : than,
            ],
          }
        : op === '<' || op === '<=' || op === '>'
          ? { ...field, op, value: than }
          : { ...field, op };
    return [{ meaning: condition(ref, made), cost: index * 0.3 }];
  });
}

/** "departed late": the delay that is called by the first word as well. */
export const shares = (a: FieldRef, b: FieldRef): boolean => {
  const words = new Set(a.field.toLowerCase().split(/[^a-z]+/));
  return (
    a.table === b.table &&
    (a.field === b.field ||
      b.field
        .toLowerCase()
        .split(/[^a-z]+/)
        .some((word) => word.length > 2 && words.has(word)))
  );
};

export function late(hints: readonly string[], named: FieldRef | null, compared: Compared, vocabulary: Vocabulary) {
  return vocabulary
    .hinted(hints, null)
    .filter((ref) => named === null || shares(ref, named))
    .flatMap((ref, index) => {
      const made = bounded(ref, compared, vocabulary);
      return made ? [{ meaning: made, cost: named ? 0 : 0.1 + index * 0.1 }] : [];
    });
}
