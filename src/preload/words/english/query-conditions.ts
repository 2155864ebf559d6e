import { entryOf } from '#contract/entries';
import type { Condition, PlainCondition } from '#contract/query';
import type { ReadingNames } from '#contract/readings';
import { dayText, exactNumber, listed, number, short } from './grammar';
import { fieldTitle, inner, periodTitle, pluralOf } from './query-parts';

/** What the conditions of a query are called. */

const VALUES_NAMED = 3;
export const SIGNS = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;

export const operand = (value: string | boolean): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  // What begins with a nought is a code, and four digits may be a year.
  if (/^-?(?:[1-9]\d*|0)(?:\.\d+)?$/.test(value) && !/^(1[5-9]|20)\d\d$/.test(value)) return exactNumber(value);
  return short(dayText(value));
};

/** A code such as 0007 is shown as it stands. */
const asText = (value: string | boolean): string => (typeof value === 'boolean' ? operand(value) : short(value));

function values(list: readonly (string | boolean)[], areTexts: boolean): string {
  const shown = areTexts ? asText : operand;
  if (list.length > VALUES_NAMED + 1)
    return `${list
      .slice(0, VALUES_NAMED - 1)
      .map(shown)
      .join(', ')} or ${number(list.length - VALUES_NAMED + 1)} more`;
  return listed(list.map(shown), 'or');
}

/** `is_return` that is not: "without return"; any other yes or no by its title. */
function flag(title: string, value: boolean): string {
  const noun = title.match(/^(?:is|has) (.+)$/i)?.[1];
  if (noun === undefined) return `${title}: ${value ? 'yes' : 'no'}`;
  return value ? `only ${pluralOf(noun)}` : `without ${pluralOf(noun)}`;
}

export function plainCondition(names: ReadingNames, condition: PlainCondition): string {
  switch (condition.op) {
    case 'is':
    case 'is_not': {
      const title = fieldTitle(names, condition.field);
      const [only] = condition.values;
      const isNot = condition.op === 'is_not';
      if (typeof only === 'boolean' && condition.values.length === 1) return flag(title, only !== isNot);
      return `${title}: ${isNot ? 'not ' : ''}${values(condition.values, entryOf(names.fields, condition.field)?.type === 'text')}`;
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return `${fieldTitle(names, condition.field)} ${SIGNS[condition.op]} ${operand(condition.value)}`;
    case 'between':
      return `${fieldTitle(names, condition.field)} from ${operand(condition.from)} to ${operand(condition.to)}`;
    case 'contains':
    case 'not_contains':
    case 'starts_with':
    case 'ends_with':
      return `${fieldTitle(names, condition.field)} ${TEXT[condition.op]} “${asText(condition.text)}”`;
    case 'missing':
      return `without ${inner(fieldTitle(names, condition.field))}`;
    case 'present':
      return `with ${inner(fieldTitle(names, condition.field))}`;
    case 'during':
      return periodTitle(condition.period);
    case 'not_during':
      return `not ${periodTitle(condition.period)}`;
    case 'compare': {
      const { comparison, plus } = condition;
      const compared = `${fieldTitle(names, condition.left)} ${SIGNS[comparison]} ${inner(fieldTitle(names, condition.right))}`;
      return plus === undefined ? compared : `${compared} ${apart(String(plus), isTime(names, condition.right))}`;
    }
    case 'repeated':
      return `same ${listed(
        condition.fields.slice(0, VALUES_NAMED).map((field) => inner(fieldTitle(names, field))),
        'and',
      )} as another`;
    case 'outlier':
      return `outliers of ${inner(fieldTitle(names, condition.field))}`;
    case 'own':
      return entryOf(names.conditions, condition.condition) ?? condition.condition;
    case 'not_own':
      return `not ${inner(entryOf(names.conditions, condition.condition) ?? condition.condition)}`;
  }
}

const isTime = (names: ReadingNames, field: string): boolean =>
  ['date', 'timestamp'].includes(entryOf(names.fields, field)?.type ?? '');

/** "+ 3 days", "− 500" */
function apart(plus: string, days: boolean): string {
  const amount = plus.replace(/^-/, '');
  const unit = days ? (amount === '1' ? ' day' : ' days') : '';
  return `${plus.startsWith('-') ? '−' : '+'} ${operand(amount)}${unit}`;
}

const TEXT = {
  contains: 'contains',
  not_contains: 'does not contain',
  starts_with: 'starts with',
  ends_with: 'ends with',
} as const;

export function conditionTitle(names: ReadingNames, condition: Condition): string {
  switch (condition.op) {
    case 'any':
    case 'none': {
      const all = listed(
        condition.conditions.map((part) => plainCondition(names, part)),
        'or',
      );
      return condition.op === 'any' ? all : `neither ${all}`;
    }
    case 'has':
    case 'has_no': {
      const further = (condition.where ?? []).map((part) => plainCondition(names, part));
      const table = inner(entryOf(names.tables, condition.table) ?? condition.table);
      return [`${condition.op === 'has' ? 'with' : 'without'} ${table}`, ...further].join(', ');
    }
    default:
      return plainCondition(names, condition);
  }
}
