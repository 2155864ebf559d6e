import { listOf } from '../../lexicon/lists';
import { ofEachThing, valueOfEach } from '../lines';
import { moneyField } from '../money';
import { rule } from '../rules';
import { isFlag, isMeasure, isNumeric, isTime, yesOf } from '../tables';
import { type Measurement, sameField } from '../terms';
import { COUNTED, COUNTS_OF_PEOPLE } from './counted';
import { condition, isValue } from './filters';
import {
  aggregated,
  atEdge,
  calculation,
  column,
  counted,
  FEW,
  isAlike,
  ofNothingNamed,
  operandField,
  rows,
  summed,
  tableOf,
  totalOf,
} from './measurements';

/** Columns of which others are a part. */
const WHOLES = listOf('wholes') ?? [];

const AGGREGATES = [
  rule('aggregate', ['number|ordinal', 'percentile'], 0, ([n]) =>
    Number(n) <= 100 ? { aggregate: 'percentile', percentile: String(n) } : null,
  ),
  rule('measure', ['aggregate', 'of?', 'operand'], 0, ([{ aggregate, percentile }, , of], vocabulary) =>
    atEdge(aggregated(aggregate, of, vocabulary, percentile), vocabulary),
  ),
  // "average trip distance", "total deal value": the first noun only says of what.
  rule('measure', ['aggregate', 'counted', 'operand'], 0.05, ([{ aggregate, percentile }, , of], vocabulary) =>
    aggregated(aggregate, of, vocabulary, percentile),
  ),
  rule('measure', ['aggregate', 'field', 'operand'], 0.15, ([{ aggregate, percentile }, about, of], vocabulary) =>
    vocabulary.tables.field(about).role === 'id'
      ? (ofEachThing(aggregate, of, about, vocabulary.tables) ?? aggregated(aggregate, of, vocabulary, percentile))
      : null,
  ),
  // "average invoice total"
  rule('measure', ['aggregate', 'field', 'aggregate'], 0.1, ([{ aggregate }, key, sum], { tables }) => {
    const money = sum.aggregate === 'sum' ? moneyField(tables.table(key.table), 'in') : null;
    return money && ofEachThing(aggregate, { table: key.table, field: money.id }, key, tables);
  }),
  rule('measure', ['counted', 'operand'], 0.25, ([, of], { tables }) =>
    'calculate' in of || !isMeasure(tables.field(of)) ? null : column(of, null),
  ),
  rule('measure', ['aggregate', 'money', 'of', 'counted'], 0.25, ([{ aggregate }, word, , about], vocabulary) => {
    const table = about.kind === 'rows' ? about.table : about.kind === 'column' ? operandField(about.of).table : null;
    const field = table === null ? null : moneyField(vocabulary.tables.table(table), word);
    return field && table !== null ? aggregated(aggregate, { table, field: field.id }, vocabulary) : null;
  }),
  rule('measure', ['count', 'unit', 'of?', 'operand'], -0.1, ([, unit, , of], { tables }) => {
    if ('calculate' in of) return null;
    const { unit: own, column: name } = tables.field(of);
    const units = `${name} ${own?.kind === 'named' ? own.name : ''}`.toLowerCase();
    return units.includes(unit.slice(0, 3)) ? column(of, 'sum') : null;
  }),
  // "the longest wait", "longest anyone had to wait"
  rule(
    'measure',
    ['superlative', 'somebody?', 'operand'],
    0.1,
    ([{ of: hints, direction, judges }, , of], vocabulary) => {
      if (!hints || judges || 'calculate' in of || !isMeasure(vocabulary.tables.field(of))) return null;
      const isMeant = vocabulary.hinted(hints, of.table).some((ref) => sameField(ref, of));
      return isMeant ? aggregated(direction === 'most' ? 'max' : 'min', of, vocabulary) : null;
    },
  ),
  rule('measure', ['operand', 'aggregate'], 0.05, ([of, { aggregate, percentile }], vocabulary) =>
    atEdge(aggregated(aggregate, of, vocabulary, percentile), vocabulary),
  ),
  rule('measure', ['aggregate', 'of?', 'field'], 0.05, ([{ aggregate }, , of], vocabulary) =>
    aggregated(aggregate, of, vocabulary),
  ),
  rule('measure', ['count', 'of?', 'different?', 'counted'], -0.1, ([, , different, measure]) =>
    different && measure.kind === 'rows' ? null : measure.kind === 'rows' ? { ...measure, explicit: true } : measure,
  ),
  rule('measure', ['count', 'counted|field?'], 0, ([word]) => (word === 'times' ? rows(null, null, true) : null)),
  rule('measure', ['count', 'of?', 'different?', 'field'], 0, ([word, , different, field], vocabulary) =>
    word === 'times' ? null : counted(field, different === true, vocabulary),
  ),
  rule('measure', ['aggregate', 'count?', 'of?', 'counted'], 0.1, ([{ aggregate }, count, , measure], { tables }) =>
    aggregate === 'sum' ? totalOf(measure, count === undefined, tables) : null,
  ),
  rule('measure', ['aggregate', 'count', 'of?', 'field'], 0.1, ([{ aggregate }, , , field], vocabulary) =>
    aggregate === 'sum' ? counted(field, false, vocabulary) : null,
  ),
  rule('measure', ['counted', 'count'], 0.05, ([measure]) => measure),
  rule('measure', ['field', 'count'], 0.1, ([field], vocabulary) => counted(field, false, vocabulary)),
  // "how much went to rent": rows are many, and never much.
  rule('measure', ['count'], 0.5, ([word], { tables }) => ofNothingNamed(word, tables)),
  rule('measure', ['different', 'field'], 0.3, ([, field]) => column(field, 'distinct')),
  rule('measure', ['counted'], 0.5, ([measure]) =>
    measure.kind === 'rows' ? { ...measure, explicit: false } : measure,
  ),
  // "orders by month", where each has a number and several rows.
  rule('measure', ['field'], 0.4, ([field], { tables }) =>
    tables.field(field).role === 'id' && tables.field(field).distinct < tables.table(field.table).rows
      ? column(field, 'distinct')
      : null,
  ),
  rule('measure', ['operand'], 0.2, ([of], { tables }) => {
    if ('calculate' in of) return column(of, null);
    const field = tables.field(of);
    const isNumber = isNumeric(field) && field.role !== 'id' && !isFlag(field) && !isTime(field);
    return isMeasure(field) || (isNumber && field.distinct > 12) ? column(of, null) : null;
  }),
  rule('measure', ['count', 'own_measure'], -0.15, ([, own]) => ({ kind: 'own', ...own })),
  rule('measure', ['own_measure'], -0.05, ([own]) => ({ kind: 'own', ...own })),
];

/** What is made of two measures, or told by a word of the trade. */
const COMPOSED = [
  rule('measure', ['field', 'rate'], -0.1, ([ref], { tables }) => {
    const field = tables.field(ref);
    return isFlag(field)
      ? { kind: 'part', condition: condition(ref, { op: 'is', field: ref.field, values: [yesOf(field)] }) }
      : null;
  }),
  // "defect rate": of all that there could be.
  rule('measure', ['field', 'rate'], 0.2, ([field], vocabulary) => {
    const { tables } = vocabulary;
    if (!isMeasure(tables.field(field)) || tables.field(field).addsUp !== 'always') return null;
    const [whole, ...others] = vocabulary
      .hinted(WHOLES, field.table)
      .filter((ref) => ref.field !== field.field && isMeasure(tables.field(ref)));
    return whole && new Set(others.map((one) => one.field)).size === 0
      ? calculation('divide', column(field, 'sum'), column(whole, 'sum'), true)
      : null;
  }),
  rule('measure', ['value', 'rate'], 0, ([value], vocabulary) => ({
    kind: 'part',
    condition: isValue({ ...value, part: null }, vocabulary),
  })),
  rule('measure', ['aggregate?', 'concept'], 0, ([word, concept], vocabulary) => {
    if (word && word.aggregate !== 'sum' && word.aggregate !== 'mean') return null;
    const { tables } = vocabulary;
    const each = concept.percent ? null : valueOfEach(concept.right, vocabulary);
    if (each) return each;
    const [left] = vocabulary.hinted(concept.left, null).filter((one) => isNumeric(tables.field(one)));
    const of = left ? vocabulary.hinted(concept.right, left.table) : [];
    const [right] = of.filter((one) => one.field !== left?.field);
    if (!left || !right) return null;
    const { calculate } = concept;
    if (calculate === 'multiply' || calculate === 'subtract') return column({ calculate, left, right }, 'sum');
    const below = isMeasure(tables.field(right)) ? column(right, 'sum') : column(right, 'distinct');
    return calculation('divide', column(left, 'sum'), below, concept.percent === true);
  }),
  rule('measure', ['operand', 'per', 'operand'], 0.05, ([left, , right], { tables }) => {
    if ('calculate' in left || 'calculate' in right || sameField(left, right)) return null;
    const both = [left, right].map((one) => tables.field(one));
    if (!both.every(isMeasure)) return null;
    // Prices per carat have a mean, prices have no sum.
    return both.some(({ addsUp }) => addsUp === 'never') && left.table === right.table
      ? column({ calculate: 'divide', left, right }, 'mean')
      : calculation('divide', column(left, 'sum'), column(right, 'sum'));
  }),
  // "share of invalid ballots": the one in the other.
  rule('measure', ['share', 'of?', 'field', 'in|of?', 'field'], -0.1, ([, , left, , right], { tables }) =>
    left.table === right.table &&
    left.field !== right.field &&
    [left, right].every((one) => isMeasure(tables.field(one)) && tables.field(one).addsUp !== 'never')
      ? calculation('divide', column(left, 'sum'), column(right, 'sum'), true)
      : null,
  ),
  rule('measure', ['measure', 'ratio', 'measure'], 0.3, ([left, , right]) =>
    left.kind === 'calculation' || right.kind === 'calculation' || !isAlike(left, right)
      ? null
      : calculation('divide', summed(left), summed(right)),
  ),
  rule('measure', ['measure', 'subtracted', 'measure'], -0.2, ([left, , right]) =>
    left.kind === 'column' && right.kind === 'column' && isAlike(left, right)
      ? calculation('subtract', summed(left), summed(right))
      : null,
  ),
  rule('measure', ['measure', 'per', 'field'], 0.4, ([left, , field], { tables }) => {
    const { role, distinct } = tables.field(field);
    if (left.kind !== 'column' || field.table !== tableOf(left) || isTime(tables.field(field))) return null;
    if (role !== 'id' && isNumeric(tables.field(field))) return null;
    if (left.aggregate === null || left.aggregate === 'sum')
      return calculation('divide', summed(left), column(field, 'distinct'));
    // "average sales per customer": of many things, what each has on average is the sum of all by their number.
    return left.aggregate === 'mean' && distinct > FEW && tables.field(operandField(left.of)).addsUp === 'always'
      ? calculation('divide', { ...left, aggregate: 'sum' }, column(field, 'distinct'))
      : null;
  }),
  // "how many yellow cards": those of the one and those of the other side.
  rule('measure', ['count', 'of?', 'operand'], 0.05, ([word, , of]) =>
    word === 'rows' && 'calculate' in of && of.calculate === 'add' ? column(of, 'sum') : null,
  ),
  rule('measure', ['count', 'operand', 'aggregate?'], 0, ([, of, word]) =>
    'calculate' in of && of.calculate === 'subtract' ? column(of, word?.aggregate ?? 'mean') : null,
  ),
  rule(
    'measures',
    ['number|ordinal', 'and', 'number|ordinal', 'percentile', 'of?', 'operand'],
    0,
    ([a, , b, , , of], vocabulary) =>
      [a, b].flatMap((one) => aggregated('percentile', of, vocabulary, String(one)) ?? []),
  ),
  rule('measures', ['quartiles', 'of?', 'operand'], 0, ([, , of], vocabulary) =>
    ['25', '50', '75'].flatMap((one) => aggregated('percentile', of, vocabulary, one) ?? []),
  ),
  // "distribution of orders by plan"
  rule('measure', ['distribution', 'of?', 'count?', 'counted'], 0.1, ([, , , measure]) =>
    measure.kind === 'rows' ? { ...measure, spread: true } : measure,
  ),
  rule(
    'measure',
    ['difference', 'aggregate', 'and|to', 'aggregate', 'of?', 'operand'],
    0,
    ([, a, , b, , of], vocabulary) => {
      const [left, right] = [a, b].map((one) => aggregated(one.aggregate, of, vocabulary, one.percentile));
      return left && right ? calculation('subtract', left, right) : null;
    },
  ),
  rule('measure', ['difference', 'measure', 'and|to', 'measure'], 0.1, ([, left, , right]) =>
    calculation('subtract', summed(left), summed(right)),
  ),
  rule('measure', ['extent'], 0.1, ([hints], vocabulary) =>
    vocabulary
      .hinted(hints, null)
      .filter((ref) => isNumeric(vocabulary.tables.field(ref)))
      .map((ref, index) => ({ meaning: column(ref, 'mean'), cost: index * 0.3 })),
  ),
  rule('measure', ['count?', 'fresh', 'field'], -0.1, ([, , field], { tables }) =>
    tables.field(field).cumulative ? ({ ...column(field, null), fresh: true } as Measurement) : null,
  ),
  // "new members per year": by the day they came.
  rule('measure', ['count?', 'fresh', 'counted'], -0.05, ([, , measure]) =>
    measure.kind === 'rows' && measure.table !== null ? { ...measure, explicit: true } : null,
  ),
  rule('measure', ['last', 'of?', 'measure'], 0.05, ([, , measure], { tables }) =>
    measure.kind === 'column' &&
    !('calculate' in measure.of) &&
    (tables.field(measure.of).cumulative || tables.field(measure.of).addsUp === 'not_over_time')
      ? measure
      : null,
  ),
  rule('measures', ['measure', 'and|versus', 'measure'], 0.05, ([a, , b]) =>
    JSON.stringify(a) === JSON.stringify(b) ? null : [a, b],
  ),
  rule('measures', ['measures', 'and|versus', 'measure'], 0.05, ([measures, , next]) => [...measures, next]),
  rule('measures', ['aggregate', 'and', 'aggregate', 'of?', 'operand'], 0, ([a, , b, , of], vocabulary) => {
    const both = [a, b].map((one) => aggregated(one.aggregate, of, vocabulary, one.percentile));
    return both.some((one) => one === null) ? null : both.flatMap((one) => one ?? []);
  }),
];

export const MEASURE_RULES = [COUNTED, [...COUNTS_OF_PEOPLE, ...AGGREGATES], COMPOSED];
