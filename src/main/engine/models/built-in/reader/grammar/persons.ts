import type { FieldDefinition } from '#contract/definitions';
import { isPerson } from '../../lexicon/concepts';
import { stemOf } from '../stems';
import { isMeasure, isTime, measuresIn, type Tables } from '../tables';
import type { FieldRef } from '../terms';
import { stemsOf } from '../tokens';
import type { Vocabulary } from '../vocabulary';

/** Numbers by which people are known, and what only sorts them. */
const KEY = /(?:^|[ _-])(?:id|no|nr|num|number|key|email|e-mail)$|(?:nummer|nr)$/i;
const CARD = /card|ausweis|email|e-mail|personal/i;
const KIND = /type|group|class|category|kind|segment|level|status|gender|ship$|art$|gruppe/i;
/** Each has several rows; fewer different ones are kinds of people. */
const SEVERAL = 0.95;
const FEWEST = 12;

const NUMBER = /(?:nr|nummer)\.?$/i;

/** The columns that tell persons apart of whom each has several rows: their numbers, else their names. */
export function personKeys({ tables, concepts }: Vocabulary): FieldRef[] {
  // A renter is who has rented.
  const isDoer = (word: string, fields: readonly FieldDefinition[]): boolean =>
    /(?:er|or|ee)$/i.test(word) && fields.some((field) => isTime(field) && stemsOf(field.title)[0] === stemOf(word));
  const isKey = (field: FieldDefinition, fields: readonly FieldDefinition[]): boolean =>
    KEY.test(field.column) &&
    (CARD.test(field.column) ||
      field.column.split(/[^\p{L}]+/u).some((word) => isPerson(word) || isDoer(word, fields)));
  const named = concepts.people();
  return tables.all.flatMap(({ table, fields, rows }) => {
    const able = fields
      .filter((field) => !field.hidden && !isMeasure(field) && !isTime(field) && !KIND.test(field.column))
      .map((field) => ({ field, ref: { table, field: field.id } }));
    const keys = able.filter(({ field }) => isKey(field, fields));
    const names = able.filter(({ ref }) => named.some((one) => one.table === ref.table && one.field === ref.field));
    const found = keys.length > 0 ? keys : names.filter(({ field }) => field.distinct >= FEWEST);
    // Where each row has a number of its own, or one is not known of each, rows are what people are counted by.
    const isEachOwn = able.some(
      ({ field }) => NUMBER.test(field.column) && field.distinct >= rows && field.missing === 0,
    );
    if (isEachOwn || keys.some(({ field }) => field.missing > 0)) return [];
    return found.some(({ field }) => field.distinct >= rows * SEVERAL) ? [] : found.map(({ ref }) => ref);
  });
}

/** Where rows are places, people are those that live there. */
export function inhabitants(tables: Vocabulary['tables'], concepts: Vocabulary['concepts']): FieldRef | null {
  const [only, ...others] = tables.all.flatMap((base) =>
    measuresIn(base).flatMap((field) => {
      const ref = { table: base.table, field: field.id };
      return concepts.isCalled(ref, 'population') ? [ref] : [];
    }),
  );
  return only && others.length === 0 && concepts.people().length === 0 ? only : null;
}

/** Numbers of persons of whom some have several rows. */
export const isPersonOfSeveral = (ref: FieldRef, tables: Tables): boolean => {
  const { role, column: name, distinct } = tables.field(ref);
  const { entity } = tables.table(ref.table);
  if (entity.includes('person') || entity.includes('people')) return false;
  return (
    role !== 'measure' &&
    /(?:^|[ _])(?:id|no|nr|number|key)$/i.test(name) &&
    distinct < tables.table(ref.table).rows * 0.9
  );
};
