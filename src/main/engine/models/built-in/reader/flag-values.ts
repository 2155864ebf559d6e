import type { FieldDefinition } from '#contract/definitions';
import { FLAGS } from '../lexicon/concepts';
import { isFlag, noOf, yesOf } from './tables';
import type { FieldRef, ValueRef } from './terms';
import { stemsOf } from './tokens';

/** Words of names that say of what kind a column is, and nothing of what. */
const FRAME = new Set(stemsOf('is has have was did flag indicator yn status ind in the'));

/** What people say for yes and for no of such a column, by its name: `Attrition` tells who left and who stayed. */
export function flagValues(ref: FieldRef, field: FieldDefinition): Map<string, ValueRef> {
  const found = new Map<string, ValueRef>();
  if (!isFlag(field) || field.values.list.length < 2) return found;
  const names = [...new Set([field.column, field.title])].map(stemsOf);
  const keys = new Set(names.flatMap((stems) => [stems.join(' '), bare(stems)]));
  const joined = new Set(names.map((stems) => stems.join('')));
  const value = (text: string | boolean): ValueRef => ({
    ...ref,
    values: [String(text)],
    part: null,
    more: false,
    exact: false,
  });
  for (const { columns, yes, no } of FLAGS) {
    if (![...columns].some((column) => keys.has(column) || joined.has(column.replaceAll(' ', '')))) continue;
    for (const word of yes) found.set(word, value(yesOf(field)));
    for (const word of no) if (!found.has(word)) found.set(word, value(noOf(field)));
    for (const word of columns) if (!found.has(word)) found.set(word, value(yesOf(field)));
  }
  return found;
}

const bare = (stems: readonly string[]): string => stems.filter((stem) => !FRAME.has(stem)).join(' ');
