import { entryOf } from '#contract/entries';
import type { Condition, PlainCondition } from '#contract/query';
import type { ReadingNames } from '#contract/readings';
import { dayText, exactNumber, listed, number, quote, short } from './grammar';
import { fieldTitle, periodTitle, pluralOf } from './query-parts';

/** What the conditions of a query are called. */

const VALUES_NAMED = 3;
export const SIGNS = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;

export const operand = (value: string | boolean): string => {
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
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
      .join(', ')} oder ${number(list.length - VALUES_NAMED + 1)} weitere`;
  return listed(list.map(shown), 'oder');
}

/** `is_return` that is not: "ohne Returns"; any other yes or no by its title. */
function flag(title: string, value: boolean): string {
  const noun = title.match(/^(?:is|has|ist|hat) (.+)$/i)?.[1];
  if (noun === undefined) return `${title}: ${value ? 'ja' : 'nein'}`;
  return value ? `nur ${pluralOf(noun)}` : `ohne ${pluralOf(noun)}`;
}

export function plainCondition(names: ReadingNames, condition: PlainCondition): string {
  switch (condition.op) {
    case 'is':
    case 'is_not': {
      const title = fieldTitle(names, condition.field);
      const [only] = condition.values;
      const isNot = condition.op === 'is_not';
      if (typeof only === 'boolean' && condition.values.length === 1) return flag(title, only !== isNot);
      return `${title}: ${isNot ? 'nicht ' : ''}${values(condition.values, entryOf(names.fields, condition.field)?.type === 'text')}`;
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return `${fieldTitle(names, condition.field)} ${SIGNS[condition.op]} ${operand(condition.value)}`;
    case 'between':
      return `${fieldTitle(names, condition.field)} von ${operand(condition.from)} bis ${operand(condition.to)}`;
    case 'contains':
    case 'not_contains':
    case 'starts_with':
    case 'ends_with':
      return `${fieldTitle(names, condition.field)} ${TEXT[condition.op](quote(asText(condition.text)))}`;
    case 'missing':
      return `ohne ${fieldTitle(names, condition.field)}`;
    case 'present':
      return `mit ${fieldTitle(names, condition.field)}`;
    case 'during':
      return periodTitle(condition.period);
    case 'not_during':
      return `nicht ${periodTitle(condition.period)}`;
    case 'compare': {
      const { comparison, plus } = condition;
      const compared = `${fieldTitle(names, condition.left)} ${SIGNS[comparison]} ${fieldTitle(names, condition.right)}`;
      return plus === undefined ? compared : `${compared} ${apart(String(plus), isTime(names, condition.right))}`;
    }
    case 'repeated':
      return `gleich in ${listed(
        condition.fields.slice(0, VALUES_NAMED).map((field) => fieldTitle(names, field)),
        'und',
      )} wie andere`;
    case 'outlier':
      return `Ausreißer von ${fieldTitle(names, condition.field)}`;
    case 'own':
      return entryOf(names.conditions, condition.condition) ?? condition.condition;
    case 'not_own':
      return `nicht ${entryOf(names.conditions, condition.condition) ?? condition.condition}`;
  }
}

const isTime = (names: ReadingNames, field: string): boolean =>
  ['date', 'timestamp'].includes(entryOf(names.fields, field)?.type ?? '');

/** "+ 3 Tage", "− 500" */
function apart(plus: string, days: boolean): string {
  const amount = plus.replace(/^-/, '');
  const unit = days ? (amount === '1' ? ' Tag' : ' Tage') : '';
  return `${plus.startsWith('-') ? '−' : '+'} ${operand(amount)}${unit}`;
}

const TEXT = {
  contains: (text: string) => `enthält ${text}`,
  not_contains: (text: string) => `enthält nicht ${text}`,
  starts_with: (text: string) => `beginnt mit ${text}`,
  ends_with: (text: string) => `endet auf ${text}`,
} as const;

export function conditionTitle(names: ReadingNames, condition: Condition): string {
  switch (condition.op) {
    case 'any':
    case 'none': {
      const parts = condition.conditions.map((part) => plainCondition(names, part));
      return condition.op === 'any' ? listed(parts, 'oder') : `weder ${parts.join(' noch ')}`;
    }
    case 'has':
    case 'has_no': {
      const further = (condition.where ?? []).map((part) => plainCondition(names, part));
      const table = entryOf(names.tables, condition.table) ?? condition.table;
      return [`${condition.op === 'has' ? 'mit' : 'ohne'} ${table}`, ...further].join(', ');
    }
    default:
      return plainCondition(names, condition);
  }
}
