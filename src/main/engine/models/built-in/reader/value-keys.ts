import type { FieldDefinition } from '#contract/definitions';
import { currencyNames } from './currencies';
import { COSTS } from './name-costs';
import { folded, stemOf } from './stems';
import { isNone, isNumeric, isTime, type Tables } from './tables';
import type { ValueRef } from './terms';
import { stemsOf, type Token, tokensOf } from './tokens';
import { isSmall } from './word-forms';

const BETWEEN = /\s*[,;|]\s*/;
const LONGEST_ITEM = 4;
const LONGEST_VALUE = 12;

/** How a value may be asked for. */
interface ValueKey {
  /** Stems. */
  key: string;
  /** The value. */
  text: string;
  /** What is asked for, where that is less than the value. */
  part: string | null;
  /** Other values, which are not known here, may hold the part. */
  more: boolean;
  /** A word of the value, and no value of its own. */
  isPart: boolean;
}

/** "group A", "group B": what all values begin with is a name of their column. */
export function sharedWords({ type, values, distinct }: FieldDefinition): string[] {
  if (type !== 'text' || !values.complete || distinct < FEWEST) return [];
  const names = values.list.map(({ value }) => stemsOf(String(value ?? '')));
  const [first] = names[0] ?? [];
  const isShared =
    first !== undefined && first.length > 2 && names.every((stems) => stems.length > 1 && stems[0] === first);
  return isShared ? [first] : [];
}
const FEWEST = 3;

/** All that a column's values may be called by: the whole, what they list, their words. */
export function valueKeys(field: FieldDefinition): ValueKey[] {
  if (isTime(field)) return [];
  const listed = listedIn(field).map(({ text, stems, item }) => whole(stems.join(' '), text, item));
  const currencies = [...currencyNames(field)].flatMap(([code, names]) =>
    names.map((name) => whole(stemsOf(name).join(' '), code)),
  );
  return [...listed, ...currencies, ...field.values.list.flatMap(({ value }) => keysOf(value, field))];
}

const whole = (key: string, text: string, item: string | null = null): ValueKey => ({
  key,
  text,
  part: item,
  more: item !== null,
  isPart: false,
});

function keysOf(value: FieldDefinition['min'], field: FieldDefinition): ValueKey[] {
  if (value === null || typeof value === 'boolean') return [];
  const text = String(value);
  const tokens = tokensOf(text).filter(({ kind }) => kind !== 'sign');
  const stems = tokens.map(({ stem }) => stem);
  const keys = [whole(stems.join(' '), text)];
  // "PayPal" is asked for as "paypal".
  if (stems.length > 1 && !/[^\p{L}\p{N}]/u.test(text)) keys.push(whole(stemOf(folded(text)), text));
  if (isNumeric(field) || isNone(text) || stems.length < 2 || stems.length > LONGEST_VALUE) return keys;
  const part = (key: string, first: Token, last = first): ValueKey => {
    const written = text.slice(first.from, last.to).toLowerCase();
    return { key, text, part: written, more: !field.values.complete, isPart: true };
  };
  for (const [index, token] of tokens.entries()) {
    const { stem } = token;
    if (stem.length > 2 && !isSmall(stem)) keys.push(part(stem, token));
    const next = tokens[index + 1];
    if (next && stems.length > 2 && ![stem, next.stem].some(isSmall))
      keys.push(part(`${stem} ${next.stem}`, token, next));
  }
  return keys;
}

interface Called {
  category: 'value';
  meaning: ValueRef;
  cost: number;
}

/** "noise" is all noise where "Noise" stands beside "Noise - Street": of few it is asked which are meant. */
export const familiesOf = (called: readonly Called[], tables: Tables): Called[] =>
  called.flatMap(({ meaning, cost, ...one }) => {
    const kin = branchesOf(meaning, tables);
    const less = kin.length > 1 && !meaning.exact ? COSTS.family : 0;
    const values = [...meaning.values, ...kin];
    return kin.length === 0 ? [] : [{ ...one, meaning: { ...meaning, values }, cost: cost - less }];
  });

/** Values that tell this one more closely. */
function branchesOf({ values: [own = '', ...more], part, ...ref }: ValueRef, tables: Tables): string[] {
  if (more.length > 0 || part !== null) return [];
  const root = own.toLowerCase();
  return tables.field(ref).values.list.flatMap(({ value }) => {
    const text = String(value);
    return text.toLowerCase().startsWith(root) && BRANCH.test(text.slice(root.length)) ? [text] : [];
  });
}
const BRANCH = /^\s*(?:[-–—:/(]|, )\s*\p{L}/u;

/** Values such as "Comedy, Drama" by each of the things that they list, of columns that hold such lists. */
function listedIn(field: FieldDefinition): { text: string; stems: string[]; item: string }[] {
  if (field.type !== 'text') return [];
  const lists = field.values.list.flatMap(({ value }) => {
    const items = typeof value === 'string' ? value.split(BETWEEN) : [];
    return items.length > 0 ? [{ text: String(value), items }] : [];
  });
  const several = lists.filter(({ items }) => items.length > 1);
  const alone = new Set(lists.flatMap(({ items: [only = '', ...others] }) => (others.length === 0 ? [only] : [])));
  const known = several.filter(({ items }) => items.some((item) => alone.has(item)));
  // Names such as "Moss, Ida" list nothing: their parts are no values of their own, or stand in few others.
  const different = new Set(several.flatMap(({ items }) => items)).size;
  if (several.length < 2 || known.length * 2 < several.length || different > several.length * 2) return [];
  return lists.flatMap(({ text, items }) =>
    items
      .map((item) => ({ text, stems: stemsOf(item), item }))
      .filter(({ stems }) => stems.length > 0 && stems.length <= LONGEST_ITEM),
  );
}

const SHORTEST_TEXT = 3;
/** What two forms of a word begin with: all values that hold either hold it. */
export function sharedText(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length < Math.min(SHORTEST_TEXT, a.length) ? a : a.slice(0, length);
}

/** Values that hold a text, as a quoted one stands; of one that is a value itself nobody asks. */
export const valuesWith = (text: string, tables: Tables): Called[] =>
  tables.all.flatMap(({ table, fields }) =>
    fields.flatMap(({ id, type, hidden, values: { list, complete } }): Called[] => {
      if (type !== 'text' || hidden) return [];
      const part = text.toLowerCase();
      const values = list.flatMap(({ value }) => (String(value).toLowerCase().includes(part) ? [String(value)] : []));
      if (values.length === 0 || values.some((value) => value.length === part.length)) return [];
      const meaning = { table, field: id, values, part, more: !complete, exact: false };
      return [{ category: 'value', meaning, cost: COSTS.valuePart }];
    }),
  );

/** "developed" is not "developing", though they have a stem in common. */
export function asWritten(values: string[], text: string): string[] {
  const same = values.filter((value) => value.toLowerCase() === text.toLowerCase());
  return same.length > 0 ? same : values;
}
