/** Words that are in every text and tell nothing of it, by language; also how a text's language is guessed. */
const LISTS = {
  en: 'a an and are as at be been but by can could did do does for from had has have having how i if in into is it its let me my no nor not of off on once or our out shall she should he him her hers his so some such than that the their theirs them then there these they this those to too was we were what when where whether which while who whom whose why will with would you your yours about above after again all also am any because before being below between both down during each few further just more most must may might other over own same through under until up upon us very please tell show find give explain say says know need want like wondering hello hi thanks thank anyone somebody someone something s t don doesn isn aren didn wasn weren won wouldn ll ve re d',
  de: 'der die das den dem des ein eine einer eines einem einen und oder aber ist sind war waren wird werden wurde wurden mit von vom zu zum zur für auf im in am an ab bei beim aus nach wie was wer wo wann warum nicht auch sich es er sie wir ihr ihre ihren ich du mich mir dass welche welcher welches man kann können soll sollen muss müssen hat haben hatte als wenn denn noch nur über unter bitte gibt bis durch um',
  fr: 'le la les un une des du de et ou mais est sont était étaient être pour par sur dans avec au aux ce cet cette ces qui que quoi dont où quand comment pourquoi ne pas il elle nous vous ils elles leur leurs se son sa ses je tu mon ma mes plus sans sous entre a ont avoir quel quelle quels quelles l d qu n s c j',
  es: 'el la los las un una unos unas y e o u pero es son era eran fue ser para por en con del de al que qué cual cuál cuando cuándo donde dónde como cómo quien quién no se su sus lo le les yo tú mi mis más sin sobre entre hay ha han este esta estos estas ese esa a',
} as const;

export type Language = keyof typeof LISTS;
export const LANGUAGES = Object.keys(LISTS) as Language[];

/** As words are compared: no case, no accents. */
export const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');

const SETS = new Map(LANGUAGES.map((language) => [language, new Set(plain(LISTS[language]).split(' '))]));
const ANY = new Set([...SETS.values()].flatMap((set) => [...set]));

export const isStopWord = (word: string): boolean => ANY.has(word);

const SAMPLE = 1_500;

/** The language most of whose small words a text uses; `usual` where that does not tell. */
export function languageOf(words: readonly string[], usual: Language = 'en'): Language {
  const counts = new Map<Language, number>(LANGUAGES.map((language) => [language, language === usual ? 0.5 : 0]));
  for (const word of words.slice(0, SAMPLE))
    for (const [language, set] of SETS) if (set.has(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
  return LANGUAGES.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? usual;
}
