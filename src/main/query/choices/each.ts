import type { FieldDefinition } from '#contract/definitions';
import type { Each, Grain, Grouping, Measure, Query } from '#contract/query';
import type { Choice } from '#contract/readings';
import { choice, listedFields, type MenuRequest, termsOf } from './choice';
import { isTime, type NamedField } from './fields';

/** Groups within groups: an average per month, and things by how many rows they have. */

const GRAINS: readonly Grain[] = ['year', 'quarter', 'month', 'week', 'day'];
const AGGREGATES: readonly Each['aggregate'][] = ['mean', 'median', 'max', 'min'];
/** Things of which there are fewer are told apart as groups; of more than half the rows, most have one row each. */
const SOME = 3;

export function eachChoices(request: MenuRequest, current: Measure, set: (value: Measure) => Query): Choice[] {
  const { each, ...plain } = current;
  const made = ({ by, aggregate }: Each, terms: string) => {
    const value: Measure = { ...plain, each: { by, aggregate }, as: nameOf(plain.as, by) };
    return choice('how', { code: 'each', value }, set(value), { chosen: sameEach(each, { by, aggregate }), terms });
  };
  if (each)
    return [
      ...AGGREGATES.map((aggregate) => made({ ...each, aggregate }, aggregate)),
      choice('how', { code: 'each', value: plain }, set(plain), { terms: 'all whole' }),
    ];
  return keysOf(request).map(({ key, terms }) => made({ by: [key], aggregate: 'mean' }, `${terms} per each average`));
}

const nameOf = (name: string, by: Each['by']): string =>
  `${name}_per_${by.map(({ field, grain }) => grain ?? field).join('_and_')}`.slice(0, 200);

const sameEach = (a: Each | undefined, b: Each): boolean => JSON.stringify(a) === JSON.stringify(b);

function keysOf(request: MenuRequest): { key: Each['by'][number]; terms: string }[] {
  const { fields } = listedFields(request);
  const searching = request.search.trim() !== '';
  const [time, ...times] = fields.filter(({ field }) => isTime(field));
  const dated = (searching ? [time, ...times] : [time]).flatMap((named) =>
    named ? GRAINS.map((grain) => ({ key: { field: named.name, grain }, terms: `${grain} ${termsOf(named)}` })) : [],
  );
  const things = fields.filter(({ field }) => isThing(field, searching));
  return [...dated, ...things.map((named) => ({ key: { field: named.name }, terms: termsOf(named) }))];
}

const isThing = ({ role, distinct, type }: FieldDefinition, searching: boolean): boolean =>
  type !== 'boolean' && distinct >= SOME && (role === 'id' || (searching && (role === 'dimension' || role === 'text')));

/** Customers by their number of orders. */
export function measuredChoices(
  request: MenuRequest,
  current: Grouping | undefined,
  set: (value: Grouping) => Query,
): Choice[] {
  const searching = request.search.trim() !== '';
  return listedFields(request)
    .fields.filter(({ field }) => isThing(field, searching))
    .map((named: NamedField) => {
      const value: Grouping = {
        field: named.name,
        measured: { measure: 'count' },
        as: `rows_per_${named.name}`.slice(0, 200),
      };
      const chosen = current?.field === named.name && current.measured?.measure === 'count';
      const terms = `${termsOf(named)} rows per number of distribution`;
      return choice('groups', { code: 'measured', value }, set(value), { chosen, terms });
    });
}
