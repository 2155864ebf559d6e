/**
 * Light stemmers for words without accents: inflection is taken off, derivation mostly stays. After J. Savoy, "Light
 * stemming approaches for the French, Portuguese, German and Hungarian languages", 2006, without the rarer rules.
 */
type Rule = readonly [ending: string, least: number, put?: string];

const GERMAN: readonly Rule[] = [
  ['ern', 3],
  ['em', 3],
  ['en', 3],
  ['er', 3],
  ['es', 3],
  ['est', 4],
  ['st', 4],
  ['e', 3],
  ['s', 4],
  ['n', 4],
];
const GERMAN_DERIVED: readonly Rule[] = [
  ['ung', 4],
  ['lich', 4],
  ['isch', 4],
  ['keit', 4],
  ['heit', 4],
  ['end', 4],
];
const FRENCH: readonly Rule[] = [
  ['issements', 3],
  ['issement', 3],
  ['atrices', 3],
  ['ations', 3],
  ['ateurs', 3],
  ['ements', 3],
  ['ation', 3],
  ['ateur', 3],
  ['ement', 3],
  ['euses', 3],
  ['aient', 3],
  ['eaux', 2, 'eau'],
  ['euse', 3],
  ['eurs', 3],
  ['ives', 3, 'if'],
  ['ites', 4],
  ['antes', 3],
  ['ants', 3],
  ['ante', 3],
  ['ant', 3],
  ['ees', 3],
  ['ent', 4],
  ['aux', 3, 'al'],
  ['eur', 3],
  ['ive', 3, 'if'],
  ['ait', 3],
  ['ais', 4],
  ['ite', 4],
  ['ee', 3],
  ['er', 3],
  ['ez', 3],
  ['es', 3],
  ['s', 3],
  ['e', 3],
];
const SPANISH: readonly Rule[] = [
  ['aciones', 3],
  ['amientos', 3],
  ['imientos', 3],
  ['amiento', 3],
  ['imiento', 3],
  ['adores', 3],
  ['adoras', 3],
  ['idades', 3],
  ['ciones', 3],
  ['acion', 3],
  ['mente', 4],
  ['ando', 3],
  ['iendo', 3],
  ['ador', 3],
  ['adora', 3],
  ['idad', 3],
  ['ados', 3],
  ['adas', 3],
  ['idos', 3],
  ['idas', 3],
  ['cion', 3],
  ['aron', 3],
  ['ado', 3],
  ['ada', 3],
  ['ido', 3],
  ['ida', 3],
  ['ar', 3],
  ['er', 3],
  ['ir', 3],
  ['an', 4],
  ['en', 4],
  ['es', 3],
  ['os', 3],
  ['as', 3],
  ['o', 3],
  ['a', 3],
  ['e', 3],
  ['s', 4],
];

function without(word: string, rules: readonly Rule[]): string {
  const rule = rules.find(([ending, least]) => word.endsWith(ending) && word.length - ending.length >= least);
  return rule ? word.slice(0, -rule[0].length) + (rule[2] ?? '') : word;
}

export const germanStem = (word: string): string => without(without(word, GERMAN), GERMAN_DERIVED);
export const frenchStem = (word: string): string => without(word, FRENCH).replace(/([^aeiou])\1$/, '$1');
export const spanishStem = (word: string): string => without(word, SPANISH);
