import type { Definitions, FieldDefinition } from '#contract/definitions';
import type { Aggregate, Measure, Query } from '#contract/query';
import type { Choice, ChoiceGroup, ChoiceLabel } from '#contract/readings';
import { isNumber, isTime, type NamedField, shownFieldsOf } from './fields';

/** What a menu is made for. */
export interface MenuRequest {
  query: Query;
  definitions: readonly Definitions[];
  /** What was written into the menu. */
  search: string;
  /** The same with plain digits, where it is a comparison with numbers. */
  numbers: string;
  /** Values of the field that the menu is about, which hold what was written; null where nobody has looked. */
  values: readonly { value: string | number | boolean | null; count: number }[] | null;
}

interface ChoiceExtras {
  terms?: string;
  count?: number | null;
  chosen?: boolean;
  next?: string;
}

export const choice = (
  group: ChoiceGroup,
  label: ChoiceLabel,
  query: Query | null,
  { terms = '', count = null, chosen = false, next }: ChoiceExtras = {},
): Choice => ({ group, label, query, terms, count, chosen, next: next ?? null });

/** More fields than this are found by searching. */
const FIELDS_AT_MOST = 120;

/** The fields that a menu lists: those that what is searched for could mean, the first of them. */
export function listedFields({ query, definitions, search }: MenuRequest): { fields: NamedField[]; more: boolean } {
  const all = shownFieldsOf(query, definitions);
  if (all.length <= FIELDS_AT_MOST) return { fields: all, more: false };
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = all.filter((named) => words.length === 0 || words.some((word) => termsOf(named).includes(word)));
  return { fields: fitting.slice(0, FIELDS_AT_MOST), more: fitting.length > FIELDS_AT_MOST };
}

export const termsOf = ({ name, field }: NamedField): string =>
  [name, field.title, ...field.synonyms].join(' ').toLowerCase();

const NUMBERS: readonly Aggregate[] = [
  'sum',
  'mean',
  'median',
  'min',
  'max',
  'range',
  'standard_deviation',
  'percentile',
  'distinct',
  'missing',
];
const TIMES: readonly Aggregate[] = ['min', 'max', 'range', 'distinct', 'missing'];
const OTHERS: readonly Aggregate[] = ['distinct', 'mode', 'count', 'missing'];

/** What can be made of a field's values, the likeliest first; a sum only where they add up. */
export function aggregatesOf(field: FieldDefinition): Aggregate[] {
  if (isTime(field)) return [...TIMES];
  if (!isNumber(field) || field.role === 'id') return [...OTHERS];
  const last: Aggregate[] = field.cumulative ? ['last'] : [];
  const fitting = NUMBERS.filter((aggregate) => aggregate !== 'sum' || (field.addsUp !== 'never' && !field.cumulative));
  return [...last, ...fitting];
}

const PREFIX: Partial<Record<Aggregate, string>> = {
  mean: 'average',
  min: 'lowest',
  max: 'highest',
  distinct: 'different',
  missing: 'without',
  mode: 'most_frequent',
  standard_deviation: 'deviation',
  percentile: 'percentile_90',
};

export function measureOf(aggregate: Aggregate, name: string): Measure {
  const as = aggregate === 'sum' ? name : `${PREFIX[aggregate] ?? aggregate}_${name}`;
  return {
    measure: aggregate,
    of: name,
    ...(aggregate === 'percentile' ? { percentile: '90' } : {}),
    as: as.slice(0, 200),
  };
}
