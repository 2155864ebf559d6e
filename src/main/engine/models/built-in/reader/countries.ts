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

/** What stands among countries, and is several of them together. */
const TOGETHER =
  /^(?:the )?(?:world|global|earth|welt|g7|g20|oecd|brics|europe|europa|asia|asien|africa|afrika|oceania|ozeanien|(?:north|south|latin|central) america|\p{L}+amerika|eurozone|euro area|euroraum|european union|europäische union|eu[- ]?\d*|.*\bincome.*)(?:\b.*)?$/iu;

/** Values of a column of countries that are none, and would be counted twice or ranked before all others. */
export const togetherIn = (field: FieldDefinition): string[] =>
  holdsCountries(field)
    ? field.values.list.flatMap(({ value }) => (TOGETHER.test(String(value)) ? [String(value)] : []))
    : [];
