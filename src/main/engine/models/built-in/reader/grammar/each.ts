import type { Each } from '#contract/query';
import { rule } from '../rules';
import { isMeasure, isTime, ownFields, type Tables } from '../tables';
import type { FieldRef, Group, Meanings, Measurement, Operand } from '../terms';
import type { Vocabulary } from '../vocabulary';
import { aggregated, column, operandField } from './measurements';

const AGGREGATES: ReadonlySet<string> = new Set(['mean', 'median', 'min', 'max', 'standard_deviation']);

const overGroups = ({ aggregate }: Meanings['aggregate']): Each['aggregate'] | null =>
  AGGREGATES.has(aggregate) ? (aggregate as Each['aggregate']) : null;

/** What every row is one of. */
const isRow = (thing: Measurement, of: Operand, tables: Tables): boolean => {
  const { table } = operandField(of);
  if (thing.kind === 'rows') return thing.table === table;
  if (thing.kind !== 'column' || 'calculate' in thing.of || thing.of.table !== table) return false;
  if (isMeasure(tables.field(thing.of))) return false;
  const { field } = thing.of;
  const own = ownFields(tables.table(table)).find(({ id }) => id === field);
  return own !== undefined && !isTime(own) && own.distinct >= tables.table(table).rows;
};

const isCount = (measure: Measurement): boolean =>
  measure.kind === 'rows' || (measure.kind === 'column' && measure.aggregate === 'distinct');

/** What adds up, so that each group has a sum of its own. */
function summed(of: Operand, tables: Tables): Measurement | null {
  const field = tables.field('calculate' in of ? of.left : of);
  const adds = isMeasure(field) && field.addsUp === 'always' && !('calculate' in of && of.calculate === 'divide');
  return adds ? column(of, 'sum') : null;
}

/** Things of which there are many, with several rows each: nobody wants a figure for every one of them. */
function isManyThings(group: Group, tables: Tables): boolean {
  if (group.kind !== 'field') return group.kind === 'grain';
  const { role, distinct, column: name } = tables.field(group.field);
  const { rows } = tables.table(group.field.table);
  return (
    !isTime(tables.field(group.field)) && (role === 'id' || KEYS.test(name) || distinct > SOME) && distinct < rows * 0.9
  );
}
const SOME = 25;
const KEYS = /(?:^|[ _])(?:id|nr|number|key)$/i;

/** What somebody gets or pays at a time: "average salary per year" may be of single ones as well, and both are offered. */
const OF_ONE = /salary|wage|pay|bonus|fare|tip|fee|hours|minutes|duration|distance|gehalt|lohn/i;
const isOfOne = (of: Operand, tables: Tables): boolean =>
  OF_ONE.test(tables.field('calculate' in of ? of.left : of).column);
/** What a row is called by itself is likelier than a number of things. */
const AS_NUMBERED = -0.1;
/** What makes it as likely as a figure for each group. */
const AS_A_GROUP = 0.28;

/** Weekdays, and days of any month, are no days: a mean of what fell on all of them says nothing. */
const isApart = (group: Group, tables: Tables): boolean =>
  group.kind === 'grain' || (group.kind === 'field' && !PARTS.test(tables.field(group.field).column));
const PARTS = /^(?:day|weekday|week|month|quarter|hour|tag|wochentag|woche|monat|quartal|stunde)$/i;

/** Things that several rows are about: "orders" by their numbers. */
function things(field: FieldRef, { tables }: Vocabulary): Measurement | null {
  const { role, column: name } = tables.field(field);
  return role === 'id' || KEYS.test(name) ? column(field, 'distinct') : null;
}

function each(word: Meanings['aggregate'], of: Measurement | null, group: Group, tables: Tables): Measurement | null {
  const aggregate = overGroups(word);
  if (!of || aggregate === null || !isApart(group, tables)) return null;
  const same = of.kind === 'column' && group.kind === 'field' && JSON.stringify(of.of) === JSON.stringify(group.field);
  return same ? null : { kind: 'each', of, by: [group], aggregate };
}

const grained = (grain: Meanings['grain']): Group => ({ kind: 'grain', grain, field: null });

/** Groups within groups: "median orders per customer", "sales per month on average". */
export const EACH_RULES = [
  rule(
    'measure',
    ['aggregate', 'count?', 'of?', 'counted', 'per', 'group'],
    -0.25,
    ([word, , , of, , group], { tables }) => (isCount(of) ? each(word, of, group, tables) : null),
  ),
  rule('measure', ['count?', 'counted', 'per', 'group', 'aggregate'], -0.25, ([, of, , group, word], { tables }) =>
    isCount(of) ? each(word, of, group, tables) : null,
  ),
  // "average cost per order" of orders: each row is one.
  rule(
    'measure',
    ['aggregate', 'count?', 'of?', 'operand', 'per', 'counted'],
    -0.35,
    ([word, , , of, , row], vocabulary) =>
      isRow(row, of, vocabulary.tables) ? aggregated(word.aggregate, of, vocabulary, word.percentile) : null,
  ),
  rule(
    'measure',
    ['aggregate', 'count?', 'of?', 'operand', 'per', 'field'],
    -0.35,
    ([word, , , of, , field], vocabulary) =>
      isRow(column(field, 'distinct'), of, vocabulary.tables)
        ? aggregated(word.aggregate, of, vocabulary, word.percentile)
        : null,
  ),
  rule('measure', ['count', 'counted', 'field', 'aggregate'], 0, ([, of, field, word], { tables }) =>
    isCount(of) && !isMeasure(tables.field(field)) && !isTime(tables.field(field))
      ? each(word, of, { kind: 'field', field }, tables)
      : null,
  ),
  // "on average, how many items does an order have"
  rule('measure', ['aggregate', 'count', 'counted', 'field', 'with?'], 0, ([word, , of, field], { tables }) =>
    isCount(of) && isManyThings({ kind: 'field', field }, tables)
      ? each(word, of, { kind: 'field', field }, tables)
      : null,
  ),
  rule(
    'measure',
    ['aggregate', 'count?', 'of?', 'field', 'per', 'group'],
    AS_NUMBERED,
    ([word, , , of, , group], vocabulary) => each(word, things(of, vocabulary), group, vocabulary.tables),
  ),
  rule(
    'measure',
    ['count?', 'different?', 'field', 'per', 'group', 'aggregate'],
    AS_NUMBERED,
    ([count, different, of, , group, word], vocabulary) =>
      each(word, count && different ? column(of, 'distinct') : things(of, vocabulary), group, vocabulary.tables),
  ),
  // "average salary per department" is a figure for each, so that only "per" and what adds up is meant otherwise.
  rule('measure', ['aggregate', 'of?', 'operand', 'per', 'group'], -0.25, ([word, , of, how, group], { tables }) => {
    const isMean = word.aggregate === 'mean' || word.aggregate === 'median';
    const meaning =
      how === 'per' && isMean && isManyThings(group, tables) ? each(word, summed(of, tables), group, tables) : null;
    return meaning && [{ meaning, cost: isOfOne(of, tables) && group.kind !== 'field' ? AS_A_GROUP : 0 }];
  }),
  rule(
    'measure',
    ['aggregate', 'of?', 'operand', 'per', 'group', 'aggregate'],
    -0.3,
    ([sum, , of, , group, word], { tables }) =>
      sum.aggregate === 'sum' ? each(word, summed(of, tables), group, tables) : null,
  ),
  rule('measure', ['operand', 'per', 'group', 'aggregate'], -0.25, ([of, , group, word], { tables }) =>
    each(word, summed(of, tables), group, tables),
  ),
  rule('measure', ['aggregate', 'each_grain', 'of?', 'operand'], -0.25, ([word, grain, , of], { tables }) =>
    isOfOne(of, tables) ? null : each(word, summed(of, tables), grained(grain), tables),
  ),
  rule(
    'measure',
    ['aggregate', 'each_grain', 'count?', 'of?', 'counted'],
    -0.25,
    ([word, grain, , , of], { tables }) => (isCount(of) ? each(word, of, grained(grain), tables) : null),
  ),
  rule(
    'special',
    ['distribution', 'of?', 'count?', 'counted', 'per', 'field'],
    -0.15,
    ([, , , of, , field], { tables }) =>
      isCount(of) && isManyThings({ kind: 'field', field }, tables) ? { kind: 'spread', of, each: field } : null,
  ),
  rule('special', ['count?', 'counted', 'per', 'field', 'distribution'], -0.15, ([, of, , field], { tables }) =>
    isCount(of) && isManyThings({ kind: 'field', field }, tables) ? { kind: 'spread', of, each: field } : null,
  ),
  rule(
    'special',
    ['distribution', 'of?', 'count?', 'field', 'per', 'field'],
    AS_NUMBERED,
    ([, , , named, , field], vocabulary) => {
      const of = things(named, vocabulary);
      return of && isManyThings({ kind: 'field', field }, vocabulary.tables)
        ? { kind: 'spread', of, each: field }
        : null;
    },
  ),
];
