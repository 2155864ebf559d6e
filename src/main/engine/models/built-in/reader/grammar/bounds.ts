import type { FieldDefinition } from '#contract/definitions';
import { thingOf } from '../lines';
import { rule } from '../rules';
import { isMeasure, isTime } from '../tables';
import type { Meanings } from '../terms';
import { column, rows } from './measurements';

/** What tells things apart that several rows may be about. */
export const isKey = ({ role, column: name }: FieldDefinition): boolean =>
  role === 'id' || (role !== 'measure' && /(?:^|[ _-])(?:id|no|nr|number|key)$/i.test(name));

const isCurrency = (unit: string | null): boolean => unit !== null && /^[A-Z]{3}$/.test(unit);

const BOUNDS = [
  rule('having', ['with|of|in?', 'compared', 'field'], 0.1, ([, { op, amount, of }, field], { tables }) =>
    of || amount.unit || amount.percent || tables.field(field).role !== 'id'
      ? null
      : { op, than: amount.value, measure: column(field, 'distinct') },
  ),
  // "receipts over 50 euros"
  rule('having', ['field', 'with|of?', 'compared'], -0.05, ([things, , { op, amount, of }], { tables }) =>
    isKey(tables.field(things)) &&
    (isCurrency(amount.unit) ||
      (amount.unit === null && !amount.percent && thingOf(tables.table(things.table), things.field))) &&
    !of
      ? { op, than: amount.value, measure: null, unit: amount.unit, things }
      : null,
  ),
  rule('having', ['with|of|in?', 'compared', 'counted'], 0.1, ([, { op, amount }, measure]) =>
    amount.unit || amount.percent ? null : { op, than: amount.value, measure, named: true },
  ),
  rule('having', ['compared'], 0.4, ([{ op, amount, of }]) =>
    of ? null : { op, than: amount.value, measure: null, percent: amount.percent, unit: amount.unit },
  ),
  rule('having', ['measure', 'of|with|is|in?', 'compared'], 0.1, ([measure, , { op, amount, of }]) =>
    of || (amount.unit && measure.kind === 'rows')
      ? null
      : { op, than: amount.value, measure, percent: amount.percent, unit: amount.unit },
  ),
  rule('having', ['with|of|in?', 'compared', 'measure'], 0.15, ([, { op, amount, of }, measure]) =>
    of || (amount.unit && measure.kind === 'rows')
      ? null
      : { op, than: amount.value, measure, percent: amount.percent, unit: amount.unit, named: true },
  ),
];

/** How often something happened to each, or how many of something each has. */
const FREQUENCIES = [
  rule('having', ['field?', 'comparative', 'times_number'], -0.1, ([event, { op }, than], { tables }) =>
    event && !isTime(tables.field(event)) ? null : { op, than, measure: rows(null, null, true), named: true },
  ),
  rule('having', ['field', 'with|is?', 'deed?', 'only?', 'times_number'], 0, ([things, , , , than], { tables }) =>
    isMeasure(tables.field(things)) || isTime(tables.field(things)) || tables.field(things).role === 'id'
      ? null
      : { op: '=', than, measure: rows(null, null, true), things, named: true },
  ),
  rule('having', ['only|comparative?', 'times_number'], 0.1, ([word, than]) =>
    word === undefined || word === true ? { op: '=', than, measure: rows(null, null, true), named: true } : null,
  ),
  rule('having', ['field?', 'compared'], -0.1, ([event, compared], { tables }) =>
    event && !isTime(tables.field(event)) ? null : often(compared),
  ),
  rule('having', ['field', 'field?', 'compared'], -0.1, ([things, event, compared], { tables }) => {
    const bound = often(compared);
    return bound === null || tables.field(things).role !== 'id' || (event && !isTime(tables.field(event)))
      ? null
      : { ...bound, things };
  }),
  rule(
    'having',
    ['field', 'with', 'compared', 'counted|field'],
    0,
    ([things, , { op, amount, of }, had], { tables }) => {
      if (of || amount.unit || amount.percent || tables.field(things).role === 'measure') return null;
      const measure = 'kind' in had ? had : tables.field(had).role === 'id' ? column(had, 'distinct') : null;
      return measure && { op, than: amount.value, measure, things, named: true };
    },
  ),
];

/** "more than 3 times" */
const often = ({ op, amount, of }: Meanings['compared']): Meanings['having'] | null =>
  of || amount.unit !== 'times' ? null : { op, than: amount.value, measure: rows(null, null, true), named: true };

/** Bounds of the figure of each group. */
export const HAVING_RULES = [...BOUNDS, ...FREQUENCIES];
