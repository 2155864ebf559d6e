import type { FieldDefinition } from '#contract/definitions';
import { folded } from './stems';

const MOST = 0.6;
const FEWEST = 3;
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

let known: ReadonlySet<string> | null = null;

/** Names of all countries, in English and German, as the platform knows them: asked for when the first text is looked at. */
function countryNames(): ReadonlySet<string> {
  known ??= new Set(
    ['en', 'de'].flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
      return LETTERS.flatMap((first) => LETTERS.flatMap((second) => names.of(first + second) ?? [])).map(folded);
    }),
  );
  return known;
}

/** "Area", "Entity": whatever a column is called, what it holds are countries. */
export function holdsCountries({ type, values: { list } }: FieldDefinition): boolean {
  const texts = type === 'text' ? list.flatMap(({ value }) => (typeof value === 'string' ? [folded(value)] : [])) : [];
  if (texts.length < FEWEST) return false;
  const names = countryNames();
  return texts.filter((text) => names.has(text)).length >= texts.length * MOST;
}
