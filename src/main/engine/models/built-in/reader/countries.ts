import type { FieldDefinition } from '#contract/definitions';
import { folded } from './stems';

const MOST = 0.6;
const FEWEST = 3;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Names of all countries, in English and German, as the platform knows them. */
const NAMES: ReadonlySet<string> = new Set(
  ['en', 'de'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return LETTERS.flatMap((first) => LETTERS.flatMap((second) => folded(names.of(first + second) ?? '')));
  }),
);

/** "Area", "Entity": whatever a column is called, what it holds are countries. */
export function holdsCountries({ type, values: { list } }: FieldDefinition): boolean {
  const texts = type === 'text' ? list.flatMap(({ value }) => (typeof value === 'string' ? [folded(value)] : [])) : [];
  return texts.length >= FEWEST && texts.filter((text) => text !== '' && NAMES.has(text)).length >= texts.length * MOST;
}
