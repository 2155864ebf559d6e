import type { Aggregate } from '#contract/query';
import { rule } from '../rules';
import { isMeasure, isNumeric } from '../tables';
import { type Measurement, sameField } from '../terms';
import { isKey } from './bounds';
import { column } from './measurements';

const SHARES = [
  rule('shared', ['share'], 0.1, () => ({ of: null, each: null, where: null })),
  rule('shared', ['share', 'of?', 'measure'], 0, ([, , of]) => ({ of, each: null, where: null })),
  rule('shared', ['share', 'of?', 'counted'], 0, ([, , of]) => ({ of, each: null, where: null })),
  rule('shared', ['share', 'of|per|by', 'per?', 'group', 'in|of|with', 'measure'], -0.1, ([, , , each, , of]) => ({
    of,
    each,
    where: null,
  })),
  rule('shared', ['share', 'per?', 'group', 'with|of|in', 'in|of?', 'measure'], -0.1, ([, , each, , , of]) => ({
    of,
    each,
    where: null,
  })),
  rule('shared', ['share', 'of?', 'filter', 'counted?'], -0.1, ([, , where, of]) =>
    where.kind === 'period' ? null : { of: of ?? null, each: null, where },
  ),
  rule('shared', ['share', 'of?', 'filter', 'in|of', 'measure'], -0.1, ([, , where, , of]) =>
    where.kind === 'period' ? null : { of, each: null, where },
  ),
];

const sizeOf = (number: string | undefined): number | null =>
  number !== undefined && /^\d{1,4}$/.test(number) ? Number(number) : null;

const isMoving = (aggregate: Aggregate) =>
  aggregate === 'mean' || aggregate === 'median' || aggregate === 'sum' || aggregate === 'min' || aggregate === 'max';

const WINDOWS = [
  rule('moving', ['window'], 0.05, ([window]) => ({
    window,
    size: null,
    grain: 'grain' in window ? (window.grain ?? null) : null,
  })),
  rule('moving', ['number|numeral', 'grain', 'window'], 0, ([number, grain, window]) => ({
    window,
    size: sizeOf(number),
    grain,
  })),
  rule('moving', ['window', 'of|by|in', 'number|numeral', 'grain'], 0, ([window, , number, grain]) => ({
    window,
    size: sizeOf(number),
    grain,
  })),
  // "the median of the last three months": of each period and those before it.
  rule(
    'moving',
    ['aggregate', 'of|in?', 'last', 'number|numeral', 'grain'],
    -0.1,
    ([{ aggregate }, , , number, grain]) =>
      isMoving(aggregate) ? { window: { kind: 'moving', aggregate }, size: sizeOf(number), grain } : null,
  ),
  rule('moving', ['each_grain', 'window'], 0, ([grain, window]) => ({ window, size: null, grain })),
  rule('moving', ['moving', 'moving'], 0, ([a, b]) => {
    // "year over year change of … in percent": the second word tells how it is counted.
    const grain = a.grain ?? b.grain;
    return a.window.kind === 'running' || b.window.kind === 'running'
      ? null
      : { window: a.window, size: a.size ?? b.size, grain };
  }),
];

const COMPARISONS = [
  // "by how many years did life expectancy rise"
  rule('difference', ['difference', 'grain'], 0.02, () => true),
  rule('comparing', ['compare|difference', 'values', 'and|versus|to|with|than', 'values'], 0, ([word, a, , b]) =>
    sides(a, b, word),
  ),
  rule(
    'comparing',
    ['values', 'counted|field?', 'versus', 'referring?', 'who|with?', 'values', 'counted|field?'],
    0,
    ([a, first, , , , b, second], { tables }) =>
      [first, second].every((noun) => noun === undefined || 'kind' in noun || !isMeasure(tables.field(noun)))
        ? sides(a, b, null)
        : null,
  ),
  rule('comparing', ['compare|difference', 'periods'], 0, ([, periods]) => ({
    kind: 'periods',
    periods,
    difference: false,
  })),
  rule('comparing', ['periods'], 0.1, ([periods]) => ({ kind: 'periods', periods, difference: false })),
  rule('comparing', ['from', 'span', 'to', 'span'], 0.1, ([, a, , b]) =>
    a.kind === b.kind ? { kind: 'periods', periods: [a, b], difference: false } : null,
  ),
  // "by how much did it fall between 1980 and 2009": the one year beside the other.
  rule('comparing', ['window', 'between', 'span', 'and', 'span'], -0.05, ([window, , a, , b]) =>
    (window.kind === 'growth' || window.kind === 'difference') && a.kind === b.kind && a.kind !== 'part'
      ? { kind: 'periods', periods: [a, b], difference: true }
      : null,
  ),
  rule('against_year', ['versus|compare', 'to?', 'span?', 'year_before'], 0, ([, , period]) => ({
    period: period ?? null,
  })),
  rule('against_year', ['versus|compare', 'year_before', 'span'], 0, ([, , period]) => ({ period })),
  rule('comparing', ['compare', 'measures'], 0, ([, measures]) => ({ kind: 'measures', measures, difference: false })),
];

export function sides(a: Parameters<typeof sameField>[0] & { values: string[] }, b: typeof a, word: unknown) {
  if (!sameField(a, b) || a.values.some((one) => b.values.includes(one))) return null;
  const value = (one: typeof a) => ({
    table: one.table,
    field: one.field,
    values: one.values,
    part: null,
    more: false,
    exact: true,
  });
  return { kind: 'values' as const, values: [value(a), value(b)], difference: word !== null && word !== undefined };
}

const SPECIALS = [
  rule('special', ['distribution', 'of?', 'field'], 0, ([, , of], { tables }) =>
    tables.field(of).role === 'id' ? null : { kind: 'distribution', of, width: null },
  ),
  rule('special', ['field', 'distribution'], 0.05, ([of]) => ({ kind: 'distribution', of, width: null })),
  rule('special', ['distribution', 'of?', 'field', 'step', 'number'], 0, ([, , of, , width]) => ({
    kind: 'distribution',
    of,
    width,
  })),
  rule(
    'special',
    ['distribution', 'of?', 'field', 'in|by?', 'number', 'unit|grain?', 'bins'],
    -0.1,
    ([, , of, , width]) => ({
      kind: 'distribution',
      of,
      width,
    }),
  ),
  rule(
    'special',
    ['distribution', 'of?', 'field', 'in|by?', 'bins', 'of', 'number', 'unit|grain?'],
    -0.1,
    ([, , of, , , , width]) => ({
      kind: 'distribution',
      of,
      width,
    }),
  ),
  rule('special', ['outlier', 'in|of|from?', 'field'], 0, ([, , of], { tables }) =>
    isNumeric(tables.field(of)) ? { kind: 'outliers', of } : null,
  ),
  rule('special', ['field', 'outlier'], 0, ([of], { tables }) =>
    isNumeric(tables.field(of)) ? { kind: 'outliers', of } : null,
  ),
  rule('special', ['count?', 'repeated', 'counted?'], 0.1, ([count]) => ({
    kind: 'repeated',
    fields: [],
    count: count !== undefined,
  })),
  rule('special', ['count?', 'repeated', 'of|in?', 'field'], 0, ([count, , , field]) => ({
    kind: 'repeated',
    fields: [field],
    count: count !== undefined,
  })),
  rule('special', ['field', 'repeated'], 0.1, ([field]) => ({ kind: 'repeated', fields: [field], count: false })),
  rule('special', ['count?', 'missing'], 0.3, ([, missing]) => (missing === 'missing' ? { kind: 'missing' } : null)),
  rule('special', ['columns'], 0, () => ({ kind: 'columns' })),
  rule('special', ['overview'], 0, () => ({ kind: 'overview' })),
  rule(
    'measure',
    ['count|aggregate?', 'missing', 'in|of|from?', 'field'],
    0.05,
    ([, missing, , field]): Measurement | null => (missing === 'missing' ? column(field, 'missing') : null),
  ),
  rule('measure', ['count?', 'field', 'counted?', 'missing'], 0.3, ([, field, , missing]) =>
    missing === 'missing' ? column(field, 'missing') : null,
  ),
];

const MENTIONS = [
  rule('mention', ['field'], 0.3, ([field]) => field),
  rule('mention', ['value'], 0.3, ([{ table, field }]) => ({ table, field })),
  // "of oncology patients": what the rows are about.
  rule('noun', ['of', 'field'], 0.3, ([, field], { tables }) => {
    const { role, distinct } = tables.field(field);
    return role === 'id' || (role !== 'measure' && role !== 'time' && distinct > tables.table(field.table).rows * 0.2)
      ? field
      : null;
  }),
  // "for all four shares" are all that there are.
  rule('noun', ['of|in?', 'list?', 'number|numeral', 'field'], -0.2, ([, , number, field], { tables }) =>
    Number(number) === tables.field(field).distinct ? field : null,
  ),
  // "in all countries together" are all that there are.
  rule('noun', ['of|in', 'list', 'field', 'pooled'], -0.2, ([, , field]) => field),
  rule('noun', ['counted'], 0.35, ([measure]) =>
    measure.kind === 'column' && !('calculate' in measure.of) ? measure.of : { table: '', field: '' },
  ),
  rule('noun', ['field'], 0.5, ([field], { tables }) => (isKey(tables.field(field)) ? field : null)),
  rule('tally', ['count', 'grain'], 0.05, ([, grain]) => ({ kind: 'grain', grain, field: null })),
  rule('restated', ['aggregate'], 0.2, ([aggregate]) => aggregate),
  rule('renumbered', ['number|numeral'], 0.6, ([number]) => number),
];

const SAME = [
  rule('same_part', ['in?', 'same', 'grain', 'of|in', 'year'], -0.1, ([, , grain, , year]) => ({ year, grain })),
];

const INSTEAD = [rule('instead', ['instead', 'of', 'measure'], 0, () => true)];

const LISTINGS = [
  rule('listing', ['list', 'counted'], 0.05, ([, measure]) => ({
    table: measure.kind === 'rows' ? measure.table : null,
    n: null,
  })),
  rule('listing', ['list', 'number|numeral', 'counted'], 0, ([, number, measure]) =>
    measure.kind === 'rows' && sizeOf(number) !== null ? { table: measure.table, n: sizeOf(number) } : null,
  ),
  // "the first 10 rows" are those that come first in the file.
  rule('listing', ['list?', 'ranking', 'row'], -0.1, ([, { n, plain, direction }]) =>
    plain && direction === 'most' && n !== null ? { table: null, n } : null,
  ),
];

export const SHAPE_RULES = [
  [...SHARES, ...WINDOWS, ...COMPARISONS, ...SPECIALS, ...LISTINGS, ...MENTIONS, ...SAME, ...INSTEAD],
];
