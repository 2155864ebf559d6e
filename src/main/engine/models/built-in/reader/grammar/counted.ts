import { nounsLike } from '../../lexicon/concepts';
import { rule } from '../rules';
import { isMeasure } from '../tables';
import { column, rows } from './measurements';
import { inhabitants, isPersonOfSeveral, personKeys } from './persons';

/** So few different ones are kinds of a thing, and not its names. */
const KINDS = 5;

/** What nouns count. */
export const COUNTED = [
  rule('counted', ['entity'], 0, ([{ table, noun }], { tables }) => {
    const definition = tables.table(table);
    // What a row is called may also be told by a column, where several rows are one of them.
    const nouns = [noun, ...nounsLike(noun)].join('|');
    const id = definition.fields.find(
      (field) =>
        field.role !== 'measure' &&
        field.distinct < definition.rows &&
        new RegExp(`^(?:${nouns})[ _]?(?:id|no|nr|number|key)$`, 'i').test(
          field.column.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim(),
        ),
    );
    // "campaigns" that have several rows each are as many as their names.
    const named = definition.fields.find(
      ({ title, role, distinct }) =>
        role !== 'measure' && title.toLowerCase() === noun && distinct > KINDS && distinct < definition.rows * 0.9,
    );
    const thing = id ?? named;
    return thing ? column({ table, field: thing.id }, 'distinct') : rows(table, noun, true);
  }),
  rule('counted', ['row'], 0, () => rows(null, null, true)),
  rule('counted', ['people'], 0.1, (_, { tables, concepts }) => {
    const those = inhabitants(tables, concepts);
    if (those) return column(those, 'sum');
    const keys = concepts.people().filter((ref) => isPersonOfSeveral(ref, tables));
    return keys.length === 1 && tables.all.length === 1
      ? [
          ...keys.map((ref) => ({ meaning: column(ref, 'distinct'), cost: 0 })),
          { meaning: rows(null, null, true), cost: 0.3 },
        ]
      : rows(null, null, true);
  }),
];

/** People are counted by what tells them apart, or by a column that says how many. */
export const COUNTS_OF_PEOPLE = [
  // Where each has several rows, people are no rows.
  rule('measure', ['count', 'of?', 'different?', 'people'], -0.1, ([word], vocabulary) =>
    word === 'rows'
      ? personKeys(vocabulary).map((ref, index) => ({ meaning: column(ref, 'distinct'), cost: index * 0.3 }))
      : null,
  ),
  // "number of people laid off": as many as the column says.
  rule('measure', ['count', 'of?', 'people', 'operand'], -0.15, ([, , , of], { tables }) =>
    !('calculate' in of) && isMeasure(tables.field(of)) && tables.field(of).addsUp === 'always'
      ? column(of, 'sum')
      : null,
  ),
];
