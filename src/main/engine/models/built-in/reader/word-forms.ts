import type { FieldDefinition } from '#contract/definitions';
import { phrasesOf } from '../lexicon';
import { COSTS } from './name-costs';
import { isTime } from './tables';
import { stemsOf } from './tokens';

/** "billing" is no bill. */
export const isNounOf = (noun: string, text: string): boolean => !/ing$/i.test(text) || /ing$/i.test(noun);

const LONGEST_COMPOUND = 40;
const BEFORE_END =
  /^(?:netto|brutto|gesamt|einzel|durchschnitts|haupt|nenn|soll|ist|rest|teil|grund|jahres|monats|bundes)/;
const SHORTEST_END = 5;

/** What a German name of one word is a kind of: a "nettobestellwert" is a "bestellwert". */
export function compoundEnds([only = '', ...others]: readonly string[]): string[] {
  const rest = others.length > 0 || only.length > LONGEST_COMPOUND ? only : only.replace(BEFORE_END, '');
  return rest !== only && rest.length >= SHORTEST_END ? [rest] : [];
}

/** "one" as "1"; any other word as it is. */
export function inFigures(stem: string): string {
  const found = phrasesOf(stem).find(({ entry }) => entry.category === 'numeral')?.entry;
  return found?.category === 'numeral' ? found.meaning : stem;
}

/** "orders" are not "ordered on", though they have a stem in common. */
export function otherForm(field: FieldDefinition, text: string): number {
  const { column, title, synonyms: others } = field;
  // "rented" is no rental's number.
  if (
    /(?:^|[ _-])(?:id|no|nr|number)$/i.test(column) &&
    /^\p{L}{3,}ed$/iu.test(text) &&
    !title.toLowerCase().includes(text.toLowerCase())
  )
    return COSTS.otherWord;
  // A shipper is nothing that is shipped.
  const [doer, root] = /^(\p{L}{3,}?)p?er(?:s)?$/u.exec(text.toLowerCase()) ?? [];
  if (
    doer &&
    root &&
    !isTime(field) &&
    title.includes(' ') &&
    title.toLowerCase().startsWith(root) &&
    !title.toLowerCase().includes(doer.replace(/s$/, ''))
  )
    return COSTS.otherWord;
  // "open" is a state, and "opened" a date.
  if (
    isTime(field) &&
    /^\p{L}+ed(?!\p{L})/iu.test(title) &&
    /^\p{Ll}+(?<!s|ed|ing|en)$/u.test(text) &&
    !title.toLowerCase().startsWith(text)
  )
    return COSTS.otherWord;
  if (isTime(field) && title.toLowerCase().startsWith(`${text.toLowerCase().replace(/s$/, '')}ed`))
    return COSTS.otherWord;
  const name = [column, title, ...others].join(' ').toLowerCase();
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 3);
  return words.every((word) => name.includes(word.replace(/(?:es|s|en|n)$/, ''))) &&
    !/ed$/.test(/^\p{L}+/u.exec(name)?.[0] ?? '')
    ? 0
    : words.some((word) => name.split(/[^\p{L}\d]+/u).includes(word))
      ? 0
      : COSTS.otherForm;
}

/** Words of a name that do not tell columns apart. */
const EMPTY = new Set(
  stemsOf('id no number nr key code name title on at in of the is has a with to from by for per since'),
);
/** "total" alone is no part of a name. */
const FIGURES: ReadonlySet<string> = new Set(['aggregate', 'superlative', 'count', 'comparative', 'share', 'rate']);
const isFigure = (stem: string): boolean => phrasesOf(stem).some(({ entry }) => FIGURES.has(entry.category));
export const isSmall = (stem: string): boolean => phrasesOf(stem).some(({ entry }) => entry.category === 'filler');
/** Whether a word of a name tells columns apart. */
export const isTelling = (stem: string): boolean => !EMPTY.has(stem) && !isFigure(stem);

/** Words of names that make another figure of what they are of: laid off in percent is not how many were. */
const TURNED: ReadonlySet<string> = new Set(
  stemsOf('percent percentage pct share rate ratio average avg mean growth change abs prct'),
);
/** Whether a part of a name leaves such a word out. */
export const isTurned = (name: readonly string[], part: readonly string[]): boolean =>
  name.some((stem) => TURNED.has(stem) && !part.includes(stem));

/** A number by itself is seldom the one of a row. */
export const numberOfRow = (text: string, { role }: FieldDefinition): number =>
  role === 'id' && /^\d{1,3}$/.test(text) ? COSTS.numberOfRow : 0;
