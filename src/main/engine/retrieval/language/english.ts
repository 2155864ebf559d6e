/** M. F. Porter, "An algorithm for suffix stripping", 1980, with the two departures its author has published since. */
const C = '[^aeiou][^aeiouy]*';
const V = '[aeiouy][aeiou]*';
const MEASURED = new RegExp(`^(?:${C})?${V}${C}`);
const MEASURED_ONCE = new RegExp(`^(?:${C})?${V}${C}(?:${V})?$`);
const MEASURED_TWICE = new RegExp(`^(?:${C})?${V}${C}${V}${C}`);
const HAS_VOWEL = new RegExp(`^(?:${C})?${V}`);
const SHORT_END = new RegExp(`^${C}[aeiouy][^aeiouwxy]$`);

const STEP_2: Record<string, string> = {
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
};
const STEP_3: Record<string, string> = {
  icate: 'ic',
  ative: '',
  alize: 'al',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
};
const END_2 = new RegExp(`^(.+?)(${Object.keys(STEP_2).join('|')})$`);
const END_3 = new RegExp(`^(.+?)(${Object.keys(STEP_3).join('|')})$`);
const END_4 = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;
const ION = /^(.+?)(s|t)(ion)$/;

export function englishStem(word: string): string {
  if (word.length < 3) return word;
  // A leading y is a consonant; marked so that the patterns see it as one.
  const marked = word.startsWith('y') ? `Y${word.slice(1)}` : word;
  const stem = tidyEnd(withoutLastSuffix(shortened(yToI(withoutPast(withoutPlural(marked))))));
  return stem.startsWith('Y') ? `y${stem.slice(1)}` : stem;
}

const withoutPlural = (word: string): string =>
  word.replace(/^(.+?)(ss|i)es$/, '$1$2').replace(/^(.+?)([^s])s$/, '$1$2');

function withoutPast(word: string): string {
  const agreed = /^(.+?)eed$/.exec(word);
  if (agreed) return MEASURED.test(agreed[1] ?? '') ? word.slice(0, -1) : word;
  const stem = /^(.+?)(?:ed|ing)$/.exec(word)?.[1];
  if (stem === undefined || !HAS_VOWEL.test(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/([^aeiouylsz])\1$/.test(stem)) return stem.slice(0, -1);
  return SHORT_END.test(stem) ? `${stem}e` : stem;
}

function yToI(word: string): string {
  const stem = /^(.+?)y$/.exec(word)?.[1];
  return stem !== undefined && HAS_VOWEL.test(stem) ? `${stem}i` : word;
}

function shortened(word: string): string {
  return exchanged(exchanged(word, END_2, STEP_2), END_3, STEP_3);
}

function exchanged(word: string, pattern: RegExp, endings: Record<string, string>): string {
  const [, stem = '', ending = ''] = pattern.exec(word) ?? [];
  return ending !== '' && MEASURED.test(stem) ? stem + (endings[ending] ?? '') : word;
}

function withoutLastSuffix(word: string): string {
  const stem = END_4.exec(word)?.[1];
  if (stem !== undefined) return MEASURED_TWICE.test(stem) ? stem : word;
  const [, before = '', letter = ''] = ION.exec(word) ?? [];
  return letter !== '' && MEASURED_TWICE.test(before + letter) ? before + letter : word;
}

function tidyEnd(word: string): string {
  const stem = /^(.+?)e$/.exec(word)?.[1];
  const dropped =
    stem !== undefined && (MEASURED_TWICE.test(stem) || (MEASURED_ONCE.test(stem) && !SHORT_END.test(stem)))
      ? stem
      : word;
  return /ll$/.test(dropped) && MEASURED_TWICE.test(dropped) ? dropped.slice(0, -1) : dropped;
}
