import type { RepeatedKey } from '#contract';
import type { FieldDefinition, ThingDefinition } from '#contract/definitions';
import { plainWords } from './abbreviations';
import { isKind, namesLike, othersOf } from './nouns';
import { withoutFrame } from './synonyms';
import { isKnownWord } from './vocabulary';
import { headOf, nameWords, singular } from './words';

/** Names that say nothing of what is numbered: the file is of it. */
const BARE = new Set('id no nr number num key ref reference code name nummer document doc beleg'.split(' '));
/** Names that number something, whatever its values are like. */
const NUMBERS = new Set('id no nr number num key ref reference nummer document doc beleg'.split(' '));
const KEPT_APART = /birth|geburt|deliver|ship|liefer|update|changed|due|fällig|return/i;

/**
 * What the rows are lines of, as orders, invoices or baskets: their numbers repeat, and what tells of them, as their dates,
 * is the same in all of their rows, or stands in the first alone. Visits of a patient are on several days, and no lines of one.
 * A key without a name of its own numbers what the file is of.
 */
export function thingsOf(
  fields: readonly Pick<FieldDefinition, 'id' | 'column' | 'type' | 'role' | 'values' | 'distinct'>[],
  entity: readonly string[],
  repeated: readonly RepeatedKey[],
): ThingDefinition[] {
  const idOf = new Map(fields.map(({ column, id }) => [column, id]));
  const ids = (columns: readonly string[]) => columns.flatMap((column) => idOf.get(column) ?? []);
  const things: ThingDefinition[] = [];
  for (const { column, same, once } of repeated) {
    const key = fields.find((field) => field.column === column);
    const fieldsOfThing = new Set([...same, ...once]);
    const isTold = things.some((thing) => [...thing.same, ...thing.once].includes(key?.id ?? ''));
    if (!key || key.role === 'measure' || isTold || !isNumber(key) || !isOfOneTime(fields, fieldsOfThing)) continue;
    const nouns = nounsOfKey(column, entity);
    if (nouns.length > 0) things.push({ key: key.id, nouns, same: ids(same), once: ids(once) });
  }
  return things;
}

type Key = Parameters<typeof thingsOf>[0][number];

/** It numbers things: by its name, or as each of its values has a figure and no blank. */
function isNumber({ column, type, values }: Key): boolean {
  const words = nameWords(column);
  const last = headOf(words.at(-1) ?? '');
  if (NUMBERS.has(last) || last === 'nr') return true;
  if (type === 'integer') return othersOf(singular(last)).length > 0;
  return values.list.length > 0 && values.list.every(({ value }) => /^\S*\d\S*$/.test(String(value)));
}

/** Where there are dates, each of the things has one of them. */
function isOfOneTime(fields: readonly Key[], fieldsOfThing: ReadonlySet<string>): boolean {
  const dates = fields.filter(
    ({ type, column, distinct }) =>
      (type === 'date' || type === 'timestamp') && distinct > 1 && !KEPT_APART.test(column),
  );
  return dates.every(({ column }) => fieldsOfThing.has(column));
}

/** As many names and kinds have to tell of what a nameless number stands for. */
const TELLING = 3;

/** The key of what several rows are about, though its name is no word, with the columns that are the same in all of its rows. */
export interface NamelessKey {
  field: string;
  names: string[];
  same: readonly string[];
}

/**
 * `CAMIS`, before all columns that tell of what it numbers, is a number of what the file's name says that its rows are of:
 * of a restaurant in `restaurant_inspections`. Null where another column is called so.
 */
export function namelessKeyOf(
  fields: readonly Pick<FieldDefinition, 'id' | 'column' | 'synonyms' | 'type'>[],
  things: readonly ThingDefinition[],
  [noun = '', compound = '']: readonly string[],
  repeated: readonly RepeatedKey[],
): NamelessKey | null {
  const place = new Map(fields.map(({ column }, at) => [column, at]));
  const key = repeated.find(({ column, same }) => {
    const [word = '', ...others] = plainWords(column);
    const isNamed = others.length > 0 || isKnownWord(word) || isKind(singular(word));
    const texts = same.filter((name) => fields[place.get(name) ?? -1]?.type === 'text');
    const isFirst = same.every((name) => (place.get(name) ?? 0) > (place.get(column) ?? 0));
    return !isNamed && isFirst && texts.length >= TELLING;
  });
  const field = fields.find(({ column }) => column === key?.column);
  if (!key || !field || things.some((thing) => thing.key === field.id)) return null;
  const of = compound.endsWith(` ${noun}`) ? compound.slice(0, -noun.length - 1) : '';
  const isTaken = fields.some(({ column, synonyms }) => [...nameWords(column), ...synonyms].includes(of));
  return { field: field.id, names: of === '' || isTaken ? [] : [of, ...namesLike(of)], same: key.same };
}

const CONTACTS = new Set(['email', 'mail', 'buyer', 'käufer', 'besteller']);
const CUSTOMERS = ['customer', 'client', 'buyer', 'kunde'];
/** What is ordered and billed has somebody who does. */
const BOUGHT = new Set(['order', 'invoice', 'receipt', 'transaction', 'sale', 'bestellung', 'rechnung', 'auftrag']);

/** The field that tells customers of these things apart, where no other one is called so. */
export function customersOf(
  fields: readonly Pick<FieldDefinition, 'id' | 'column' | 'synonyms'>[],
  things: readonly ThingDefinition[],
): { field: string; names: string[] } | null {
  const isCalled = ({ column, synonyms }: (typeof fields)[number]) =>
    [...nameWords(column), ...synonyms].some((word) => CUSTOMERS.includes(singular(word)));
  if (fields.some(isCalled)) return null;
  const fieldsOfThing = things
    .filter(({ nouns }) => nouns.some((noun) => BOUGHT.has(noun)))
    .flatMap(({ same, once }) => [...same, ...once]);
  const field = fields.find(
    ({ id, column }) => fieldsOfThing.includes(id) && nameWords(column).some((word) => CONTACTS.has(word)),
  );
  return field ? { field: field.id, names: CUSTOMERS } : null;
}

const OF_LINES = /^(.+) (?:line|item|position|detail|zeile)$/;

function nounsOfKey(column: string, entity: readonly string[]): string[] {
  const words = nameWords(column);
  const bare = withoutFrame(words);
  const last = singular(bare.at(-1) ?? '').replace(/s?(?:nummer|nr)$/, '');
  if (bare.length === 1 && BARE.has(headOf(last))) {
    // Rows of `Sales Order Lines` are lines, and what is numbered are orders.
    const whole = entity.flatMap((noun) => OF_LINES.exec(noun)?.[1] ?? []);
    return whole.length > 0 ? [...new Set(whole.flatMap((noun) => [noun, ...namesLike(noun)]))] : [...entity];
  }
  if (last === '') return [];
  const whole = bare.length > 1 ? [[...bare.slice(0, -1), last].join(' ')] : [];
  return [...new Set([last, ...whole, ...othersOf(last)])];
}
